import { numberingOf } from '../../platforms/pack';
import { htmlSheet } from '../articleHtml';
import { parseChapters, printChapters } from '../chapters';
import { compose, plainSheet } from '../compose';
import { type Context, type Draft, entry, ownParagraph, type Paragraph, type Step, traced, withExtra } from '../draft';
import { withScript } from '../families/video';
import { clean, sentencesOf } from '../flatten';
import { tokenise } from '../inlineTokens';
import { bodyRoom } from '../room';
import { parseShots, printShots } from '../shotText';
import { parseShow, printShow } from '../showText';
import { splitWritten } from '../threads';
import { type OverrideField, overrideFields } from '../types';

/**
 * What a person wrote stands, whatever its length: it replaces the computed field, is counted and checked, and never
 * cut. A long text on a platform with threads is divided between its sentences, which loses nothing.
 */
export const overrides: Step = (draft, context) =>
  overrideFields.reduce((next, field) => {
    const written = context.overrides[field];
    if (written === undefined) return next;
    const changed = replace[field](next, written, context);
    if (changed === next) return next;
    // What could not be fitted was the computed text; the person's own is checked on its own.
    const findings = changed.findings.filter((finding) => !(finding.code === 'cannot_fit' && finding.field === field));
    const [before, after] = [computed[field](next, context), field === 'tags' ? listed(changed) : written];
    const entries = [entry('overrides', 'changed', 'written_by_hand', { field, before, after })];
    return traced({ ...changed, findings }, entries);
  }, draft);

const listed = ({ tags }: Draft): string => tags.join(', ');

/** What the field would say without the person; a title is compared with the source's, as its step never computed one. */
const computed: { readonly [K in OverrideField]: (draft: Draft, context: Context) => string } = {
  title: (_draft, { source }) => clean(source.title).trim(),
  body: ({ parts }) => parts.join('\n\n'),
  digest: ({ extra }) => extra.digest ?? '',
  cover: ({ extra }) => extra.cover ?? '',
  firstComment: ({ extra }) => extra.firstComment ?? '',
  tags: listed,
  script: ({ extra }) => printShots(extra.script ?? []),
  chapters: ({ extra }) => printChapters(extra.chapters ?? []),
  runOfShow: ({ extra }) => printShow(extra.runOfShow ?? []),
};

const replace: { readonly [K in OverrideField]: (draft: Draft, written: string, context: Context) => Draft } = {
  title: (draft, written, { format }) => (format.format.title === 'field' ? { ...draft, title: written } : draft),
  body: (draft, written, context) => {
    const paragraphs = paragraphsOf(written, context);
    const { format } = context.format;
    const numbering = numberingOf(format);
    const rooms = numbering === null ? [] : bodyRoom(context, draft.title);
    const posts = splitWritten(paragraphs, plainSheet(format.lines), rooms, numbering ?? 'none');
    const next = {
      ...draft,
      origins: [],
      bodyOverride: written,
      parts: posts !== null && posts.length > 1 ? posts : [written],
    };
    if (draft.extra.html === undefined) return next;
    const sheet = htmlSheet(format.markup, context.source.images, context.theme);
    return withExtra(next, { html: compose(sheet, { paragraphs, closings: [] }) });
  },
  digest: (draft, written) => withExtra(draft, { digest: written }),
  cover: (draft, written) => withExtra(draft, { cover: written }),
  firstComment: (draft, written) => withExtra(draft, { firstComment: written }),
  tags: (draft, written) => ({
    ...draft,
    tags: written
      .split(/[\n,，]/)
      .map((tag) => tag.trim().replace(/^[#＃]|[#＃]$/g, ''))
      .filter((tag) => tag !== ''),
  }),
  script: (draft, written, context) => {
    const filmed = withScript(draft, context, parseShots(written));
    return filmed === draft ? draft : withExtra(filmed, { spoken: [] });
  },
  chapters: (draft, written) => withExtra(draft, { chapters: parseChapters(written) }),
  runOfShow: (draft, written) => withExtra(draft, { runOfShow: parseShow(written), spoken: [] }),
};

/** A person's text as paragraphs, one per line; only thread division and HTML need it. */
const paragraphsOf = (text: string, { source }: Context): readonly Paragraph[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ ...ownParagraph('text', sentencesOf(tokenise(line), source.lang)), keep: true }));
