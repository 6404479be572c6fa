import type { Mark } from '../../../contract';
import { cutAtFields } from '../../../core/brief/fields';
import { FieldToken } from '../../ui/Fields';
import classes from './marked.module.css';

/** A text with stretches of it marked, where what was searched for stands; open fields stand as tokens. */
export function Marked({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  if (!text.includes('{{')) return <Plain text={text} marks={marks} />;
  return cutAtFields(text).map(({ at, text: part, name }) => {
    if (name !== null) return <FieldToken key={at} name={name} />;
    const own = marks.filter(([from, to]) => from < at + part.length && to > at);
    const shifted = own.map(([from, to]): Mark => [Math.max(0, from - at), Math.min(part.length, to - at)]);
    return <Plain key={at} text={part} marks={shifted} />;
  });
}

function Plain({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
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
