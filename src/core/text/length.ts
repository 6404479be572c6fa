/** Plain measures of text. Lone surrogates count as the replacement character does: one code point, three bytes. */

/** Unicode code points. */
export function codePointCount(text: string): number {
  let count = text.length;
  for (let index = 0; index + 1 < text.length; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      count -= 1;
      index += 1;
    }
  }
  return count;
}

/** Bytes of the UTF-8 encoding. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}

/** Twice the half-width measure: ASCII 1, everything else 2 per UTF-16 unit. Halve and round up for 半角 counts. */
export function halfWidths(text: string, asciiTo = 0x7f): number {
  let sum = text.length;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > asciiTo) sum += 1;
  return sum;
}
