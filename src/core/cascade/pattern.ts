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
    kept.push({ name, role: account.role, platform: account.platform, format, after, rule, onlyWorkdays });
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
