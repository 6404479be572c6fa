import { digest } from '../model/ids';
import type { Account } from '../model/records';
import type { WallDate } from '../time/wallDate';
import { levelOf, type PlanCode } from './codes';
import type { PlanFinding } from './finding';
import type { PlanItem, PlanRules } from './plan';

/** What every rule reads besides the placements it is about. */
export type Context = {
  readonly rules: PlanRules;
  readonly today: WallDate;
  /** Minutes since 1970. */
  readonly now: number;
  readonly from: WallDate;
  readonly to: WallDate;
  readonly accounts: ReadonlyMap<string, Account>;
};

type Given = {
  /** What makes it the same finding tomorrow, besides its code. */
  readonly about: readonly string[];
  readonly items?: readonly PlanItem[];
  readonly accountId?: string | null;
  readonly from?: WallDate | null;
  readonly to?: WallDate | null;
  readonly params?: PlanFinding['params'];
};

/** One finding, or none where the team has put the check off. Day and account are those of its first placement unless given. */
export function found({ rules }: Context, code: PlanCode, given: Given): readonly PlanFinding[] {
  const severity = levelOf(code, rules.team.planChecks);
  if (severity === 'off') return [];
  const [first] = given.items ?? [];
  const from = given.from === undefined ? (first?.day ?? null) : given.from;
  return [
    {
      key: keyOf(JSON.stringify([code, ...given.about])),
      code,
      severity,
      placementIds: (given.items ?? []).map(({ id }) => id),
      accountId: given.accountId === undefined ? (first?.accountId ?? null) : given.accountId,
      from,
      to: given.to === undefined ? from : given.to,
      params: given.params ?? {},
    },
  ];
}

/** A hash costs more than what is found: what was said before keeps its key at hand. */
const keys = new Map<string, string>();
const MOST_KEYS = 20_000;

function keyOf(about: string): string {
  const known = keys.get(about);
  if (known !== undefined) return known;
  const key = `f_${digest(about).slice(0, 22)}`;
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(about, key);
  return key;
}

/** Whether a day is one that findings are wanted of. */
export const isWanted = ({ from, to }: Context, day: WallDate): boolean => day >= from && day <= to;
