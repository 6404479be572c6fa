import { availableParallelism } from 'node:os';
import { ensureBuilt } from '../setup/build.mjs';
import { withDisplays } from '../setup/display.mjs';
import { ready } from '../setup/index.mjs';
import { Problem, say } from '../setup/say.mjs';
import { failed, notRun, passed, summary } from './outcome.mjs';
import { STATIC_CHECKS } from './static.mjs';
import { runVitest } from './vitest.mjs';

/** The vitest project that needs Electron and a display; all others need neither. */
const END_TO_END = 'e2e';
/** The projects that start what was built. */
const ON_THE_BUILD = ['cli', 'store', END_TO_END];

/**
 * Runs the checks that were asked for, prints one line about each, then `N passed, N failed`, and
 * answers the exit code.
 */
export async function runChecks(args) {
  const { statics, build, projects, endToEnd, vitestArgs } = selection(args);
  const withElectron = endToEnd ? await orProblem(() => ready({ electron: true })) : undefined;
  const { env } = !withElectron || withElectron.problem ? await ready() : withElectron;

  const outcomes = [];
  for (const name of statics) {
    say(`Checking ${name}`);
    outcomes.push(await STATIC_CHECKS[name]());
  }
  const built = build ? await checkBuild() : undefined;
  // Counted with the other checks, but not as "something ran" when tests were picked by name.
  if (built && (built.failed || statics.length > 0)) outcomes.push(built);
  if (projects) outcomes.push(await runVitest(projects.name, [...projects.args, ...vitestArgs], env));
  if (endToEnd) outcomes.push(await runEndToEnd(withElectron, vitestArgs));

  const { lines, ok } = summary(outcomes, { everythingMustRun: Boolean(process.env.CI) });
  process.stdout.write(`\n${lines.join('\n')}\n`);
  return ok ? 0 : 1;
}

async function checkBuild() {
  const { problem } = await orProblem(() => ensureBuilt('studio', 'cli'));
  if (problem) say(problem);
  return problem ? failed('build') : passed('build');
}

/** Journeys at a time: each is a whole studio, and mostly waits. */
const STUDIOS = Math.min(2, availableParallelism());

/** Where Electron cannot be had, this one check says so and the others keep their results. */
async function runEndToEnd({ problem, env }, vitestArgs) {
  if (problem) return notRun(END_TO_END, problem);
  return withDisplays(STUDIOS, (displays) =>
    runVitest(END_TO_END, ['--project', END_TO_END, ...vitestArgs], { ...env, ...displays }),
  );
}

async function orProblem(step) {
  try {
    return (await step()) ?? {};
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message };
    throw error;
  }
}

/**
 *   (nothing)       everything
 *   --quick         everything but end-to-end
 *   --only NAME     types, lint, format, or a vitest project: unit, store, …, e2e
 *   anything else   goes to vitest: file patterns, -t "name"; static checks are then left out
 */
export function selection(args) {
  const { only, quick, rest } = readArguments(args);
  const vitestArgs = rest.length > 0 ? ['--passWithNoTests', ...rest] : [];
  if (only in STATIC_CHECKS) return { statics: [only], build: false, projects: undefined, endToEnd: false, vitestArgs };
  if (only === END_TO_END) return { statics: [], build: true, projects: undefined, endToEnd: true, vitestArgs };
  return {
    statics: only || rest.length > 0 ? [] : Object.keys(STATIC_CHECKS),
    build: !only || ON_THE_BUILD.includes(only),
    projects: only
      ? { name: only, args: ['--project', only] }
      : { name: 'tests', args: ['--project', `!${END_TO_END}`] },
    endToEnd: !only && !quick,
    vitestArgs,
  };
}

function readArguments(args) {
  const rest = args.filter((word) => word !== '--quick');
  const at = rest.indexOf('--only');
  const [, only] = at < 0 ? [] : rest.splice(at, 2);
  if (at >= 0 && !only)
    throw new Problem('--only needs a name: types, lint, format, or a vitest project such as unit or e2e.');
  return { only, quick: args.includes('--quick'), rest };
}
