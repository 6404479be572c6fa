import { type Draft, entry, type Paragraph, type Step, traced } from '../draft';

/**
 * The source's order stays; what filtering left hanging goes: headings without text under them, rules at the
 * beginning, at the end or twice in a row.
 */
export const order: Step = (draft, { keep }) => dropHanging(draft, keep);

function dropHanging(draft: Draft, keep: ReadonlySet<string>): Draft {
  const hanging = new Set(hangingHeadings(draft.paragraphs, keep));
  if (hanging.size > 0) {
    const trace = [...hanging].flatMap((heading) =>
      heading.sentences.map((sentence) =>
        entry('order', 'removed', 'heading_without_text', {
          before: sentence.source,
          block: heading.block,
          sentence: sentence.at?.index,
        }),
      ),
    );
    return dropHanging(
      traced({ ...draft, paragraphs: draft.paragraphs.filter((paragraph) => !hanging.has(paragraph)) }, trace),
      keep,
    );
  }
  const paragraphs = draft.paragraphs.filter((paragraph, index) => {
    if (paragraph.kind !== 'rule') return true;
    const next = draft.paragraphs[index + 1];
    return index > 0 && next !== undefined && next.kind !== 'rule';
  });
  return paragraphs.length === draft.paragraphs.length ? draft : { ...draft, paragraphs };
}

/** Headings directly followed by the end or by a heading of the same or a higher rank. A kept heading stays. */
function hangingHeadings(paragraphs: readonly Paragraph[], keep: ReadonlySet<string>): readonly Paragraph[] {
  return paragraphs.filter((paragraph, index) => {
    if (paragraph.kind !== 'heading' || paragraph.keep) return false;
    if (paragraph.sentences.some(({ source }) => keep.has(source))) return false;
    const next = paragraphs.slice(index + 1, index + 3).find((other) => other.kind !== 'rule');
    if (next === undefined) return index > 0;
    return next.kind === 'heading' && next.level <= paragraph.level;
  });
}
