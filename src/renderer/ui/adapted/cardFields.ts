import { printChapters } from '../../../core/adapt/chapters';
import { printShots } from '../../../core/adapt/shotText';
import { printShow } from '../../../core/adapt/showText';
import type { Count, Finding, OverrideField, Variant } from '../../../core/adapt/types';

/** One text of a variant that a person pastes somewhere, and may write over. */
export type CardField = {
  readonly field: OverrideField;
  readonly text: string;
  readonly counts: readonly Count[];
};

/** The texts of a variant in the order one pastes them; only what the format has. */
export function fieldsOfVariant(adapted: Variant): readonly CardField[] {
  const { title, body, tags, extra } = adapted;
  const texts: readonly (readonly [OverrideField, string | undefined])[] = [
    ['title', title ?? undefined],
    ['cover', extra.cover],
    ['body', body],
    ['tags', tags.length === 0 ? undefined : tags.join('\n')],
    ['digest', extra.digest],
    ['firstComment', extra.firstComment],
    ['script', extra.script && printShots(extra.script)],
    ['chapters', extra.chapters && printChapters(extra.chapters)],
    ['runOfShow', extra.runOfShow && printShow(extra.runOfShow)],
  ];
  return texts.flatMap(([field, text]) =>
    text === undefined ? [] : [{ field, text, counts: adapted.counts.filter((one) => one.field === field) }],
  );
}

/** The measures worth a look on a closed card: title and body, of a thread the fullest part. At most two. */
export function headlineCounts(counts: readonly Count[]): readonly Count[] {
  const title = counts.find(({ field }) => field === 'title');
  const bodies = counts.filter(({ field }) => field === 'body' || field.startsWith('part '));
  const fullest = bodies.reduce<Count | undefined>(
    (worst, one) => (worst === undefined || share(one) > share(worst) ? one : worst),
    undefined,
  );
  return [title, fullest].filter((one): one is Count => one !== undefined);
}

const share = ({ value, limit }: Count): number => (limit === null || limit === 0 ? 0 : value / limit);

export const isOver = ({ value, limit }: Count): boolean => limit !== null && value > limit;
/** Text close to its limit: nine tenths. A list that is exactly full is just full. */
export const isNear = (one: Count): boolean => one.unit !== 'items' && !isOver(one) && share(one) >= 0.9;

/** What a person must or should mend, errors first; remarks are left for the review. */
export const shownFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity !== 'info');
