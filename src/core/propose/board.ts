import { pieceKinds, roles } from '../model/vocabulary';
import { daysBetween, startOfWeek } from '../time/wallDate';
import {
  ceilingPoints,
  kindPoints,
  kindShares,
  loadPoints,
  nearDays,
  nearness,
  samePiecePoints,
  silencePoints,
} from './curves';
import type { Ground } from './ground';
import { MINUTES_PER_DAY, minutesOf } from './moments';
import { SAME_PIECE_DAYS, weights } from './weights';

/** Days around the range in which posts that are planned are still felt. */
const AROUND = 14;
const KINDS = pieceKinds.length;

/**
 * A plan in the making. Knows of every unit and every spot what putting one on the other would add, in a handful of additions:
 * whatever several posts have to do with each other is kept as points per account and day, lane and week, lane and day, and
 * persona, and brought up to date where a post comes or goes. A spot that would break a hard rule is worth -Infinity.
 */
export class Board {
  /** Spot of each unit; -1 for none. */
  readonly spotOf: Int32Array;
  /** Points added so far. */
  points = 0;
  /** How often a spot was looked at: the solver's clock, the same on every machine. */
  looks = 0;

  private readonly days: number;
  private readonly wide: number;
  private readonly accounts: number;
  private readonly silent: number;
  private readonly shares: readonly number[];
  /** Posts by account and day, the days around included; minutes of the day where they are known. */
  private readonly accountDay: Int32Array;
  private readonly minutes: (number[] | undefined)[];
  private readonly accountWeek: Int32Array;
  private readonly laneWeekKind: Int32Array;
  private readonly laneDay: Int32Array;
  private readonly onCeiling: Int32Array;
  private all = 0;
  private readonly pieceDays: number[][];
  private readonly pieceOn: Uint8Array;
  private readonly refused: ReadonlySet<number>;
  /** Points one more post would get: spacing and load (with capacity), kinds, silence, ceilings. */
  private readonly accountGain: Float64Array;
  private readonly kindGain: Float64Array;
  private readonly silenceGain: Float64Array;
  private readonly ceilingGain: Float64Array;
  private readonly near: readonly Float64Array[];

  constructor(readonly ground: Ground) {
    const { problem, days, weeks, accounts, pieces, units } = ground;
    const { rules, planned } = problem;
    this.days = days.length;
    this.wide = days.length + 2 * AROUND;
    this.accounts = accounts.length;
    this.silent = rules.silentDays;
    this.shares = kindShares(rules);
    this.spotOf = new Int32Array(units.length).fill(-1);
    this.accountDay = new Int32Array(accounts.length * this.wide);
    this.minutes = new Array(accounts.length * this.wide);
    this.accountWeek = new Int32Array(accounts.length * weeks);
    this.laneWeekKind = new Int32Array(roles.length * weeks * KINDS);
    this.laneDay = new Int32Array(roles.length * days.length);
    this.onCeiling = new Int32Array(rules.ceilings.length);
    this.pieceDays = pieces.map(() => []);
    this.pieceOn = new Uint8Array(pieces.length * accounts.length);
    this.accountGain = new Float64Array(accounts.length * days.length);
    this.kindGain = new Float64Array(roles.length * weeks * KINDS);
    this.silenceGain = new Float64Array(roles.length * days.length);
    this.ceilingGain = new Float64Array(rules.ceilings.length + 1);
    this.near = accounts.map((account) =>
      Float64Array.from({ length: nearDays(account) }, (_, apart) => weights.spacing * nearness(account, apart)),
    );
    const accountAt = new Map(accounts.map(({ id }, index) => [id, index]));
    const pieceAt = new Map(pieces.map(({ id }, index) => [id, index]));
    const dayAt = new Map(days.map((day, index) => [day, index]));
    this.refused = new Set(
      rules.refused.flatMap(({ pieceId, accountId, day }) => {
        const [p, a, d] = [pieceAt.get(pieceId), accountAt.get(accountId), dayAt.get(day)];
        return p === undefined || a === undefined || d === undefined ? [] : [this.cell(p, a, d)];
      }),
    );
    const firstWeek = startOfWeek(rules.from, rules.weekStart);
    for (const post of planned) {
      const d = daysBetween(rules.from, post.day);
      const w = Math.floor(daysBetween(firstWeek, post.day) / 7);
      const lane = roles.indexOf(post.role);
      const a = accountAt.get(post.accountId);
      const p = post.pieceId === null ? undefined : pieceAt.get(post.pieceId);
      if (w >= 0 && w < weeks) {
        this.bump(this.laneWeekKind, (lane * weeks + w) * KINDS + pieceKinds.indexOf(post.kind), 1);
        if (a !== undefined) this.bump(this.accountWeek, a * weeks + w, 1);
      }
      if (d >= 0 && d < this.days) {
        this.bump(this.laneDay, lane * this.days + d, 1);
        this.all += 1;
        const ceiling = rules.ceilings.findIndex(({ personaId }) => personaId === post.personaId);
        if (ceiling >= 0) this.bump(this.onCeiling, ceiling, 1);
      }
      if (a !== undefined && d >= -AROUND && d < this.days + AROUND)
        this.enter(a, d, post.time === null ? null : minutesOf(post.time));
      if (p !== undefined) this.pieceDays[p]?.push(d);
    }
    for (let a = 0; a < this.accounts; a += 1) this.weighAccount(a, 0, this.days - 1);
    for (let lane = 0; lane < roles.length; lane += 1) {
      this.weighSilence(lane);
      for (let w = 0; w < weeks; w += 1) this.weighKinds(lane, w);
    }
    this.weighCeilings();
  }

  /** Points a unit would add on a spot; -Infinity where a hard rule forbids it. The unit must not stand anywhere. */
  gain(u: number, s: number): number {
    const {
      spotAccount,
      spotDay,
      pieceOf,
      accountScore,
      dayScore,
      spotScore,
      laneOf,
      kindOf,
      weekOf,
      ceilingOf,
      weeks,
    } = this.ground;
    this.looks += 1;
    const a = spotAccount[s] as number;
    const d = spotDay[s] as number;
    const p = pieceOf[u] as number;
    if (this.pieceOn[p * this.accounts + a] === 1) return Number.NEGATIVE_INFINITY;
    const lane = laneOf[a] as number;
    const points =
      (accountScore[u * this.accounts + a] as number) +
      (dayScore[p * this.days + d] as number) +
      (spotScore[s] as number) +
      (this.accountGain[a * this.days + d] as number) +
      (this.kindGain[(lane * weeks + (weekOf[d] as number)) * KINDS + (kindOf[p] as number)] as number) +
      (this.silenceGain[lane * this.days + d] as number) +
      (this.ceilingGain[(ceilingOf[a] as number) + 1] as number) +
      this.samePiece(p, d);
    if (points === Number.NEGATIVE_INFINITY || !this.isFree(p, a, d, s)) return Number.NEGATIVE_INFINITY;
    return points;
  }

  put(u: number, s: number): void {
    this.points += this.gain(u, s);
    this.spotOf[u] = s;
    this.change(u, s, 1);
  }

  /** Takes a unit off its spot; answers the spot. */
  take(u: number): number {
    const s = this.spotOf[u] as number;
    this.spotOf[u] = -1;
    this.change(u, s, -1);
    this.points -= this.gain(u, s);
    return s;
  }

  /** Points the rules for several posts take off for posts that could still be mended by others: never below 0. */
  mendable(): number {
    const { weeks, problem } = this.ground;
    let points = 0;
    for (let at = 0; at < roles.length * weeks; at += 1) points -= kindPoints(this.shares, this.kindsAt(at));
    for (let lane = 0; lane < roles.length; lane += 1) {
      let run = 0;
      for (let d = 0; d <= this.days; d += 1)
        if (d === this.days || (this.laneDay[lane * this.days + d] as number) > 0) {
          points -= silencePoints(this.silent, run);
          run = 0;
        } else run += 1;
    }
    problem.rules.ceilings.forEach(({ percent }, index) => {
      points -= ceilingPoints(this.onCeiling[index] as number, this.all, percent);
    });
    return points;
  }

  /** Parts of `gain` by what they are about, for the sentences. */
  parts(u: number, s: number) {
    const { spotAccount, spotDay, pieceOf, laneOf, kindOf, weekOf, ceilingOf, weeks, accounts } = this.ground;
    const a = spotAccount[s] as number;
    const d = spotDay[s] as number;
    const p = pieceOf[u] as number;
    const lane = laneOf[a] as number;
    const account = accounts[a];
    const w = weekOf[d] as number;
    const posts = this.accountWeek[a * weeks + w] as number;
    const load = account === undefined ? 0 : loadPoints(account, posts + 1) - loadPoints(account, posts);
    return {
      spacing: this.spacing(a, d),
      load,
      kinds: this.kindGain[(lane * weeks + w) * KINDS + (kindOf[p] as number)] as number,
      silence: this.silenceGain[lane * this.days + d] as number,
      ceiling: this.ceilingGain[(ceilingOf[a] as number) + 1] as number,
      same_piece: this.samePiece(p, d),
      posts,
      kindCounts: this.kindsAt(lane * weeks + w),
      shares: this.shares,
      silent: this.runAround(lane, d),
      apart: this.nearest(a, d),
    };
  }

  private change(u: number, s: number, by: 1 | -1): void {
    const { spotAccount, spotDay, spotMinute, pieceOf, laneOf, kindOf, weekOf, ceilingOf, weeks } = this.ground;
    const a = spotAccount[s] as number;
    const d = spotDay[s] as number;
    const p = pieceOf[u] as number;
    const w = weekOf[d] as number;
    const lane = laneOf[a] as number;
    const days = this.pieceDays[p] as number[];
    if (by === 1) {
      this.enter(a, d, spotMinute[s] as number);
      days.push(d);
    } else {
      this.leave(a, d, spotMinute[s] as number);
      days.splice(days.lastIndexOf(d), 1);
    }
    this.pieceOn[p * this.accounts + a] = by === 1 ? 1 : 0;
    this.bump(this.accountWeek, a * weeks + w, by);
    this.bump(this.laneWeekKind, (lane * weeks + w) * KINDS + (kindOf[p] as number), by);
    const there = this.bump(this.laneDay, lane * this.days + d, by);
    this.all += by;
    const ceiling = ceilingOf[a] as number;
    if (ceiling >= 0) this.bump(this.onCeiling, ceiling, by);

    const reach = Math.max(7, (this.near[a] as Float64Array).length);
    this.weighAccount(a, Math.max(0, d - reach), Math.min(this.days - 1, d + reach));
    this.weighKinds(lane, w);
    if (there === (by === 1 ? 1 : 0)) this.weighSilence(lane);
    this.weighCeilings();
  }

  private isFree(p: number, a: number, d: number, s: number): boolean {
    if (this.refused.size > 0 && this.refused.has(this.cell(p, a, d))) return false;
    const minute = this.ground.spotMinute[s] as number;
    const gap = Math.max(1, this.ground.accounts[a]?.gapMinutes ?? 0);
    const reach = Math.min(AROUND, Math.ceil(gap / MINUTES_PER_DAY));
    for (let other = d - reach; other <= d + reach; other += 1) {
      const there = this.minutes[a * this.wide + other + AROUND];
      if (there === undefined) continue;
      for (const at of there) if (Math.abs((other - d) * MINUTES_PER_DAY + at - minute) < gap) return false;
    }
    return true;
  }

  private samePiece(p: number, d: number): number {
    let points = 0;
    for (const other of this.pieceDays[p] as number[]) {
      const apart = Math.abs(other - d);
      if (apart < SAME_PIECE_DAYS) points += samePiecePoints(apart);
    }
    return points;
  }

  private spacing(a: number, d: number): number {
    const near = this.near[a] as Float64Array;
    const at = a * this.wide + d + AROUND;
    let points = (this.accountDay[at] as number) * (near[0] as number);
    for (let apart = 1; apart < near.length; apart += 1)
      points +=
        ((this.accountDay[at - apart] as number) + (this.accountDay[at + apart] as number)) * (near[apart] as number);
    return points;
  }

  private weighAccount(a: number, from: number, to: number): void {
    const { weekOf, weeks, accounts } = this.ground;
    const account = accounts[a];
    if (account === undefined) return;
    for (let d = from; d <= to; d += 1) {
      const posts = this.accountWeek[a * weeks + (weekOf[d] as number)] as number;
      const isFull = account.capacity > 0 && posts >= account.capacity;
      this.accountGain[a * this.days + d] = isFull
        ? Number.NEGATIVE_INFINITY
        : this.spacing(a, d) + loadPoints(account, posts + 1) - loadPoints(account, posts);
    }
  }

  private kindsAt(at: number): number[] {
    const from = at * KINDS;
    return Array.from({ length: KINDS }, (_, k) => this.laneWeekKind[from + k] as number);
  }

  private weighKinds(lane: number, w: number): void {
    const at = lane * this.ground.weeks + w;
    const counts = this.kindsAt(at);
    const now = kindPoints(this.shares, counts);
    for (let k = 0; k < KINDS; k += 1) {
      counts[k] = (counts[k] as number) + 1;
      this.kindGain[at * KINDS + k] = kindPoints(this.shares, counts) - now;
      counts[k] = (counts[k] as number) - 1;
    }
  }

  private weighSilence(lane: number): void {
    const from = lane * this.days;
    let start = 0;
    for (let d = 0; d <= this.days; d += 1) {
      if (d < this.days && (this.laneDay[from + d] as number) === 0) continue;
      const whole = silencePoints(this.silent, d - start);
      for (let day = start; day < d; day += 1)
        this.silenceGain[from + day] =
          silencePoints(this.silent, day - start) + silencePoints(this.silent, d - day - 1) - whole;
      if (d < this.days) this.silenceGain[from + d] = 0;
      start = d + 1;
    }
  }

  private weighCeilings(): void {
    const { ceilings } = this.ground.problem.rules;
    for (let mine = -1; mine < ceilings.length; mine += 1) {
      let points = 0;
      for (let i = 0; i < ceilings.length; i += 1) {
        const { percent } = ceilings[i] as { readonly percent: number };
        const posts = this.onCeiling[i] as number;
        points +=
          ceilingPoints(posts + (i === mine ? 1 : 0), this.all + 1, percent) - ceilingPoints(posts, this.all, percent);
      }
      this.ceilingGain[mine + 1] = points;
    }
  }

  private runAround(lane: number, d: number): number {
    const from = lane * this.days;
    if ((this.laneDay[from + d] as number) > 0) return 0;
    let first = d;
    let last = d;
    while (first > 0 && (this.laneDay[from + first - 1] as number) === 0) first -= 1;
    while (last < this.days - 1 && (this.laneDay[from + last + 1] as number) === 0) last += 1;
    return last - first + 1;
  }

  private nearest(a: number, d: number): number | null {
    for (let apart = 0; apart <= AROUND; apart += 1) {
      const at = a * this.wide + d + AROUND;
      if ((this.accountDay[at - apart] ?? 0) > 0 || (this.accountDay[at + apart] ?? 0) > 0) return apart;
    }
    return null;
  }

  private enter(a: number, d: number, minute: number | null): void {
    const at = a * this.wide + d + AROUND;
    this.bump(this.accountDay, at, 1);
    if (minute === null) return;
    const there = this.minutes[at];
    if (there === undefined) this.minutes[at] = [minute];
    else there.push(minute);
  }

  private leave(a: number, d: number, minute: number): void {
    const at = a * this.wide + d + AROUND;
    this.bump(this.accountDay, at, -1);
    const there = this.minutes[at] as number[];
    there.splice(there.lastIndexOf(minute), 1);
  }

  private cell(p: number, a: number, d: number): number {
    return (p * this.accounts + a) * this.days + d;
  }

  private bump(counts: Int32Array, at: number, by: number): number {
    const next = (counts[at] as number) + by;
    counts[at] = next;
    return next;
  }
}
