import { afterEach, describe, expect, it } from 'vitest';
import { addFiles } from '../../../src/renderer/features/media/acts';
import { MediaScreen } from '../../../src/renderer/features/media/MediaScreen';
import { ThemeProvider } from '../../../src/renderer/theme/ThemeProvider';
import { SlotProvider } from '../../../src/renderer/ui/Slot';
import { bridge, type TestBridge, value } from '../../helpers/bridge';
import { png, pngOf } from '../../helpers/documents';
import { openWindow, type TestWindow } from '../screen';

let shown: TestWindow | null = null;
afterEach(async () => {
  await shown?.close();
  shown = null;
});

const film = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0x80, 0x15, 0x49, 0xa9, 0x66, 0x80]);

/** The media place alone in a window, over the real store. */
async function theMedia(given?: TestBridge) {
  const api = given ?? (await bridge());
  const window = await openWindow(
    api,
    <ThemeProvider theme="light">
      <SlotProvider>
        <MediaScreen />
      </SlotProvider>
    </ThemeProvider>,
  );
  shown = window;
  const tiles = () => window.all('[role="option"]').map((tile) => tile.textContent ?? '');
  const button = (name: string) => {
    const found = window.all('button, label').find((one) => one.textContent === name);
    if (found === undefined) throw new Error(`There is no button ${name}.`);
    return found;
  };
  return { window, api, tiles, button };
}

/** A river picture that a piece shows, a bread picture nobody shows, and a film. */
async function aShelf(): Promise<TestBridge> {
  const api = await bridge();
  const files = [];
  for (const [name, bytes] of [
    ['江边.png', png],
    ['面包.png', pngOf(2)],
    ['片子.webm', film],
  ] as const)
    files.push(value(await api.call('asset.keep_bytes', { name, bytes: new Uint8Array(bytes) })));
  value(await api.call('asset.take', { files }));
  return api;
}
async function show(api: TestBridge, name: string): Promise<string> {
  const { items } = value(await api.call('asset.list', { filter: { query: name } as never, limit: 10, offset: 0 }));
  const src = items[0]?.id ?? '';
  const { id } = value(
    await api.call('piece.create', { kind: 'scene', title: '夜走江边', templateId: null, lang: 'zh' }),
  );
  const { version } = value(await api.call('piece.open', { id }));
  const doc = { type: 'doc', content: [{ type: 'image', attrs: { src } }] };
  value(await api.call('piece.write', { id, doc: doc as never, base: version, session: 's' }));
  return src;
}

describe('the media place', () => {
  it('says how to begin when there is nothing', async () => {
    const { window } = await theMedia();
    await window.until(() => window.text().includes('还没有素材'));
    expect(window.text()).toContain('选一个素材');
  });

  it('narrows by kind, by use and by words, and says when nothing is left', async () => {
    const api = await aShelf();
    await show(api, '江边');
    const { window, tiles, button } = await theMedia(api);
    await window.until(() => tiles().length === 3);
    await window.click(button('视频'));
    await window.until(() => tiles().length === 1 && tiles()[0]?.startsWith('片子') === true);
    await window.click(button('全部'));
    await window.until(() => tiles().length === 3);
    await window.click(button('用到的'));
    await window.until(() => tiles().length === 1 && tiles()[0]?.startsWith('江边') === true);
    await window.click(button('没用到的'));
    await window.until(() => tiles().length === 2);
    const search = window.find('input[type="search"]') as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, '沙漠');
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await window.until(() => window.text().includes('没有符合条件的素材'));
  });

  it('names where a picture is used, and deletes it only when the user insists; undo brings it back', async () => {
    const api = await aShelf();
    await show(api, '江边');
    const { window, tiles, button } = await theMedia(api);
    await window.until(() => tiles().length === 3);
    await window.click(window.all('[role="option"]')[2] as HTMLElement);
    await window.until(() => window.text().includes('夜走江边'));
    await window.click(button('删除'));
    await window.until(() => window.text().includes('「江边.png」还用在 1 处'));
    await window.click(button('留着'));
    expect(tiles()).toHaveLength(3);
    await window.click(button('删除'));
    await window.until(() => window.text().includes('仍然删除'));
    await window.click(button('仍然删除'));
    await window.until(() => tiles().length === 2);
    await window.studio.getState().undo();
    await window.until(() => tiles().length === 3);
  });

  it('plays a film from its own address, and says so when it cannot', async () => {
    const { window, tiles } = await theMedia(await aShelf());
    await window.until(() => tiles().length === 3);
    await window.click(window.all('[role="option"]')[0] as HTMLElement);
    await window.until(() => window.all('video').length === 1);
    const video = window.find('video');
    expect(video.getAttribute('src')).toMatch(/^\/assets\/a_[0-9a-f]{24}$/);
    expect(video.getAttribute('aria-label')).toBe('播放「片子.webm」');
    video.dispatchEvent(new Event('error'));
    await window.until(() => window.text().includes('这里放不了 video/webm'));
  });

  it('takes what is sound of several files and says of each other one why not', async () => {
    const { window, tiles } = await theMedia();
    await window.until(() => window.text().includes('还没有素材'));
    const files = [
      new File([Uint8Array.from(png)], '好图.png'),
      new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], '图标.svg'),
      new File([''], '空.png'),
    ];
    const ids = await addFiles(window.studio, files);
    expect(ids).toHaveLength(1);
    await window.until(() => tiles().length === 1);
    const said = window.studio
      .getState()
      .notices.map(({ message }) => message)
      .join('\n');
    expect(said).toContain('「图标.svg」是 SVG 矢量图');
    expect(said).toContain('空.png');
    expect(said).toContain('添加了 1 个素材');
  });
});
