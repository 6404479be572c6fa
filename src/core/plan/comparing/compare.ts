import type { NodeId } from '../../model/stamp';
import { sameJson } from '../canonical';
import { byTypeAndId, keyOf } from '../merge';
import type { BodyVersion, RecordState } from '../state';
import { withoutFuture } from './future';
import { massDeletion } from './massDeletion';
import { compareRecord, isShown } from './record';
import {
  type ComparedRecord,
  type CompareGroup,
  type CompareSummary,
  compareGroups,
  type MassDeletion,
  type PlanSide,
} from './types';

export type Comparison = {
  readonly summary: CompareSummary;
  /** Records that differ, by group as in `compareGroups`, then by type and id. */
  readonly records: readonly ComparedRecord[];
  /** My plan after merging, sorted by type and id: what would be written. */
  readonly merged: readonly RecordState[];
  /** Parts of their copy from more than a day ahead of `now`, left out of `merged`. */
  readonly held: readonly RecordState[];
};

export type CompareOptions = {
  /** Milliseconds since 1970: edits from more than a day ahead are held back. */
  readonly now: number;
  /** Earlier texts that are still kept: of a record's own history, or of the file both copies began from. */
  readonly kept?: (record: { readonly type: string; readonly id: string }) => readonly BodyVersion[];
};

/**
 * The dry run of merging `theirs` into `mine`: nothing is changed, and the same two copies give the same answer on every
 * machine. Without a store: the command line and tests compare two files with it.
 */
export function comparePlans(mine: PlanSide, theirs: PlanSide, { now, kept = () => [] }: CompareOptions): Comparison {
  const ours = new Map(mine.states.map((state) => [keyOf(state), state]));
  const merged = new Map(ours);
  const tally = new Tally();
  const held: RecordState[] = [];
  for (const state of mine.states) if (isShown(state)) tally.live(state);
  for (const state of [...theirs.states].sort(byTypeAndId)) {
    const { lawful, future } = withoutFuture(state, now);
    if (future !== null) held.push(future);
    if (lawful === null) continue;
    const before = ours.get(keyOf(state)) ?? null;
    const knowing = { mineSeen: mine.seen, theirsSeen: theirs.seen, kept: () => kept(state) };
    const compared = compareRecord(before, lawful, knowing);
    merged.set(keyOf(state), compared.merged);
    if (compared.change !== null) tally.add(compared.change, before, compared.merged);
    if (before !== null) tally.look(before, lawful);
  }
  return {
    summary: tally.summary(held.length),
    records: sortCompared(tally.records),
    merged: [...merged.values()].sort(byTypeAndId),
    held,
  };
}

const none = (): Record<CompareGroup, number> =>
  Object.fromEntries(compareGroups.map((group) => [group, 0])) as Record<CompareGroup, number>;

/** Counts what a comparison finds, record by record, so that a store can feed it from rows. */
export class Tally {
  readonly records: ComparedRecord[] = [];
  private readonly counts = none();
  private readonly types = new Map<string, Record<CompareGroup, number>>();
  private readonly authors = new Map<NodeId, { records: number; from: number; to: number }>();
  private readonly gone = { piece: 0, placement: 0 };
  private readonly alive = { piece: 0, placement: 0 };
  private copied = 0;

  /** A record of mine that is in the library or the plan, counted for what share of all goes. */
  live({ type }: Pick<RecordState, 'type'>, count = 1): void {
    if (isCounted(type)) this.alive[type] += count;
  }

  add(change: ComparedRecord, before: RecordState | null, after: RecordState): void {
    this.records.push(change);
    this.counts[change.group] += 1;
    const ofType = this.types.get(change.type) ?? none();
    ofType[change.group] += 1;
    this.types.set(change.type, ofType);
    for (const { node, at } of change.by) {
      const known = this.authors.get(node) ?? { records: 0, from: at, to: at };
      this.authors.set(node, {
        records: known.records + 1,
        from: Math.min(known.from, at),
        to: Math.max(known.to, at),
      });
    }
    if (isCounted(change.type) && before !== null && isShown(before) && !isShown(after)) this.gone[change.type] += 1;
  }

  /** Notices a copied profile: the same stamp with another value. */
  look(mine: RecordState, theirs: RecordState): void {
    if (wasCopied(mine, theirs)) this.copied += 1;
  }

  summary(held: number): CompareSummary {
    return {
      counts: { ...this.counts },
      types: [...this.types]
        .sort(([a], [b]) => compareText(a, b))
        .map(([type, counts]) => ({ type, counts: { ...counts } })),
      authors: [...this.authors]
        .map(([node, about]) => ({ node, ...about }))
        .sort((a, b) => b.records - a.records || compareText(a.node, b.node)),
      mass: massDeletion(this.gone, this.alive),
      held,
      copied: this.copied,
    };
  }
}

/** By group, as `compareGroups` lists them, then by type and id. */
export function sortCompared(records: readonly ComparedRecord[]): readonly ComparedRecord[] {
  const rank = new Map(compareGroups.map((group, at) => [group, at]));
  const of = ({ group }: ComparedRecord): number => rank.get(group) as number;
  return [...records].sort((a, b) => of(a) - of(b) || compareText(a.type, b.type) || compareText(a.id, b.id));
}

const isCounted = (type: string): type is MassDeletion['type'] => type === 'piece' || type === 'placement';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function wasCopied(mine: RecordState, theirs: RecordState): boolean {
  return Object.entries(theirs.stamps).some(
    ([name, stamp]) =>
      Object.hasOwn(mine.stamps, name) &&
      mine.stamps[name] === stamp &&
      // A file has the members of a value in its own order.
      !sameJson(mine.registers[name], theirs.registers[name]),
  );
}
