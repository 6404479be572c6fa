import { type Context, type Draft, withExtra } from '../draft';
import { clean } from '../flatten';
import { coverLine } from '../title';

/** Characters a cover carries at a glance; not a platform's limit. */
const COVER_HAN = 14;

/** The line on the cover: the title, or the part of it that reads at a glance. */
export const coverOf = ({ source }: Pick<Context, 'source'>): string =>
  coverLine(clean(source.title).replace(/\s+/g, ' ').trim(), source, COVER_HAN);

export function withCover(draft: Draft, context: Context): Draft {
  const cover = coverOf(context);
  return cover === '' ? draft : withExtra(draft, { cover });
}
