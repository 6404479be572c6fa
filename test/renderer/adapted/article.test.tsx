import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { survive } from '../../../src/core/article/survival';
import { themeIds } from '../../../src/core/article/themes';
import { variantId } from '../../../src/core/model/ids';
import { sayPicture } from '../../../src/core/words/survival';
import { ThemeProvider } from '../../../src/renderer/theme/ThemeProvider';
import type { ArticleProps } from '../../../src/renderer/ui/adapted/article/ArticleCopy';
import { CopyAlong } from '../../../src/renderer/ui/adapted/article/CopyAlong';
import { aFormat, aSource } from '../../core/adapt/aSource';
import { bridge } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

let shown: TestWindow | null = null;
afterEach(async () => {
  await shown?.close();
  shown = null;
});

const format = aFormat('wechat_oa/article');
const picture = { name: 'a.jpg', mime: 'image/jpeg', width: 900, height: 600, bytes: 9_000 };
const source = aSource({
  title: '末班渡船上的灯',
  images: [{ src: 'a1', alt: '码头的灯', ...picture }],
  blocks: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '十一点，出发' }] },
    '21:40，最后一班渡船离岸。',
    { type: 'image', attrs: { src: 'a1', alt: '码头的灯' } },
  ],
});
const account = { id: 'acc', name: '汀岸手机', handle: '', theme: 'pine' };
const adapted = adapt({ source, format, theme: 'pine' });
const props: ArticleProps = {
  adapted,
  format,
  findings: [],
  lang: 'zh',
  account,
  images: [{ id: 'a1', alt: '码头的灯' }],
  pieceId: 'p_1',
  theme: '',
};

async function show(given: Partial<ArticleProps> = {}) {
  const copied: { readonly text: string; readonly html?: string | undefined }[] = [];
  const api = await bridge({
    shell: {
      'studio.copy': (taken) => {
        copied.push(taken);
        return null;
      },
    },
  });
  shown = await openWindow(
    api,
    <ThemeProvider theme="light">
      <CopyAlong {...props} {...given} />
    </ThemeProvider>,
  );
  const window = shown;
  await window.until(() => window.all('button[data-copy="body 1"]').length > 0);
  return { window, copied };
}

const button = (window: TestWindow, words: string): HTMLElement => {
  const found = window.all('button').find(({ textContent }) => textContent?.includes(words));
  if (found === undefined) throw new Error(`No button says ${words}`);
  return found;
};
const part = async (window: TestWindow, words: string): Promise<void> => {
  const label = window.all('label').find(({ textContent }) => textContent === words);
  await window.click(label?.querySelector('input') as HTMLElement);
};

describe('an article on its way into WeChat’s editor', () => {
  it('is copied as it will live there, with words where pictures have to be uploaded', async () => {
    const { window, copied } = await show();
    expect(window.text()).toContain('图片 1 张要在后台上传');
    await window.click('button[data-copy="body 1"]');
    await window.until(() => copied.length === 1);
    expect(copied[0]?.html).toContain('［图片 1：码头的灯］');
    expect(copied[0]?.html).not.toContain('<img');
    const rules = format.format.paste;
    if (rules === undefined) throw new Error('the format has them');
    const again = survive(copied[0]?.html ?? '', { rules, picture: (number, alt) => sayPicture('zh', number, alt) });
    expect(again?.changes).toEqual([]);
  });

  it('says what its cover takes and whether there are contents, also where nothing is known of the editor', async () => {
    const zhihu = aFormat('zhihu/article');
    const { window } = await show({ format: zhihu, adapted: adapt({ source, format: zhihu }) });
    expect(window.text()).toContain('封面16:9');
    expect(window.text()).toContain('小标题不到 2 个');
    expect(window.all('button').some(({ textContent }) => textContent?.includes('排版与检查'))).toBe(false);
  });

  it('shows its looks, what is replaced and what came back, and keeps a case', async () => {
    const { window } = await show();
    await window.click(button(window, '排版与检查'));
    await window.until(() => window.all('[role="dialog"] section h2[style]').length > 0);
    expect(window.text()).toContain('跟随账号（松青）');
    expect(window.find('[role="dialog"] section h2[style]').style.borderLeft).toContain('4px solid');
    await part(window, '深色');
    await window.until(() => window.find('[role="dialog"] section h2[style]').style.color !== 'rgb(13, 92, 77)');

    await part(window, '复制前检查');
    expect(window.text()).toContain('图片要在后台上传');
    expect(window.text()).toContain('wechatjs/mp-darkmode');

    await part(window, '粘回来对照');
    const box = window.find('textarea') as HTMLTextAreaElement;
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    const theirs = '<p>十一点，出发</p><p style="margin: 0 0 16px; line-height: 1.8">21:40，最后一班渡船离岸。</p>';
    Object.assign(paste, { clipboardData: { getData: (type: string) => (type === 'text/html' ? theirs : '') } });
    box.dispatchEvent(paste);
    await window.until(() => window.text().includes('小标题变成了正文'));
    expect(window.text()).toContain('左边的线没了（原来是 4px solid #0d5c4d）');
    await window.click(button(window, '存成测试用例'));
    await window.until(() => window.text().includes('已存到'));
    const file = /paste-cases\/[a-z0-9_-]+\.json/.exec(window.text())?.[0] ?? '';
    expect(existsSync(join(window.bridge.folder, file))).toBe(true);
  });

  it('takes looks of its own as one step, and gives them back to the account', async () => {
    const api = await bridge();
    const made = await api.call('piece.create', { kind: 'scene', title: '灯', templateId: null, lang: 'zh' });
    if (!made.ok) throw new Error('it can be made');
    const pieceId = made.value.id;
    shown = await openWindow(
      api,
      <ThemeProvider theme="light">
        <CopyAlong {...props} pieceId={pieceId} account={null} />
      </ThemeProvider>,
    );
    const window = shown;
    await window.until(() => window.all('button').some(({ textContent }) => textContent?.includes('排版与检查')));
    await window.click(button(window, '排版与检查'));
    await window.until(() => window.all('[role="dialog"] fieldset label').length === 1 + themeIds.length);
    const theme = async () => {
      const opened = await api.call('piece.open', { id: pieceId });
      return opened.ok
        ? opened.value.variants.find(({ id }) => id === variantId(pieceId, format.ref, null))?.theme
        : null;
    };
    let changes = 0;
    api.on('changed', () => {
      changes += 1;
    });
    const inkline = window
      .all('[role="dialog"] fieldset label')
      .find(({ textContent }) => textContent?.includes('墨线'));
    await window.click(inkline?.querySelector('input') as HTMLElement);
    await window.until(() => changes > 0);
    expect(await theme()).toBe('inkline');
    await api.call('history.undo', {});
    expect((await theme()) ?? '').toBe('');
  });
});
