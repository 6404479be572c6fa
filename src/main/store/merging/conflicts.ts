import type {
  AlsoChanged,
  CallParsed,
  ConflictCard,
  ConflictDetail,
  ConflictText,
  MergeEntry,
} from '../../../contract';
import { docSchema } from '../../../core/model/doc';
import type { Json } from '../../../core/model/json';
import { isRecordType } from '../../../core/model/records';
import { covers, type Stamp } from '../../../core/model/stamp';
import { latestMark, markOf } from '../../../core/plan/comparing/marks';
import { nameOf, textSide } from '../../../core/plan/comparing/record';
import { isContested } from '../../../core/plan/contested';
import { keyOf, mergeStates } from '../../../core/plan/merge';
import { asOps } from '../../../core/plan/merging/asOps';
import { createOp, type Op } from '../../../core/plan/ops';
import {
  type BodyVersion,
  elementsOf,
  emptyState,
  horizonOf,
  isAlive,
  type RecordState,
  shownVersion,
  viewOf,
} from '../../../core/plan/state';
import { refuse } from '../../../core/result';
import type { StoreContext } from '../context';
import { prepared, type ReadDb, type WriteDb } from '../database';
import { settleAside } from '../history/asideTexts';
import { makeChange } from '../history/changes';
import type { Made } from '../history/transaction';
import { historyState } from '../history/undo';
import { readAnyState } from '../rows';
import { workspaceOf } from '../workspace';
import { baseOf, lifeAside, settleLife, textsOf } from './aside';
import { heldStates, stillHeld } from './incoming';
import { clockAhead, clockCard, repairClock } from './ownClock';

type Asked = Pick<CallParsed<'plan.conflict'>, 'type' | 'id' | 'kind'>;
type Row = { readonly type: string; readonly id: string; readonly kind: 'body' | 'life'; readonly since: number };

/**
 * Everything that waits for a person, newest first. Whether a noted record still waits is told by the record itself, so
 * that one that was settled in another way, or by a colleague, is gone from here.
 */
export function listConflicts(store: StoreContext): readonly ConflictCard[] {
  const { db } = store;
  const rows = prepared(db, 'SELECT type, id, kind, since FROM conflict ORDER BY type, id, kind').all() as Row[];
  const waiting = rows.flatMap((row): ConflictCard[] => {
    const state = readAnyState(db, row.type, row.id);
    const by = state === null ? null : waitingFor(db, state, row);
    return state === null || by === null ? [] : [{ ...row, name: nameOf(state), by }];
  });
  const own = clockCard(store, workspaceOf(db).name);
  return [...own, ...waiting, ...heldCards(db)].sort((a, b) => b.since - a.since || (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Who wrote what waits; null when nothing does. */
function waitingFor(db: ReadDb, state: RecordState, { kind, since }: Row): ConflictCard['by'] | null {
  if (kind === 'life') return isContested(state) ? lifeMarks(state) : (lifeAside(db, state)?.by ?? null);
  if (!isAlive(state)) return null;
  const texts = textsOf(db, state, since).map(({ version }) => version);
  return texts.length > 1 ? texts.flatMap((version) => textSide(version).by ?? []) : null;
}

function lifeMarks(state: RecordState): ConflictCard['by'] {
  const seen = state.deleted?.seen ?? [];
  const edit = latestMark(horizonOf(state).filter((stamp) => !covers(seen, stamp)));
  return [...(state.deleted === null ? [] : [markOf(state.deleted.at)]), ...(edit === null ? [] : [edit])];
}

function heldCards(db: ReadDb): readonly ConflictCard[] {
  const rows = prepared(db, `SELECT state, since FROM held_record WHERE ${stillHeld}`).all() as {
    state: string;
    since: number;
  }[];
  return rows.map(({ state: json, since }) => {
    const state = JSON.parse(json) as RecordState;
    const { type, id } = state;
    const marks = [...horizonOf(state), ...(state.deleted === null ? [] : [state.deleted.at])];
    const here = readAnyState(db, type, id);
    return { kind: 'held', type, id, name: nameOf(here ?? state), by: marks.map(markOf), since };
  });
}

/** Refuses `conflict_gone` for one that no longer waits. */
export function conflictDetail(store: StoreContext, { type, id, kind }: Asked): ConflictDetail {
  const { db, clock } = store;
  const card =
    listConflicts(store).find((one) => one.type === type && one.id === id && one.kind === kind) ??
    refuse('conflict_gone');
  const here = readAnyState(db, type, id);
  if (kind === 'held') return { ...empty(card), fields: heldFields(here, heldOf(db, type, id)) };
  if (kind === 'clock') return { ...empty(card), ahead: clockAhead(store) };
  const state = here as RecordState;
  const said = (version: BodyVersion): ConflictText => {
    const { by } = textSide(version);
    const doc = docSchema.safeParse(version.doc);
    return { version: version.id, by, mine: by?.node === clock.node, doc: doc.success ? doc.data : null };
  };
  const texts = kind === 'body' ? textsOf(db, state, card.since) : [];
  const base = baseOf(db, id, texts);
  return {
    card,
    texts: texts.map(({ version }) => said(version)),
    base: base === null ? null : said(base),
    shown: shownVersion(state)?.id ?? null,
    fields: kind !== 'life' ? [] : isContested(state) ? editedFields(state) : (lifeAside(db, state)?.fields ?? []),
    ahead: null,
  };
}

const empty = (card: ConflictCard): ConflictDetail => ({
  card,
  texts: [],
  base: null,
  shown: null,
  fields: [],
  ahead: null,
});

/** What was edited without knowing of the deletion. */
function editedFields(state: RecordState): ConflictDetail['fields'] {
  const seen = state.deleted?.seen ?? [];
  return Object.keys(state.registers)
    .sort()
    .filter((register) => !register.startsWith('$') && !covers(seen, state.stamps[register] as Stamp))
    .map((register) => ({ register, mine: '', theirs: asText(state.registers[register] ?? null) }));
}

function heldFields(here: RecordState | null, held: RecordState): ConflictDetail['fields'] {
  const fields = Object.keys(held.registers)
    .sort()
    .filter((register) => !register.startsWith('$'))
    .map((register) => ({
      register,
      mine: asText(here?.registers[register] ?? null),
      theirs: asText(held.registers[register] ?? null),
    }));
  const sets = Object.keys(held.sets)
    .sort()
    .map((set) => ({
      register: set,
      mine: here === null ? '' : elementsOf(here, set).join('、'),
      theirs: elementsOf(held, set).join('、'),
    }));
  return [...fields, ...sets];
}

const asText = (value: Json): string =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

const heldOf = (db: ReadDb, type: string, id: string): RecordState =>
  heldStates(db).find((state) => state.type === type && state.id === id) ?? refuse('conflict_gone');

/** Settles one; refuses `conflict_gone`, and `stale_write` where the texts are others by now. Answers how many still wait. */
export async function resolveConflict(
  store: StoreContext,
  asked: CallParsed<'plan.resolve'>,
): Promise<{ readonly waiting: number }> {
  const { type, id, kind, choice } = asked;
  const detail = conflictDetail(store, asked);
  const { card } = detail;
  if (kind === 'clock') {
    if (choice.how !== 'repair') refuse('bad_input', { where: 'choice' });
    await repairClock(store);
  } else if (kind === 'held') settleHeld(store, asked, card.name);
  else {
    const { db, clock } = store;
    const ops = opsFor(readAnyState(db, type, id) as RecordState, detail, asked);
    const made = db.transaction(() => {
      const settled = makeChange(db, clock, { code: 'conflict_settle', params: { title: card.name } }, ops);
      if (kind === 'body') settleAside(db, type, id, settled?.stamp ?? null);
      else settleLife(db, detail, settled?.stamp ?? null);
      return settled;
    })();
    told(store, made);
  }
  return { waiting: listConflicts(store).length };
}

function opsFor(
  state: RecordState,
  { texts }: ConflictDetail,
  { kind, choice }: CallParsed<'plan.resolve'>,
): readonly Op[] {
  const { id } = state;
  const type = isRecordType(state.type) ? state.type : refuse('conflict_gone');
  if (kind === 'life') {
    if (choice.how !== 'keep' && choice.how !== 'delete') return refuse('bad_input', { where: 'choice' });
    return [{ kind: choice.how === 'keep' ? 'revive' : 'delete', type, id }];
  }
  if (choice.how === 'doc') {
    if (canonicalIds(choice.versions) !== canonicalIds(texts.map(({ version }) => version)))
      return refuse('stale_write');
    return [{ kind: 'write', type, id, doc: choice.doc }];
  }
  if (choice.how !== 'text') return refuse('bad_input', { where: 'choice' });
  const text = texts.find(({ version }) => version === choice.version) ?? refuse('stale_write');
  return text.doc === null ? refuse('unknown_body') : [{ kind: 'write', type, id, doc: text.doc }];
}

const canonicalIds = (ids: readonly string[]): string => [...ids].sort().join('\n');

/** Taking writes what was held as an edit of one's own, under a clock of one's own; leaving forgets it here. */
function settleHeld(store: StoreContext, { type, id, choice }: CallParsed<'plan.resolve'>, title: string): void {
  const { db } = store;
  if (choice.how !== 'take' && choice.how !== 'leave') refuse('bad_input', { where: 'choice' });
  if (choice.how === 'take') {
    const held = heldOf(db, type, id);
    const ops = opsOfHeld(readAnyState(db, type, id), held);
    const made = db.transaction(() => {
      const taken = makeChange(db, store.clock, { code: 'held_take', params: { title } }, ops);
      if (taken === null) forgetHeld(db, type, id);
      else prepared(db, 'UPDATE held_record SET settled = ? WHERE type = ? AND id = ?').run(taken.stamp, type, id);
      return taken;
    })();
    told(store, made);
  } else {
    forgetHeld(db, type, id);
    told(store, null);
  }
}

/** Where no record became another, what waits is different all the same. */
function told(store: StoreContext, made: Made | null): void {
  if (made === null) store.tellAll('edit', [], historyState(store.db));
  else store.tell(made, 'edit');
}

const forgetHeld = (db: WriteDb, type: string, id: string): void => {
  prepared(db, 'DELETE FROM held_record WHERE type = ? AND id = ?').run(type, id);
};

function opsOfHeld(here: RecordState | null, held: RecordState): readonly Op[] {
  if (!isRecordType(held.type)) return refuse('bad_input', { where: held.type });
  if (here !== null) return asOps(here, mergeStates(here, held)).ops;
  const { id, ...draft } = viewOf(held.type, held);
  const made = createOp(held.type, id, draft as never);
  const doc = docSchema.safeParse(shownVersion({ ...emptyState(held.type, id), ...held })?.doc);
  return [doc.success ? { ...made, ...(made.kind === 'create' ? { doc: doc.data } : {}) } : made];
}

/** What concurrent edits replaced, newest first. */
export function alsoChanged(
  { db }: StoreContext,
  { type, id, limit }: CallParsed<'plan.also_changed'>,
): readonly AlsoChanged[] {
  const rows = prepared(
    db,
    `SELECT type, id, register, lost, lost_stamp, won_stamp, mine, at FROM also_changed
     WHERE (@type IS NULL OR type = @type) AND (@id IS NULL OR id = @id)
       AND NOT EXISTS (SELECT 1 FROM change c WHERE c.stamp = also_changed.stamp AND c.status IN ('undone', 'dropped'))
     ORDER BY seq DESC LIMIT @limit`,
  ).all({ type, id, limit }) as AlsoRow[];
  return rows.map(({ lost, lost_stamp, won_stamp, mine, ...row }) => ({
    ...row,
    name: calledOf(db, row),
    value: JSON.parse(lost) as Json,
    lost: asText(JSON.parse(lost) as Json),
    lostBy: markOf(lost_stamp),
    wonBy: markOf(won_stamp),
    mine: mine === 1,
  }));
}

/** Its own name, else its piece's. */
function calledOf(db: ReadDb, { type, id }: Pick<AlsoRow, 'type' | 'id'>): string {
  const state = readAnyState(db, type, id);
  if (state === null) return '';
  const pieceId = state.registers.pieceId;
  const piece = typeof pieceId === 'string' ? readAnyState(db, 'piece', pieceId) : null;
  return nameOf(state) || (piece === null ? '' : nameOf(piece));
}

type AlsoRow = {
  readonly type: string;
  readonly id: string;
  readonly register: string;
  readonly lost: string;
  readonly lost_stamp: Stamp;
  readonly won_stamp: Stamp;
  readonly mine: number;
  readonly at: number;
};

/** Plans that were merged, newest first. */
export function listMerges({ db }: StoreContext, { limit }: CallParsed<'plan.merges'>): readonly MergeEntry[] {
  const rows = prepared(
    db,
    `SELECT m.seq, m.at, m.name, m.digest, m.summary, m.authors, m.changed, m.backup,
       EXISTS (SELECT 1 FROM change c WHERE c.stamp = m.stamp AND c.status IN ('undone', 'dropped')) AS undone
     FROM plan_merge m ORDER BY m.seq DESC LIMIT ?`,
  ).all(limit) as (Omit<MergeEntry, 'summary' | 'authors' | 'undone'> & {
    readonly summary: string;
    readonly authors: string;
    readonly undone: number;
  })[];
  return rows.map((row) => ({
    ...row,
    summary: JSON.parse(row.summary) as MergeEntry['summary'],
    authors: JSON.parse(row.authors) as MergeEntry['authors'],
    undone: row.undone === 1,
  }));
}
