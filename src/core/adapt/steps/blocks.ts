import type { BlockMarks, BlockNode, Doc, InlineNode } from '../../model/doc';
import { entry, type Paragraph, type Step, traced } from '../draft';
import { clean, flattenBlock, readBlock } from '../flatten';
import { rawText } from '../inlineTokens';
import type { TraceEntry } from '../types';

/**
 * Which blocks this platform sees, with the brief's fields filled in. `only` and `not` name a platform (`x`) or one
 * format (`weibo/post`). A field the brief does not answer stays visible as `{{name}}`, which the rules report.
 */
export const blocks: Step = (draft, { source, format, keep }) => {
  const refs = [format.platform.id, `${format.platform.id}/${format.format.id}`];
  const trace: TraceEntry[] = [];
  const paragraphs: Paragraph[] = [];
  for (const [index, block] of source.body.content.entries()) {
    const reason = excluded(block.attrs, refs);
    const flat =
      reason === null
        ? readBlock(block, index, source.brief, source.lang)
        : flattenBlock(block, index, () => null, source.lang);
    if (reason === null) {
      paragraphs.push(...flat);
      if (block.type === 'table' && format.format.family !== 'article')
        trace.push(entry('blocks', 'changed', 'table_as_lines', { after: linesOf(flat), block: index }));
      if (wasDamaged(block))
        trace.push(entry('blocks', 'changed', 'text_repaired', { after: textOf(flat), block: index }));
    } else {
      const wanted = new Set<number>();
      for (const { source: before, at } of flat.flatMap((paragraph) => paragraph.sentences)) {
        const isKept = keep.has(before);
        if (isKept && at !== undefined) wanted.add(at.index);
        trace.push(
          entry('blocks', isKept ? 'kept' : 'removed', isKept ? 'kept_by_hand' : reason, {
            before,
            block: index,
            sentence: at?.index,
          }),
        );
      }
      if (wanted.size > 0) paragraphs.push(...only(readBlock(block, index, source.brief, source.lang), wanted));
    }
  }
  return traced({ ...draft, paragraphs, all: paragraphs }, trace);
};

/** The paragraphs with only those sentences of the block. */
const only = (flat: readonly Paragraph[], wanted: ReadonlySet<number>): readonly Paragraph[] =>
  flat.flatMap((paragraph) => {
    const sentences = paragraph.sentences.filter(({ at }) => at !== undefined && wanted.has(at.index));
    return sentences.length === 0 ? [] : [{ ...paragraph, sentences }];
  });

/** Why a block with these marks does not go to a platform or format known by `refs`; null when it does. */
export function excluded(
  marks: Pick<Partial<BlockMarks>, 'only' | 'not'> | undefined,
  refs: readonly string[],
): 'only_elsewhere' | 'not_here' | null {
  const only = marks?.only ?? [];
  if (only.length > 0 && !only.some((ref) => refs.includes(ref))) return 'only_elsewhere';
  return (marks?.not ?? []).some((ref) => refs.includes(ref)) ? 'not_here' : null;
}

/** The sources of images in blocks this platform does not see. */
export function hiddenImages(body: Doc, refs: readonly string[]): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const block of body.content)
    if (block.type === 'image' && excluded(block.attrs, refs) !== null) hidden.add(block.attrs.src);
  return hidden;
}

const textOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.flatMap((paragraph) => paragraph.sentences.flatMap((sentence) => sentence.runs.map(rawText))).join('');

/** What the rows say as lines; the heading row is in each of them. */
const linesOf = (flat: readonly Paragraph[]): string =>
  flat
    .flatMap(({ sentences }) => sentences.map(({ runs }) => runs.map(rawText).join('')))
    .filter((line) => line !== '')
    .join('\n');

/** Whether some text of the block could not be shown as it came (lone surrogates, control characters). */
function wasDamaged(block: BlockNode): boolean {
  const known = damaged.get(block);
  if (known !== undefined) return known;
  const found = isDamaged(block);
  damaged.set(block, found);
  return found;
}
/** Nodes are values: what was whole for one format is whole for all. */
const damaged = new WeakMap<BlockNode, boolean>();

function isDamaged(block: BlockNode): boolean {
  const inlineDamaged = (nodes: readonly InlineNode[] | undefined): boolean =>
    (nodes ?? []).some((node) => node.type === 'text' && clean(node.text) !== node.text);
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineDamaged(block.content);
    case 'codeBlock':
      return (block.content ?? []).some((node) => clean(node.text) !== node.text);
    case 'blockquote':
      return block.content.some(wasDamaged);
    case 'bulletList':
    case 'orderedList':
      return block.content.some((item) => item.content.some(wasDamaged));
    case 'table':
      return block.content.some((row) => row.content.some((cell) => inlineDamaged(cell.content[0].content)));
    case 'image':
    case 'horizontalRule':
      return false;
  }
}
