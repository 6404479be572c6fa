import type { PieceCard } from '../../../contract';
import { libraryWords } from '../../../core/words/library';
import { useWords } from '../../state/StudioProvider';
import { BehindMark, FindingMark } from '../../ui/FindingMark';
import classes from './marks.module.css';

/** What adaptation says of a piece: a dot with how many must be fixed, else a ring; a corner when a version is behind. */
export function PieceMarks({ piece }: { readonly piece: PieceCard }) {
  const t = useWords(libraryWords);
  const { errors, warnings, behind } = piece;
  if (errors + warnings === 0 && !behind) return null;
  const words = [
    ...(errors > 0 ? [t('row.errors', { count: errors })] : []),
    ...(warnings > 0 ? [t('row.warnings', { count: warnings })] : []),
    ...(behind ? [t('row.behind')] : []),
  ].join(' · ');
  return (
    <span className={classes.marks} title={words}>
      {errors + warnings > 0 && (
        <span className={classes.count}>
          <FindingMark severity={errors > 0 ? 'error' : 'warning'} />
          {errors > 0 ? errors : warnings}
        </span>
      )}
      {behind && <BehindMark />}
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
