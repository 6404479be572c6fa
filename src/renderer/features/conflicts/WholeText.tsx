import { blockText } from '../../../core/model/docText';
import { blocksOf, type ChoiceRow, type Pick } from '../../../core/plan/choosing/rows';
import { conflictWords } from '../../../core/words/conflicts';
import { useWords } from '../../state/StudioProvider';
import classes from './Conflicts.module.css';

/** The text that would stand, from top to bottom. */
export function WholeText({
  rows,
  chosen,
}: {
  readonly rows: readonly ChoiceRow[];
  readonly chosen: ReadonlyMap<number, Pick>;
}) {
  const t = useWords(conflictWords);
  const lines = rows.flatMap((row, at) => {
    const blocks = blocksOf(row, chosen.get(at));
    return (blocks ?? [null]).map((block, part) => ({ key: `${at}-${part}`, block }));
  });
  return (
    <article className={classes.whole} aria-label={t('body.take')}>
      {lines.map(({ key, block }) => (
        <p key={key} data-type={block?.type}>
          {block === null ? t('preview.waits') : blockText(block)}
        </p>
      ))}
    </article>
  );
}
