import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { encodePlan, packPlan } from '../../core/plan/file/write';
import { buildSample } from '../../core/sample/build';
import { sampleContent } from '../../core/sample/content';
import { sampleFiles } from '../../core/sample/files';
import { wallDateSchema } from '../../core/time/wall';
import { cliWords } from '../../core/words/cli';
import { cliHelpWords } from '../../core/words/cliHelp';
import { say, speaker } from '../../core/words/say';
import { byteWork } from '../../disk/byteWork';
import { type ExitCode, exitCodes, type Io, Stop } from '../io';
import { oneFile, readOptions } from '../options';
import { writeFile, writing } from '../writing';

/** `sample OUT.juzhen [--today DAY]`: the sample plan in the language of `--lang`. Same day, same bytes. */
export async function sampleCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = readOptions(argv, ['today']);
  const { lang } = asked;
  const t = speaker(cliWords, lang);
  if (asked.help) {
    io.out(say(cliHelpWords, lang, 'sample'));
    return exitCodes.ok;
  }
  const file = oneFile(asked, 'sample OUT.juzhen');
  const value = asked.values.today ?? io.today();
  const today = wallDateSchema.safeParse(value);
  if (!today.success) throw new Stop(t('usage_bad_day', { name: 'today', value }));
  const sample = buildSample({ today: today.data, edition: lang, files: sampleFiles });
  const pictures = new Map<string, Uint8Array>();
  for (const { path } of sample.assets) pictures.set(path, await readFile(join(io.resources, 'sample', path)));
  const content = sampleContent(sample, lang, today.data, (path) => pictures.get(path) ?? new Uint8Array());
  await writing(lang, file, () => writeFile(resolve(io.cwd, file), packPlan(encodePlan(content, byteWork), byteWork)));
  io.out(`${file}\n`);
  io.err(`${t('sample_written', { file, today: today.data })}\n`);
  return exitCodes.ok;
}
