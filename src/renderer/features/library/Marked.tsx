import type { Mark } from '../../../contract';
import classes from './marked.module.css';

/** A text with stretches of it marked: where what was searched for stands. */
export function Marked({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  if (marks.length === 0) return text;
  let at = 0;
  const parts = marks.map(([from, to]) => {
    const before = text.slice(at, from);
    at = to;
    return { before, hit: text.slice(from, to), from };
  });
  return (
    <>
      {parts.map(({ before, hit, from }) => [
        before,
        <mark key={from} className={classes.hit}>
          {hit}
        </mark>,
      ])}
      {text.slice(at)}
    </>
  );
}
