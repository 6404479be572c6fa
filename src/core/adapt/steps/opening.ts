import { type Draft, entry, found, ownParagraph, type Paragraph, type Step, traced } from '../draft';
import { forReaders } from '../families/privateDomain';
import { clean, sentencesOf } from '../flatten';
import { tokenise } from '../inlineTokens';
import { fitTitle } from '../title';
import type { Finding, TraceEntry } from '../types';

/**
 * How the text begins: the block marked `lead` moves to the front, a heading that only repeats the title goes, and
 * the title finds its place: a field of its own within the platform's limit, the first line, or nowhere.
 */
export const opening: Step = (draft, context) =>
  forReaders(placeTitle[context.format.format.title](leadFirst(draft), context), context);

function leadFirst(draft: Draft): Draft {
  const lead = draft.paragraphs.find((paragraph) => paragraph.lead);
  if (lead === undefined) return draft;
  const chosen = draft.paragraphs.filter((paragraph) => paragraph.block === lead.block);
  const rest = draft.paragraphs.filter((paragraph) => paragraph.block !== lead.block);
  const paragraphs = [...chosen, ...rest];
  if (paragraphs.every((paragraph, index) => paragraph === draft.paragraphs[index])) return draft;
  const moved = entry('opening', 'moved', 'lead_block', { after: sourceText(chosen), block: lead.block });
  return traced({ ...draft, paragraphs, all: paragraphs }, [moved]);
}

const placeTitle: { readonly [K in 'field' | 'first_line' | 'none']: Step } = {
  field: (given, { source, format, overrides, keep }) => {
    const title = clean(source.title).replace(/\s+/g, ' ').trim();
    const draft = withoutRepeatedTitle(given, title, keep);
    if (overrides.title !== undefined) return { ...draft, title };
    const fitted = fitTitle(title, source, format.format);
    if (fitted.title === title) return { ...draft, title };
    const changed = entry('opening', fitted.title === '' ? 'removed' : 'changed', fitted.reason, {
      before: title,
      after: fitted.title,
    });
    const tooLong: readonly Finding[] =
      fitted.title === ''
        ? [
            {
              code: 'cannot_fit',
              severity: 'error',
              field: 'title',
              params: { limit: format.format.limits.title_max ?? 0, unit: format.format.count.title, lost: 0 },
            },
          ]
        : [];
    return traced(found({ ...draft, title: fitted.title }, tooLong), [changed]);
  },
  first_line: (given, { source, overrides, keep }) => {
    const title = clean(overrides.title ?? source.title).trim();
    const draft = { ...withoutRepeatedTitle(given, title, keep), title: null };
    const first = draft.paragraphs[0];
    if (title === '' || (first !== undefined && sourceText([first]).startsWith(title))) return draft;
    const line = ownParagraph('title', sentencesOf(tokenise(title), source.lang));
    const paragraphs = [line, ...draft.paragraphs];
    return traced({ ...draft, paragraphs }, [entry('opening', 'added', 'title_as_first_line', { after: title })]);
  },
  none: (draft, context) => {
    const title = clean(context.source.title).trim();
    if (context.keep.has(title)) return placeTitle.first_line(draft, context);
    const dropped = title === '' ? [] : [entry('opening', 'removed', 'no_title_here', { before: title })];
    return traced({ ...draft, title: null }, dropped);
  },
};

/** A first heading that says the title again would show it twice. */
function withoutRepeatedTitle(draft: Draft, title: string, keep: ReadonlySet<string>): Draft {
  const first = draft.paragraphs[0];
  if (first?.kind !== 'heading' || first.keep || title === '' || sourceText([first]) !== title) return draft;
  if (keep.has(title)) return draft;
  const trace: readonly TraceEntry[] = [
    entry('opening', 'removed', 'same_as_title', { before: title, block: first.block }),
  ];
  const without = (list: readonly Paragraph[]) => list.filter((paragraph) => paragraph !== first);
  return traced({ ...draft, paragraphs: without(draft.paragraphs), all: without(draft.all) }, trace);
}

const sourceText = (paragraphs: readonly Paragraph[]): string =>
  paragraphs
    .map((paragraph) => paragraph.sentences.map((sentence) => sentence.gap + sentence.source).join(''))
    .join('\n');
