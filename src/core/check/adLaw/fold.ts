import { isHan } from '../../text/han';

/**
 * A text as the matcher reads it: full-width folded to half-width, capitals to small letters, № and ① spelled out,
 * and what writers put between the characters of a word to slip past a filter (spaces, `*`, `-`, `·`, zero-width
 * signs) dropped where Chinese characters stand on both sides. Every folded unit knows where it came from.
 */
export type Folded = {
  readonly text: string;
  /** Index in the original of each folded unit, and one past the last. */
  readonly from: readonly number[];
};

const MAX_GAP = 3;
const separator = /[^\S\n]|[*\-_.·•~/\\|+^]|[\u200b-\u200f]|\u2060|\ufe0f|\ufeff/u;

export function fold(original: string): Folded {
  let text = '';
  const from: number[] = [];
  const put = (chars: string, index: number) => {
    for (let at = 0; at < chars.length; at += 1) from.push(index);
    text += chars;
  };
  for (let index = 0; index < original.length; index += 1) {
    const char = original.charAt(index);
    if (maySeparate(original.charCodeAt(index)) && separator.test(char)) {
      const end = gapEnd(original, index);
      if (end > index) {
        index = end - 1;
        continue;
      }
    }
    put(foldChar(original, index), index);
  }
  from.push(original.length);
  return { text, from };
}

/** Letters, digits and Chinese characters are none, and they are most of a text. */
const maySeparate = (unit: number): boolean =>
  !(
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x4e00 && unit <= 0x9fff)
  );

/** The end of a droppable run of separators that starts here; its start when the run stays. */
function gapEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start <= MAX_GAP && separator.test(text.charAt(end))) end += 1;
  const between = isHan(text.charCodeAt(start - 1)) && isHan(text.charCodeAt(end));
  return between && end - start <= MAX_GAP ? end : start;
}

function foldChar(text: string, index: number): string {
  const code = text.charCodeAt(index);
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x4e00 && code <= 0x9fff)) return text.charAt(index);
  if (code === 0x3000) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code === 0x2116) return 'no.';
  // 第① is 第一 in disguise; elsewhere ① numbers a list.
  if (code === 0x2460 && text.charAt(index - 1) === '第') return '一';
  const small = text.charAt(index).toLowerCase();
  return small.length === 1 ? small : text.charAt(index);
}
