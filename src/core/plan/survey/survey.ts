import { isRecordType, records } from '../../model/records';
import type { PlanContent } from '../file/content';
import { isAlive, type RecordState, viewOf } from '../state';
import { type KeptAside, keptAside } from './keptAside';

/** What a plan holds, told without opening it: for `juzhen validate` and whoever receives a file. */
export type PlanSurvey = {
  readonly workspace: string;
  /** Name of the workspace; empty when the file has no such record. */
  readonly name: string;
  /** Records by kind, sorted: those that are there, and those that were deleted. */
  readonly types: readonly { readonly type: string; readonly alive: number; readonly deleted: number }[];
  readonly assets: { readonly count: number; readonly bytes: number; readonly missing: number };
  /** Texts that stand side by side until a person chooses. */
  readonly waiting: readonly { readonly type: string; readonly id: string; readonly name: string }[];
  /** References to records that are not there: screens show them as missing. Sorted by type, id and field. */
  readonly dangling: readonly {
    readonly type: string;
    readonly id: string;
    readonly field: string;
    readonly to: string;
  }[];
  readonly kept: KeptAside;
};

export function surveyPlan(content: PlanContent): PlanSurvey {
  const { states, assets, workspaceId } = content;
  const alive = states.filter(isAlive);
  const there = new Set(alive.map(({ id }) => id));
  const hashes = new Set([...assets.keys()].map((name) => name.split('.')[0]));
  const workspace = alive.find(({ type }) => type === 'workspace');
  const types = [...new Set(states.map(({ type }) => type))].sort();
  return {
    workspace: workspaceId,
    name: workspace === undefined ? '' : nameOf(workspace),
    types: types.map((type) => ({
      type,
      alive: alive.filter((state) => state.type === type).length,
      deleted: states.filter((state) => state.type === type && !isAlive(state)).length,
    })),
    assets: {
      count: assets.size,
      bytes: [...assets.values()].reduce((sum, { length }) => sum + length, 0),
      missing: alive.filter((state) => state.type === 'asset' && !hashes.has(viewOf('asset', state).hash)).length,
    },
    waiting: alive
      .filter(({ heads }) => heads.length > 1)
      .map((state) => ({ type: state.type, id: state.id, name: nameOf(state) })),
    dangling: alive.flatMap((state) =>
      referencesOf(state)
        .filter(({ to }) => !there.has(to))
        .map(({ field, to }) => ({ type: state.type, id: state.id, field, to })),
    ),
    kept: keptAside(content),
  };
}

/** Title or name: what a list calls a record. Empty for one without. */
export function nameOf({ registers }: Pick<RecordState, 'registers'>): string {
  for (const field of ['title', 'name'])
    if (Object.hasOwn(registers, field) && typeof registers[field] === 'string') return registers[field];
  return '';
}

/** Every field called `…Id` names another record, as the tables of records have it. */
function referencesOf(state: RecordState): readonly { readonly field: string; readonly to: string }[] {
  if (!isRecordType(state.type)) return [];
  return Object.keys(records[state.type].fields)
    .filter((field) => field.endsWith('Id'))
    .flatMap((field) => {
      const to = Object.hasOwn(state.registers, field) ? state.registers[field] : null;
      return typeof to === 'string' && to !== '' ? [{ field, to }] : [];
    });
}
