import type { PlacementCard } from '../../../contract';
import type { Finding, Severity } from '../../../core/adapt/types';
import { type PlanGroup, planChecks, planGroups } from '../../../core/cadence/codes';
import type { PlanFinding } from '../../../core/cadence/finding';
import type { Lang } from '../../../core/model/records';
import { type PlanFilter, passes, rowPasses } from '../../../core/schedule/filter';
import type { AccountsById } from '../../../core/schedule/planned';
import type { WallDate } from '../../../core/time/wallDate';
import { sayDay } from '../../../core/words/dates';
import { planCheckWords } from '../../../core/words/planCheck';
import { planCheckScreenWords } from '../../../core/words/planCheckScreen';
import { say } from '../../../core/words/say';

/** One line of the list: something about the plan, or about the text of a placement. */
export type Row =
  | { readonly kind: 'plan'; readonly key: string; readonly severity: Severity; readonly finding: PlanFinding }
  | {
      readonly kind: 'text';
      readonly key: string;
      readonly severity: Severity;
      readonly card: PlacementCard;
      readonly worst: Finding;
      readonly more: number;
    };

export const groupings = ['severity', 'kind', 'day'] as const;
export type Grouping = (typeof groupings)[number];
export type RowGroup = { readonly id: string; readonly title: string; readonly rows: readonly Row[] };

const dayOf = (row: Row): WallDate | null => (row.kind === 'plan' ? row.finding.from : row.card.day);

/** Rows under headings, in the order of the heading: the worse, the more usual, or the earlier first. */
export function grouped(rows: readonly Row[], by: Grouping, lang: Lang): readonly RowGroup[] {
  const groups = new Map<string, { title: string; rank: string; rows: Row[] }>();
  for (const row of rows) {
    const { id, title, rank } = headOf(row, by, lang);
    const group = groups.get(id) ?? { title, rank, rows: [] };
    group.rows.push(row);
    groups.set(id, group);
  }
  return [...groups]
    .map(([id, group]) => ({ id, ...group }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
}

const ranks: Readonly<Record<Severity, string>> = { error: '0', warning: '1', info: '2' };

function headOf(row: Row, by: Grouping, lang: Lang): { id: string; title: string; rank: string } {
  if (by === 'severity')
    return {
      id: row.severity,
      title: say(planCheckScreenWords, lang, `severity.${row.severity}`),
      rank: ranks[row.severity],
    };
  if (by === 'day') {
    const day = dayOf(row);
    const title = day === null ? say(planCheckScreenWords, lang, 'day.none') : sayDay(lang, day);
    return { id: day ?? 'none', title, rank: day ?? '9999' };
  }
  if (row.kind === 'text') return { id: 'text', title: say(planCheckScreenWords, lang, 'texts'), rank: '99' };
  const group: PlanGroup = planChecks[row.finding.code].group;
  return {
    id: group,
    title: say(planCheckWords, lang, `group.${group}`),
    rank: String(planGroups.indexOf(group)).padStart(2, '0'),
  };
}

type View = {
  readonly range: { readonly from: WallDate; readonly to: WallDate } | null;
  readonly filter: PlanFilter;
  readonly accounts: AccountsById;
  readonly cards: readonly PlacementCard[];
};

/** Whether a row is about something in view: a day that is shown, and a placement or row the filters leave. */
export function inView(row: Row, { range, filter, accounts, cards }: View): boolean {
  if (row.kind === 'text') return passes(row.card, filter, accounts);
  const { from, to, placementIds, accountId } = row.finding;
  if (range !== null && from !== null && (from > range.to || (to ?? from) < range.from)) return false;
  if (placementIds.length > 0)
    return cards.some((card) => placementIds.includes(card.id) && passes(card, filter, accounts));
  const account = accountId === null ? undefined : accounts.get(accountId);
  return account === undefined || rowPasses(account, filter);
}
