import type { Lang } from '../../core/model/records';
import { isAnyKeptAside } from '../../core/plan/survey/keptAside';
import { type PlanSurvey, surveyPlan } from '../../core/plan/survey/survey';
import { cliWords } from '../../core/words/cli';
import { cliHelpWords } from '../../core/words/cliHelp';
import { sayKeptAside } from '../../core/words/planFile';
import { sayRecordType } from '../../core/words/recordTypes';
import { say, speaker } from '../../core/words/say';
import { type ExitCode, exitCodes, type Io } from '../io';
import { readOptions, someFiles } from '../options';
import { readPlan } from '../planFile';
import { type ReviewSurvey, sayReviewSurvey, surveyReviewFile } from '../reviewFiles';

/**
 * `validate FILE… [--json]`: whether plans, and files of a review or of the desk, are whole, and what they hold. 0 when they are; 1 when something in one waits
 * for a person; 4 at the first that cannot be read.
 */
export async function validateCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = readOptions(argv, [], ['json']);
  const { lang } = asked;
  if (asked.help) {
    io.out(say(cliHelpWords, lang, 'validate'));
    return exitCodes.ok;
  }
  const found: Found[] = [];
  for (const file of someFiles(asked, 'validate PLAN.juzhen')) {
    const review = await surveyReviewFile(io, lang, file);
    found.push(
      review === null ? { file, survey: surveyPlan(await readPlan(io, lang, file)) } : { file, survey: review },
    );
  }
  if (asked.flags.has('json'))
    io.out(`${JSON.stringify({ files: found.map(({ file, survey }) => ({ file, ...survey })) }, null, 2)}\n`);
  else
    io.out(
      found
        .map(({ file, survey }) => ('kind' in survey ? sayReviewSurvey(lang, file, survey) : text(file, survey, lang)))
        .join('\n'),
    );
  const isWaiting = found.some(({ survey }) => !('kind' in survey) && survey.waiting.length > 0);
  return isWaiting ? exitCodes.findings : exitCodes.ok;
}

type Found = { readonly file: string; readonly survey: PlanSurvey | ReviewSurvey };

function text(file: string, survey: PlanSurvey, lang: Lang): string {
  const t = speaker(cliWords, lang);
  const { types, assets, waiting, dangling, kept, name, workspace } = survey;
  const named = (row: { readonly type: string; readonly id: string; readonly name?: string }) =>
    `${sayRecordType(lang, row.type)} ${row.name === undefined || row.name === '' ? row.id : row.name}`;
  return `${[
    t('valid', { file, name: name || workspace }),
    ...types.map(({ type, alive, deleted }) => t('valid_type', { type: sayRecordType(lang, type), alive, deleted })),
    t('valid_assets', {
      count: assets.count,
      megabytes: (assets.bytes / 1_048_576).toFixed(1),
      missing: assets.missing,
    }),
    ...(waiting.length === 0
      ? []
      : [t('valid_waiting', { count: waiting.length }), ...waiting.map((row) => `  ${named(row)}`)]),
    ...(dangling.length === 0
      ? []
      : [
          t('valid_dangling', { count: dangling.length }),
          ...dangling.slice(0, SHOWN).map((row) => `  ${named(row)} · ${row.field} → ${row.to}`),
          ...(dangling.length > SHOWN ? [`  ${t('and_more', { count: dangling.length - SHOWN })}`] : []),
        ]),
    ...(isAnyKeptAside(kept) ? indented(sayKeptAside(lang, kept)) : []),
  ].join('\n')}\n`;
}

/** Rows of a list that a terminal can take; all of them are in the JSON. */
const SHOWN = 20;

const indented = ([first, ...rest]: readonly string[]): readonly string[] => [
  first ?? '',
  ...rest.map((row) => `  ${row}`),
];
