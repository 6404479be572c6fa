import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import type { Finding } from '../../../src/core/adapt/types';
import { Compare } from '../../../src/renderer/ui/adapted/compare/Compare';
import { type CompareSide, compare, sideOfSource, sideOfVariant } from '../../../src/renderer/ui/adapted/compare/sides';
import { CopyList } from '../../../src/renderer/ui/adapted/copy/CopyList';
import { copyParts } from '../../../src/renderer/ui/adapted/copy/parts';
import { aFormat, aSource } from '../../core/adapt/aSource';
import { bridge } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

let shown: TestWindow | null = null;
afterEach(async () => {
  await shown?.close();
  shown = null;
});

type Taken = { readonly text: string; readonly html?: string | undefined };

/** The part on a screen whose shell remembers what was copied and opened. */
async function show(content: ReactNode) {
  const copied: Taken[] = [];
  const opened: string[] = [];
  const api = await bridge({
    shell: {
      'studio.copy': (taken) => {
        copied.push(taken);
        return null;
      },
      'studio.browse': ({ url }) => {
        opened.push(url);
        return null;
      },
    },
  });
  shown = await openWindow(api, content);
  return { window: shown, copied, opened };
}

const source = aSource({
  title: '末班渡船上的灯',
  tags: ['夜拍', '渡船'],
  blocks: ['21:40，最后一班渡船离岸。', '规则在 https://tingan.example.com/lamps 。', '你最近一次坐夜船是什么时候？'],
});

describe('taking a version along', () => {
  it('copies formatted and plain text of an article together, and its title alone', async () => {
    const format = aFormat('wechat_oa/article');
    const adapted = adapt({ source, format });
    const { window, copied } = await show(<CopyList adapted={adapted} format={format} />);
    await window.until(() => window.all('[data-copy]').length > 2);
    await window.click('[data-copy="body 1"]');
    await window.click('[data-copy="title 1"]');
    await window.until(() => copied.length === 2);
    expect(copied).toEqual([{ text: adapted.body, html: adapted.extra.html }, { text: '末班渡船上的灯' }]);
    await window.until(() => window.find('[data-copy="title 1"]').textContent?.includes('已复制') === true);
    expect(window.find('[data-copy="body 1"]').textContent).not.toContain('已复制');
  });

  it('takes the posts of a thread one by one, by number keys too, but not while somebody types', async () => {
    const format = aFormat('x/post');
    const long = aSource({
      blocks: Array.from({ length: 9 }, (_, at) => `第${at}盏灯在江边亮了一夜，没有人去关它，也没有人问起它的来历。`),
    });
    const adapted = adapt({ source: long, format });
    const { window, copied } = await show(
      <>
        <input aria-label="别处" />
        <CopyList keys adapted={adapted} format={format} />
      </>,
    );
    await window.until(() => window.all('kbd').length > 1);
    await window.until(() => window.studio.getState().stage.kind === 'open');
    (window.find('input') as HTMLInputElement).focus();
    await window.press('2');
    (document.activeElement as HTMLElement).blur();
    await window.press('2');
    await window.until(() => copied.length > 0);
    expect(copied).toEqual([{ text: adapted.parts[1] }]);
  });

  it('leaves tags that stand in the text out, and gives those of a field of their own', () => {
    const kinds = (ref: string) =>
      copyParts(adapt({ source, format: aFormat(ref) }), aFormat(ref), 'zh').map(({ kind }) => kind);
    expect(kinds('weibo/post')).toEqual(['body']);
    expect(kinds('bilibili/video')).toEqual(
      expect.arrayContaining(['title', 'cover', 'body', 'tags', 'script', 'subtitles']),
    );
    expect(kinds('wechat_oa/article')).not.toContain('html');
  });

  it('gives nothing away of a version that cannot be fitted, and says why', async () => {
    const format = aFormat('x/post');
    const adapted = adapt({ source, format });
    const cannot: Finding = {
      code: 'cannot_fit',
      severity: 'error',
      field: 'body',
      params: { limit: 280, unit: 'twitter_v3', lost: 0 },
    };
    const { window, copied } = await show(<CopyList keys adapted={adapted} format={format} findings={[cannot]} />);
    await window.until(() => window.all('button[aria-disabled]').length > 0);
    expect(window.text()).toContain('这一版还不能拿走：没有一句完整的话放得进 280');
    await window.click('button[aria-disabled]');
    await window.press('1');
    expect(copied).toEqual([]);
  });

  it('opens the platform’s own page, or says that none is known', async () => {
    const weibo = aFormat('weibo/post');
    const mastodon = aFormat('mastodon/status');
    const { window, opened } = await show(
      <>
        <CopyList adapted={adapt({ source, format: weibo })} format={weibo} />
        <CopyList adapted={adapt({ source, format: mastodon })} format={mastodon} />
      </>,
    );
    await window.until(() => window.text().includes('打开微博发布页'));
    const button = window.all('button').find(({ textContent }) => textContent === '打开微博发布页');
    await window.click(button as HTMLElement);
    await window.until(() => opened.length > 0);
    expect(opened).toEqual([weibo.platform.publishUrl]);
    expect(window.text()).toContain('规则包里没有Mastodon的发布页地址');
  });
});

describe('two versions side by side', () => {
  const sides: readonly CompareSide[] = [
    sideOfSource(
      source,
      '21:40，最后一班渡船离岸。\n规则在 https://tingan.example.com/lamps 。\n你最近一次坐夜船是什么时候？',
    ),
    sideOfVariant('a', '微博', 'zh', adapt({ source, format: aFormat('weibo/post') })),
    sideOfVariant('b', '抖音', 'zh', adapt({ source, format: aFormat('douyin/video') })),
  ];

  it('marks what only one side has, and takes any two of them', async () => {
    const { window } = await show(<Compare sides={sides} />);
    await window.until(() => window.all('select').length === 2);
    expect(
      window
        .all('ins')
        .map((word) => word.textContent)
        .join(''),
    ).toContain('#夜拍#');
    const [, right] = window.all('select') as unknown as readonly HTMLSelectElement[];
    if (right === undefined) throw new Error('No second choice.');
    right.value = 'b';
    right.dispatchEvent(new Event('change', { bubbles: true }));
    await window.until(() => !window.text().includes('#夜拍#'));
    expect(
      window
        .all('del')
        .map((word) => word.textContent)
        .join(''),
    ).toContain('https://tingan.example.com/lamps');
    await window.click('[aria-label="左右对调"]');
    expect(
      window
        .all('ins')
        .map((word) => word.textContent)
        .join(''),
    ).toContain('https://tingan.example.com/lamps');
  });

  it('compares a title with the first line of a text that opens with it', () => {
    const [from, post] = sides;
    if (from === undefined || post === undefined) throw new Error('No sides.');
    const { fields } = compare(from, post);
    expect(fields.map(({ field }) => field)).toEqual(['body', 'tags']);
    expect(fields[0]?.rows[0]).toEqual({
      left: [{ kind: 'same', text: '末班渡船上的灯' }],
      right: [{ kind: 'same', text: '末班渡船上的灯' }],
    });
  });

  it('says when both read alike, and when there is nothing to compare', async () => {
    const [first] = sides;
    if (first === undefined) throw new Error('No side.');
    const { window } = await show(
      <>
        <Compare sides={[first, { ...first, key: 'twin', name: '另一版' }]} />
        <Compare sides={[first]} />
      </>,
    );
    await window.until(() => window.text().includes('两边一字不差'));
    expect(window.text()).toContain('只有一个版本，没有可比的');
  });
});
