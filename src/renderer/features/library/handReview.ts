import type { BulkTarget } from '../../../contract';
import type { Desk } from './desk';

/** Pieces looked at for handing over at once. */
const MOST = 200;

/** Goes to where texts are chosen for handing over, with these pieces; of very many, the first ones. */
export async function handReview({ studio }: Desk, target: BulkTarget): Promise<void> {
  const { act, go } = studio.getState();
  if (target.kind === 'ids')
    return go({ screen: 'marks', task: { kind: 'hand', pieceIds: target.ids.slice(0, MOST) } });
  const found = await act('piece.ids', { filter: target.filter, limit: MOST });
  if (found === null) return;
  const pieceIds = found.ids.filter((id) => !(target.except ?? []).includes(id));
  go({ screen: 'marks', task: { kind: 'hand', pieceIds } });
}
