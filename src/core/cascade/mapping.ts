import type { Account, CascadePattern } from '../model/records';
import { peersOf } from './pattern';

type PatternWave = CascadePattern['waves'][number];

/** A wave of a pattern on the team's accounts; `account` is null where there is none for it, and the wave waits for one. */
export type Mapped = { readonly wave: PatternWave; readonly account: Account | null };

/**
 * Puts a pattern on accounts: by platform and role, the same seat to the same account. Where a platform plays another role in
 * this team its account takes the wave all the same. No two seats share an account, and nobody stands in for another platform.
 */
export function mapPattern(pattern: CascadePattern, accounts: readonly Account[]): readonly Mapped[] {
  return pattern.waves.map((wave) => ({ wave, account: accountFor(wave, accounts) }));
}

function accountFor({ role, platform, seat }: PatternWave, accounts: readonly Account[]): Account | null {
  const peers = peersOf(accounts, role, platform);
  if (peers.length > 0 || platform === '') return peers[seat] ?? null;
  const others = accounts.filter((account) => !account.closed && account.platform === platform);
  return (
    [...others].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1))[seat] ?? null
  );
}
