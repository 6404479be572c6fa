import { useMemo } from 'react';
import { diffText, type Part } from '../../core/diff/text';
import classes from './DiffText.module.css';

/** How one text became the other, Chinese sign by sign, other scripts word by word. `only` shows one of the two. */
export function DiffText({
  before,
  after,
  only,
}: {
  readonly before: string;
  readonly after: string;
  readonly only?: 'before' | 'after';
}) {
  const parts = useMemo(() => {
    let at = 0;
    return diffText(before, after).map((part) => {
      at += part.text.length;
      return { ...part, at };
    });
  }, [before, after]);
  const hidden: Part['kind'] | null = only === 'before' ? 'added' : only === 'after' ? 'removed' : null;
  return parts
    .filter(({ kind }) => kind !== hidden)
    .map(({ kind, text, at }) => {
      if (kind === 'same') return <span key={`${at} ${kind}`}>{text}</span>;
      const Tag = kind === 'removed' ? 'del' : 'ins';
      return (
        <Tag key={`${at} ${kind}`} className={classes[kind]}>
          {text}
        </Tag>
      );
    });
}
