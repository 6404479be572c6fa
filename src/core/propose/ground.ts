import { type PhaseKind, pieceKinds, roles } from '../model/vocabulary';
import { addDays, daysBetween, daysFrom, startOfWeek, type WallDate } from '../time/wallDate';
import { brokenRules, postsOf } from './check';
import { minutesOf, within } from './moments';
import type { HardRule, Problem, ProposeAccount, ProposePiece, SpotFacts, Unit } from './types';
import { byId, unitsOf } from './units';
import { daysToWrite, phaseFit, roleFit, voiceFit, weights } from './weights';

/** A problem laid out by numbers for the solver: index for id, one array per fact. Made once, never changed. */
export type Ground = {
  readonly problem: Problem;
  readonly units: readonly Unit[];
  readonly pieces: readonly ProposePiece[];
  readonly accounts: readonly ProposeAccount[];
  readonly days: readonly WallDate[];
  /** Piece of a unit, week of a day, lane of an account, kind of a piece. */
  readonly pieceOf: Int32Array;
  readonly weekOf: Int32Array;
  readonly weeks: number;
  readonly laneOf: Int32Array;
  readonly kindOf: Int32Array;
  /** Where the persona of an account stands among `rules.ceilings`; -1 for nowhere. */
  readonly ceilingOf: Int32Array;
  /** Spots, by account, then day, then time: those of account `a` are `spotFrom[a]` up to `spotFrom[a + 1]`. */
  readonly spotFrom: Int32Array;
  readonly spotAccount: Int32Array;
  readonly spotDay: Int32Array;
  readonly spotMinute: Int32Array;
  /** Index into the account's times. */
  readonly spotTime: Int32Array;
  readonly spotScore: Float64Array;
  /** Points of a unit on an account (`unit × accounts`) and of a piece on a day (`piece × days`); -Infinity: never. */
  readonly accountScore: Float64Array;
  readonly dayScore: Float64Array;
};

/** Rules that depend on piece and account, or on account and time, or on piece and day, and on nothing that is placed. */
const pairRules = [
  'closed',
  'format',
  'not_for',
  'unfit',
  'lang',
  'voice',
  'silent_persona',
  'once',
] as const satisfies readonly HardRule[];
const spotRules = ['past', 'free_day', 'quiet_hours'] as const satisfies readonly HardRule[];
const dayRules = ['campaign', 'deadline'] as const satisfies readonly HardRule[];

export function groundOf(given: Problem): Ground {
  const problem: Problem = {
    ...given,
    planned: [...given.planned].sort(byId),
    pieces: [...given.pieces].sort(byId),
    accounts: [...given.accounts].sort(byId),
  };
  const { rules, pieces, accounts } = problem;
  const units = unitsOf(problem);
  const count = Math.max(0, daysBetween(rules.from, rules.to) + 1);
  const days = daysFrom(rules.from, count);
  const firstWeek = startOfWeek(rules.from, rules.weekStart);
  const weekOf = Int32Array.from(days, (day) => Math.floor(daysBetween(firstWeek, day) / 7));
  const pieceAt = new Map(pieces.map((piece, index) => [piece.id, index]));
  const pieceOf = Int32Array.from(units, (unit) => pieceAt.get(unit.pieceId) ?? 0);
  const spots = spotsOf(problem, days);
  return {
    problem,
    units,
    pieces,
    accounts,
    days,
    pieceOf,
    weekOf,
    weeks: (weekOf.at(-1) ?? -1) + 1,
    laneOf: Int32Array.from(accounts, ({ role }) => roles.indexOf(role)),
    kindOf: Int32Array.from(pieces, ({ kind }) => pieceKinds.indexOf(kind)),
    ceilingOf: Int32Array.from(accounts, ({ personaId }) =>
      rules.ceilings.findIndex((ceiling) => ceiling.personaId === personaId),
    ),
    ...spots,
    accountScore: accountScores(problem, units, pieceOf),
    dayScore: dayScores(problem, days),
  };
}

function spotsOf(problem: Problem, days: readonly WallDate[]) {
  const { accounts, pieces } = problem;
  const from = [0];
  const account: number[] = [];
  const day: number[] = [];
  const minute: number[] = [];
  const time: number[] = [];
  const score: number[] = [];
  const posts = postsOf(problem, []);
  // These rules ask nothing of the piece; any stands in.
  const piece = pieces[0];
  accounts.forEach((one, a) => {
    days.forEach((date, d) => {
      one.times.forEach((choice, t) => {
        const spot = { accountId: one.id, format: '', day: date, time: choice.time };
        if (piece === undefined || brokenRules({ problem, posts, piece, account: one, spot }, spotRules).length > 0)
          return;
        const at = minutesOf(choice.time);
        account.push(a);
        day.push(d);
        minute.push(at);
        time.push(t);
        score.push(timeScore(one, at, choice.quality) + soonScore(d, days.length));
      });
    });
    from.push(account.length);
  });
  return {
    spotFrom: Int32Array.from(from),
    spotAccount: Int32Array.from(account),
    spotDay: Int32Array.from(day),
    spotMinute: Int32Array.from(minute),
    spotTime: Int32Array.from(time),
    spotScore: Float64Array.from(score),
  };
}

/** Points of the clock time: how good it is, and whether somebody is there to hand over. */
export const timeScore = (account: ProposeAccount, minute: number, quality: number): number =>
  weights.time * quality + handOverScore(account, minute);

export const handOverScore = ({ handOver }: ProposeAccount, minute: number): number =>
  handOver.length === 0 || handOver.some((span) => within(minute, span)) ? 0 : weights.hand_over;

export const soonScore = (day: number, days: number): number => (weights.soon * (days - day)) / Math.max(1, days);

function accountScores(problem: Problem, units: readonly Unit[], pieceOf: Int32Array): Float64Array {
  const { accounts, pieces, rules } = problem;
  const posts = postsOf(problem, []);
  const scores = new Float64Array(units.length * accounts.length);
  units.forEach((unit, u) => {
    const piece = pieces[pieceOf[u] as number];
    accounts.forEach((account, a) => {
      const format = piece === undefined ? null : formatOn(unit, piece, account);
      if (piece === undefined || format === null) {
        scores[u * accounts.length + a] = Number.NEGATIVE_INFINITY;
        return;
      }
      const spot = { accountId: account.id, format, day: rules.from, time: '00:00' as never };
      const never = brokenRules({ problem, posts, piece, account, spot }, pairRules).length > 0;
      scores[u * accounts.length + a] = never
        ? Number.NEGATIVE_INFINITY
        : weights.placed + roleScore(piece, account) + voiceScore(piece, account) + formatScore(format, account);
    });
  });
  return scores;
}

/** The format a unit takes on an account: the one it was chosen for, else the first of the account's that its piece fits. */
export const formatOn = (unit: Unit, { unfit, notFor }: ProposePiece, { formats }: ProposeAccount): string | null =>
  unit.format ?? formats.find((format) => !unfit.includes(format) && !notFor.includes(format)) ?? formats[0] ?? null;

export const roleScore = (piece: ProposePiece, account: ProposeAccount): number =>
  weights.role * roleFit[account.role][piece.kind];

export function voiceOf(piece: ProposePiece, account: ProposeAccount): SpotFacts['voice'] {
  if (piece.personaId === null) return 'free';
  if (account.personaId === null) return 'brand';
  return account.personaId === piece.personaId ? 'own' : 'stand_in';
}

export const voiceScore = (piece: ProposePiece, account: ProposeAccount): number =>
  weights.persona * voiceFit[voiceOf(piece, account)];

export const formatScore = (format: string, account: ProposeAccount): number =>
  weights.format * (format === account.formats[0] ? 1 : 0.5);

function dayScores(problem: Problem, days: readonly WallDate[]): Float64Array {
  const { pieces, accounts, rules } = problem;
  const posts = postsOf({ ...problem, planned: [] }, []);
  const scores = new Float64Array(pieces.length * days.length);
  // These rules ask nothing of the account.
  const account = accounts[0];
  pieces.forEach((piece, p) => {
    days.forEach((day, d) => {
      const spot = { accountId: '', format: '', day, time: '00:00' as never };
      const never = account === undefined || brokenRules({ problem, posts, piece, account, spot }, dayRules).length > 0;
      scores[p * days.length + d] = never
        ? Number.NEGATIVE_INFINITY
        : phaseScore(problem, piece, day) + leadScore(piece, rules.now.day, day);
    });
  });
  return scores;
}

/** The phase of a piece's campaign a day lies in; a later one wins where two overlap. */
export function phaseOn({ campaigns }: Problem, { campaignId }: ProposePiece, day: WallDate): PhaseKind | null {
  const phases = campaigns.find(({ id }) => id === campaignId)?.phases ?? [];
  return phases.findLast(({ kind, start, end }) => kind !== 'review' && start <= day && day <= end)?.kind ?? null;
}

export function phaseScore(problem: Problem, piece: ProposePiece, day: WallDate): number {
  const phase = phaseOn(problem, piece, day);
  return phase === null || phase === 'review' ? 0 : weights.phase * phaseFit[phase][piece.kind];
}

/** Points for days that are missing to write a piece before it goes out. */
export const leadScore = ({ state }: ProposePiece, today: WallDate, day: WallDate): number =>
  weights.lead_time * Math.max(0, daysBetween(day, addDays(today, daysToWrite[state])));
