import { pieceKinds, roles } from '../model/vocabulary';
import { daysBetween, daysFrom, startOfWeek, type WallDate } from '../time/wallDate';
import { ceilingPoints, kindPoints, kindShares, loadPoints, nearness, samePiecePoints, silencePoints } from './curves';
import { formatScore, handOverScore, leadScore, phaseScore, roleScore, soonScore, voiceScore } from './ground';
import { minutesOf } from './moments';
import type { PlannedOne, Problem, Proposed, SoftRule } from './types';
import { softRules } from './types';
import { weights } from './weights';

/** Points by rule; together the objective. */
export type Score = Readonly<Record<SoftRule, number>>;

/**
 * What a proposal adds to the plan as it stands: points of the plan with it, less points of the plan without. Counted from
 * nothing, as the definition; the solver counts only differences and must come to the same.
 */
export function objectiveOf(problem: Problem, proposed: readonly Proposed[]): number {
  const score = scoreOf(problem, proposed);
  return softRules.reduce((sum, rule) => sum + score[rule], 0);
}

export function scoreOf(problem: Problem, proposed: readonly Proposed[]): Score {
  const own = ownPoints(problem, proposed);
  const after = together(problem, proposed);
  const before = together(problem, []);
  return Object.fromEntries(
    softRules.map((rule) => [rule, own[rule] + (after[rule] ?? 0) - (before[rule] ?? 0)]),
  ) as Score;
}

/** What each post brings by itself. */
function ownPoints(problem: Problem, proposed: readonly Proposed[]): Record<SoftRule, number> {
  const points = Object.fromEntries(softRules.map((rule) => [rule, 0])) as Record<SoftRule, number>;
  const { rules } = problem;
  const days = daysBetween(rules.from, rules.to) + 1;
  for (const one of proposed) {
    const piece = problem.pieces.find(({ id }) => id === one.pieceId);
    const account = problem.accounts.find(({ id }) => id === one.accountId);
    const choice = account?.times.find(({ time }) => time === one.time);
    if (piece === undefined || account === undefined || choice === undefined)
      throw new Error('A proposal names a piece, an account or a time that is not part of its problem.');
    points.placed += weights.placed;
    points.role += roleScore(piece, account);
    points.persona += voiceScore(piece, account);
    points.format += formatScore(one.format, account);
    points.time += weights.time * choice.quality;
    points.hand_over += handOverScore(account, minutesOf(one.time));
    points.phase += phaseScore(problem, piece, one.day);
    points.lead_time += leadScore(piece, rules.now.day, one.day);
    points.soon += soonScore(daysBetween(rules.from, one.day), days);
  }
  return points;
}

type Post = Omit<PlannedOne, 'id' | 'time'>;

/** What all posts are worth beside each other. */
function together(problem: Problem, proposed: readonly Proposed[]): Partial<Record<SoftRule, number>> {
  const { accounts, pieces, planned, rules } = problem;
  const posts: readonly Post[] = [
    ...planned,
    ...proposed.flatMap(({ pieceId, accountId, day }): Post[] => {
      const account = accounts.find(({ id }) => id === accountId);
      const piece = pieces.find(({ id }) => id === pieceId);
      if (account === undefined || piece === undefined) return [];
      return [{ pieceId, accountId, day, role: account.role, personaId: account.personaId, kind: piece.kind }];
    }),
  ];
  const days = daysFrom(rules.from, Math.max(0, daysBetween(rules.from, rules.to) + 1));
  const weekOf = (day: WallDate) => startOfWeek(day, rules.weekStart);
  const weeks = [...new Set(days.map(weekOf))];
  const lanes = roles.filter((role) => accounts.some((account) => account.role === role));
  const inRange = posts.filter(({ day }) => day >= rules.from && day <= rules.to);
  const shares = kindShares(rules);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  return {
    kinds: sum(
      lanes.flatMap((role) =>
        weeks.map((week) => {
          const there = posts.filter((post) => post.role === role && weekOf(post.day) === week);
          return kindPoints(
            shares,
            pieceKinds.map((kind) => there.filter((post) => post.kind === kind).length),
          );
        }),
      ),
    ),
    spacing: sum(
      accounts.map((account) => {
        const mine = posts.filter(({ accountId }) => accountId === account.id);
        return weights.spacing * sum(pairsOf(mine).map(([a, b]) => nearness(account, apart(a, b))));
      }),
    ),
    load: sum(
      accounts.flatMap((account) =>
        weeks.map((week) =>
          loadPoints(
            account,
            posts.filter(({ accountId, day }) => accountId === account.id && weekOf(day) === week).length,
          ),
        ),
      ),
    ),
    ceiling: sum(
      rules.ceilings.map(({ personaId, percent }) =>
        ceilingPoints(inRange.filter((post) => post.personaId === personaId).length, inRange.length, percent),
      ),
    ),
    silence: sum(
      lanes.map((role) => {
        const busy = new Set(inRange.filter((post) => post.role === role).map(({ day }) => day));
        let points = 0;
        let run = 0;
        for (const day of days) {
          if (busy.has(day)) {
            points += silencePoints(rules.silentDays, run);
            run = 0;
          } else run += 1;
        }
        return points + silencePoints(rules.silentDays, run);
      }),
    ),
    same_piece: sum(
      pieces.map((piece) =>
        sum(pairsOf(posts.filter(({ pieceId }) => pieceId === piece.id)).map(([a, b]) => samePiecePoints(apart(a, b)))),
      ),
    ),
  };
}

const apart = (a: Post, b: Post): number => Math.abs(daysBetween(a.day, b.day));

const pairsOf = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
  list.flatMap((a, index) => list.slice(index + 1).map((b) => [a, b] as const));
