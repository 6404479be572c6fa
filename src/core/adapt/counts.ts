import { codePointCount } from '../text/length';
import type { Context, Draft } from './draft';
import { countIn, tagListCost } from './measure';
import { bodyLimits } from './room';
import { tagCap } from './tagRules';
import type { Count } from './types';

/** Every measure a platform takes of this variant, as pasted: one entry per field, part and unit. */
export function countsOf(draft: Draft, body: string, context: Context): readonly Count[] {
  const { limits, count, tags, family } = context.format.format;
  const counts: Count[] = [];
  const { title, extra } = draft;
  if (title !== null)
    counts.push({
      field: 'title',
      unit: count.title,
      value: countIn(count.title)(title),
      limit: limits.title_max ?? null,
    });

  const units = bodyLimits(context.format.format);
  const bodyUnits = units.length === 0 ? [{ unit: count.body, max: null }] : units;
  const measured = count.bodyOn === 'html_source' ? (extra.html ?? body) : body;
  const texts: readonly (readonly [string, string])[] =
    draft.parts.length > 1 ? draft.parts.map((part, index) => [`part ${index + 1}`, part]) : [['body', measured]];
  for (const [field, text] of texts)
    for (const { unit, max } of bodyUnits) counts.push({ field, unit, value: countIn(unit)(text), limit: max });
  if (limits.total_max !== undefined) {
    const measure = countIn(count.body);
    counts.push({
      field: 'total',
      unit: count.body,
      value: measure(title ?? '') + measure(measured),
      limit: limits.total_max,
    });
  }

  if (extra.digest !== undefined)
    counts.push({
      field: 'digest',
      unit: 'code_points',
      value: codePointCount(extra.digest),
      limit: limits.digest_max ?? null,
    });
  if (tags.syntax !== 'none') {
    const cap = tagCap(context.format.format);
    counts.push({ field: 'tags', unit: 'items', value: draft.tags.length, limit: Number.isFinite(cap) ? cap : null });
    if (limits.tags_total_max !== undefined)
      counts.push({
        field: 'tags',
        unit: 'youtube_tags',
        value: tagListCost(draft.tags),
        limit: limits.tags_total_max,
      });
  }
  if (extra.images !== undefined && (limits.images_max !== undefined || family !== 'article'))
    counts.push({ field: 'images', unit: 'items', value: extra.images.length, limit: limits.images_max ?? null });
  return counts;
}
