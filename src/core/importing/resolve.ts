import type { Account, Campaign, Member, Persona } from '../model/records';
import type { PlatformPack } from '../platforms/pack';
import { type PlatformNames, platformsIn } from '../sheets/values/platforms';
import { told } from './draft';
import type { ImportRow, PlacementDraft, RowMessage } from './model';

/** What names can mean in a workspace. */
export type Known = {
  readonly personas: readonly Persona[];
  readonly campaigns: readonly Campaign[];
  readonly members: readonly Member[];
  readonly accounts: readonly Account[];
  readonly packs: readonly PlatformPack[];
  /** Every name of a platform (`platformNames`), made once: a sheet asks for each of its rows. */
  readonly names: PlatformNames;
};

export type ResolvedPlacement = {
  readonly accountId: string;
  /** Null leaves the choice to the account. */
  readonly format: string | null;
  readonly draft: PlacementDraft;
};

/** Names as ids, null where nothing of that name is there; the messages say which. */
export type Resolved = {
  readonly personaId: string | null;
  readonly campaignId: string | null;
  readonly ownerId: string | null;
  readonly placements: readonly ResolvedPlacement[];
  readonly messages: readonly RowMessage[];
};

/** Turns the names of a row into ids. Compares folded: `汀岸 ` is `汀岸`, `weibo` is `Weibo`. */
export function resolveRow({ piece, placements }: ImportRow, known: Known): Resolved {
  const messages: RowMessage[] = [];
  const find = (
    list: readonly { readonly id: string; readonly name: string }[],
    name: string,
    code: 'persona_unknown' | 'campaign_unknown' | 'owner_unknown',
  ): string | null => {
    if (fold(name) === '') return null;
    const found = list.find((one) => fold(one.name) === fold(name));
    if (found === undefined) messages.push(told(code, { name }));
    return found?.id ?? null;
  };
  return {
    personaId: find(known.personas, piece?.personaName ?? '', 'persona_unknown'),
    campaignId: find(known.campaigns, piece?.campaignName ?? '', 'campaign_unknown'),
    ownerId: find(known.members, piece?.ownerName ?? '', 'owner_unknown'),
    placements: placements.flatMap((draft) => {
      const placed = resolvePlacement(draft, known, messages);
      return placed === null ? [] : [placed];
    }),
    messages,
  };
}

function resolvePlacement(draft: PlacementDraft, known: Known, messages: RowMessage[]): ResolvedPlacement | null {
  if (draft.day === null) {
    if (draft.account !== '' || draft.platform !== '') messages.push(told('day_missing'));
    return null;
  }
  const pack = draft.platform === '' ? null : platformNamed(draft.platform, known);
  if (draft.platform !== '' && pack === null) {
    messages.push(told('platform_unknown', { name: draft.platform }));
    return null;
  }
  const open = known.accounts.filter(({ closed, platform }) => !closed && (pack === null || platform === pack.id));
  const meant = draft.account === '' ? open : open.filter((account) => isCalled(account, draft.account));
  const [account] = meant;
  if (account === undefined || meant.length > 1 || (draft.account === '' && pack === null)) {
    const name = [draft.platform, draft.account].filter((part) => part !== '').join(' ');
    if (account === undefined) messages.push(told('account_unknown', { name }));
    else messages.push(told('account_several', { name, count: meant.length }));
    return null;
  }
  const format = formatNamed(draft.format, account, known.packs);
  if (draft.format !== '' && format === null)
    messages.push(told('format_unknown', { name: draft.format, account: account.name }));
  return { accountId: account.id, format, draft };
}

const isCalled = ({ name, handle }: Account, written: string): boolean =>
  fold(name) === fold(written) || (handle !== '' && fold(handle).replace(/^@/, '') === fold(written).replace(/^@/, ''));

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The pack a written name means: its id, its names, or one that people use for it (`sheets/values/platforms.ts`). */
export function platformNamed(name: string, { packs, names }: Pick<Known, 'packs' | 'names'>): PlatformPack | null {
  const [named] = platformsIn(name, names);
  return packs.find(({ id }) => id === named?.id) ?? null;
}

function formatNamed(name: string, account: Account, packs: readonly PlatformPack[]): string | null {
  const written = fold(name);
  if (written === '') return null;
  const pack = packs.find(({ id }) => id === account.platform);
  const format = pack?.formats.find(
    ({ id, zh, en }) =>
      id === written || `${pack.id}/${id}` === written || fold(zh) === written || fold(en) === written,
  );
  const ref = format === undefined || pack === undefined ? null : `${pack.id}/${format.id}`;
  return ref !== null && (account.formats.length === 0 || account.formats.includes(ref)) ? ref : null;
}
