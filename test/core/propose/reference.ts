import { pieceKinds } from '../../../src/core/model/vocabulary';
import type { Problem, ProposeAccount, ProposePiece } from '../../../src/core/propose/types';
import { daysToWrite, phaseFit, roleFit, voiceFit, weights } from '../../../src/core/propose/weights';
import { brokenBy, possibleOn, weekOf } from './faults';

/**
 * The best plan there is, found by writing down every plan and scoring each from nothing. Written from the sentences of
 * docs/decisions/0032-propose.md; of the solver it shares the table of weights and nothing else.
 */
export type Optimum = { readonly points: number; readonly plans: number };

type Placed = {
  readonly pieceId: string | null;
  readonly accountId: string;
  readonly role: string;
  readonly personaId: string | null;
  readonly kind: string;
  /** Days since 1970, and minutes since 1970 where there is a time. */
  readonly date: number;
  readonly minute: number | null;
  readonly week: string;
};
type Way = Placed & { readonly own: number };

const DAY = 86_400_000;
const dateOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const dayOf = (date: number): string => new Date(date * DAY).toISOString().slice(0, 10);
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Undefined where there are more than `most` plans. */
export function optimumOf(problem: Problem, most: number): Optimum | undefined {
  const wanted = problem.pieces.flatMap((piece) => waysOfPiece(problem, piece));
  const standing = problem.planned.map((post): Placed => {
    const date = dateOf(post.day);
    return {
      ...post,
      date,
      minute: post.time === null ? null : date * 1_440 + minutesOf(post.time),
      week: weekOf(post.day, problem.rules.weekStart),
    };
  });
  const together = scorer(problem);
  const before = together(standing);
  const chosen: Way[] = [];
  let [best, plans] = [0, 0];
  const go = (index: number, own: number): boolean => {
    const unit = wanted[index];
    if (unit === undefined) {
      plans += 1;
      if (plans > most) return false;
      best = Math.max(best, own + together([...standing, ...chosen]) - before);
      return true;
    }
    if (!go(index + 1, own)) return false;
    for (const way of unit) {
      if (clashes(problem, standing, chosen, way)) continue;
      chosen.push(way);
      if (!go(index + 1, own + way.own)) return false;
      chosen.pop();
    }
    return true;
  };
  return go(0, 0) ? { points: best, plans } : undefined;
}

/** For each post a piece is asked for, every place it could take if nothing else were proposed. */
function waysOfPiece(problem: Problem, piece: ProposePiece): readonly (readonly Way[])[] {
  const { rules } = problem;
  const waiting: readonly (string | null)[] =
    piece.formats.length > 0
      ? piece.formats.filter((format) => piece.on.every((one) => one.format !== format))
      : Array.from({ length: Math.max(0, rules.accountsPerPiece - piece.on.length) }, () => null);
  return waiting.map((chosen) =>
    problem.accounts.flatMap((account) => {
      const format = chosen ?? possibleOn(piece, account)[0] ?? account.formats[0];
      if (format === undefined) return [];
      const ways: Way[] = [];
      for (let date = dateOf(rules.from); date <= dateOf(rules.to); date += 1)
        for (const { time, quality } of account.times) {
          const day = dayOf(date);
          if (brokenBy(problem, problem.planned, piece, account, format, day, time).length > 0) continue;
          ways.push({
            pieceId: piece.id,
            accountId: account.id,
            role: account.role,
            personaId: account.personaId,
            kind: piece.kind,
            date,
            minute: date * 1_440 + minutesOf(time),
            week: weekOf(day, rules.weekStart),
            own: ownPoints(problem, piece, account, format, date, minutesOf(time), quality),
          });
        }
      return ways;
    }),
  );
}

/** Whether two proposed posts, or too many of them, get in each other's way. */
function clashes(problem: Problem, standing: readonly Placed[], chosen: readonly Way[], way: Way): boolean {
  const account = problem.accounts.find(({ id }) => id === way.accountId);
  const mine = chosen.filter(({ accountId }) => accountId === way.accountId);
  if (account === undefined || mine.length === 0) return false;
  if (mine.some(({ pieceId }) => pieceId === way.pieceId)) return true;
  const least = Math.max(1, account.gapMinutes);
  if (mine.some(({ minute }) => Math.abs((minute ?? 0) - (way.minute ?? 0)) < least)) return true;
  const week = [...standing, ...mine].filter(({ accountId, week: at }) => accountId === account.id && at === way.week);
  return account.capacity > 0 && week.length >= account.capacity;
}

function ownPoints(
  problem: Problem,
  piece: ProposePiece,
  account: ProposeAccount,
  format: string,
  date: number,
  minute: number,
  quality: number,
): number {
  const { rules, campaigns } = problem;
  const first = dateOf(rules.from);
  const days = dateOf(rules.to) - first + 1;
  const inSpan = (from: number, to: number) =>
    from < to ? from <= minute && minute < to : from <= minute || minute < to;
  const isThere =
    account.handOver.length === 0 || account.handOver.some(({ from, to }) => inSpan(minutesOf(from), minutesOf(to)));
  const voice =
    piece.personaId === null
      ? voiceFit.free
      : account.personaId === null
        ? voiceFit.brand
        : account.personaId === piece.personaId
          ? voiceFit.own
          : voiceFit.stand_in;
  let phase = 0;
  for (const { kind, start, end } of campaigns.find(({ id }) => id === piece.campaignId)?.phases ?? [])
    if (kind !== 'review' && dateOf(start) <= date && date <= dateOf(end)) phase = phaseFit[kind][piece.kind];
  const missing = Math.max(0, daysToWrite[piece.state] - (date - dateOf(rules.now.day)));
  return (
    weights.placed +
    weights.role * roleFit[account.role][piece.kind] +
    weights.persona * voice +
    weights.format * (format === account.formats[0] ? 1 : 0.5) +
    weights.time * quality +
    (isThere ? 0 : weights.hand_over) +
    weights.phase * phase +
    weights.lead_time * missing +
    (weights.soon * (first + days - date)) / days
  );
}

/** Points of all posts beside each other. */
function scorer({ accounts, pieces, rules }: Problem): (posts: readonly Placed[]) => number {
  const [first, last] = [dateOf(rules.from), dateOf(rules.to)];
  const weeks = new Set<string>();
  for (let date = first; date <= last; date += 1) weeks.add(weekOf(dayOf(date), rules.weekStart));
  const lanes = [...new Set(accounts.map(({ role }) => role))];
  const asked = pieceKinds.map((kind) => rules.kindTargets[kind] ?? 0);
  const sum = asked.reduce((total, one) => total + one, 0);
  const shares = asked.map((one) => (sum === 0 ? 1 / asked.length : one / sum));
  return (posts) => {
    let points = 0;
    for (const lane of lanes) {
      const there = posts.filter(({ role }) => role === lane);
      for (const week of weeks) {
        const all = there.filter((post) => post.week === week);
        const off = pieceKinds.reduce(
          (total, kind, k) =>
            total + (all.filter((post) => post.kind === kind).length - (shares[k] ?? 0) * all.length) ** 2,
          0,
        );
        if (all.length > 0) points += (weights.kinds * off) / all.length;
      }
      if (rules.silentDays === 0) continue;
      const busy = new Set(there.map(({ date }) => date));
      let silent = 0;
      for (let date = first; date <= last + 1; date += 1)
        if (date > last || busy.has(date)) {
          points += weights.silence * Math.max(0, silent - rules.silentDays + 1);
          silent = 0;
        } else silent += 1;
    }
    for (const { id, capacity } of accounts) {
      const room = capacity === 0 ? 7 : capacity;
      const mine = posts.filter(({ accountId }) => accountId === id);
      for (const week of weeks) points += (weights.load * mine.filter((post) => post.week === week).length ** 2) / room;
      const usual = 7 / room;
      eachPair(mine, (apart) => {
        points += weights.spacing * Math.max(0, 1 - apart / usual) * Math.min(1, usual);
      });
    }
    for (const { id } of pieces)
      eachPair(
        posts.filter(({ pieceId }) => pieceId === id),
        (apart) => {
          points += weights.same_piece * Math.max(0, 1 - apart / 3);
        },
      );
    const within = posts.filter(({ date }) => first <= date && date <= last);
    for (const { personaId, percent } of rules.ceilings) {
      const carried = within.filter((post) => post.personaId === personaId).length;
      points += weights.ceiling * Math.max(0, carried - (percent * within.length) / 100);
    }
    return points;
  };
}

function eachPair(posts: readonly Placed[], see: (apart: number) => void): void {
  for (let a = 0; a < posts.length; a += 1)
    for (let b = a + 1; b < posts.length; b += 1) see(Math.abs((posts[a] as Placed).date - (posts[b] as Placed).date));
}
