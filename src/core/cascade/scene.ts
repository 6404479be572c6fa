import type { Account, Campaign, Outcome, Wave } from '../model/records';
import type { AccountsById } from '../schedule/planned';
import type { WallDate, WallTime } from '../time/wallDate';
import type { WorkCalendar } from './calendar';
import type { Moment } from './moment';

/** A placement as a cascade sees it. */
export type Placed = {
  readonly id: string;
  readonly pieceId: string | null;
  readonly accountId: string | null;
  readonly day: WallDate | null;
  readonly time: WallTime | null;
  readonly zone: string;
  readonly outcome: Outcome;
  readonly pinned: boolean;
};

/** What an account bears, as far as a landing can break it. */
export type Limits = {
  /** First day of a week, 1 Monday … 7 Sunday. */
  readonly weekStart: number;
  /** Whether the account is silent at this moment. */
  readonly isQuiet: (account: Account, moment: Moment) => boolean;
  /** Minutes that two posts of the account lie apart at least; 0 for any. */
  readonly gapOf: (account: Account) => number;
};

/** No account has quiet hours or a gap. */
export const noLimits: Limits = { weekStart: 1, isQuiet: () => false, gapOf: () => 0 };

/** Everything a cascade is reckoned with: one campaign, and the placements of its waves and around where they may land. */
export type Scene = {
  readonly campaign: Campaign;
  readonly waves: readonly Wave[];
  readonly placements: ReadonlyMap<string, Placed>;
  readonly accounts: AccountsById;
  /** The zone of waves that have no placement yet. */
  readonly zone: string;
  readonly today: WallDate;
  readonly calendar: WorkCalendar;
  readonly limits: Limits;
};

/** Where a placement stands; null while it has no day. */
export const momentOfPlaced = (placed: Placed | undefined): Moment | null =>
  placed?.day == null ? null : { day: placed.day, time: placed.time };

/** The placement of a wave, if it is there and has a day. */
export const placedOf = (wave: Wave, placements: Scene['placements']): Placed | null => {
  const placed = wave.placementId === null ? undefined : placements.get(wave.placementId);
  return placed?.day == null ? null : placed;
};
