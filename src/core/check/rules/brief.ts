import type { CheckContext, Hit, Rule } from '../check';
import { textsOf } from '../texts';

const isBlank = ({ source }: CheckContext, key: string): boolean =>
  (Object.hasOwn(source.brief, key) ? (source.brief[key] ?? '') : '').trim() === '';

const whenBlank =
  (key: string, applies: (context: CheckContext) => boolean) =>
  (context: CheckContext): readonly Hit[] =>
    applies(context) && isBlank(context, key) ? [{ field: `brief.${key}` }] : [];

const isLottery = ({ source }: CheckContext): boolean => source.kind === 'interactive' && source.subkind === 'lottery';
const isInteractive = ({ source }: CheckContext): boolean => source.kind === 'interactive';

/** `{{deadline}}` still standing in a text: its field in the brief is empty or unknown. */
function unresolved(context: CheckContext): readonly Hit[] {
  const names = textsOf(context).flatMap(({ text }) =>
    [...text.matchAll(/\{\{\s*([^{}\n]{1,80}?)\s*\}\}/gu)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names)].map((name) => ({ field: `brief.${name}`, params: { name } }));
}

export const briefRules: readonly Rule[] = [
  { code: 'unresolved_field', severity: 'error', run: unresolved },
  { code: 'lottery_no_deadline', severity: 'error', run: whenBlank('deadline', isLottery) },
  { code: 'lottery_no_rules', severity: 'error', run: whenBlank('rules', isLottery) },
  { code: 'no_way_to_take_part', severity: 'warning', run: whenBlank('participate', isInteractive) },
];
