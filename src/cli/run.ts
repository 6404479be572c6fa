import { cliWords } from '../core/words/cli';
import { cliHelpWords } from '../core/words/cliHelp';
import { say } from '../core/words/say';
import { adaptCommand } from './commands/adapt';
import { checkCommand } from './commands/check';
import { countCommand } from './commands/count';
import { diffCommand } from './commands/diff';
import { exportCommand } from './commands/export';
import { mergeCommand } from './commands/merge';
import { packCommand, unpackCommand } from './commands/pack';
import { partCommand } from './commands/part';
import { sampleCommand } from './commands/sample';
import { validateCommand } from './commands/validate';
import { type ExitCode, exitCodes, type Io, Stop } from './io';
import { langOf } from './options';

/** Every command of the command line. Results go to standard output, messages to standard error. */
const commands: Readonly<Record<string, (argv: readonly string[], io: Io) => Promise<ExitCode>>> = {
  adapt: adaptCommand,
  count: countCommand,
  export: exportCommand,
  check: checkCommand,
  sample: sampleCommand,
  pack: packCommand,
  unpack: unpackCommand,
  validate: validateCommand,
  diff: diffCommand,
  merge: mergeCommand,
  part: partCommand,
};

/** Runs one command line (`argv` without node and script) and answers with the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const lang = langOf(argv);
  const at = argv.findIndex((arg, index) => !arg.startsWith('-') && argv[index - 1] !== '--lang');
  const name = argv[at];
  if (name === undefined || name === 'help') {
    const asked = argv.includes('--help') || argv.includes('-h') || name === 'help';
    (asked ? io.out : io.err)(say(cliHelpWords, lang, 'juzhen'));
    return asked ? exitCodes.ok : exitCodes.usage;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) throw new Stop(say(cliWords, lang, 'usage_unknown_command', { name }));
    return await command([...argv.slice(0, at), ...argv.slice(at + 1)], io);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    io.err(`${error.sentence}\n`);
    return error.code;
  }
}
