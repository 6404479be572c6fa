import type { BulkAct, BulkTarget, CallOutput } from '../../../contract';
import type { ChangeLabel } from '../../../core/plan/labels';
import type { Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import type { WallDate } from '../../../core/time/wall';
import { libraryWords } from '../../../core/words/library';
import { say } from '../../../core/words/say';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { makeChange } from '../history/changes';
import { makeLongChange } from '../history/slicedChange';
import { duplicateOps } from '../pieces/pieces';
import { readView } from '../rows';
import { LONG_ACT } from './bulkSize';
import { piecesOf } from './targets';

/** Copies are whole texts; more of them at once than a person would want is a slip. */
const MOST_COPIES = 500;

/** Does one act, as one labelled change. However many pieces that are, nothing of it is done, or all. */
export async function doBulk(store: StoreContext, target: BulkTarget, act: BulkAct): Promise<CallOutput<'piece.bulk'>> {
  const ids = await piecesOf(store, target);
  if (ids.length < LONG_ACT) {
    const { ops, made } = bulkOps(store.db, ids, act, store);
    const done = ops.length === 0 ? null : makeChange(store.db, store.clock, bulkLabel(store.db, ids, act), ops);
    store.tell(done, 'edit');
    return { changed: done?.ids.length ?? 0, made: done === null ? [] : made };
  }
  let made: readonly string[] = [];
  const done = await store.room.outside(() =>
    makeLongChange(store, {
      // Another try, and maybe another database: a backup may have been restored meanwhile.
      ops: () => {
        const { db } = store;
        const work = bulkOps(db, ids, act, store);
        made = work.made;
        return { label: bulkLabel(db, ids, act), ops: work.ops };
      },
      step: () => {},
      goOn: () => {
        if (!store.db.open) refuse('cancelled');
      },
    }),
  );
  store.tell(done, 'edit');
  return { changed: done?.ids.length ?? 0, made: done === null ? [] : made };
}

type Maker = { readonly newId: (prefix: string) => string; readonly today: () => WallDate };

/** The ops of one act on many pieces. Those that are no longer there are left out: they were listed a moment ago. */
export function bulkOps(
  db: ReadDb,
  ids: readonly string[],
  act: BulkAct,
  { newId, today }: Maker,
): { readonly ops: readonly Op[]; readonly made: readonly string[] } {
  const living = livingPieces(db, ids);
  if (living.length === 0) refuse('not_found', { where: 'piece' });
  if (act.kind !== 'duplicate') return { ops: living.map(({ id }) => opFor(id, act)), made: [] };
  if (living.length > MOST_COPIES) refuse('too_many_copies', { count: living.length, limit: MOST_COPIES });
  const made = living.map(() => newId('p'));
  const untitled = say(libraryWords, act.lang, 'row.untitled');
  const ops = living.flatMap(({ id, title }, index) =>
    duplicateOps(
      db,
      id,
      made[index] as string,
      say(libraryWords, act.lang, 'bulk.copy_of', { title: title || untitled })
        .slice(0, 500)
        .toWellFormed(),
      today(),
    ),
  );
  return { ops, made };
}

function opFor(id: string, act: Exclude<BulkAct, { kind: 'duplicate' }>): Op {
  const target = { type: 'piece', id } as const;
  switch (act.kind) {
    case 'state':
      return { kind: 'set', ...target, register: 'state', value: act.state };
    case 'tag':
      return { kind: 'add', ...target, set: 'tags', element: act.tag };
    case 'untag':
      return { kind: 'remove', ...target, set: 'tags', element: act.tag };
    case 'campaign':
      return { kind: 'set', ...target, register: 'campaignId', value: act.id };
    case 'persona':
      return { kind: 'set', ...target, register: 'personaId', value: act.id };
    case 'trash':
      return { kind: 'set', ...target, register: 'trashed', value: true };
    case 'restore':
      return { kind: 'set', ...target, register: 'trashed', value: false };
  }
}

/** What the step is called in the undo menu: 「把 12 篇归档」. */
export function bulkLabel(db: ReadDb, ids: readonly string[], act: BulkAct): ChangeLabel {
  const named = piecesNamed(db, ids);
  const nameOf = (type: 'campaign' | 'persona', id: string | null): string =>
    id === null ? '' : (readView(db, type, id)?.name ?? '');
  switch (act.kind) {
    case 'state':
      return act.state === 'archived'
        ? { code: 'pieces_archive', params: named }
        : { code: 'pieces_state', params: { ...named, state: act.state } };
    case 'tag':
      return { code: 'pieces_tag', params: { ...named, tag: act.tag } };
    case 'untag':
      return { code: 'pieces_untag', params: { ...named, tag: act.tag } };
    case 'campaign':
      return { code: 'pieces_campaign', params: { ...named, name: nameOf('campaign', act.id) } };
    case 'persona':
      return { code: 'pieces_persona', params: { ...named, name: nameOf('persona', act.id) } };
    case 'trash':
      return { code: 'piece_trash', params: named };
    case 'restore':
      return { code: 'piece_restore', params: named };
    case 'duplicate':
      return { code: 'piece_duplicate', params: named };
  }
}

/** One piece is named by its title, several by their number. */
export function piecesNamed(db: ReadDb, ids: readonly string[]): Readonly<Record<string, string | number>> {
  const [only] = ids;
  const title = ids.length === 1 && only !== undefined ? readView(db, 'piece', only)?.title : undefined;
  return title === undefined ? { count: ids.length } : { count: 1, title };
}

const livingPieces = (db: ReadDb, ids: readonly string[]) =>
  prepared(
    db,
    'SELECT p.id, p.title FROM json_each(?) given JOIN piece p ON p.id = given.value WHERE p.alive = 1 ORDER BY given.key',
  ).all(JSON.stringify([...new Set(ids)])) as { id: string; title: string }[];
