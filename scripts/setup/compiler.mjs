import { installPackages } from './apt.mjs';
import { attempt } from './run.mjs';
import { Problem } from './say.mjs';

/** A C and a C++ compiler; installed where we may, named where we may not. */
export async function ensureCompiler() {
  if (await hasCompiler()) return;
  if (process.platform === 'darwin') throw new Problem('A compiler is missing. Run: xcode-select --install');
  await installPackages(['build-essential'], 'a C and C++ compiler');
}

export async function hasCompiler() {
  const answers = await Promise.all(['cc', 'c++'].map((name) => attempt(name, ['--version'])));
  return answers.every(({ code }) => code === 0);
}
