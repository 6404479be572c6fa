import { pieceKinds } from '../model/vocabulary';
import { daysBetween } from '../time/wallDate';
import type { Board } from './board';
import { brokenRules, postsOf } from './check';
import {
  formatOn,
  formatScore,
  handOverScore,
  leadScore,
  phaseOn,
  phaseScore,
  roleScore,
  soonScore,
  voiceOf,
  voiceScore,
} from './ground';
import { bestSpot, EPSILON } from './search';
import {
  type Explained,
  type HardRule,
  hardRules,
  type Point,
  type Problem,
  type Proposed,
  type SoftRule,
  type Spot,
  type Unplaced,
} from './types';
import { weights } from './weights';

/** Says of each post what spoke for and against its spot, with everything else standing as it does. */
export function explainPlaced(board: Board, placed: readonly Proposed[]): readonly Explained[] {
  const unitAt = new Map(board.ground.units.map(({ key }, index) => [key, index]));
  return placed.flatMap((one) => {
    const u = unitAt.get(one.unit);
    return u === undefined ? [] : [explained(board, one, u)];
  });
}

function explained(board: Board, one: Proposed, u: number): Explained {
  const { ground } = board;
  const { problem, accounts, pieces, pieceOf, days, units } = ground;
  const s = board.take(u);
  const points = pointsOf(board, u, s);
  const parts = board.parts(u, s);
  const here = board.gain(u, s);
  const other = bestOther(board, u, s);
  const account = accounts[ground.spotAccount[s] as number];
  const piece = pieces[pieceOf[u] as number];
  board.put(u, s);
  if (account === undefined || piece === undefined) throw new Error(`Unit ${units[u]?.key} stands nowhere.`);
  const k = pieceKinds.indexOf(piece.kind);
  const all = parts.kindCounts.reduce((sum, count) => sum + count, 0) + 1;
  return {
    ...one,
    points,
    facts: {
      kind: piece.kind,
      role: account.role,
      voice: voiceOf(piece, account),
      basis: account.times[ground.spotTime[s] as number]?.basis ?? { kind: 'role' },
      phase: phaseOn(problem, piece, one.day),
      kindCount: (parts.kindCounts[k] ?? 0) + 1,
      kindWanted: Math.round((parts.shares[k] ?? 0) * all),
      silent: isSilent(problem, parts.silent) ? parts.silent : 0,
      load: parts.posts + 1,
      capacity: account.capacity,
      apart: parts.apart,
      lastDay: piece.lastDay,
    },
    next:
      other === null
        ? null
        : {
            accountId: accounts[ground.spotAccount[other.spot] as number]?.id ?? '',
            day: days[ground.spotDay[other.spot] as number] ?? one.day,
            less: here - other.points,
          },
  };
}

const isSilent = ({ rules }: Problem, days: number): boolean => rules.silentDays > 0 && days >= rules.silentDays;

/** The best spot on another day or account. */
function bestOther(board: Board, u: number, mine: number): { readonly spot: number; readonly points: number } | null {
  const { spotAccount, spotDay } = board.ground;
  let found: { readonly spot: number; readonly points: number } | null = null;
  for (let s = 0; s < spotAccount.length; s += 1) {
    if (spotAccount[s] === spotAccount[mine] && spotDay[s] === spotDay[mine]) continue;
    const points = board.gain(u, s);
    if (points > (found?.points ?? Number.NEGATIVE_INFINITY) + EPSILON) found = { spot: s, points };
  }
  return found;
}

/** Points by rule of a unit that stands nowhere on a spot, strongest first; together they are the board's `gain`. */
export function pointsOf(board: Board, u: number, s: number): readonly Point[] {
  const { problem, accounts, pieces, units, days, pieceOf, spotAccount, spotDay, spotMinute, spotTime } = board.ground;
  const account = accounts[spotAccount[s] as number];
  const piece = pieces[pieceOf[u] as number];
  const unit = units[u];
  const day = days[spotDay[s] as number];
  if (account === undefined || piece === undefined || unit === undefined || day === undefined) return [];
  const parts = board.parts(u, s);
  const byRule: Readonly<Record<SoftRule, number>> = {
    placed: weights.placed,
    role: roleScore(piece, account),
    persona: voiceScore(piece, account),
    format: formatScore(formatOn(unit, piece, account) ?? '', account),
    time: weights.time * (account.times[spotTime[s] as number]?.quality ?? 0),
    hand_over: handOverScore(account, spotMinute[s] as number),
    phase: phaseScore(problem, piece, day),
    lead_time: leadScore(piece, problem.rules.now.day, day),
    soon: soonScore(daysBetween(problem.rules.from, day), days.length),
    kinds: parts.kinds,
    spacing: parts.spacing,
    load: parts.load,
    ceiling: parts.ceiling,
    silence: parts.silence,
    same_piece: parts.same_piece,
  };
  return (Object.entries(byRule) as [SoftRule, number][])
    .filter(([, points]) => Math.abs(points) > EPSILON)
    .map(([rule, points]): Point => ({ rule, points }))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/** Says why what stands nowhere does so, by trying every spot there is under every rule. */
export function explainUnplaced(board: Board, placed: readonly Proposed[]): readonly Unplaced[] {
  const { ground } = board;
  const { problem, units } = ground;
  const posts = postsOf(problem, placed);
  return units.flatMap((unit, u): Unplaced[] => {
    if (board.spotOf[u] !== -1) return [];
    const { pieceId, format } = unit;
    const about = { unit: unit.key, pieceId, format };
    const best = bestSpot(board, u);
    if (best.spot !== -1) {
      const against = pointsOf(board, u, best.spot).toReversed();
      const most = [...against].sort((a, b) => a.points - b.points)[0]?.rule ?? 'load';
      return [{ ...about, why: { kind: 'worse', points: -best.points, most } }];
    }
    return [
      { ...about, why: whyBlocked(problem, posts, ground.pieces[ground.pieceOf[u] as number], unit, ground.days) },
    ];
  });
}

function whyBlocked(
  problem: Board['ground']['problem'],
  posts: ReturnType<typeof postsOf>,
  piece: Board['ground']['pieces'][number] | undefined,
  unit: Board['ground']['units'][number],
  days: Board['ground']['days'],
): Unplaced['why'] {
  const first = new Map<HardRule, number>();
  const alone = new Map<HardRule, number>();
  let spots = 0;
  if (piece === undefined) return { kind: 'no_spots' };
  for (const account of problem.accounts)
    for (const day of days)
      for (const { time } of account.times) {
        spots += 1;
        const spot: Spot = { accountId: account.id, format: formatOn(unit, piece, account) ?? '', day, time };
        const broken = brokenRules({ problem, posts, piece, account, spot }, hardRules);
        const [rule] = broken;
        if (rule === undefined)
          throw new Error(`Unit ${unit.key} was left out although it fits on ${account.id} ${day}.`);
        first.set(rule, (first.get(rule) ?? 0) + 1);
        if (broken.length === 1) alone.set(rule, (alone.get(rule) ?? 0) + 1);
      }
  if (spots === 0) return { kind: 'no_spots' };
  return { kind: 'blocked', spots, first: ranked(first), alone: ranked(alone) };
}

const ranked = (
  counts: ReadonlyMap<HardRule, number>,
): readonly { readonly rule: HardRule; readonly spots: number }[] =>
  [...counts]
    .map(([rule, spots]) => ({ rule, spots }))
    .sort((a, b) => b.spots - a.spots || hardRules.indexOf(a.rule) - hardRules.indexOf(b.rule));
