import { basename } from 'node:path';
import type { SlipDryRun } from '../../../contract';
import { deskPart, packSlip, readSlip, type Slip } from '../../../core/desk/slip';
import { judgeSlip, slipSteps } from '../../../core/desk/takeSlip';
import type { RecordState } from '../../../core/plan/state';
import { Refusal, refuse } from '../../../core/result';
import { type MaybeNewer, newerOf } from '../../../core/review/newer';
import type { WallDate } from '../../../core/time/wall';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { readReceived } from '../files/received';
import { takeStates } from '../history/takenIn';
import { saveFile } from '../review/reading';
import { listViews, readState, readView } from '../rows';
import { workspaceIdOf } from '../workspace';
import { placementCards } from './placements';

type Days = { readonly from: WallDate; readonly to: WallDate };

/** Placements of these days of which the desk knows something. */
function partsOf(db: ReadDb, { from, to }: Days): readonly RecordState[] {
  const ids = prepared(db, 'SELECT id FROM placement WHERE alive = 1 AND day BETWEEN ? AND ? ORDER BY id')
    .pluck()
    .all(from, to) as string[];
  return deskPart(ids.flatMap((id) => readState(db, 'placement', id) ?? [])).filter(hasNews);
}

/** Planned, with nothing ticked, is what everybody takes a placement for. */
const hasNews = ({ registers }: RecordState): boolean =>
  Object.entries(registers).some(([name, value]) => (name === 'outcome' ? value !== 'planned' : isSaid(value)));
const isSaid = (value: unknown): boolean => value !== null && value !== '' && value !== false;

export const slipOffer = (store: StoreContext, days: Days): { readonly placements: number } => ({
  placements: partsOf(store.db, days).length,
});

/** Writes the slip of these days where the user chose to. */
export function writeSlip(store: StoreContext, days: Days, path: string) {
  const { db, clock } = store;
  const states = partsOf(db, days);
  if (states.length === 0) return refuse('cannot_export');
  const me = listViews(db, 'member').find(({ nodes }) => nodes.includes(clock.node));
  saveFile(path, packSlip({ workspaceId: workspaceIdOf(db), by: me?.name ?? '', day: store.today(), states }));
  return { file: basename(path), placements: states.length };
}

function slipIn(
  { db, clock }: StoreContext,
  path: string,
): { readonly slip: Slip & MaybeNewer; readonly name: string } {
  const { bytes, name } = readReceived(path);
  const read = readSlip(bytes, name, clock.now());
  if (!read.ok) throw new Refusal(read.error);
  if (read.value.workspaceId !== workspaceIdOf(db)) return refuse('file_elsewhere', { file: name });
  return { slip: read.value, name };
}

const findIn = (db: ReadDb) => (id: string) => readState(db, 'placement', id);

export function previewSlip(store: StoreContext, path: string): SlipDryRun {
  const { db } = store;
  const { slip, name } = slipIn(store, path);
  const rows = judgeSlip(slip, findIn(db)).map((row) => ({ ...row, ...namesOf(db, row.id) }));
  const order = (one: (typeof rows)[number]): string => `${one.onDay ?? '9'} ${one.onTime ?? ''} ${one.id}`;
  return {
    file: name,
    by: slip.by,
    day: slip.day,
    rows: rows.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    ...newerOf(slip),
  };
}

function namesOf(db: ReadDb, id: string): Pick<SlipDryRun['rows'][number], 'title' | 'account' | 'onDay' | 'onTime'> {
  const placement = readView(db, 'placement', id);
  const [card] = placement === null ? [] : placementCards(db, [placement]);
  const account = card?.accountId == null ? '' : (readView(db, 'account', card.accountId)?.name ?? '');
  return { title: card?.title ?? '', account, onDay: card?.day ?? null, onTime: card?.time ?? null };
}

/** Merges a slip by the law of plans: one change, one step of undo. */
export function takeSlip(store: StoreContext, path: string): { readonly taken: number } {
  const { db } = store;
  const { slip } = slipIn(store, path);
  const steps = slipSteps(slip, findIn(db));
  const taken = steps.filter(({ ops }) => ops.length > 0).length;
  const params = slip.by === '' ? { count: taken } : { title: slip.by, count: taken };
  store.tell(takeStates(db, store.clock, { code: 'slip_take', params }, steps), 'import');
  return { taken };
}
