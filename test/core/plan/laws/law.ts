import type { PlanContent } from '../../../../src/core/plan/file/content';
import type { RecordState } from '../../../../src/core/plan/state';
import type * as parts from './parts';

/** The studio's own code, or a copy of it with a fault. */
export type Law = typeof parts;

/** What must hold, asked of one case thrown from a number; throws when it does not. */
export type Statement = {
  readonly title: string;
  /** Cases in the ordinary suite; `JUZHEN_LAW_RUNS` asks for as many of every law (`npm run soak -- laws`). */
  readonly runs: number;
  readonly holds: (law: Law, seed: number) => void;
};

export class Broken extends Error {}

export function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Broken(what);
}

/** `E`: the canonical export, by which two plans are compared. */
export const E = (law: Law, states: readonly RecordState[]): string => law.planJson({ workspaceId: 'w1', states });

export const same = (a: string, b: string, what: string): void => must(a === b, `${what}\n  ${a}\n  ${b}`);

/** A plan as it arrives by mail. */
export function byMail(law: Law): (states: readonly RecordState[]) => readonly RecordState[] {
  return (states) => law.mergePlans(readBack(law, { workspaceId: 'w1', states, assets: new Map() }).states, []);
}

export function readBack(law: Law, content: PlanContent): PlanContent {
  const read = law.readPlanEntries(law.encodePlan(content), 'mail.juzhen');
  must(read.ok, 'a file of ours opens');
  return read.value;
}

/** What travels and what a store keeps: the heads of each body. */
export const asStored = (states: readonly RecordState[]): readonly RecordState[] =>
  states.map((state) => ({
    ...state,
    versions: Object.fromEntries(state.heads.map((id) => [id, state.versions[id] as never])),
  }));
