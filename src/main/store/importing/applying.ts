import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportChoice, ImportResult } from '../../../contract';
import type { FoundImage, ImportRow, PieceDraft } from '../../../core/importing/model';
import { type Known, resolveRow } from '../../../core/importing/resolve';
import { asksFirst, createOps, fits, type Taking, updateOps, usualWish, type Wish } from '../../../core/importing/take';
import type { Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import { keepImage } from '../assets/assets';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { makeLongChange } from '../history/slicedChange';
import { countPieces } from '../library/tray';
import { readBody } from '../pieces/pieces';
import { defaultFormat } from '../plan/placements';
import { readView } from '../rows';
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
/** Share of the work that building the ops is; the rest is writing them. */
const BUILDING = 0.2;

export type Progress = {
  readonly step: (done: number) => void;
  /** Throws when the import was given up. */
  readonly goOn: () => void;
};

/**
 * Takes rows as one labelled change: pictures first, then the ops, then one transaction, all of it in slices between
 * which calls are answered. Until that commits nothing in the workspace is different; after it everything is, and one
 * step of undo takes it back.
 */
export async function applyRows(
  store: StoreContext,
  staging: string,
  taken: readonly Taken[],
  choice: ImportChoice,
  { step, goOn }: Progress,
): Promise<ImportResult> {
  const { db } = store;
  const pause = async (): Promise<void> => {
    await new Promise((next) => setImmediate(next));
    goOn();
  };
  const pictures = picturesOf(taken);
  const kept: KeptImage[] = [];
  for (const [hash, { name, about }] of pictures) {
    await pause();
    kept.push({ ...keepImage(db, store.folder, name, readFileSync(join(staging, hash))), about });
    step(kept.length);
  }
  const built: Built[] = [];
  for (let from = 0; from < taken.length; from += SLICE) {
    await pause();
    const about = surroundings(store, choice);
    for (const row of taken.slice(from, from + SLICE)) built.push(opsOf(db, row, about));
    step(pictures.size + Math.floor(built.length * BUILDING));
  }
  let outcome: Pick<ImportResult, 'made' | 'updated' | 'placements' | 'left'> = nothing;
  const ops = () => {
    // A restored backup put another database in the place of the one these rows were compared with.
    if (store.db !== db) refuse('import_gone');
    const stays = ({ row }: Built): boolean => row.wish === 'new' || isAsCompared(db, row.entry);
    const [rows, left] = [built.filter(stays), built.filter((one) => !stays(one))];
    const of = (wish: Taken['wish']): number => rows.filter(({ row }) => row.wish === wish).length;
    outcome = {
      made: of('new'),
      updated: of('update'),
      placements: rows.reduce((sum, { placements }) => sum + placements, 0),
      left: left.map(({ row }) => row.piece.title),
    };
    const [only] = rows.length === 1 ? rows : [];
    const params = only === undefined ? { count: rows.length } : { title: only.row.piece.title, count: 1 };
    const own = rows.flatMap((one) => one.ops);
    return {
      label: { code: 'import', params } as const,
      ops: own.length === 0 ? [] : [...pictureOps(db, kept), ...own],
    };
  };
  const share = (done: number): void =>
    step(pictures.size + Math.floor(taken.length * (BUILDING + (1 - BUILDING) * done)));
  store.tell(await makeLongChange(store, { ops, step: share, goOn }), 'import');
  return { ...outcome, images: pictures.size };
}

const nothing = { made: 0, updated: 0, placements: 0, left: [] } as const;

type KeptImage = ReturnType<typeof keepImage> & { readonly about: FoundImage['about'] };

/** Makes the records of pictures that are not there yet: the same one may have been taken in since by another door. */
const pictureOps = (db: ReadDb, kept: readonly KeptImage[]): readonly Op[] =>
  kept
    .filter(({ id, ops }) => ops.length > 0 && readView(db, 'asset', id) === null)
    .flatMap(({ id, ops, about }): readonly Op[] => [
      ...ops,
      ...Object.entries(about ?? {})
        .filter(([, value]) => value !== '')
        .map(([register, value]): Op => ({ kind: 'set', type: 'asset', id, register, value })),
    ]);

/** A row with what it does, and how many places in the plan that makes. */
type Built = { readonly row: Taken; readonly ops: readonly Op[]; readonly placements: number };

/** What the ops of a slice of rows have in common; asked once for all of them. */
type Surroundings = Pick<Taking, 'today' | 'zone' | 'campaignId' | 'personaId' | 'newId' | 'usualFormat'> & {
  readonly known: Known;
  readonly newPiece: () => string;
};

function surroundings(store: StoreContext, { campaignId, personaId }: ImportChoice): Surroundings {
  const known = knownIn(store);
  const formats = new Map(known.accounts.map((account) => [account.id, defaultFormat(account, known.packs)]));
  return {
    known,
    campaignId,
    personaId,
    newPiece: () => store.newId('p'),
    newId: () => store.newId('l'),
    today: store.today(),
    zone: workspaceOf(store.db).zone,
    usualFormat: (accountId) => formats.get(accountId) ?? null,
  };
}

function opsOf(db: ReadDb, row: Taken, { known, newPiece, ...about }: Surroundings): Built {
  const { entry, piece, wish } = row;
  const existing = wish === 'update' ? entry.existing : null;
  const id = existing?.id ?? newPiece();
  const placed = existing === null ? new Set<string>() : placesOf(db, id);
  const taking: Taking = { ...about, piece, resolved: resolveRow(entry.row, known), id, placed };
  const ops = existing === null ? createOps(taking) : updateOps(taking);
  const isPlace = ({ kind, type }: Op): boolean => kind === 'create' && type === 'placement';
  return { row, ops, placements: ops.filter(isPlace).length };
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
  const pictures = new Map<string, FoundImage>();
  for (const { piece } of rows)
    for (const { found } of piece.images)
      if (found !== null && !pictures.has(found.hash)) pictures.set(found.hash, found);
  return pictures;
}
