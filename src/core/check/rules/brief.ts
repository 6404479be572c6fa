import type { CheckContext, Hit, Rule } from '../check';
import { announcesDraw, saysRules, saysWhen } from '../drawSigns';
import { bodiesOf, textsOf } from '../texts';

const isBlank = ({ source }: CheckContext, key: string): boolean =>
  (Object.hasOwn(source.brief, key) ? (source.brief[key] ?? '') : '').trim() === '';

const whenBlank =
  (key: string, applies: (context: CheckContext) => boolean) =>
  (context: CheckContext): readonly Hit[] =>
    applies(context) && isBlank(context, key) ? [{ field: `brief.${key}` }] : [];

const isLottery = ({ source }: CheckContext): boolean => source.kind === 'interactive' && source.subkind === 'lottery';
const isInteractive = ({ source }: CheckContext): boolean => source.kind === 'interactive';

/**
 * What a draw owes its readers and its brief does not hold. A text that plainly announces one is a draw whatever its
 * piece was filed as, but it may tell by itself what the brief does not.
 */
const drawWithout =
  (key: string, isSaid: (text: string) => boolean) =>
  (context: CheckContext): readonly Hit[] => {
    if (!isBlank(context, key)) return [];
    if (isLottery(context)) return [{ field: `brief.${key}` }];
    const texts = [context.variant.title ?? '', ...bodiesOf(context.variant).map(({ text }) => text)];
    return texts.some(announcesDraw) && !texts.some(isSaid) ? [{ field: `brief.${key}`, severity: 'warning' }] : [];
  };

/** `{{deadline}}` still standing in a text: its field in the brief is empty or unknown. */
function unresolved(context: CheckContext): readonly Hit[] {
  const names = textsOf(context).flatMap(({ text }) =>
    [...text.matchAll(/\{\{\s*([^{}\n]{1,80}?)\s*\}\}/gu)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names)].map((name) => ({ field: `brief.${name}`, params: { name } }));
}

/**
 * The deadline of a draw that no text tells. Its day or its hour is enough, however they are spaced; one that holds
 * neither is looked for as it is.
 */
function unsaidDeadline(context: CheckContext): readonly Hit[] {
  if (!isLottery(context) || isBlank(context, 'deadline')) return [];
  const deadline = (context.source.brief.deadline ?? '').trim();
  const parts = deadline.match(dayOrHour) ?? [deadline];
  const said = textsOf(context)
    .map(({ text }) => bare(text))
    .join('\n');
  return parts.some((part) => said.includes(bare(part))) ? [] : [{ field: 'brief.deadline', params: { deadline } }];
}
const dayOrHour =
  /\d{1,2}\s*月\s*\d{1,2}\s*[日号]|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s*[:：]\s*\d{2}|\d{1,2}\s+\p{Lu}\p{L}{2,}|\p{Lu}\p{L}{2,}\s+\d{1,2}/gu;
const bare = (text: string): string => text.replace(/\s+/g, '').replaceAll('：', ':').toLowerCase();

export const briefRules: readonly Rule[] = [
  { code: 'unresolved_field', severity: 'error', run: unresolved },
  { code: 'lottery_no_deadline', severity: 'error', run: drawWithout('deadline', saysWhen) },
  { code: 'lottery_no_rules', severity: 'error', run: drawWithout('rules', saysRules) },
  { code: 'lottery_deadline_unsaid', severity: 'warning', run: unsaidDeadline },
  { code: 'no_way_to_take_part', severity: 'warning', run: whenBlank('participate', isInteractive) },
];
