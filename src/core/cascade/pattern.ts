import type { Account, Campaign, CascadePattern, Phase, Wave } from '../model/records';
import { daysBetween } from '../time/wallDate';
import { treeOf } from './tree';

/** What of a campaign a template cannot hold. */
export type Unkept = { readonly what: 'wave' | 'phase'; readonly name: string };

/**
 * A campaign as a pattern: phases in days from its zero day, waves by role and platform of their accounts. The lead comes first
 * and every wave after the one it follows. A wave without an account and a phase without days cannot be kept and are named.
 */
export function patternOf(
  campaign: Campaign,
  phases: readonly Phase[],
  waves: readonly Wave[],
  accounts: ReadonlyMap<string, Account>,
): { readonly pattern: CascadePattern; readonly unkept: readonly Unkept[] } {
  const zero = campaign.zeroDay ?? campaign.start;
  const unkept: Unkept[] = [];
  const places = new Map<string, number>();
  const kept: CascadePattern['waves'] = [];
  for (const { wave, anchorId } of treeOf(campaign, waves).links) {
    const account = wave.accountId === null ? undefined : accounts.get(wave.accountId);
    const after = anchorId === null ? null : places.get(anchorId);
    if (account === undefined || after === undefined) {
      unkept.push({ what: 'wave', name: wave.name });
      continue;
    }
    places.set(wave.id, kept.length);
    const { name, format, rule, onlyWorkdays } = wave;
    const { role, platform } = account;
    kept.push({ name, role, platform, seat: seatOf(account, accounts), format, after, rule, onlyWorkdays });
  }
  const spans = [...phases]
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1))
    .flatMap(({ kind, name, start, end, entryChecks, exitChecks }): CascadePattern['phases'] => {
      if (zero === null || start === null || end === null) {
        unkept.push({ what: 'phase', name });
        return [];
      }
      const [entry, exit] = [Object.keys(entryChecks), Object.keys(exitChecks)];
      return [{ kind, name, from: daysBetween(zero, start), to: daysBetween(zero, end), entry, exit }];
    });
  return { pattern: { phases: spans, waves: kept }, unkept };
}

/** Which of the open accounts of its platform and role an account is, by their order. */
function seatOf(account: Account, accounts: ReadonlyMap<string, Account>): number {
  const peers = peersOf([...accounts.values()], account.role, account.platform);
  return Math.max(
    0,
    peers.findIndex(({ id }) => id === account.id),
  );
}

/** Accounts that can take a wave of this role and platform, by their order; an empty platform is any. */
export const peersOf = (accounts: readonly Account[], role: Account['role'], platform: string): readonly Account[] =>
  accounts
    .filter((account) => !account.closed && account.role === role && (platform === '' || account.platform === platform))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));
