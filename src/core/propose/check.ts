import { daysBetween, startOfWeek, type WallDate, type WallTime } from '../time/wallDate';
import { MINUTES_PER_DAY, minutesOf, within } from './moments';
import type { HardRule, Problem, ProposeAccount, Proposed, ProposePiece, Spot } from './types';

/**
 * The hard rules, each as it would be said. Slow and plain on purpose: the solver (`board.ts`) has its own quick way of
 * never breaking them, and this one judges it, says why something found no place, and looks again before anything is taken.
 */
export type Posts = {
  /** Posts of an account: planned and proposed. */
  readonly of: (accountId: string) => readonly Post[];
  /** Accounts a piece goes out on. */
  readonly accountsOf: (pieceId: string) => ReadonlySet<string>;
  /** The week of a day, named by its first; and a moment in minutes since 1970. Each day is reckoned once. */
  readonly weekOf: (day: WallDate) => WallDate;
  readonly minuteOf: (day: WallDate, time: WallTime) => number;
};
type Post = { readonly week: WallDate; readonly minute: number | null };

/** The plan with what is proposed, as the rules look at it. */
export function postsOf({ planned, pieces, rules }: Problem, proposed: readonly Proposed[]): Posts {
  const weekOf = remembering((day) => startOfWeek(day, rules.weekStart));
  const daysOf = remembering((day) => daysBetween(EPOCH, day));
  const minuteOf = (day: WallDate, time: WallTime): number => daysOf(day) * MINUTES_PER_DAY + minutesOf(time);
  const byAccount = new Map<string, Post[]>();
  const byPiece = new Map<string, Set<string>>();
  const add = (pieceId: string | null, accountId: string): void => {
    if (pieceId === null) return;
    const known = byPiece.get(pieceId);
    if (known === undefined) byPiece.set(pieceId, new Set([accountId]));
    else known.add(accountId);
  };
  for (const post of [...planned, ...proposed]) {
    const { day, time } = post;
    const entry: Post = { week: weekOf(day), minute: time === null ? null : minuteOf(day, time) };
    const known = byAccount.get(post.accountId);
    if (known === undefined) byAccount.set(post.accountId, [entry]);
    else known.push(entry);
    add(post.pieceId, post.accountId);
  }
  for (const piece of pieces) for (const { accountId } of piece.on) add(piece.id, accountId);
  return {
    of: (accountId) => byAccount.get(accountId) ?? [],
    accountsOf: (pieceId) => byPiece.get(pieceId) ?? new Set(),
    weekOf,
    minuteOf,
  };
}

const EPOCH = '1970-01-01' as WallDate;

function remembering<T>(reckon: (day: WallDate) => T): (day: WallDate) => T {
  const known = new Map<WallDate, T>();
  return (day) => {
    const there = known.get(day);
    if (there !== undefined) return there;
    const value = reckon(day);
    known.set(day, value);
    return value;
  };
}

export type Asked = {
  readonly problem: Problem;
  readonly posts: Posts;
  readonly piece: ProposePiece;
  readonly account: ProposeAccount;
  readonly spot: Spot;
};

const breaks: { readonly [R in HardRule]: (asked: Asked) => boolean } = {
  closed: ({ account }) => account.closed,
  format: ({ account, spot }) => !account.formats.includes(spot.format),
  not_for: ({ piece, spot }) => piece.notFor.includes(spot.format),
  unfit: ({ piece, spot }) => piece.unfit.includes(spot.format),
  lang: ({ piece, account }) => !piece.langs.includes(account.lang),
  voice: ({ problem, piece, account }) =>
    piece.personaId !== null &&
    account.personaId !== null &&
    piece.personaId !== account.personaId &&
    !problem.rules.standIns.some(({ persona, by }) => persona === piece.personaId && by === account.personaId),
  silent_persona: ({ problem, piece, account }) =>
    [piece.personaId, account.personaId].some((id) => id !== null && problem.rules.silentPersonas.includes(id)),
  once: ({ posts, piece, account }) => posts.accountsOf(piece.id).has(account.id),
  refused: ({ problem, piece, account, spot }) =>
    problem.rules.refused.some(
      (one) => one.pieceId === piece.id && one.accountId === account.id && one.day === spot.day,
    ),
  campaign: ({ problem, piece, spot }) => {
    const campaign = problem.campaigns.find(({ id }) => id === piece.campaignId);
    if (campaign === undefined) return false;
    if (campaign.start !== null && spot.day < campaign.start) return true;
    if (campaign.end !== null && spot.day > campaign.end) return true;
    const phases = campaign.phases.filter(({ start, end }) => start <= spot.day && spot.day <= end);
    return phases.length > 0 && phases.every(({ kind }) => kind === 'review');
  },
  deadline: ({ piece, spot }) => piece.lastDay !== null && spot.day > piece.lastDay,
  past: ({ problem: { rules }, spot }) =>
    spot.day < rules.now.day || (spot.day === rules.now.day && spot.time <= rules.now.time),
  free_day: ({ problem, spot }) => problem.rules.freeDays.includes(spot.day),
  quiet_hours: ({ account, spot }) => account.quiet.some((span) => within(minutesOf(spot.time), span)),
  capacity: ({ posts, account, spot }) => {
    if (account.capacity === 0) return false;
    const week = posts.weekOf(spot.day);
    return posts.of(account.id).filter((post) => post.week === week).length >= account.capacity;
  },
  quiet_gap: ({ posts, account, spot }) => {
    const minute = posts.minuteOf(spot.day, spot.time);
    // Two posts of an account never share a minute, whatever its gap.
    const least = Math.max(1, account.gapMinutes);
    return posts.of(account.id).some((post) => post.minute !== null && Math.abs(post.minute - minute) < least);
  },
};

/** Every hard rule a spot breaks for a piece, in the order of `hardRules`; `posts` must not hold the post itself. */
export function brokenRules(asked: Asked, rules: readonly HardRule[]): readonly HardRule[] {
  return rules.filter((rule) => breaks[rule](asked));
}
