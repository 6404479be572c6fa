import type { Alarm, AlarmRules } from '../core/desk/alarms';
import type { WallDate } from '../core/time/wallDate';
import type { PlacementCard } from './placements';

/** What the hand-over desk reads. */
export type DeskCards = {
  readonly cards: readonly PlacementCard[];
  /** Planned posts of days before the oldest asked for, that nobody handed over. */
  readonly older: number;
  /** The first planned post after the days asked for. */
  readonly next: PlacementCard | null;
};

/** Planned posts to be reminded of, with the team's quiet hours and the zone its days are reckoned in. */
export type DeskAlarms = {
  readonly alarms: readonly Alarm[];
  readonly quiet: AlarmRules['quiet'];
  readonly zone: string;
};

/** The last word of a review on the version a placement shows, or on its piece. */
export type DeskReview = {
  readonly verdict: 'comment' | 'approve' | 'change';
  /** The reader's name; empty where nobody by that name is in the team any more. */
  readonly by: string;
  readonly day: WallDate | null;
};

/** How reminders stand on this machine. */
export type ReminderState = {
  /** Whether the desktop can show them at all. */
  readonly shown: boolean;
  /** Whether there is a tray the window could be closed to. */
  readonly tray: boolean;
  readonly pausedUntil: number | null;
  /** Came due while the studio was not running, oldest first. */
  readonly missed: readonly Alarm[];
};
