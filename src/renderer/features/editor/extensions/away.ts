import { type Editor, Extension } from '@tiptap/core';
import type { Node as DocNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { excluded } from '../../../../core/adapt/steps/blocks';
import { marksOf } from './blocks';

type Shown = { readonly format: string | null; readonly set: DecorationSet };

const key = new PluginKey<Shown>('away');

/**
 * While one version is looked at, the blocks it does not get stand back in the page. Without one this costs a key
 * nothing; with one, a walk over the top-level blocks.
 */
export const Away = Extension.create({
  name: 'away',
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key,
      state: {
        init: () => ({ format: null, set: DecorationSet.empty }),
        apply: (tr, before) => {
          const format: string | null | undefined = tr.getMeta(key);
          if (format === undefined && (!tr.docChanged || before.format === null)) return before;
          const now = format === undefined ? before.format : format;
          return { format: now, set: now === null ? DecorationSet.empty : awayIn(tr.doc, now) };
        },
      },
      props: { decorations: (state) => key.getState(state)?.set },
    }),
  ],
});

/** Exported for its test. */
export function awayIn(doc: DocNode, format: string): DecorationSet {
  const refs = [format.split('/', 1)[0] ?? format, format];
  const found: Decoration[] = [];
  doc.forEach((node, pos) => {
    if (excluded(marksOf(node), refs) !== null)
      found.push(Decoration.node(pos, pos + node.nodeSize, { 'data-away': '' }));
  });
  return DecorationSet.create(doc, found);
}

/** Shows the page as a format (`xhs/note`) gets it; null: as it is. */
export function showAway(editor: Editor, format: string | null): void {
  if (editor.isDestroyed || (key.getState(editor.state)?.format ?? null) === format) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, format).setMeta('addToHistory', false));
}
