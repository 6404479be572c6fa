import { countBy, ruleIds } from '../../core/platforms/counters';
import { failure } from '../../core/result';
import { cliWords } from '../../core/words/cli';
import { cliHelpWords } from '../../core/words/cliHelp';
import { sayFailure } from '../../core/words/failures';
import { say, speaker } from '../../core/words/say';
import { type ExitCode, exitCodes, type Io, Stop } from '../io';
import { readOptions } from '../options';

/** `count --rule ID [--json]`: numbers for the texts on standard input. */
export async function countCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = readOptions(argv, ['rule'], ['json']);
  const t = speaker(cliWords, asked.lang);
  if (asked.help) {
    io.out(say(cliHelpWords, asked.lang, 'count', { rules: ruleIds.join(', ') }));
    return exitCodes.ok;
  }
  const { rule } = asked.values;
  if (rule === undefined) throw new Stop(t('usage_missing_option', { name: 'rule' }));
  if (asked.files[0] !== undefined) throw new Stop(t('usage_unknown_option', { option: asked.files[0] }));
  if (!ruleIds.includes(rule))
    throw new Stop(sayFailure(asked.lang, failure('unknown_rule', { rule, known: ruleIds.join(', ') })));
  const json = asked.flags.has('json');
  const input = await io.stdin();
  const items = json ? jsonItems(input) : lineItems(input, rule);
  if (typeof items === 'string') throw new Stop(t('count_bad_json', { message: items }), exitCodes.badInput);
  const numbers = items.map((item, index) => {
    const number = countBy(rule, item);
    if (number !== null) return number;
    throw new Stop(
      t('count_bad_item', { index: index + 1, wanted: t(rule === 'youtube_tags' ? 'wanted_tags' : 'wanted_text') }),
      exitCodes.badInput,
    );
  });
  io.out(json ? `${JSON.stringify(numbers)}\n` : numbers.map((number) => `${number}\n`).join(''));
  return exitCodes.ok;
}

/** The items of a JSON array, or what is wrong with the text. */
function jsonItems(input: string): readonly unknown[] | string {
  try {
    const value: unknown = JSON.parse(input.replace(/^\ufeff/, ''));
    return Array.isArray(value) ? value : `${value === null ? 'null' : typeof value}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** One item per line; for tag lists the tags of a line stand between commas. */
function lineItems(input: string, rule: string): readonly unknown[] {
  const lines = input.replace(/\n$/, '').split('\n');
  return rule === 'youtube_tags' ? lines.map((line) => line.split(',').map((tag) => tag.trim())) : lines;
}
