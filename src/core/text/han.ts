/** Scripts, as far as adaptation needs them: Chinese text breaks and counts differently from Latin text. */

/** Whether a code point is a Han character (ideographs with their extensions, 〇 and 々; no kana, no punctuation). */
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0x20000 && code <= 0x323af) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  code === 0x3005 ||
  code === 0x3007;

/** Full-width punctuation and symbols of Chinese text: 。，！？“”、《》【】… */
export const isCjkPunctuation = (code: number): boolean =>
  (code >= 0x3001 && code <= 0x3003) ||
  (code >= 0x3008 && code <= 0x301f) ||
  (code >= 0xff01 && code <= 0xff0f) ||
  (code >= 0xff1a && code <= 0xff20) ||
  (code >= 0xff3b && code <= 0xff40) ||
  (code >= 0xff5b && code <= 0xff65) ||
  code === 0x2026 ||
  code === 0x2014 ||
  (code >= 0x2018 && code <= 0x201d);

export function hasHan(text: string): boolean {
  for (const char of text) if (isHan(char.codePointAt(0) ?? 0)) return true;
  return false;
}

const letter = /^\p{L}$/u;

/** Han characters and Latin words of a text, the two units a reader counts by. */
export function countWords(text: string): { readonly han: number; readonly latin: number } {
  let han = 0;
  let latin = 0;
  let inWord = false;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (isHan(code)) {
      han += 1;
      inWord = false;
    } else if ((code < 0x80 && (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || (code >= 0x80 && letter.test(char))) {
      if (!inWord) latin += 1;
      inWord = true;
    } else if (!(code === 0x27 || code === 0x2019 || code === 0x2d || (code >= 0x30 && code <= 0x39))) {
      inWord = false;
    }
  }
  return { han, latin };
}

/**
 * The language a text is written in, or null when there is too little to say. Chinese copy carries Latin product
 * names, so a Han character weighs as much as a Latin word and a third of Han is enough.
 */
export function languageOf(text: string): 'zh' | 'en' | null {
  const { han, latin } = countWords(text);
  if (han + latin < 4) return null;
  return han >= (han + latin) / 3 ? 'zh' : 'en';
}
