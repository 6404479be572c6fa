import { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type BlockMarks, type BlockNode, type Doc, docSchema, type InlineNode } from '../../../src/core/model/doc';
import { sameIds, withIds } from '../../../src/renderer/features/editor/extensions/blocks';
import { contentOf, docOf } from '../../../src/renderer/features/editor/extensions/docOf';
import { editorExtensions, isSafeLink } from '../../../src/renderer/features/editor/extensions/schema';

const open: Editor[] = [];
const anEditor = (doc: Doc, onContentError?: () => void): Editor => {
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: editorExtensions(),
    content: contentOf(doc),
    enableContentCheck: true,
    injectCSS: false,
    ...(onContentError === undefined ? {} : { onContentError }),
  });
  open.push(editor);
  return editor;
};
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

const word = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((text) => text.isWellFormed() && !/[\r\n\0]/.test(text));
const name = fc.stringMatching(/^[a-z]{1,8}$/);
const marks = fc.option(
  fc.uniqueArray(fc.constantFrom('bold' as const, 'italic' as const, 'strike' as const, 'underline' as const), {
    minLength: 1,
    maxLength: 2,
  }),
  { nil: undefined },
);
const order = ['bold', 'italic', 'strike', 'underline'];
const inline: fc.Arbitrary<InlineNode> = fc.oneof(
  fc.tuple(word, marks).map(
    ([text, kinds]): InlineNode =>
      kinds === undefined
        ? { type: 'text', text }
        : {
            type: 'text',
            text,
            marks: kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).map((type) => ({ type })),
          },
  ),
  fc.constant<InlineNode>({ type: 'hardBreak' }),
  name.map((id): InlineNode => ({ type: 'hashtag', attrs: { id } })),
  name.map((id): InlineNode => ({ type: 'mention', attrs: { id, label: id.toUpperCase() } })),
  name.map((id): InlineNode => ({ type: 'field', attrs: { name: id } })),
);
/** Neighbouring texts of equal marks would be one node; a token between them keeps the example honest. */
const inlines = fc
  .array(inline, { minLength: 1, maxLength: 5 })
  .map((nodes) =>
    nodes.flatMap((node, index): InlineNode[] =>
      index > 0 && node.type === 'text' && nodes[index - 1]?.type === 'text' ? [{ type: 'hardBreak' }, node] : [node],
    ),
  );
const marked: fc.Arbitrary<Partial<BlockMarks>> = fc.record(
  {
    only: fc.constant<string[]>(['weibo/post', 'x']),
    not: fc.constant<string[]>(['wechat_oa']),
    keep: fc.constant(true),
    lead: fc.constant(true),
    optional: fc.constant(true),
  },
  { requiredKeys: [] },
);
const withId = (attrs: object, index: number) => ({ id: `b${index}`, ...attrs });

/** A table of two columns. */
const table = fc.tuple(fc.boolean(), fc.array(fc.tuple(inlines, inlines), { minLength: 2, maxLength: 4 })).map(
  ([titled, rows]): BlockNode => ({
    type: 'table',
    attrs: {},
    content: rows.map((cells, row) => ({
      type: 'tableRow',
      content: cells.map((content) => ({
        type: titled && row === 0 ? 'tableHeader' : 'tableCell',
        content: [{ type: 'paragraph', content }],
      })),
    })),
  }),
);
const block: fc.Arbitrary<BlockNode> = fc.oneof(
  table,
  fc.tuple(inlines, marked).map(([content, attrs]): BlockNode => ({ type: 'paragraph', attrs, content })),
  fc
    .tuple(inlines, marked, fc.integer({ min: 1, max: 4 }))
    .map(([content, attrs, level]): BlockNode => ({ type: 'heading', attrs: { level, ...attrs }, content })),
  inlines.map((content): BlockNode => ({ type: 'blockquote', attrs: {}, content: [{ type: 'paragraph', content }] })),
  inlines.map(
    (content): BlockNode => ({
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content }] }],
    }),
  ),
  fc.constant<BlockNode>({ type: 'image', attrs: { src: 'asset_1', alt: '渡口', title: '离岸两分钟' } }),
  fc.constant<BlockNode>({ type: 'horizontalRule', attrs: {} }),
  word.map((text): BlockNode => ({ type: 'codeBlock', attrs: {}, content: [{ type: 'text', text }] })),
);
const docs: fc.Arbitrary<Doc> = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => ({
  type: 'doc',
  content: blocks.map((one, index) => ({ ...one, attrs: withId(one.attrs ?? {}, index) }) as BlockNode),
}));

describe('the document of the editor', () => {
  it('gives back every document it was given, and the store accepts it', () => {
    fc.assert(
      fc.property(docs, (doc) => {
        let broken = false;
        const editor = anEditor(doc, () => {
          broken = true;
        });
        const back = docOf(editor.state.doc);
        expect(broken).toBe(false);
        expect(sorted(back)).toEqual(sorted(doc));
        expect(docSchema.safeParse(back).success).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('says so when a document does not fit, instead of showing a part of it', () => {
    const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    let told = 0;
    anEditor({ type: 'doc', content: [{ type: 'poll' }] } as unknown as Doc, () => {
      told += 1;
    });
    expect(told).toBe(1);
    quiet.mockRestore();
  });

  it('gives every block an id, keeps it through an edit, and gives the second half of a split a new one', () => {
    const editor = anEditor({
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { id: 'a', keep: true }, content: [{ type: 'text', text: '前后' }] }],
    });
    editor.chain().setTextSelection(2).splitBlock().run();
    const [first, second] = docOf(editor.state.doc).content;
    expect(first?.attrs).toEqual({ id: 'a', keep: true });
    expect(second?.attrs).toMatchObject({ keep: true });
    expect(second?.attrs?.id).toMatch(/^[A-Za-z0-9_-]{12}$/);
  });

  it('leaves the id with the words when Enter is pressed in front of them', () => {
    const editor = anEditor({
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { id: 'a' }, content: [{ type: 'text', text: '正文' }] }],
    });
    editor.chain().setTextSelection(1).splitBlock().run();
    const [first, second] = docOf(editor.state.doc).content;
    expect(second?.attrs).toEqual({ id: 'a' });
    expect(first?.attrs?.id).not.toBe('a');
  });

  it('starts an unmarked block after a marked one', () => {
    const editor = anEditor({
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { id: 'a', only: ['weibo'], lead: true }, content: [{ type: 'text', text: '头' }] },
      ],
    });
    editor.chain().setTextSelection(2).splitBlock().insertContent('尾').run();
    const [, second] = docOf(editor.state.doc).content;
    expect(Object.keys(second?.attrs ?? {})).toEqual(['id']);
  });

  it('has nothing to do for a document whose ids are all there', () => {
    const editor = anEditor({
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { id: 'a' } },
        { type: 'paragraph', attrs: { id: 'b' } },
      ],
    });
    expect(withIds(editor.state.doc, editor.state.tr, () => 'x')).toBeNull();
  });

  it('keeps every id there and unique through any run of typing, splitting, copying, moving, deleting and undoing', () => {
    const act = fc.record({
      kind: fc.constantFrom('type', 'split', 'copy', 'swap', 'delete', 'undo', 'redo', 'anonymous'),
      at: fc.nat(100),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const block = (id: string) => ({
          type: 'paragraph' as const,
          attrs: { id },
          content: [{ type: 'text' as const, text: `段${id}` }],
        });
        const editor = anEditor({ type: 'doc', content: [block('a'), block('b'), block('c')] });
        for (const { kind, at } of acts) {
          const { doc } = editor.state;
          const index = at % doc.childCount;
          const pos = [...Array(index).keys()].reduce((sum, before) => sum + doc.child(before).nodeSize, 0);
          const node = doc.child(index);
          if (kind === 'type') editor.commands.insertContentAt(pos + 1, { type: 'text', text: '字' });
          if (kind === 'split')
            editor
              .chain()
              .setTextSelection(pos + 1)
              .splitBlock()
              .run();
          if (kind === 'copy') editor.view.dispatch(editor.state.tr.insert(pos, node));
          if (kind === 'anonymous') editor.commands.insertContentAt(pos, { type: 'paragraph' });
          if (kind === 'swap' && index > 0) {
            const before = doc.child(index - 1);
            editor.view.dispatch(
              editor.state.tr.replaceWith(pos - before.nodeSize, pos + node.nodeSize, [node, before]),
            );
          }
          if (kind === 'delete' && doc.childCount > 1)
            editor.commands.deleteRange({ from: pos, to: pos + node.nodeSize });
          if (kind === 'undo') editor.commands.undo();
          if (kind === 'redo') editor.commands.redo();
          const ids = editor.state.doc.children.map((child) => child.attrs.id);
          expect(ids).not.toContain(null);
          expect(new Set(ids).size).toBe(ids.length);
        }
        editor.destroy();
      }),
      { numRuns: 40 },
    );
  });

  it('tells a changed letter from a changed, moved, added or removed block', () => {
    const editor = anEditor({
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { id: 'a' } },
        { type: 'paragraph', attrs: { id: 'b' } },
      ],
    });
    const { doc, tr } = editor.state;
    const [a, b] = doc.children;
    if (a === undefined || b === undefined) throw new Error('Two blocks were put in.');
    const of = (...blocks: (typeof a)[]) => doc.type.create(null, blocks);
    expect(sameIds(doc, tr.insertText('字', 1).doc)).toBe(true);
    expect([of(b, a), of(a), of(a, b, b), of(a, a)].map((other) => sameIds(doc, other))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('drops what pasted HTML brings that a piece may not hold', () => {
    const editor = anEditor({ type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'a' } }] });
    editor.commands.setTextSelection(1);
    editor.view.pasteHTML(
      '<p onclick="x()">好<a href="javascript:alert(1)">坏</a><a href="https://a.example">链</a><img src="https://evil.example/p.png"></p><script>x()</script><table><tr><td>格</td></tr></table>',
    );
    const text = JSON.stringify(docOf(editor.state.doc));
    expect(text).toContain('https://a.example');
    expect(text).not.toMatch(/javascript|evil|script|onclick/);
  });

  it.each([
    ['https://a.example/x', true],
    ['http://a.example', true],
    ['mailto:a@b.example', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['file:///etc/passwd', false],
    ['a.example', false],
    ['//a.example', false],
  ])('takes %s as a link: %s', (href, fine) => {
    expect(isSafeLink(href)).toBe(fine);
  });
});

/** Key order is the writer's business, not the document's. */
const sorted = (doc: Doc): unknown =>
  JSON.parse(JSON.stringify(doc), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
