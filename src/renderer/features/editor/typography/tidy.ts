import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node as DocNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { applyTypography, type TypographyChange } from '../../../../core/typography/typography';
import { contentOf, docOf } from '../extensions/docOf';

type TextBlock = { readonly node: DocNode; readonly pos: number };

/** Paragraphs, headings and code blocks in reading order, as `core/typography` counts them. */
function textBlocks(doc: DocNode): readonly TextBlock[] {
  const found: TextBlock[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) found.push({ node, pos });
    return !node.isTextblock;
  });
  return found;
}

/** Applies changes read from exactly this document: one step of undo, and only the places that change are touched. */
export function tidy(
  editor: Editor,
  changes: readonly TypographyChange[],
  /** What else belongs into the same step; must not move anything. */
  also: (tr: Transaction) => void = () => undefined,
): void {
  const { doc, schema, tr } = editor.state;
  also(tr);
  const next = textBlocks(schema.nodeFromJSON(contentOf(applyTypography(docOf(doc), changes))));
  const edits = changes.flatMap(({ block, edits: own }) => own.map((edit) => ({ ...edit, block })));
  const blocks = textBlocks(doc);
  /** How much longer the new block is than the old one, up to the place reached. */
  const grown = new Map<number, number>();
  for (const { block, at, before, after } of edits.toSorted((a, b) => a.block - b.block || a.at - b.at)) {
    const old = blocks[block];
    const made = next[block];
    if (old === undefined || made === undefined) continue;
    const shift = grown.get(block) ?? 0;
    const from = tr.mapping.map(old.pos + 1 + at, -1);
    const inserted = made.node.content.cut(at + shift, at + shift + after.length);
    tr.replaceWith(from, tr.mapping.map(old.pos + 1 + at + before.length), inserted);
    grown.set(block, shift + after.length - before.length);
  }
  if (!tr.docChanged) return;
  editor.view.dispatch(closeHistory(tr));
  editor.view.dispatch(closeHistory(editor.state.tr));
}
