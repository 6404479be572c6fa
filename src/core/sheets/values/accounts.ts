import type { PlacementDraft } from '../../importing/model';
import { formatOf, type NamedPlatform, type PlatformNames, platformsIn } from './platforms';
import { listed, plain, saysNothing } from './text';

/** An account as a cell names it; `platform` is a pack's id when the cell says it, else empty. */
export type NamedAccount = { readonly account: string; readonly platform: string; readonly format: string };

/** What is known of the workspace's accounts, so that names with signs in them are not taken apart. */
export type KnownAccount = { readonly name: string; readonly handle: string; readonly platform: string };

const fold = (text: string): string => plain(text).toLowerCase().replace(/^@/, '');

/** Accounts by folded name and handle, made once per import. */
export type AccountNames = ReadonlyMap<string, readonly KnownAccount[]>;

export function accountNames(accounts: readonly KnownAccount[]): AccountNames {
  const map = new Map<string, KnownAccount[]>();
  for (const account of accounts)
    for (const name of new Set([fold(account.name), fold(account.handle)]))
      if (name !== '') map.set(name, [...(map.get(name) ?? []), account]);
  return map;
}

/** All accounts of a cell: `汀岸科技、汀岸研究所`, `微博：汀岸；抖音：汀岸`, `@tingan (X)`. */
export function accountsIn(cell: string, names: PlatformNames, known: AccountNames): readonly NamedAccount[] {
  if (known.has(fold(cell))) return [{ account: cell.trim(), platform: '', format: '' }];
  return listed(cell, /[,，、;；|\n\r\t+＋]+/).flatMap((part) => {
    if (saysNothing(part)) return [];
    const pieces = part
      .split('/')
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '');
    // A stroke may belong to a name (桥灯/来信): it divides only where both sides are known or name a platform.
    const each = pieces.map((piece) => oneAccount(piece, names, known));
    const isSure = (piece: string, at: number): boolean =>
      known.has(fold(piece)) || (each[at] ?? []).some(({ platform }) => platform !== '');
    return pieces.length > 1 && !known.has(fold(part)) && pieces.every(isSure)
      ? each.flat()
      : oneAccount(part, names, known);
  });
}

function oneAccount(part: string, names: PlatformNames, known: AccountNames): readonly NamedAccount[] {
  if (known.has(fold(part))) return [{ account: part, platform: '', format: '' }];
  const bare = platformsIn(part, names);
  if (bare.length > 0) return bare.map(({ id, format }) => ({ account: '', platform: id, format }));
  // 微博：汀岸, 抖音-汀岸, 小红书@汀岸
  const front = /^([^:：@＠\-—·]{1,24}?) ?[:：@＠\-—·]+ ?(.+)$/.exec(part);
  const before = front === null ? undefined : platformsIn(front[1] ?? '', names)[0];
  if (front !== null && before !== undefined)
    return [{ account: (front[2] ?? '').trim(), platform: before.id, format: before.format }];
  // 汀岸（抖音）, 汀岸@抖音, 汀岸-抖音
  const back = /^(.+?) ?(?:[(（【[]([^()（）]{1,24})[)）】\]]|[@＠\-—·]([^@＠\-—·]{1,24}))$/.exec(part);
  const behind = back === null ? undefined : platformsIn(back[2] ?? back[3] ?? '', names)[0];
  if (back !== null && behind !== undefined)
    return [{ account: (back[1] ?? '').trim(), platform: behind.id, format: behind.format }];
  return [{ account: part, platform: '', format: '' }];
}

/** All platforms of a cell. A part that is none keeps its words, for the message. */
export function platformList(cell: string, names: PlatformNames): readonly NamedPlatform[] {
  const known = names.read.get(cell);
  if (known !== undefined) return known;
  const found = readPlatforms(cell, names);
  if (names.read.size < MAX_READ) names.read.set(cell, found);
  return found;
}

/** Cells whose platforms are remembered: a sheet of a hundred thousand rows has a few dozen different ones. */
const MAX_READ = 1_000;

function readPlatforms(cell: string, names: PlatformNames): readonly NamedPlatform[] {
  const whole = platformsIn(cell, names);
  if (whole.length > 0) return whole;
  return listed(cell, /[,，、;；|\n\r\t+＋&/]+|\s和\s?/).flatMap((part) => {
    if (saysNothing(part)) return [];
    const found = platformsIn(part, names);
    const words =
      found.length === 0 && /\s/.test(part) ? part.split(/\s+/).map((word) => platformsIn(word, names)) : [];
    if (words.length > 1 && words.every((one) => one.length > 0)) return words.flat();
    return found.length > 0 ? found : [{ id: '', format: '', written: part }];
  });
}

type Target = Pick<PlacementDraft, 'platform' | 'account' | 'format'>;

/**
 * Which account publishes on which platform. One side given: each of it. One account for several platforms (or several
 * for one): each pair. Several of both: by the platform an account is known or said to be on, else one to one when they are
 * as many.
 *
 * @returns null when several meet several and nothing says which belongs to which.
 */
export function targetsOf(
  platforms: readonly NamedPlatform[],
  accounts: readonly NamedAccount[],
  form: string,
  names: PlatformNames,
  known: AccountNames,
): readonly Target[] | null {
  const target = (
    platform: { readonly id: string; readonly format: string; readonly written?: string } | null,
    account: NamedAccount | null,
  ): Target => {
    const id = account?.platform || platform?.id || '';
    const said = account?.format || (platform?.id === id ? (platform?.format ?? '') : '');
    const format = said || (form === '' ? '' : id === '' ? form.trim() : formatOf(form, id, names));
    return { platform: id || (platform?.written ?? ''), account: account?.account ?? '', format };
  };
  if (accounts.length === 0) return platforms.map((platform) => target(platform, null));
  if (platforms.length === 0) return accounts.map((account) => target(null, account));
  const [platform] = platforms;
  if (platforms.length === 1 && platform !== undefined) return accounts.map((account) => target(platform, account));
  const placed = accounts.map((account) => homeOf(account, platforms, known));
  if (accounts.length === 1 && accounts[0] !== undefined && !accounts[0].platform) {
    const [account] = accounts;
    return platforms.map((one) => target(one, account));
  }
  if (placed.every((home) => home !== null)) {
    const covered = new Set(placed.map((home) => home?.id));
    const alone = platforms.filter(({ id }) => !covered.has(id)).map((one) => target(one, null));
    return [...accounts.map((account, at) => target(placed[at] ?? null, account)), ...alone];
  }
  if (accounts.length === platforms.length)
    return accounts.map((account, at) => target(platforms[at] ?? null, account));
  return null;
}

/** The platform among those of the row that an account is on, when that is one only. */
function homeOf(account: NamedAccount, platforms: readonly NamedPlatform[], known: AccountNames): NamedPlatform | null {
  if (account.platform !== '')
    return (
      platforms.find(({ id }) => id === account.platform) ?? {
        id: account.platform,
        format: account.format,
        written: '',
      }
    );
  const homes = (known.get(fold(account.account)) ?? []).map(({ platform }) => platform);
  const fitting = platforms.filter(({ id }) => homes.includes(id));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
