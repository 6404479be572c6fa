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
  return (
    <section
      aria-label={t('label')}
      style={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}
      data-testid="inspector"
    >
      {selection.kind === 'nothing' && <DaySummary day={null} accountId={null} />}
      {selection.kind === 'cell' && <DaySummary day={selection.day} accountId={selection.accountId} />}
      {selection.kind === 'piece' && <WaitingPiece pieceId={selection.pieceId} />}
      {selection.kind === 'placements' &&
        (selection.ids.length === 1 && selection.ids[0] !== undefined ? (
          <PlacementDetail key={selection.ids[0]} id={selection.ids[0]} />
        ) : (
          <ManyPlacements ids={selection.ids} />
        ))}
    </section>
  );
}
