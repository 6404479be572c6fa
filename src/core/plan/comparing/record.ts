import type { Json } from '../../model/json';
import { covers, type Horizon, joinHorizons, type Stamp } from '../../model/stamp';
import { sameJson } from '../canonical';
import { isContested } from '../contested';
import { isStampId, lineageOf } from '../lineage';
import { mergeStates } from '../merge';
import { settleBody } from '../merging/settle';
import { ALIVE, type BodyVersion, elementsOf, horizonOf, isAlive, type RecordState, shownVersion } from '../state';
import { isWithin } from '../within';
import { latestMark, markOf } from './marks';
import type {
  BodyChange,
  ComparedRecord,
  CompareGroup,
  EditMark,
  FieldChange,
  LifeChange,
  SetChange,
  TextSide,
} from './types';

export type Compared = {
  /** The record after merging; `mine` itself when nothing of theirs is new. */
  readonly merged: RecordState;
  /** What a reader is told of it; null when nothing visible differs. */
  readonly change: ComparedRecord | null;
};

/** What both owners had seen, and the earlier texts of the record that are still kept. */
export type Knowing = {
  readonly mineSeen: Horizon;
  readonly theirsSeen: Horizon;
  /** Asked only where two texts stand side by side. */
  readonly kept: () => readonly BodyVersion[];
};

/** Merges one record of two copies and says what that does. Pure: the same copies give the same answer everywhere. */
export function compareRecord(mine: RecordState | null, theirs: RecordState, knowing: Knowing): Compared {
  if (mine !== null && isWithin(theirs, mine) && !overrides(mine, theirs, knowing.mineSeen))
    return { merged: mine, change: null };
  const joined = mine === null ? theirs : mergeStates(mine, theirs);
  const merged = joined.heads.length > 1 ? settleBody(joined, knowing.kept()) : joined;
  const life = lifeOf(mine, merged);
  const isThere = isAlive(merged);
  // Of a record that is not there nobody asks what its fields say.
  const fields = mine === null || !isThere ? [] : fieldsOf(mine, theirs, merged, knowing);
  const sets = mine === null || !isThere ? [] : setsOf(mine, merged);
  const body = isThere ? bodyOf(mine, merged) : null;
  const isTrashed = mine !== null && isShown(mine) && isThere && !isShown(merged);
  const group = groupOf(life, isTrashed, fields, sets, body);
  if (group === null) return { merged, change: null };
  const { type, id } = merged;
  return {
    merged,
    change: { type, id, name: nameOf(merged), group, life, fields, sets, body, by: comers(mine, theirs) },
  };
}

function groupOf(
  life: LifeChange | null,
  isTrashed: boolean,
  fields: readonly FieldChange[],
  sets: readonly SetChange[],
  body: BodyChange | null,
): CompareGroup | null {
  if (life?.fate === 'contested' || body?.fate === 'both') return 'needs_you';
  if (life?.fate === 'deleted' || isTrashed) return 'deleted';
  if (life?.fate === 'added') return 'added';
  if (fields.some(({ fate }) => fate !== 'taken')) return 'also_changed';
  return life !== null || fields.length > 0 || sets.length > 0 || body !== null ? 'changed' : null;
}

function lifeOf(mine: RecordState | null, merged: RecordState): LifeChange | null {
  const [was, is] = [mine !== null && isAlive(mine), isAlive(merged)];
  const deletedBy = merged.deleted === null ? null : markOf(merged.deleted.at);
  const editedBy = latestMark(beyond(merged));
  const isNew = mine === null || !isContested(mine);
  if (is && isContested(merged) && isNew) return { fate: 'contested', deletedBy, editedBy };
  if (was === is) return null;
  if (!is) return { fate: 'deleted', deletedBy, editedBy: null };
  return { fate: mine === null || !isKnownHere(mine) ? 'added' : 'revived', deletedBy, editedBy };
}

/** In the library or the plan: a piece in the trash has gone already, and one that is put there goes. */
export const isShown = (state: RecordState): boolean => isAlive(state) && state.registers.trashed !== true;

/** A record that was here once, even if it was deleted since. */
const isKnownHere = (mine: RecordState): boolean => mine.deleted !== null;

/** The edits a deletion had not seen. */
const beyond = (state: RecordState): readonly Stamp[] => {
  const { deleted } = state;
  return deleted === null ? [] : horizonOf(state).filter((stamp) => !covers(deleted.seen, stamp));
};

function fieldsOf(
  mine: RecordState,
  theirs: RecordState,
  merged: RecordState,
  { mineSeen, theirsSeen }: Knowing,
): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  for (const register of Object.keys(theirs.registers).sort()) {
    if (register === ALIVE) continue;
    const theirsAt = ownStamp(theirs, register);
    const mineAt = ownStamp(mine, register);
    const [value, other] = [own(mine.registers, register), own(theirs.registers, register)];
    if (theirsAt === null || sameJson(value ?? null, other ?? null)) continue;
    const isTaken = !sameJson(value ?? null, own(merged.registers, register) ?? null);
    // An edit the other side had seen was replaced knowingly, or is simply older: nobody lost anything.
    const isConcurrent = isTaken
      ? mineAt !== null && !covers(theirsSeen, mineAt)
      : mineAt !== null && !covers(mineSeen, theirsAt);
    if (!isTaken && !isConcurrent) continue;
    changes.push({
      register,
      mine: value ?? null,
      theirs: other ?? null,
      mineBy: mineAt === null ? null : markOf(mineAt),
      theirsBy: markOf(theirsAt),
      fate: isTaken ? (isConcurrent ? 'mine_lost' : 'taken') : 'theirs_lost',
    });
  }
  return changes;
}

/**
 * Whether a value of mine stands over one of theirs that nobody here knew of: nothing of the record changes by merging,
 * and yet somebody's edit would be gone without a word.
 */
function overrides(mine: RecordState, theirs: RecordState, mineSeen: Horizon): boolean {
  return Object.entries(theirs.stamps).some(([register, at]) => {
    const ours = ownStamp(mine, register);
    return ours !== null && ours > at && !covers(mineSeen, at);
  });
}

const own = (registers: RecordState['registers'], name: string): Json | undefined =>
  Object.hasOwn(registers, name) ? registers[name] : undefined;
const ownStamp = ({ stamps }: RecordState, name: string): Stamp | null =>
  Object.hasOwn(stamps, name) ? (stamps[name] ?? null) : null;

function setsOf(mine: RecordState, merged: RecordState): readonly SetChange[] {
  return Object.keys(merged.sets)
    .sort()
    .flatMap((set): SetChange[] => {
      const [before, after] = [elementsOf(mine, set), elementsOf(merged, set)];
      const added = after.filter((element) => !before.includes(element));
      const removed = before.filter((element) => !after.includes(element));
      return added.length + removed.length === 0 ? [] : [{ set, added, removed }];
    });
}

function bodyOf(mine: RecordState | null, merged: RecordState): BodyChange | null {
  const heads = merged.heads.flatMap((id) => merged.versions[id] ?? []);
  const before = mine === null ? null : shownVersion(mine);
  const after = shownVersion(merged);
  const isNewConflict = heads.length > 1 && !sameHeads(mine?.heads ?? [], merged.heads);
  if (heads.length <= 1 && (after === null || before?.id === after.id)) return null;
  if (heads.length > 1 && !isNewConflict) return null;
  return {
    fate: heads.length > 1 ? 'both' : before === null || isStampId(after?.id ?? '') ? 'taken' : 'merged',
    before: before === null ? null : textSide(before),
    after: after === null ? null : textSide(after),
    heads: heads.map(textSide),
  };
}

const sameHeads = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** A merged text is by whoever wrote last of what it was made of. */
export const textSide = (version: BodyVersion): TextSide => ({
  version,
  by: isStampId(version.id) ? markOf(version.id) : latestMark(lineageOf(version)),
});

/** Edits of their copy that are not in mine: the latest of each node. */
function comers(mine: RecordState | null, theirs: RecordState): readonly EditMark[] {
  const known = mine === null ? [] : joinHorizons(horizonOf(mine), mine.deleted === null ? [] : [mine.deleted.at]);
  const come = joinHorizons(horizonOf(theirs), theirs.deleted === null ? [] : [theirs.deleted.at]);
  return come.filter((stamp) => !covers(known, stamp)).map(markOf);
}

/** Title or name: what a list calls a record. */
export function nameOf(state: RecordState): string {
  const name = own(state.registers, 'title') ?? own(state.registers, 'name');
  return typeof name === 'string' ? name : '';
}
