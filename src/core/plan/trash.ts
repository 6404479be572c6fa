/** How long a piece stays in the trash before the studio offers to remove it, in days. It never removes it by itself. */
export const TRASH_DAYS = 30;

const DAY = 86_400_000;

/**
 * Whole days until a piece of the trash may be offered for removal, counted from when it was put there; 0 when it
 * may be now. Both in milliseconds since 1970.
 */
export const daysLeft = (trashedAt: number, now: number): number =>
  Math.max(0, TRASH_DAYS - Math.floor((now - trashedAt) / DAY));

/** Pieces put into the trash before this moment have had their time. */
export const dueBefore = (now: number): number => now - TRASH_DAYS * DAY;
