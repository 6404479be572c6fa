import { emptyMatter } from './frontMatter';
import { readYaml } from './yaml';

/** Longest text the notes keep of one field. */
const MAX_VALUE = 2_000;
/**
 * What a file's head says beyond what a piece holds, as lines for its notes: `date: 2026-10-01`. So a blog's own fields
 * are not lost because we have no place for them. Empty when there is nothing, or the head cannot be read.
 */
export function unknownFields(text: string): string {
  const head = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[1];
  const read = head === undefined ? null : readYaml(head.replace(/\r\n?/g, '\n'));
  if (read === null || !read.ok || typeof read.value !== 'object' || read.value === null || Array.isArray(read.value))
    return '';
  return Object.entries(read.value as Readonly<Record<string, unknown>>)
    .filter(([name]) => !Object.hasOwn(emptyMatter, name))
    .map(([name, value]) => `${name}: ${oneLine(value)}`)
    .join('\n')
    .slice(0, 10_000)
    .toWellFormed();
}

function oneLine(value: unknown): string {
  const said = Array.isArray(value)
    ? value.map(oneLine).join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value ?? '');
  return said.replace(/\s+/g, ' ').slice(0, MAX_VALUE);
}
