import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { contentOf, docOf } from '../../../src/renderer/features/editor/extensions/docOf';
import { editorExtensions } from '../../../src/renderer/features/editor/extensions/schema';
import { PicturePicker } from '../../../src/renderer/features/editor/page/PicturePicker';
import { putIn, takeFiles } from '../../../src/renderer/features/editor/page/takeImages';
import { ThemeProvider } from '../../../src/renderer/theme/ThemeProvider';
import { bridge, value } from '../../helpers/bridge';
import { png, pngOf } from '../../helpers/documents';
import { openWindow, type TestWindow } from '../screen';

let shown: TestWindow | null = null;
let editor: Editor | null = null;
afterEach(async () => {
  editor?.destroy();
  await shown?.close();
  shown = null;
  editor = null;
});

/** Two pictures and a film in the library, the dialog over them, and a text to put one into. */
async function thePicker() {
  const api = await bridge();
  const film = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0x80, 0x15, 0x49, 0xa9, 0x66, 0x80]);
  const other = pngOf(2);
  const files = [];
  for (const [name, bytes] of [
    ['江边.png', png],
    ['面包.png', other],
    ['片子.webm', film],
  ] as const)
    files.push(value(await api.call('asset.keep_bytes', { name, bytes: new Uint8Array(bytes) })));
  const [river = ''] = value(await api.call('asset.take', { files })).ids;
  const ops = [{ kind: 'set', type: 'asset', id: river, register: 'alt', value: '夜里的江' }] as const;
  value(await api.call('change.make', { label: { code: 'asset_edit', params: {} }, ops: [...ops] }));
  const text = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: editorExtensions(),
    content: contentOf({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '一段' }] }] }),
    injectCSS: false,
  });
  editor = text;
  const window = await openWindow(
    api,
    <ThemeProvider theme="light">
      <PicturePicker
        onPick={({ id, alt }) => putIn(text, [{ src: id, alt }], text.state.selection.to)}
        onClose={() => undefined}
        onClosed={() => undefined}
      />
    </ThemeProvider>,
  );
  shown = window;
  await window.until(() => window.all('[role="option"]').length > 0);
  const type = async (words: string) => {
    const box = window.find('input[role="combobox"]') as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, words);
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.focus();
  };
  const names = () => window.all('[role="option"]').map((tile) => tile.textContent ?? '');
  const pictures = () =>
    docOf(text.state.doc).content.flatMap((block) =>
      block.type === 'image' ? [[block.attrs.src, block.attrs.alt]] : [],
    );
  return { window, text, type, names, pictures, river };
}

describe('the picture library in the editor', () => {
  it('offers pictures only, finds by alt text, and Enter puts one in with its alt text', async () => {
    const { window, type, names, pictures, river } = await thePicker();
    expect(names()).toHaveLength(2);
    await type('夜里');
    await window.until(() => names().length === 1);
    expect(window.text()).toContain('替代文字：夜里的江');
    await window.press('Enter');
    expect(pictures()).toEqual([[river, '夜里的江']]);
  });

  it('says when nothing is found, and Enter then does nothing', async () => {
    const { window, type, pictures } = await thePicker();
    await type('沙漠');
    await window.until(() => window.text().includes('没有找到'));
    await window.press('Enter');
    expect(pictures()).toEqual([]);
  });

  it('arrows choose: the last added stands first, the next one is one step to the right', async () => {
    const { window, pictures, river } = await thePicker();
    (window.find('input[role="combobox"]') as HTMLInputElement).focus();
    await window.press('ArrowRight');
    await window.press('Enter');
    expect(pictures().map(([src]) => src)).toEqual([river]);
  });
});

describe('files dropped into the text', () => {
  it('are put where they were dropped though the text went on, and each that is refused is named with its reason', async () => {
    const { window, text, pictures } = await thePicker();
    const files = [
      new File([pngOf(3)], '新图.png', { type: 'image/png' }),
      new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], '图标.svg', { type: 'image/svg+xml' }),
      new File(['not a film'], '片.mp4', { type: 'video/mp4' }),
    ];
    const taking = takeFiles(window.studio, text, files, 0);
    text.commands.insertContentAt(0, { type: 'paragraph', content: [{ type: 'text', text: '写在前面' }] });
    const refused = await taking;
    expect(refused.map(({ name, failure }) => [name, failure.code])).toEqual([
      ['图标.svg', 'image_svg'],
      ['片.mp4', 'image_unreadable'],
    ]);
    expect(pictures()).toHaveLength(1);
    expect(docOf(text.state.doc).content.map(({ type }) => type)).toEqual(['paragraph', 'image', 'paragraph']);
    expect(value(await window.bridge.call('history.state', {})).undo).toMatchObject({ code: 'asset_add' });
  });
});
