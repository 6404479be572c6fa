import { count } from '../../platforms/counters';
import { type Token, tokensIn } from '../../text/tokens';
import type { CheckContext, Hit, Rule } from '../check';
import { bodiesOf } from '../texts';

/** The first token of a kind, when readers meet it only after opening the post. Fold points are in the body's unit. */
function behindFold(context: CheckContext, kind: Token['kind']): readonly Hit[] {
  const { limits, count: units } = context.format.format;
  const fold = limits.fold;
  const [first] = bodiesOf(context.variant);
  if (fold === undefined || first === undefined || count(units.body, first.text) <= fold) return [];
  const token = tokensIn(first.text).find((entry) => entry.kind === kind);
  if (token === undefined || count(units.body, first.text.slice(0, token.end)) <= fold) return [];
  return [{ field: first.field, params: { text: token.text, fold, unit: units.body } }];
}

export const foldRules: readonly Rule[] = [
  { code: 'fold_hides_link', severity: 'info', run: (context) => behindFold(context, 'url') },
  { code: 'fold_hides_tag', severity: 'info', run: (context) => behindFold(context, 'tag') },
  {
    code: 'fold_hides_call',
    severity: 'info',
    run: ({ format, variant }) => {
      const { fold } = variant.extra;
      const call = fold?.hides.find(({ kind }) => kind === 'call');
      if (fold === undefined || call === undefined) return [];
      const params = { text: call.text, fold: format.format.limits.fold ?? 0, unit: format.format.count.body };
      return [{ field: fold.field, params }];
    },
  },
];
