import type { Lang } from '../../core/model/records';
import { differenceOf, type RecordDifference } from '../../core/plan/difference/difference';
import { cliWords } from '../../core/words/cli';
import { cliHelpWords } from '../../core/words/cliHelp';
import { sayRecordType } from '../../core/words/recordTypes';
import { say, speaker } from '../../core/words/say';
import { bodyLines, bodyParts, fieldLine, partsOf, setLine } from '../changeText';
import { type ExitCode, exitCodes, type Io } from '../io';
import { readOptions, requireTwo } from '../options';
import { readParts } from '../planParts';

/** `diff A B [--json]`: what the second plan says that the first does not, word by word. 0 for nothing, 1 for something. */
export async function diffCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = readOptions(argv, [], ['json']);
  const { lang } = asked;
  const t = speaker(cliWords, lang);
  if (asked.help) {
    io.out(say(cliHelpWords, lang, 'diff'));
    return exitCodes.ok;
  }
  const [before, after] = requireTwo(asked, 'diff A.juzhen B.juzhen');
  const [a, b] = [await readParts(io, lang, before), await readParts(io, lang, after)];
  const differences = differenceOf(a.content.states, b.content.states);
  const count = (kind: RecordDifference['kind']) => differences.filter((one) => one.kind === kind).length;
  const counts = { added: count('added'), removed: count('removed'), changed: count('changed') };
  if (asked.flags.has('json'))
    io.out(`${JSON.stringify({ before, after, counts, records: differences.map(json) }, null, 2)}\n`);
  else io.out(`${[...differences.flatMap((one) => [...lines(lang, one), '']), t('differs', counts)].join('\n')}\n`);
  return differences.length === 0 ? exitCodes.ok : exitCodes.findings;
}

const SIGN = { added: '+', removed: '-', changed: '~' } as const;

function lines(lang: Lang, { type, id, name, kind, fields, sets, body, texts }: RecordDifference): readonly string[] {
  const t = speaker(cliWords, lang);
  const head = `${SIGN[kind]} ${sayRecordType(lang, type)} ${name || id}`;
  if (kind !== 'changed') return [head];
  return [
    head,
    ...fields.map(({ register, before, after }) => `  ${fieldLine(lang, register, before, after)}`),
    ...sets.map(({ set, added, removed }) => `  ${setLine(lang, set, added, removed)}`),
    ...(texts === null ? [] : [`  ${t('texts_side_by_side', texts)}`]),
    ...(body === null ? [] : bodyLines(lang, body.before, body.after).map((line) => `  ${line}`)),
  ];
}

/** With the words of every text that changed. */
const json = ({ fields, body, ...rest }: RecordDifference): object => ({
  ...rest,
  fields: fields.map((field) => ({ ...field, words: partsOf(field.before, field.after) })),
  body: body === null ? null : { ...body, blocks: bodyParts(body.before, body.after) },
});
