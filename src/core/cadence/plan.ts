import type { Account, Community, Persona, PlanCheckLevel, Role, Series, Workspace } from '../model/records';
import type { SchedulerRules } from '../platforms/pack';
import type { Planned } from '../schedule/planned';
import type { WallDate, WallTime } from '../time/wallDate';
import type { DayKind } from '../time/workdays';

/** A placement as the check of a plan sees it. Objects that did not change should be the same ones: they are not read again. */
export type PlanItem = Planned & {
  readonly zone: string;
  readonly pinned: boolean;
  readonly seriesId: string | null;
  readonly slotDay: WallDate | null;
  /** Its piece is deleted or in the trash. */
  readonly pieceGone: boolean;
  /** When a draw of its piece closes, where the brief says so in a way that can be read. */
  readonly deadline: { readonly day: WallDate; readonly time: WallTime | null } | null;
};

/** What a platform brings to the check: what its own scheduler takes, and the formats it has. */
export type PlatformFacts = {
  readonly scheduler: Pick<SchedulerRules, 'leastMinutes' | 'mostDays' | 'perDay'> | undefined;
  /** `weibo/post`. */
  readonly formats: readonly string[];
};

/** The team's part of the plan: what thresholds there are, and what they apply to. */
export type PlanRules = {
  readonly team: Pick<
    Workspace,
    | 'zone'
    | 'weekStart'
    | 'quietGap'
    | 'quietFrom'
    | 'quietTo'
    | 'sameTextDays'
    | 'emptyDays'
    | 'kindTargets'
    | 'roleNames'
  > & { readonly planChecks: Readonly<Record<string, PlanCheckLevel>> };
  readonly accounts: readonly Account[];
  readonly personas: readonly Persona[];
  readonly communities: readonly Community[];
  readonly series: readonly Series[];
  readonly platforms: ReadonlyMap<string, PlatformFacts>;
  readonly dayKind: (day: WallDate) => DayKind;
};

/** Two placements of one account with nearly the same paragraph, of different pieces, and the paragraph's beginning. */
export type Alike = { readonly a: string; readonly b: string; readonly text: string };

/** Where a wave's rule wants its placement, as its anchor stands; a lead is wanted where it is. */
export type WaveWish = {
  readonly placementId: string;
  readonly day: WallDate;
  readonly time: WallTime | null;
  /** Other waves are reckoned from it: who moves it moves them, which only the cascade does. */
  readonly isFollowed: boolean;
};

/** A whole plan, as far as it is looked at. */
export type PlanToCheck = {
  readonly rules: PlanRules;
  readonly today: WallDate;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Findings of these days are wanted; items reach `MARGIN_DAYS` farther on both sides. */
  readonly from: WallDate;
  readonly to: WallDate;
  readonly items: readonly PlanItem[];
  readonly alike: readonly Alike[];
  readonly waves: readonly WaveWish[];
};

/** How far beyond the days that are wanted a plan must be known: the longest distance a rule looks. */
export const MARGIN_DAYS = 31;

export type Lane = { readonly role: Role; readonly accountIds: ReadonlySet<string> };

/** Still to go out, and nobody pinned it: only such a placement is moved by a fix. */
export const isMovable = (item: PlanItem): boolean => item.outcome === 'planned' && !item.pinned;
/** It goes out, or went out. */
export const isCounted = (item: PlanItem): boolean => item.outcome !== 'skipped';
/** It has yet to go out, so something can still be done. */
export const isAhead = (item: PlanItem, today: WallDate): boolean =>
  (item.outcome === 'planned' || item.outcome === 'handed_over') && item.day !== null && item.day >= today;
