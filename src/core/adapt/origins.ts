import type { Stretch } from './compose';
import type { Closing, Sentence } from './draft';
import type { Atom } from './threads';
import type { Origin, OriginFrom } from './types';

/** Where each stretch of a text comes from, so that a sentence of a preview can point at its sentence in the source. */
export function originsOfBody(stretches: readonly Stretch[]): readonly Origin[] {
  const origins: Origin[] = [];
  let at = 0;
  for (const { text, from } of stretches) {
    if (from !== null && text !== '')
      origins.push({ field: 'body', start: at, end: at + text.length, from: fromOf(from) });
    at += text.length;
  }
  return origins;
}

/** The same for the posts of a thread. */
export const originsOfPosts = (posts: readonly (readonly Atom[])[]): readonly Origin[] =>
  posts.flatMap((post, index) => {
    let at = 0;
    return post.map((atom, place): Origin => {
      if (place > 0) at += atom.before.length;
      const start = at + atom.open;
      at += atom.text.length;
      return { field: posts.length > 1 ? `part ${index + 1}` : 'body', start, end: at, from: fromOf(atom.from) };
    });
  });

function fromOf(from: Sentence | Closing): OriginFrom {
  if ('runs' in from && from.added !== undefined) return { kind: 'closing', closing: from.added };
  if ('runs' in from) return from.at === undefined ? { kind: 'title' } : { kind: 'sentence', ...from.at };
  return { kind: 'closing', closing: from.kind };
}
