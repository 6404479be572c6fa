import { stretches } from './highlight';
import classes from './Library.module.css';

/** A text with what was searched for marked in it. */
export function Highlighted({ text, query }: { readonly text: string; readonly query: string }) {
  if (query.trim() === '') return text;
  return stretches(text, query).map(({ text: part, hit, at }) =>
    hit ? (
      <mark key={at} className={classes.hit}>
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
