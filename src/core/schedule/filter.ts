import type { Outcome, PieceKind, PieceState } from '../model/vocabulary';
import type { AccountsById, Planned } from './planned';
import type { TileFacts } from './tile';

/** What adaptation said about a placement's version, as a filter asks for it. */
export const findingKinds = ['error', 'warning', 'behind', 'clean'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What the plan's screens leave out. Empty lists mean all. */
export type PlanFilter = {
  readonly campaignIds: readonly string[];
  readonly kinds: readonly PieceKind[];
  readonly personaIds: readonly string[];
  readonly platforms: readonly string[];
  readonly states: readonly PieceState[];
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly FindingKind[];
};
export const noFilter: PlanFilter = {
  campaignIds: [],
  kinds: [],
  personaIds: [],
  platforms: [],
  states: [],
  outcomes: [],
  findings: [],
};

export const isFiltering = (filter: PlanFilter): boolean => Object.values(filter).some((list) => list.length > 0);

const allows = <T>(list: readonly T[], value: T | null | undefined): boolean =>
  list.length === 0 || (value !== null && value !== undefined && list.includes(value));

/** Whether a placement is shown; persona and platform are those of its account, findings those of its version. */
export function passes(card: Planned, filter: PlanFilter, accounts: AccountsById, facts?: TileFacts): boolean {
  const account = card.accountId === null ? undefined : accounts.get(card.accountId);
  return (
    allows(filter.campaignIds, card.campaignId) &&
    allows(filter.kinds, card.kind) &&
    allows(filter.personaIds, account?.personaId) &&
    allows(filter.platforms, account?.platform) &&
    allows(filter.states, card.pieceState) &&
    allows(filter.outcomes, card.outcome) &&
    (filter.findings.length === 0 || findingsOf(card, facts).some((kind) => filter.findings.includes(kind)))
  );
}

/** What is settled can no longer be mended: as on its tile, nothing is found there. */
function findingsOf({ outcome }: Planned, facts: TileFacts | undefined): readonly FindingKind[] {
  if (facts === undefined || outcome === 'live' || outcome === 'skipped') return ['clean'];
  const found: FindingKind[] = [];
  if (facts.errors > 0) found.push('error');
  if (facts.warnings > 0) found.push('warning');
  if (facts.behind) found.push('behind');
  return found.length === 0 ? ['clean'] : found;
}

/** Whether an account keeps its row: rows go only by what is said about accounts themselves. */
export const rowPasses = (
  account: { readonly personaId: string | null; readonly platform: string },
  filter: PlanFilter,
): boolean => allows(filter.personaIds, account.personaId) && allows(filter.platforms, account.platform);
