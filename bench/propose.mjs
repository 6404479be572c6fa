/**
 * D-propose: a plan proposed for 200 pieces on 40 accounts over 30 days, beside plain greedy (each piece on its best spot, those
 * with the earliest last day first) on the same problem, measured alternately.
 *
 *   time    ours and greedy's, with the A/A control of the run; the aim is under 2 s for ours on two cores. Where others
 *           work on the machine at the same time, the seconds of processor say more than those of the clock
 *   points  what each adds to the plan, all together and without the 100 a placed post is worth; posts placed
 *
 * Three problems that look like a team's month: roomy, tight (capacity for fewer posts than are asked), and full of last days.
 * `--pairs N` and `--looks N` make it shorter.
 */
import { load } from './lib/bundle.mjs';
import { paired } from './lib/paired.mjs';
import { monthOf } from './lib/propose-month.mjs';

const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const PAIRS = option('pairs', 5);
const LOOKS = option('looks', undefined);
/** The aim: seconds for the whole answer, explanations included. */
const AIM = 2;

const { Board, groundOf, plainGreedy, proposedOf, scoreOf, solveNow } = await load('bench/lib/propose-surface.ts');

function greedyPlan(problem) {
  const board = new Board(groundOf(problem));
  plainGreedy(board);
  return proposedOf(board);
}

const pointsOf = (problem, placed) => {
  const score = scoreOf(problem, placed);
  const all = Object.values(score).reduce((sum, points) => sum + points, 0);
  return { all, soft: all - score.placed, posts: placed.length };
};

let slow = false;
for (const shape of ['roomy', 'tight', 'dated']) {
  const problem = monthOf(shape, { pieces: 200, accounts: 40, days: 30 });
  const ours = solveNow(problem, LOOKS);
  const mine = pointsOf(problem, ours.placed);
  const theirs = pointsOf(problem, greedyPlan(problem));
  const measured = await paired({
    reference: () => void greedyPlan(problem),
    subject: () => void solveNow(problem, LOOKS),
    pairs: PAIRS,
    warmUp: 1,
  });
  const before = process.cpuUsage();
  solveNow(problem, LOOKS);
  const { user, system } = process.cpuUsage(before);
  const [wall, cpu] = [measured.subject / 1_000, (user + system) / 1e6];
  slow ||= Math.min(wall, cpu) > AIM;
  console.log(
    `propose ${shape.padEnd(6)} ${wall.toFixed(2)} s, ${cpu.toFixed(2)} s of processor (aim ${AIM} s)  greedy ${(measured.reference / 1_000).toFixed(3)} s  A/A ${measured.control.toFixed(3)}  ` +
      `posts ${mine.posts} / greedy ${theirs.posts}  points ${mine.all.toFixed(0)} / ${theirs.all.toFixed(0)} (${(mine.all / theirs.all).toFixed(3)})  ` +
      `without the 100 a post ${mine.soft.toFixed(0)} / ${theirs.soft.toFixed(0)}  unplaced ${ours.unplaced.length}`,
  );
}
if (slow) process.exitCode = 1;
