import { htmlSheet } from '../articleHtml';
import { compose } from '../compose';
import { contentsOf } from '../contents';
import { digestOf } from '../digest';
import { type Context, type Draft, type Step, withExtra } from '../draft';

/** A long article: its HTML where the platform takes that, and a digest where it has a place for one, its contents. */
export const article: Step = (draft, context) => withContents(withDigest(withHtml(draft, context), context), context);

function withHtml(draft: Draft, { format, source, theme }: Context): Draft {
  const { markup } = format.format;
  if (markup !== 'html' && markup !== 'wechat_html') return draft;
  return withExtra(draft, { html: compose(htmlSheet(markup, source.images, theme), draft) });
}

function withContents(draft: Draft, { format }: Context): Draft {
  const rules = format.format.contents;
  const contents = rules === undefined ? [] : contentsOf(draft.paragraphs, rules.min);
  return contents.length === 0 ? draft : withExtra(draft, { contents });
}

function withDigest(draft: Draft, context: Context): Draft {
  const max = context.format.format.limits.digest_max;
  if (max === undefined) return draft;
  const digest = digestOf(draft.paragraphs, context, max);
  return digest === '' ? draft : withExtra(draft, { digest });
}
