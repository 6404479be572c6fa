import { diffText } from '../../../core/diff/text';
import classes from './Diff.module.css';
import { Words } from './Words';

/** How the value of a field became another: word by word, or both whole when nothing stayed. */
export function TextChange({
  before,
  after,
  empty,
}: {
  readonly before: string;
  readonly after: string;
  /** What an empty value is called. */
  readonly empty: string;
}) {
  const parts = diffText(before, after);
  const wasRewritten = !parts.some(({ kind }) => kind === 'same');
  return (
    <span className={classes.change}>
      {wasRewritten ? (
        <>
          <del>{before === '' ? empty : before}</del> → <ins>{after === '' ? empty : after}</ins>
        </>
      ) : (
        <Words parts={parts} />
      )}
    </span>
  );
}
