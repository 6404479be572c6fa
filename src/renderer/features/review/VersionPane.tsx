import type { OpenedPiece } from '../../../contract';
import type { Variant as Adapted, SentencePlace } from '../../../core/adapt/types';
import type { WallDate } from '../../../core/time/wall';
import { sayDate } from '../../../core/words/dates';
import { reviewWords } from '../../../core/words/review';
import type { Outcome } from '../../state/adapting/adaptTask';
import { useLang, useWords } from '../../state/StudioProvider';
import { CopyAlong } from '../../ui/adapted/article/CopyAlong';
import { PreviewPane } from '../../ui/adapted/preview/PreviewPane';
import { previewImages } from '../../ui/adapted/preview/previewImages';
import classes from './Review.module.css';
import { ReviewFindings } from './ReviewFindings';

/** The version as its platform's phone shows it, lit where the chosen sentence stands. */
export function VersionPane({
  pieceId,
  outcome,
  adapted,
  assets,
  selected,
  onPick,
}: {
  readonly pieceId: string;
  readonly outcome: Outcome;
  /** As adapted, with places also for a text written by hand. */
  readonly adapted: Adapted;
  readonly assets: OpenedPiece['assets'];
  readonly selected: SentencePlace | null;
  readonly onPick: (place: SentencePlace) => void;
}) {
  const t = useWords(reviewWords);
  const lang = useLang();
  const { task, source } = outcome;
  const { platform } = task.pack;
  return (
    <div className={classes.pane} data-pane="preview">
      <ReviewFindings key={`findings ${task.key}`} pieceId={pieceId} outcome={outcome} />
      <PreviewPane
        key={task.key}
        adapted={adapted}
        format={task.pack}
        lang={source.lang}
        account={task.account}
        images={previewImages(source.images, assets)}
        selected={selected}
        onPick={onPick}
      />
      <CopyAlong
        adapted={outcome.adapted}
        format={task.pack}
        findings={outcome.findings}
        lang={source.lang}
        account={task.account}
        images={previewImages(source.images, assets)}
        pieceId={pieceId}
        theme={task.variant?.theme ?? ''}
      />
      <p className={classes.checked}>
        {t('pack_checked', { platform: platform[lang], day: sayDate(lang, platform.checkedOn as WallDate) })}
      </p>
    </div>
  );
}
