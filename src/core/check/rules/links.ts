import { utf8Length } from '../../text/length';
import { urlsIn } from '../../text/links';
import { tokensIn } from '../../text/tokens';
import type { CheckContext, Hit, Rule } from '../check';
import { bodiesOf, findWords } from '../texts';

/** Whether readers can reach the piece's link from anything this variant publishes. */
function carriesLink({ source, variant }: CheckContext): boolean {
  const { extra } = variant;
  const places = [variant.body, ...variant.parts, extra.firstComment ?? '', extra.sourceUrl ?? '', extra.html ?? ''];
  return places.some((text) => text.includes(source.link));
}

/** Mobile numbers of mainland China, and names on WeChat or QQ behind the word for them. */
const contactsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<!\d)1[3-9]\d{9}(?!\d)|(?:微信|薇信|vx|wx|v信|qq)(?:号|群)?\s*[:：]\s*[a-z0-9_-]{5,20}/giu)].map(
    ([found]) => found,
  );

const bodyLinks = ({ variant }: CheckContext) =>
  bodiesOf(variant).flatMap(({ field, text }) => urlsIn(text).map((link) => ({ field, url: link.url })));

function missing(context: CheckContext, dropped: boolean): readonly Hit[] {
  const link = context.source.link.trim();
  if (link === '' || carriesLink({ ...context, source: { ...context.source, link } })) return [];
  const drops = context.format.format.links.policy === 'drop';
  return drops === dropped ? [{ field: 'link', params: { url: link } }] : [];
}

export const linkRules: readonly Rule[] = [
  { code: 'link_missing', severity: 'warning', run: (context) => missing(context, false) },
  { code: 'link_dropped', severity: 'info', run: (context) => missing(context, true) },
  {
    code: 'link_not_clickable',
    severity: 'warning',
    run: (context) => {
      const { links } = context.format.format;
      // Said by `link_banned`.
      if (links.outside === 'banned') return [];
      // Footnotes are written out for readers to copy: that is the platform's customary form.
      if (links.clickable || links.policy === 'footnote' || links.policy === 'source_url') return [];
      const [first] = bodyLinks(context);
      return first === undefined ? [] : [{ field: first.field, params: { url: first.url } }];
    },
  },
  {
    code: 'link_banned',
    severity: 'error',
    run: (context) => {
      if (context.format.format.links.outside !== 'banned') return [];
      return bodyLinks(context).map(({ field, url }) => ({ field, params: { url } }));
    },
  },
  {
    code: 'contact_banned',
    severity: 'error',
    run: (context) => {
      if (context.format.format.links.outside !== 'banned') return [];
      return findWords(context, contactsIn, (text) => text).map(({ field, found }) => ({
        field,
        params: { text: found },
      }));
    },
  },
  {
    code: 'too_many_links',
    severity: 'error',
    run: (context) => {
      const limit = context.format.format.limits.links_max;
      const urls = new Set(bodyLinks(context).map(({ url }) => url));
      if (context.variant.extra.sourceUrl) urls.add(context.variant.extra.sourceUrl);
      const value = urls.size;
      return limit !== undefined && value > limit ? [{ field: 'link', params: { value, limit } }] : [];
    },
  },
  {
    code: 'source_url_too_long',
    severity: 'error',
    run: ({ format, variant }) => {
      const limit = format.format.limits.source_url_max_bytes;
      const value = utf8Length(variant.extra.sourceUrl ?? '');
      return limit !== undefined && value > limit
        ? [{ field: 'link', params: { value, limit, unit: 'utf8_bytes' } }]
        : [];
    },
  },
  {
    code: 'too_many_mentions',
    severity: 'error',
    run: ({ format, variant }) => {
      const limit = format.format.limits.mentions_max;
      if (limit === undefined) return [];
      const value = tokensIn(variant.body).filter(({ kind }) => kind === 'mention').length;
      return value > limit ? [{ field: 'body', params: { value, limit } }] : [];
    },
  },
];
