import { attempt, run } from './run.mjs';
import { Problem, say } from './say.mjs';

const isRoot = () => process.getuid?.() === 0;
const APT = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
/** Another apt at work (a machine that has just booted updates itself) is waited for. */
const PATIENCE = ['-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=2'];

/** Two steps may ask at the same time; apt serves one at a time. */
let queue = Promise.resolve();

/** Installs Debian or Ubuntu packages as root; for anybody else names the command to run. */
export function installPackages(packages, what) {
  const turn = queue.then(() => install(packages, what));
  queue = turn.catch(() => {});
  return turn;
}

async function install(packages, what) {
  if (!(await hasApt())) {
    throw new Problem(
      `Missing: ${what}. Install it with your system's package manager (on Debian: ${packages.join(' ')}), then run this again.`,
    );
  }
  if (!isRoot()) {
    throw new Problem(`Missing: ${what}. Run this, then start again:\n  ${await remedy(packages)}`);
  }
  await updateOnce();
  const names = await namesHere(packages);
  say(`System: installing ${names.join(' ')}`);
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...PATIENCE, ...names], {
    ...APT,
    label: 'apt-get install',
    failure: `Could not install ${what}. Put right what apt-get says above, then run this again.`,
  });
}

/** The command that a person without root is asked to run. */
export async function remedy(packages) {
  const names = (await hasApt()) ? await namesHere(packages) : packages;
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

export const hasApt = async () => (await attempt('apt-get', ['--version'])).code === 0;

let updated;
function updateOnce() {
  updated ??= (async () => {
    say('System: reading the package lists');
    await run('apt-get', ['update', ...PATIENCE], {
      ...APT,
      label: 'apt-get update',
      failure: 'apt-get update failed. Check the network and /etc/apt, then run this again.',
    });
  })();
  return updated;
}

/** Debian 13 and Ubuntu 24.04 renamed libraries with 64-bit time: the t64 name wins where it exists. */
async function namesHere(packages) {
  const candidates = packages.flatMap((name) => [name, `${name}t64`]);
  const { output } = await attempt('apt-cache', ['policy', ...candidates], { env: { ...process.env, LC_ALL: 'C' } });
  const known = installable(output);
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

/** The packages for which `apt-cache policy` has a candidate. */
export function installable(policy) {
  const blocks = policy.matchAll(/^(\S+):\n(?:[ ]+.*\n?)*/gm);
  return new Set([...blocks].filter(([block]) => /^ +Candidate: (?!\(none\))/m.test(block)).map(([, name]) => name));
}
