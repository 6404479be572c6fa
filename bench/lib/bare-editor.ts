import { Editor, type JSONContent } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';

/**
 * The floor of P9: tiptap with its starter kit and nothing else, alone in an empty window, its column as wide and set
 * as the studio's (`look` is what `lookOf` answers there), so that the text itself costs both the same.
 */
export function mountBare(content: JSONContent, look: Readonly<Record<string, string>>): Editor {
  const frame = document.createElement('div');
  frame.style.cssText = 'position:fixed;inset:0 auto 0 40px;overflow:auto';
  frame.style.width = look.width ?? '';
  document.body.replaceChildren(frame);
  const editor = new Editor({
    element: frame,
    extensions: [StarterKit.configure({ trailingNode: false })],
    content,
    editorProps: { attributes: { spellcheck: 'false' } },
  });
  Object.assign(editor.view.dom.style, { ...look, outline: 'none' });
  const gap = document.createElement('style');
  gap.textContent = '.ProseMirror > * { margin: 0 0 14px }';
  document.head.append(gap);
  return editor;
}
