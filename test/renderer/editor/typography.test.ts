import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Doc } from '../../../src/core/model/doc';
import { applyTypography, typographyOf } from '../../../src/core/typography/typography';
import { contentOf, docOf } from '../../../src/renderer/features/editor/extensions/docOf';
import { editorExtensions } from '../../../src/renderer/features/editor/extensions/schema';
import { tidy } from '../../../src/renderer/features/editor/typography/tidy';

const open: Editor[] = [];
const anEditor = (doc: Doc): Editor => {
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: editorExtensions(),
    content: contentOf(doc),
    injectCSS: false,
  });
  open.push(editor);
  return editor;
};
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

const bold = [{ type: 'bold' }] as const;
const doc: Doc = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2, id: 'h' }, content: [{ type: 'text', text: '渡口,夜拍(二)' }] },
    { type: 'codeBlock', attrs: { id: 'c' }, content: [{ type: 'text', text: '好,a' }] },
    {
      type: 'blockquote',
      attrs: { id: 'q' },
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '用' },
            { type: 'text', text: 'Figma,', marks: bold },
            { type: 'hashtag', attrs: { id: 't', label: '夜景' } },
            { type: 'text', text: '他说:"等等...好"!!' },
          ],
        },
      ],
    },
  ],
};

describe('Tidying in the editor', () => {
  it('gives exactly what the core says, all or a part, and one undo takes it back', () => {
    const editor = anEditor(doc);
    const opened = docOf(editor.state.doc);
    const all = typographyOf(opened, 'corner');
    expect(all.length).toBeGreaterThan(5);
    for (const chosen of [all, all.filter((_, index) => index % 2 === 1)]) {
      tidy(editor, chosen);
      expect(docOf(editor.state.doc)).toEqual(applyTypography(opened, chosen));
      expect(editor.state.doc.textContent).not.toBe('');
      editor.commands.undo();
      expect(docOf(editor.state.doc)).toEqual(opened);
    }
  });

  it('is a step of its own between what was typed before and after', () => {
    const editor = anEditor(doc);
    editor.commands.insertContentAt(1, '前');
    const before = docOf(editor.state.doc);
    tidy(editor, typographyOf(before, 'curly'));
    const after = docOf(editor.state.doc);
    editor.commands.insertContentAt(1, '后');
    editor.commands.undo();
    expect(docOf(editor.state.doc)).toEqual(after);
    editor.commands.undo();
    expect(docOf(editor.state.doc)).toEqual(before);
  });
});
