import type { WallDate, WallTime } from '../time/wallDate';
import { Board } from './board';
import { brokenRules, postsOf } from './check';
import { explainPlaced } from './explain';
import { formatOn, groundOf } from './ground';
import { minutesOf } from './moments';
import { type Explained, type HardRule, hardRules, type Problem, type Proposed, type Spot } from './types';

/** Rules that are asked of what the user himself places or takes: what he dropped himself he may still have. */
export const askedAgain: readonly HardRule[] = hardRules.filter((rule) => rule !== 'refused');

/** A proposed post on another day or account, explained as it stands there; or every rule that forbids it. */
export type ProposeMove =
  | { readonly kind: 'moved'; readonly one: Explained }
  | { readonly kind: 'refused'; readonly rules: readonly HardRule[] };

/**
 * Puts a proposed post elsewhere. `problem` holds the plan with the rest of the proposal in it, and not the post itself.
 * Its clock time stays; where the rules forbid it there, the account's own times are tried, best first.
 */
export function movedTo(
  problem: Problem,
  { pieceId, format: wanted, time }: Spot & { readonly pieceId: string },
  { accountId, day }: { readonly accountId: string; readonly day: WallDate },
): ProposeMove {
  const piece = problem.pieces.find(({ id }) => id === pieceId);
  const account = problem.accounts.find(({ id }) => id === accountId);
  // Closed accounts are not gathered at all.
  if (piece === undefined || account === undefined) return { kind: 'refused', rules: ['closed'] };
  const unit = { key: '', pieceId, format: piece.formats.length > 0 ? wanted : null };
  const format = formatOn(unit, piece, account) ?? wanted;
  const posts = postsOf(problem, []);
  const brokenAt = (at: WallTime): readonly HardRule[] =>
    brokenRules({ problem, posts, piece, account, spot: { accountId, format, day, time: at } }, askedAgain);
  const possible = [time, ...account.times.map((choice) => choice.time)].find((at) => brokenAt(at).length === 0);
  if (possible === undefined) return { kind: 'refused', rules: brokenAt(time) };
  return { kind: 'moved', one: explainedAt(problem, { unit: '', pieceId, accountId, format, day, time: possible }) };
}

/** The post by itself on a board of everything else. */
function explainedAt(problem: Problem, post: Proposed): Explained {
  const piece = problem.pieces.find(({ id }) => id === post.pieceId);
  if (piece === undefined) throw new Error(`Piece ${post.pieceId} is not part of the problem.`);
  const on = piece.on.filter(({ format }) => format !== post.format);
  const ground = groundOf({
    ...problem,
    pieces: [{ ...piece, formats: piece.formats.length > 0 ? [post.format] : [], on }],
    accounts: problem.accounts.map((account) =>
      account.id !== post.accountId || account.times.some(({ time }) => time === post.time)
        ? account
        : // Nothing is known of a time the account does not use: it earns no points, and nothing is said of it.
          { ...account, times: [...account.times, { time: post.time, quality: 0, basis: { kind: 'role' } }] },
    ),
    rules: { ...problem.rules, accountsPerPiece: on.length + 1, refused: [] },
  });
  const board = new Board(ground);
  const a = ground.accounts.findIndex(({ id }) => id === post.accountId);
  const d = ground.days.indexOf(post.day);
  const minute = minutesOf(post.time);
  const s = ground.spotAccount.findIndex(
    (at, spot) => at === a && ground.spotDay[spot] === d && ground.spotMinute[spot] === minute,
  );
  const [unit] = ground.units;
  if (unit === undefined || s === -1) throw new Error(`Nothing stands on ${post.accountId} ${post.day} ${post.time}.`);
  board.put(0, s);
  const [one] = explainPlaced(board, [{ ...post, unit: unit.key }]);
  if (one === undefined) throw new Error(`Unit ${unit.key} could not be explained.`);
  return one;
}
