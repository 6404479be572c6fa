import type { Part } from '../../../core/diff/text';

/** What stayed, came and went, in reading order. Screen readers hear insertions and deletions as such. */
export function Words({ parts }: { readonly parts: readonly Part[] }) {
  return placed(parts).map(({ at, item }) => <Word key={at} part={item} />);
}

function Word({ part }: { readonly part: Part }) {
  if (part.kind === 'added') return <ins>{part.text}</ins>;
  if (part.kind === 'removed') return <del>{part.text}</del>;
  return <span>{part.text}</span>;
}

/** Entries of a difference have no name but their place, which never changes: a new difference is a new list. */
export const placed = <T,>(items: readonly T[]): readonly { readonly at: string; readonly item: T }[] =>
  items.map((item, index) => ({ at: String(index), item }));
