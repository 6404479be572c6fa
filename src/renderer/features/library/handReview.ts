import type { BulkTarget } from '../../../contract';
import type { Desk } from './desk';

/** Pieces looked at for handing over at once. */
const MOST = 200;

/** Goes to where texts are chosen for handing over, with these pieces; of very many, the first ones, and how many more there are. */
export async function handReview({ studio }: Desk, target: BulkTarget): Promise<void> {
  const { act, go } = studio.getState();
  const hand = (pieceIds: readonly string[], all: number): void =>
    go({ screen: 'marks', task: { kind: 'hand', pieceIds, more: Math.max(0, all - pieceIds.length) } });
  if (target.kind === 'ids') return hand(target.ids.slice(0, MOST), target.ids.length);
  const found = await act('piece.ids', { filter: target.filter, limit: MOST });
  if (found === null) return;
  const except = target.except ?? [];
  const pieceIds = found.ids.filter((id) => !except.includes(id));
  // A piece that was left out may lie beyond the first ones.
  hand(pieceIds, Math.max(pieceIds.length, found.total - except.length));
}
