import { cliWords } from '../../core/words/cli';
import { cliHelpWords } from '../../core/words/cliHelp';
import { say, speaker } from '../../core/words/say';
import { type ExitCode, exitCodes, type Io } from '../io';
import { readOptions, twoFiles } from '../options';
import { readPlan } from '../planFile';
import { writePacked, writeUnpacked } from '../writePlan';

/** `pack DIR OUT.juzhen [--force]`: the folder form of a plan as one file. */
export async function packCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = readOptions(argv, ['out'], ['force']);
  const { lang, flags } = asked;
  if (asked.help) {
    io.out(say(cliHelpWords, lang, 'pack'));
    return exitCodes.ok;
  }
  const [folder, out] = twoFiles(asked, 'pack DIR PLAN.juzhen');
  await writePacked(io, lang, out, await readPlan(io, lang, folder), flags.has('force'));
  io.out(`${out}\n`);
  return exitCodes.ok;
}

/** `unpack PLAN.juzhen DIR [--force]`: a plan as a folder that git can follow. */
export async function unpackCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = readOptions(argv, ['out'], ['force']);
  const { lang, flags } = asked;
  const t = speaker(cliWords, lang);
  if (asked.help) {
    io.out(say(cliHelpWords, lang, 'unpack'));
    return exitCodes.ok;
  }
  const [file, out] = twoFiles(asked, 'unpack PLAN.juzhen DIR');
  const { written, same } = await writeUnpacked(io, lang, out, await readPlan(io, lang, file), flags.has('force'));
  io.out(`${out}\n`);
  io.err(`${t('unpacked', { written, same, folder: out })}\n`);
  return exitCodes.ok;
}
