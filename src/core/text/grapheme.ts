/**
 * User-perceived characters (extended grapheme clusters, UAX #29), as `Intl.Segmenter` gives them. The segmenter is
 * slow, so neighbours whose boundary is certain are decided from a small table of character classes; only stretches
 * that hold something else (Indic, Hangul, flags, rare marks) are handed to it. The test walks every class and random
 * mixtures against the segmenter: the fast path must be equal, not nearly equal.
 */

/** All grapheme clusters, in order; they concatenate to the input. */
export function graphemes(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  eachBreak(text, (to) => {
    found.push(text.slice(from, to));
    from = to;
    return true;
  });
  return found;
}

/** Number of grapheme clusters. */
export function graphemeCount(text: string): number {
  let count = 0;
  eachBreak(text, () => {
    count += 1;
    return true;
  });
  return count;
}

/** The longest prefix of at most `count` grapheme clusters. */
export function firstGraphemes(text: string, count: number): string {
  if (count <= 0) return '';
  if (text.length <= count) return text;
  let seen = 0;
  let end = text.length;
  eachBreak(text, (to) => {
    seen += 1;
    if (seen === count) end = to;
    return seen < count;
  });
  return text.slice(0, end);
}

/** Whether a cluster ends at this UTF-16 index (0 and the length always do). */
export function isGraphemeBreak(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return index === 0 || index === text.length;
  if (isLow(text.charCodeAt(index)) && isHigh(text.charCodeAt(index - 1))) return false;
  const start = certainBreakBefore(text, index);
  if (start === index) return true;
  let hit = false;
  eachBreak(
    text,
    (to) => {
      hit = to === index;
      return to < index;
    },
    start,
  );
  return hit;
}

/** Told the end of a cluster; false stops the walk. */
type Visit = (end: number) => boolean | undefined;

/** Something this table does not decide: the segmenter does. */
const OTHER = 0;
/** Never joins with a neighbour of its own class. */
const SIMPLE = 1;
/** Extends what stands before it and never reaches forward. */
const EXTEND = 2;
/** Extended_Pictographic: joins another across a zero-width joiner. */
const PICT = 3;
/** Line ends and other controls: a break on both sides. CR is OTHER, because CR LF is one cluster. */
const CONTROL = 4;
const JOINER = 5;

/** Ranges whose members break between each other, whatever stands beside them of these classes. */
const simpleRanges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xa8],
  [0xaa, 0xac],
  [0xaf, 0x2ff],
  [0x370, 0x377],
  [0x37a, 0x37f],
  [0x384, 0x482],
  [0x48a, 0x52f],
  [0x5be, 0x5be],
  [0x5d0, 0x5ea],
  [0x60c, 0x60f],
  [0x61b, 0x61b],
  [0x61d, 0x64a],
  [0x660, 0x66f],
  [0x671, 0x6d5],
  [0x1e00, 0x1fbc],
  [0x2000, 0x200a],
  [0x2010, 0x2027],
  [0x202f, 0x203b],
  [0x203d, 0x2048],
  [0x204a, 0x205f],
  [0x2070, 0x2071],
  [0x2074, 0x208e],
  [0x20a0, 0x20c0],
  [0x2100, 0x2121],
  [0x2123, 0x2138],
  [0x2150, 0x2188],
  [0x2190, 0x2193],
  [0x2200, 0x22ff],
  [0x2460, 0x24c1],
  [0x24c3, 0x25a9],
  [0x3000, 0x3029],
  [0x3031, 0x303c],
  [0x3041, 0x3096],
  [0x309b, 0x30ff],
  [0x3105, 0x312f],
  [0x31a0, 0x31bf],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff9d],
  [0xffe0, 0xffe6],
];
const extendRanges: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x5b0, 0x5bd],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x200c, 0x200c],
  [0x20d0, 0x20f0],
  [0x302a, 0x302d],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0xff9e, 0xff9f],
];
const controlRanges: readonly (readonly [number, number])[] = [
  [0x00, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
];

const pictographic = /^\p{Extended_Pictographic}$/u;

let classTable: Uint8Array | null = null;
function classes(): Uint8Array {
  if (classTable !== null) return classTable;
  const table = new Uint8Array(0x10000);
  const fill = (ranges: readonly (readonly [number, number])[], value: number) => {
    for (const [from, to] of ranges) table.fill(value, from, to + 1);
  };
  fill(simpleRanges, SIMPLE);
  fill(extendRanges, EXTEND);
  fill(controlRanges, CONTROL);
  table[0x200d] = JOINER;
  for (const [from, to] of [
    [0xa9, 0xae],
    [0x203c, 0x2bff],
    [0x3030, 0x3299],
  ] as const) {
    for (let code = from; code <= to; code += 1) {
      if (table[code] === OTHER && pictographic.test(String.fromCharCode(code))) table[code] = PICT;
    }
  }
  classTable = table;
  return table;
}

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

function classOfAstral(code: number): number {
  if (code >= 0x20000 && code <= 0x3134f) return SIMPLE;
  if (code >= 0x1f3fb && code <= 0x1f3ff) return EXTEND;
  if (code >= 0x1f300 && code <= 0x1f64f) return code >= 0x1f53e && code <= 0x1f545 ? OTHER : PICT;
  if (code >= 0x1f680 && code <= 0x1f6ff) return PICT;
  if (code >= 0x1f90c && code <= 0x1faff) return code === 0x1f93b || code === 0x1f946 ? OTHER : PICT;
  if (code >= 0xe0020 && code <= 0xe007f) return EXTEND;
  return OTHER;
}

/** Whether a break between two classes is certain without looking further left. */
function certain(left: number, right: number): boolean {
  if (left === OTHER || right === OTHER) return false;
  if (left === CONTROL || right === CONTROL) return true;
  if (right === SIMPLE) return true;
  return right === PICT && left !== JOINER;
}

/**
 * Calls `visit` with the end of every cluster from `start`, which must be a cluster's beginning. Stops early when
 * `visit` returns false.
 */
function eachBreak(text: string, visit: Visit, start = 0): void {
  const table = classes();
  const length = text.length;
  let stretch = start;
  let known = true;
  let base = OTHER;
  let left = OTHER;
  let index = start;
  while (index < length) {
    let code = text.charCodeAt(index);
    let size = 1;
    let kind: number;
    if (isHigh(code) && index + 1 < length && isLow(text.charCodeAt(index + 1))) {
      code = (code - 0xd800) * 0x400 + text.charCodeAt(index + 1) - 0xdc00 + 0x10000;
      size = 2;
      kind = classOfAstral(code);
    } else {
      kind = table[code] ?? OTHER;
    }
    if (index === stretch) {
      base = kind;
      known = kind !== OTHER;
    } else if (certain(left, kind) || (known && left === JOINER && kind === PICT && base !== PICT)) {
      if (!flush(text, stretch, index, known, visit)) return;
      stretch = index;
      base = kind;
      known = kind !== OTHER;
    } else if (kind === OTHER) {
      known = false;
    }
    left = kind;
    index += size;
  }
  if (stretch < length) flush(text, stretch, length, known, visit);
}

let segmenter: Intl.Segmenter | null = null;
/** The segmenter's time grows faster than its input: long stretches are given to it in windows of this size. */
const WINDOW = 256;

/** Reports the clusters of one stretch: a known one is a single cluster. */
function flush(text: string, from: number, to: number, known: boolean, visit: Visit): boolean {
  if (known || to - from === 1) return visit(to) !== false;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  let start = from;
  let size = WINDOW;
  while (start < to) {
    const end = Math.min(to, start + size);
    const base = start;
    for (const part of segmenter.segment(text.slice(base, end))) {
      const stop = base + part.index + part.segment.length;
      // The last cluster of a window may go on behind it; the next window starts with it.
      if (stop === end && end < to) break;
      if (visit(stop) === false) return false;
      start = stop;
    }
    size = start === base ? size * 2 : WINDOW;
  }
  return true;
}

/** The nearest index at or before `index` where a break is certain from its two neighbours alone. */
function certainBreakBefore(text: string, index: number): number {
  let at = index;
  while (at > 0) {
    const left = classBefore(text, at);
    if (certain(left, classAfter(text, at))) return at;
    at -= isLow(text.charCodeAt(at - 1)) && at > 1 && isHigh(text.charCodeAt(at - 2)) ? 2 : 1;
  }
  return 0;
}

function classAfter(text: string, index: number): number {
  const code = text.codePointAt(index) ?? 0;
  return code > 0xffff ? classOfAstral(code) : (classes()[code] ?? OTHER);
}

function classBefore(text: string, index: number): number {
  const unit = text.charCodeAt(index - 1);
  if (isLow(unit) && index > 1 && isHigh(text.charCodeAt(index - 2))) return classAfter(text, index - 2);
  return classes()[unit] ?? OTHER;
}
