import type { Role } from '../model/vocabulary';
import type { WallTime } from '../time/wallDate';
import { minutesOf } from './moments';
import type { TimeChoice } from './types';

/**
 * The clock times an account may go out at, and how good each is. From its own figures where there are enough of them, from
 * when it usually goes out, and from its role where nothing else is known; each says which.
 */
export type TimedFigure = {
  readonly time: WallTime;
  /** Canonical name of the figure, one of `countedFigures`. */
  readonly key: string;
  readonly value: number;
};

/** Figures that say how far a post came, the widest first; an account is judged by the first it has enough of. */
export const countedFigures = ['impressions', 'views', 'reads', 'plays', 'reach', 'engagements', 'likes'] as const;

/** Posts with figures an account needs before they are asked, and posts of one stretch of the day. */
const LEAST_POSTS = 6;
const LEAST_IN_STRETCH = 3;
/** Minutes of a stretch: two hours, as wide as a feed keeps a post in sight. */
const STRETCH = 120;
/** A mean over n posts is drawn to the middle as if so many ordinary posts stood beside them. */
const PULL = 4;
const MOST_TIMES = 4;

/** Clock times that stand for a role where an account has neither figures nor habits: the studio's own guess, said as such. */
const roleTimes: Readonly<Record<Role, readonly WallTime[]>> = {
  traffic: ['12:00', '18:00', '20:00'] as WallTime[],
  depth: ['20:30', '08:00'] as WallTime[],
  circle: ['18:00', '20:00'] as WallTime[],
  niche: ['12:30', '20:00'] as WallTime[],
  private: ['10:00', '19:00'] as WallTime[],
};

/** `usual`: clock times of its posts, planned and past, skipped ones left out. */
export function timesOf(
  role: Role,
  usual: readonly WallTime[],
  figures: readonly TimedFigure[],
): readonly TimeChoice[] {
  const found = new Map<WallTime, TimeChoice>();
  for (const choice of [...fromFigures(figures), ...fromHabit(usual), ...fromRole(role)])
    if (!found.has(choice.time) && found.size < MOST_TIMES) found.set(choice.time, choice);
  return [...found.values()].sort((a, b) => (a.time < b.time ? -1 : 1));
}

function fromFigures(figures: readonly TimedFigure[]): readonly TimeChoice[] {
  const metric = countedFigures.find((key) => figures.filter((figure) => figure.key === key).length >= LEAST_POSTS);
  if (metric === undefined) return [];
  const mine = figures.filter((figure) => figure.key === metric);
  const middle = median(mine.map(({ value }) => value));
  if (middle <= 0) return [];
  const stretches = new Map<number, TimedFigure[]>();
  for (const figure of mine) {
    const stretch = Math.floor(minutesOf(figure.time) / STRETCH);
    stretches.set(stretch, [...(stretches.get(stretch) ?? []), figure]);
  }
  return [...stretches.values()]
    .filter((posts) => posts.length >= LEAST_IN_STRETCH)
    .map((posts): TimeChoice => {
      const shares = posts.map(({ value }) => value / middle);
      const n = shares.length;
      const mean = shares.reduce((sum, share) => sum + share, 0) / n;
      const spread = Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (n - 1));
      const drawn = (mean * n + PULL) / (n + PULL);
      return {
        time: commonest(posts.map(({ time }) => time)),
        quality: Math.min(1, drawn / 2),
        basis: { kind: 'figures', metric, n, mean: Math.round(mean * 100), spread: Math.round(spread * 100) },
      };
    })
    .sort((a, b) => b.quality - a.quality || (a.time < b.time ? -1 : 1))
    .slice(0, 2);
}

/** How good a habit is: its share of the posts, between what speaks for nothing and what figures could say. */
function fromHabit(usual: readonly WallTime[]): readonly TimeChoice[] {
  const counts = new Map<WallTime, number>();
  for (const time of usual) counts.set(time, (counts.get(time) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, 2)
    .map(
      ([time, n]): TimeChoice => ({
        time,
        quality: 0.5 + (0.25 * n) / usual.length,
        basis: { kind: 'usual', n, of: usual.length },
      }),
    );
}

const fromRole = (role: Role): readonly TimeChoice[] =>
  roleTimes[role].map((time) => ({ time, quality: 0.45, basis: { kind: 'role' } }));

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function commonest(times: readonly WallTime[]): WallTime {
  const counts = new Map<WallTime, number>();
  for (const time of times) counts.set(time, (counts.get(time) ?? 0) + 1);
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best?.[0] ?? ('18:00' as WallTime);
}
