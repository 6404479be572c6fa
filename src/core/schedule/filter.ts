import type { PieceKind } from '../model/records';
import type { AccountsById, Planned } from './planned';

/** What the plan's screens leave out. Empty lists mean all. */
export type PlanFilter = {
  readonly campaignIds: readonly string[];
  readonly kinds: readonly PieceKind[];
  readonly personaIds: readonly string[];
  readonly platforms: readonly string[];
};
export const noFilter: PlanFilter = { campaignIds: [], kinds: [], personaIds: [], platforms: [] };

export const isFiltering = (filter: PlanFilter): boolean => Object.values(filter).some((list) => list.length > 0);

const allows = (list: readonly string[], value: string | null | undefined): boolean =>
  list.length === 0 || (value !== null && value !== undefined && list.includes(value));

/** Whether a placement is shown; persona and platform are those of its account. */
export function passes(card: Planned, filter: PlanFilter, accounts: AccountsById): boolean {
  const account = card.accountId === null ? undefined : accounts.get(card.accountId);
  return (
    allows(filter.campaignIds, card.campaignId) &&
    allows(filter.kinds, card.kind) &&
    allows(filter.personaIds, account?.personaId) &&
    allows(filter.platforms, account?.platform)
  );
}

/** Whether an account keeps its row: rows go only by what is said about accounts themselves. */
export const rowPasses = (
  account: { readonly personaId: string | null; readonly platform: string },
  filter: PlanFilter,
): boolean => allows(filter.personaIds, account.personaId) && allows(filter.platforms, account.platform);
