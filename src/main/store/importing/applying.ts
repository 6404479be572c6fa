import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportChoice, ImportResult } from '../../../contract';
import type { ImportRow, PieceDraft } from '../../../core/importing/model';
import { resolveRow } from '../../../core/importing/resolve';
import { asksFirst, createOps, fits, updateOps, usualWish, type Wish } from '../../../core/importing/take';
import type { Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import { keepImage } from '../assets';
import { makeChange } from '../changes';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { readBody } from '../pieces';
import { defaultFormat } from '../placements';
import { readView } from '../rows';
import { countPieces } from '../tray';
import { workspaceOf } from '../workspace';
import { type Entry, knownIn } from './entries';

/** A row that will be taken: as a new piece, or over the one that is there. */
export type Taken = { readonly entry: Entry; readonly piece: PieceDraft; readonly wish: 'new' | 'update' };

/** What the choice takes. Refuses `import_overwrites` when it changes many pieces and nobody has agreed to that. */
export function takenBy(db: ReadDb, entries: readonly Entry[], choice: ImportChoice): readonly Taken[] {
  const byRow = new Map(choice.rows.map(({ index, wish }) => [index, wish]));
  const taken = entries.flatMap((entry, index): Taken[] => {
    const { row, existing } = entry;
    const wish = byRow.get(index) ?? wishFor(row, choice.usual);
    if (wish === 'skip' || row.piece === null || !fits(wish, row.verdict, existing?.id ?? null)) return [];
    return [{ entry, piece: row.piece, wish }];
  });
  const updates = taken.filter(({ wish }) => wish === 'update').length;
  const total = countPieces(db);
  if (asksFirst(updates, total) && !choice.confirmed) refuse('import_overwrites', { count: updates, total });
  return taken;
}

const wishFor = ({ verdict }: ImportRow, usual: ImportChoice['usual']): Wish =>
  verdict === 'refused' ? usualWish(verdict) : usual[verdict];

/** Rows whose ops are built in one go, so that a call never waits long behind them. */
const SLICE = 100;

export type Progress = {
  readonly step: (done: number) => void;
  /** Throws when the import was given up. */
  readonly goOn: () => Promise<void>;
};

/**
 * Takes rows as one labelled change: pictures first, then the ops in slices, then one transaction. Until that commits
 * nothing in the workspace is different; after it everything is, and one step of undo takes it back.
 */
export async function applyRows(
  store: StoreContext,
  staging: string,
  taken: readonly Taken[],
  choice: ImportChoice,
  progress: Progress,
): Promise<ImportResult> {
  const { db } = store;
  const left: string[] = [];
  const rows = taken.filter(({ entry, piece, wish }) => {
    const stays = wish === 'new' || isAsCompared(db, entry);
    if (!stays) left.push(piece.title);
    return stays;
  });
  const pictures = picturesOf(rows);
  const ops: Op[] = [];
  let done = 0;
  for (const [hash, { name, about }] of pictures) {
    await progress.goOn();
    const kept = keepImage(db, store.folder, name, readFileSync(join(staging, hash)));
    ops.push(...kept.ops);
    if (about !== null && kept.ops.length > 0)
      for (const [register, value] of Object.entries(about))
        if (value !== '') ops.push({ kind: 'set', type: 'asset', id: kept.id, register, value });
    progress.step(++done);
  }
  const made = { new: 0, update: 0, placements: 0 };
  for (let from = 0; from < rows.length; from += SLICE) {
    await progress.goOn();
    const known = knownIn(store);
    for (const row of rows.slice(from, from + SLICE)) {
      const own = opsOf(store, row, choice, known);
      made[row.wish] += 1;
      made.placements += own.filter(({ kind, type }) => kind === 'create' && type === 'placement').length;
      ops.push(...own);
    }
    done += Math.min(SLICE, rows.length - from);
    progress.step(done);
  }
  await progress.goOn();
  // A restored backup put another database in the place of the one these rows were compared with.
  if (store.db !== db) refuse('import_gone');
  if (ops.length > 0) {
    const [only] = rows.length === 1 ? rows : [];
    const params = only === undefined ? { count: rows.length } : { title: only.piece.title, count: 1 };
    store.tell(makeChange(db, store.clock, { code: 'import', params }, ops), 'import');
  }
  return { made: made.new, updated: made.update, placements: made.placements, images: pictures.size, left };
}

function opsOf(
  store: StoreContext,
  { entry, piece, wish }: Taken,
  choice: ImportChoice,
  known: ReturnType<typeof knownIn>,
): readonly Op[] {
  const { db } = store;
  const existing = wish === 'update' ? entry.existing : null;
  const id = existing?.id ?? store.newId('p');
  const taking = {
    piece,
    resolved: resolveRow(entry.row, known),
    id,
    newId: () => store.newId('l'),
    today: store.today(),
    zone: workspaceOf(db).zone,
    campaignId: choice.campaignId,
    personaId: choice.personaId,
    usualFormat: (accountId: string) => {
      const account = readView(db, 'account', accountId);
      return account === null ? null : defaultFormat(account, known.packs);
    },
    placed: existing === null ? new Set<string>() : placesOf(db, id),
  };
  return existing === null ? createOps(taking) : updateOps(taking);
}

const placesOf = (db: ReadDb, pieceId: string): ReadonlySet<string> =>
  new Set(
    (
      prepared(db, 'SELECT account_id, day FROM placement WHERE piece_id = ? AND alive = 1').all(pieceId) as {
        account_id: string;
        day: string;
      }[]
    ).map(({ account_id, day }) => `${account_id} ${day}`),
  );

/** Whether the piece a row would change is still the one it was compared with. */
const isAsCompared = (db: ReadDb, { existing }: Entry): boolean =>
  existing !== null &&
  readView(db, 'piece', existing.id) !== null &&
  readBody(db, existing.id).version === existing.version;

function picturesOf(rows: readonly Taken[]) {
  const pictures = new Map<string, NonNullable<PieceDraft['images'][number]['found']>>();
  for (const { piece } of rows)
    for (const { found } of piece.images)
      if (found !== null && !pictures.has(found.hash)) pictures.set(found.hash, found);
  return pictures;
}
