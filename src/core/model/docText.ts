import { assertNever } from '../result';
import type { BlockNode, Doc, InlineNode } from './doc';

/** The plain text of one inline node; tokens as people write them. */
export function inlineText(node: InlineNode): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'hardBreak':
      return '\n';
    case 'hashtag':
      return `#${node.attrs.label ?? node.attrs.id}`;
    case 'mention':
      return `@${node.attrs.label ?? node.attrs.id}`;
    case 'field':
      return `{{${node.attrs.name}}}`;
    default:
      return assertNever(node);
  }
}

/** The plain text of one block, a line per paragraph of a list or quote. */
export function blockText(block: BlockNode): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return (block.content ?? []).map(inlineText).join('');
    case 'codeBlock':
      return (block.content ?? []).map((node) => node.text).join('');
    case 'blockquote':
      return block.content.map(blockText).join('\n');
    case 'bulletList':
    case 'orderedList':
      return block.content.map((item) => item.content.map(blockText).join('\n')).join('\n');
    case 'table':
      return block.content
        .map((row) => row.content.map((cell) => (cell.content[0].content ?? []).map(inlineText).join('')).join(' | '))
        .join('\n');
    case 'image':
      return [block.attrs.alt, block.attrs.title].filter(Boolean).join('\n');
    case 'horizontalRule':
      return '';
    default:
      return assertNever(block);
  }
}

/** The whole text of a body, a line per block: for search, excerpts and counts, not for publishing. */
export const docText = (doc: Doc): string =>
  doc.content
    .map(blockText)
    .filter((line) => line !== '')
    .join('\n');
