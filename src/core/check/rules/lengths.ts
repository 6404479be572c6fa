import type { Count } from '../../adapt/types';
import { count } from '../../platforms/counters';
import type { CheckContext, Hit, Rule } from '../check';
import type { FindingCode } from '../codes';

/** Which code speaks about a count that is over its limit. Fields of a thread are bodies; the rest has its own words. */
const overCode = ({ field, unit }: Count): FindingCode => {
  if (field === 'tags') return unit === 'items' ? 'too_many_tags' : 'tags_total_too_long';
  if (field === 'images') return 'too_many_images';
  return overText[field] ?? (field.startsWith('part ') ? 'body_too_long' : 'field_too_long');
};
const overText: Readonly<Record<string, FindingCode>> = {
  title: 'title_too_long',
  body: 'body_too_long',
  total: 'total_too_long',
  digest: 'digest_too_long',
};

const over =
  (code: FindingCode) =>
  ({ variant }: CheckContext): readonly Hit[] =>
    variant.counts.flatMap((entry) => {
      const { field, unit, value, limit } = entry;
      if (limit === null || value <= limit || overCode(entry) !== code) return [];
      return [{ field, params: { value, limit, over: value - limit, unit } }];
    });

const overRule = (code: FindingCode): Rule => ({ code, severity: 'error', run: over(code) });

export const lengthRules: readonly Rule[] = [
  overRule('title_too_long'),
  overRule('body_too_long'),
  overRule('total_too_long'),
  overRule('digest_too_long'),
  overRule('tags_total_too_long'),
  overRule('too_many_images'),
  overRule('field_too_long'),
  {
    code: 'title_missing',
    severity: 'warning',
    run: ({ format, variant }) =>
      format.format.title === 'field' && (variant.title ?? '').trim() === '' ? [{ field: 'title' }] : [],
  },
  {
    code: 'title_too_short',
    severity: 'error',
    run: ({ format, variant }) => {
      const limit = format.format.limits.title_min ?? 0;
      const unit = format.format.count.title;
      const value = count(unit, variant.title ?? '');
      return value > 0 && value < limit ? [{ field: 'title', params: { value, limit, unit } }] : [];
    },
  },
  {
    code: 'body_missing',
    severity: 'warning',
    run: ({ format, variant }) =>
      format.format.family !== 'live' && variant.body.trim() === '' ? [{ field: 'body' }] : [],
  },
];
