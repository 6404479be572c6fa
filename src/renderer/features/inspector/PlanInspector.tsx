import { inspectorWords } from '../../../core/words/inspector';
import { useStudio, useWords } from '../../state/StudioProvider';
import { DaySummary } from './DaySummary';
import { ManyPlacements } from './ManyPlacements';
import { PlacementDetail } from './PlacementDetail';
import { WaitingPiece } from './WaitingPiece';

/** What is selected, in detail; nothing selected: today. */
export function PlanInspector() {
  const t = useWords(inspectorWords);
  const selection = useStudio((state) => state.selection);
  // What was selected may have left the days in view; then the day speaks again.
  const there = useStudio((state) =>
    selection.kind === 'placements' ? state.cards.filter((card) => selection.ids.includes(card.id)).length : 0,
  );
  return (
    <section
      aria-label={t('label')}
      style={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}
      data-testid="inspector"
    >
      {(selection.kind === 'nothing' || (selection.kind === 'placements' && there === 0)) && (
        <DaySummary day={null} accountId={null} />
      )}
      {selection.kind === 'cell' && <DaySummary day={selection.day} accountId={selection.accountId} />}
      {selection.kind === 'piece' && <WaitingPiece pieceId={selection.pieceId} />}
      {selection.kind === 'placements' &&
        there > 0 &&
        (selection.ids.length === 1 && selection.ids[0] !== undefined ? (
          <PlacementDetail key={selection.ids[0]} id={selection.ids[0]} />
        ) : (
          <ManyPlacements ids={selection.ids} />
        ))}
    </section>
  );
}
