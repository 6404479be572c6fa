import { type Account, type PieceKind, pieceKinds, type Role, type Workspace } from '../model/records';
import { noFilter } from '../schedule/filter';
import { lanesOf } from '../schedule/lanes';
import type { CampaignPlan } from './facts';
import type { WaveRow } from './waveRows';

/** How often a campaign speaks in one place: planned posts, and waves that still have to be planned. Skipped ones do not count. */
export type Reach = {
  readonly count: number;
  readonly kinds: Readonly<Record<PieceKind, number>>;
};

export type RoleReach = Reach & {
  readonly role: Role;
  /** The team's own name; null means the usual one. */
  readonly name: string | null;
  readonly platforms: readonly PlatformReach[];
};
export type PlatformReach = Reach & { readonly platform: string; readonly accounts: readonly Account[] };

/** What the campaign leaves out although the team could do it. A platform within a silent role is not named again. */
export type Gap =
  | { readonly kind: 'role'; readonly role: Role; readonly name: string | null; readonly accountId: string }
  | { readonly kind: 'platform'; readonly platform: string; readonly accountId: string }
  | { readonly kind: 'piece_kind'; readonly what: PieceKind };

export type Coverage = {
  readonly roles: readonly RoleReach[];
  readonly total: Reach;
  readonly gaps: readonly Gap[];
};

type Item = { readonly accountId: string | null; readonly kind: PieceKind | null };

/** Roles in the team's order with the platforms of their open accounts, and what each gets of the campaign. */
export function coverageOf(
  { placements, accounts }: Pick<CampaignPlan, 'placements' | 'accounts'>,
  rows: readonly WaveRow[],
  workspace: Pick<Workspace, 'roleNames' | 'roleOrder'> | undefined,
): Coverage {
  const items: readonly Item[] = [
    ...placements.filter(({ outcome }) => outcome !== 'skipped'),
    ...rows
      .filter(({ placement }) => placement === null)
      .map(({ account, piece }): Item => ({ accountId: account?.id ?? null, kind: piece?.kind ?? null })),
  ];
  const roles = lanesOf([...accounts.values()], workspace, noFilter).map(
    ({ role, name, accounts: mine }): RoleReach => {
      const platforms = [...new Set(mine.map(({ platform }) => platform))].map((platform): PlatformReach => {
        const here = mine.filter((account) => account.platform === platform);
        return { platform, accounts: here, ...reachOf(items, here) };
      });
      return { role, name, platforms, ...reachOf(items, mine) };
    },
  );
  const total = reachOf(items, [...accounts.values()]);
  return { roles, total, gaps: items.length === 0 ? [] : gapsOf(roles, total) };
}

function reachOf(items: readonly Item[], accounts: readonly Account[]): Reach {
  const ids = new Set(accounts.map(({ id }) => id));
  const mine = items.filter(({ accountId }) => accountId !== null && ids.has(accountId));
  const of = (kind: PieceKind): number => mine.filter((item) => item.kind === kind).length;
  return { count: mine.length, kinds: { scene: of('scene'), story: of('story'), interactive: of('interactive') } };
}

function gapsOf(roles: readonly RoleReach[], total: Reach): readonly Gap[] {
  return [
    ...roles.flatMap(({ role, name, count, platforms }): Gap[] => {
      if (count > 0)
        return platforms
          .filter((reach) => reach.count === 0)
          .flatMap(({ platform, accounts: [first] }): Gap[] =>
            first === undefined ? [] : [{ kind: 'platform', platform, accountId: first.id }],
          );
      const first = platforms[0]?.accounts[0];
      return first === undefined ? [] : [{ kind: 'role', role, name, accountId: first.id }];
    }),
    ...pieceKinds.filter((what) => total.kinds[what] === 0).map((what): Gap => ({ kind: 'piece_kind', what })),
  ];
}
