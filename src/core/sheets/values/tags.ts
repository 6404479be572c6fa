import { listed } from './text';

const HARD = /[,，、;；|\n\r\t]+/;

/**
 * Tags of a cell: `#夜拍 #手机摄影`, `#夜拍# #手机 摄影#`, `夜拍、手机摄影`, `night photos, phones`. Blanks divide only
 * between tags with signs, or between Chinese words that nothing else divides.
 */
export function readTags(cell: string): readonly string[] {
  const text = cell.replaceAll('＃', '#');
  const tags = text.includes('#') ? signed(text) : unsigned(text);
  return [...new Set(tags)];
}

function signed(text: string): readonly string[] {
  const rest = text.replaceAll(PAIR, '');
  // Only pairs, and nothing but dividers between them: topics may hold blanks.
  if (/^[\s,，、;；|]*$/.test(rest)) return [...text.matchAll(PAIR)].map(([, topic = '']) => topic.trim());
  return text.split('#').flatMap((part) => listed(part, /[\s,，、;；|]+/));
}

const PAIR = /#([^#\n]*[^#\s][^#\n]*)#/g;

function unsigned(text: string): readonly string[] {
  const parts = listed(text, HARD);
  const [only] = parts;
  if (parts.length !== 1 || only === undefined) return parts;
  const words = only.split(/\s+/);
  return words.every((word) => /\p{Script=Han}/u.test(word)) ? words : parts;
}
