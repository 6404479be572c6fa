import { prepare, type Shelf } from '../core/adapt/prepare';
import { isWrittenSince } from '../core/adapt/writtenSince';
import { exportEntry } from '../core/export/entry';
import type { ExportEntry } from '../core/export/types';
import type { Doc } from '../core/model/doc';
import { docSchema } from '../core/model/doc';
import type { RecordType, RecordView } from '../core/model/records';
import type { PlanContent } from '../core/plan/file/content';
import { bodyOf, isAlive, type RecordState, viewOf } from '../core/plan/state';
import { applyOverrides } from '../core/platforms/overrides';
import type { PlatformPack } from '../core/platforms/pack';

/** The records of a plan file by kind and id, as the studio shows them; deleted ones are gone. */
export type Plan = {
  readonly list: <T extends RecordType>(type: T) => readonly RecordView<T>[];
  readonly get: <T extends RecordType>(type: T, id: string | null) => RecordView<T> | null;
  /** null when the piece has no body, or one this version cannot read. */
  readonly doc: (pieceId: string) => Doc | null;
  readonly state: (type: RecordType, id: string) => RecordState | null;
};

export function planOf({ states }: Pick<PlanContent, 'states'>): Plan {
  const byKey = new Map<string, RecordState>();
  for (const state of states) if (isAlive(state)) byKey.set(`${state.type}\n${state.id}`, state);
  const views = new Map<string, unknown>();
  const get = <T extends RecordType>(type: T, id: string | null): RecordView<T> | null => {
    const key = `${type}\n${id ?? ''}`;
    const state = byKey.get(key);
    if (id === null || state === undefined) return null;
    if (!views.has(key)) views.set(key, viewOf(type, state));
    return views.get(key) as RecordView<T>;
  };
  return {
    get,
    state: (type, id) => byKey.get(`${type}\n${id}`) ?? null,
    list: (type) => [...byKey.values()].filter((state) => state.type === type).flatMap(({ id }) => get(type, id) ?? []),
    doc: (pieceId) => {
      const state = byKey.get(`piece\n${pieceId}`);
      const read = docSchema.safeParse(state === undefined ? null : bodyOf(state));
      return read.success ? read.data : null;
    },
  };
}

/** The shipped packs with the plan's own values over them. */
export const packsOf = (plan: Plan, shipped: readonly PlatformPack[]): readonly PlatformPack[] =>
  applyOverrides(shipped, plan.list('platform')).packs;

export type PlanChoice = {
  readonly from: string | null;
  readonly to: string | null;
  /** Empty for all. */
  readonly platforms: readonly string[];
};

/**
 * Every placement of the choice that is not skipped, adapted. A placement whose piece, account or format is missing
 * cannot be adapted and is counted in `missing`; one without a day is left out of a range.
 */
export function entriesOf(
  plan: Plan,
  packs: readonly PlatformPack[],
  { from, to, platforms }: PlanChoice,
): { readonly entries: readonly ExportEntry[]; readonly missing: number } {
  const inRange = (day: string | null) =>
    (from === null && to === null) || (day !== null && (from === null || day >= from) && (to === null || day <= to));
  const chosen = plan.list('placement').filter(({ day, outcome, format }) => {
    const wanted = platforms.length === 0 || platforms.includes((format ?? '').split('/')[0] ?? '');
    return inRange(day) && outcome !== 'skipped' && wanted;
  });
  // Nothing here can make pictures: what is checked is what goes out.
  const shelf = { ...shelfOf(plan), originals: true };
  const entries = chosen.flatMap((placement) => {
    const prepared = prepare(shelf, placement, packs);
    return prepared === null
      ? []
      : [exportEntry(prepared, { campaign: plan.get('campaign', placement.campaignId)?.name })];
  });
  return { entries, missing: chosen.length - entries.length };
}

/** The plan file as the place where records are looked up. */
function shelfOf(plan: Plan): Shelf {
  const pieces = plan.list('piece');
  return {
    get: plan.get,
    doc: plan.doc,
    assets: (ids) => ids.flatMap((id) => plan.get('asset', id) ?? []),
    sibling: ({ siblingGroup }, lang) =>
      siblingGroup === null
        ? null
        : (pieces.find((other) => other.siblingGroup === siblingGroup && other.lang === lang && !other.trashed) ??
          null),
    writtenSince: (id) => isWrittenSince(plan.state('variant', id)),
  };
}
