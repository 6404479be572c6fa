import type { PieceCard } from '../../../contract';
import { libraryWords } from '../../../core/words/library';
import { useWords } from '../../state/StudioProvider';
import { BehindMark, FindingMark } from '../../ui/FindingMark';
import classes from './marks.module.css';
import { ReviewMark } from './ReviewMark';

/**
 * What adaptation and readers say of a piece: a dot with how many must be fixed, else a ring; a corner when a version is
 * behind; how it stands in review, and how many marks wait for an answer.
 */
export function PieceMarks({ piece }: { readonly piece: PieceCard }) {
  const t = useWords(libraryWords);
  const { errors, warnings, behind, review, openMarks } = piece;
  if (errors + warnings + openMarks === 0 && !behind && review === 'none') return null;
  const words = [
    ...(errors > 0 ? [t('row.errors', { count: errors })] : []),
    ...(warnings > 0 ? [t('row.warnings', { count: warnings })] : []),
    ...(behind ? [t('row.behind')] : []),
    ...(review === 'none' ? [] : [t(`review.${review}`)]),
    ...(openMarks > 0 ? [t('row.open_marks', { count: openMarks })] : []),
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
      {review !== 'none' && <ReviewMark standing={review} />}
      {openMarks > 0 && (
        <span className={classes.count}>
          <ReviewMark standing="open" />
          {openMarks}
        </span>
      )}
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
