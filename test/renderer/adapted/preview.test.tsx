import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import type { SentencePlace, Source } from '../../../src/core/adapt/types';
import type { Format } from '../../../src/core/platforms/pack';
import { formatsOf } from '../../../src/core/platforms/registry';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { looksOf } from '../../../src/renderer/ui/adapted/preview/looks';
import { Preview } from '../../../src/renderer/ui/adapted/preview/Preview';
import { PreviewPane } from '../../../src/renderer/ui/adapted/preview/PreviewPane';
import { aFormat, aSource } from '../../core/adapt/aSource';
import { bridge } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

let shown: TestWindow | null = null;
afterEach(async () => {
  await shown?.close();
  shown = null;
});

async function show(content: ReactNode): Promise<TestWindow> {
  shown = await openWindow(await bridge(), content);
  return shown;
}

const account = { name: '汀岸手机', handle: 'tingan' };
const story: Source = aSource({
  title: '末班渡船上的灯',
  tags: ['夜拍'],
  blocks: [
    '21:40，最后一班渡船离岸。码头的灯一盏一盏退到身后，江面只剩发动机的声音。',
    '我没带三脚架，靠着栏杆按了六张，只留下这一张。水里的灯没有糊成一片，船舱里的人还看得清表情。',
    '后来我们把一次长曝光拆成四次短的，让每一盏灯都只走很短的路，再把它们叠回原处。船会晃，灯会动，没有一张能靠「别抖」解决。',
    '你最近一次坐夜船是什么时候？规则在 https://tingan.example.com/lamps 。',
  ],
});

/** A preview whose picked sentence is lit, as the review screen wires it. */
function Picked({ format, source = story }: { readonly format: Format; readonly source?: Source }) {
  const [selected, setSelected] = useState<SentencePlace | null>(null);
  return (
    <PreviewPane
      adapted={adapt({ source, format })}
      format={format}
      lang={source.lang}
      account={account}
      images={[]}
      selected={selected}
      onPick={setSelected}
    />
  );
}

describe('the preview of a version', () => {
  it('draws the fold where the pack says, with what lies behind it in grey, and opens whole', async () => {
    const window = await show(<Picked format={aFormat('weibo/post')} />);
    await window.until(() => window.all('[data-preview]').length > 0);
    expect(window.text()).toContain('折叠线 · 半角 140');
    expect(window.text()).toContain('…全文');
    expect(window.find('[data-below]').textContent).toContain('你最近一次坐夜船');
    await window.click('input[value="detail"]');
    expect(window.text()).not.toContain('折叠线');
    expect(window.text()).toContain('按规则画的近似预览，以平台为准');
  });

  it('lights the sentence that is picked, by click and by arrow keys, with one stop of the Tab key', async () => {
    const window = await show(<Picked format={aFormat('weibo/post')} />);
    await window.until(() => window.all('[data-at]').length > 0);
    expect(window.all('[data-at][tabindex="0"]')).toHaveLength(1);
    await window.click('[data-at="1:1"]');
    expect(window.all('[data-lit]').map(({ dataset }) => dataset.at)).toEqual(['1:1']);
    window.find('[data-lit]').focus();
    await window.press('ArrowDown');
    expect(new Set(window.all('[data-lit]').map(({ dataset }) => dataset.at))).toEqual(new Set(['2:0']));
    expect((document.activeElement as HTMLElement).dataset.at).toBe('2:0');
    await window.press('ArrowUp');
    await window.press('ArrowUp');
    expect(window.all('[data-lit]').map(({ dataset }) => dataset.at)).toEqual(['1:0']);
  });

  it('turns from a card that shows no text to the page when a sentence is chosen elsewhere', async () => {
    const format = aFormat('xiaohongshu/note_image');
    function Chosen() {
      const [selected, setSelected] = useState<SentencePlace | null>(null);
      return (
        <>
          <button type="button" data-choose onClick={() => setSelected({ block: 0, index: 0 })}>
            …
          </button>
          <PreviewPane
            adapted={adapt({ source: story, format })}
            format={format}
            lang="zh"
            account={account}
            images={[]}
            selected={selected}
          />
        </>
      );
    }
    const window = await show(<Chosen />);
    await window.until(() => window.all('[data-preview]').length > 0);
    expect(window.all('[data-at]')).toEqual([]);
    await window.click('[data-choose]');
    expect(window.find('[data-lit]').textContent).toContain('最后一班渡船离岸');
    await window.click('input[value="feed"]');
    expect(window.all('[data-lit]')).toEqual([]);
  });

  it('lights the lines of a script and of a run of show, and stays there while they are picked', async () => {
    const window = await show(<Picked format={aFormat('douyin/video')} />);
    await window.until(() => window.all('[data-preview]').length > 0);
    await window.click('input[value="script"]');
    await window.click('[data-at="1:1"]');
    expect(window.all('input[value="script"]:checked')).toHaveLength(1);
    expect(window.all('[data-lit]').map(({ dataset }) => dataset.at)).toEqual(['1:1']);
    await shown?.close();
    const live = await show(<Picked format={aFormat('douyin/live')} />);
    await live.until(() => live.all('[data-preview] [data-at]').length > 0);
    await live.click('[data-at="2:1"]');
    expect(live.find('[data-lit]').textContent).toContain('船会晃，灯会动');
  });

  it('shows every post of a thread with its own measure, those after the first behind a line', async () => {
    const window = await show(<Picked format={aFormat('x/post')} />);
    await window.until(() => window.all('[data-preview] li').length > 1);
    const posts = window.all('[data-preview] li');
    expect(posts.every((post) => /加权 \d+\/280/.test(post.textContent ?? ''))).toBe(true);
    expect(posts[0]?.dataset.below).toBeUndefined();
    expect(posts[1]?.dataset.below).toBe('true');
    expect(window.text()).toContain(`后面还有 ${posts.length - 1} 条`);
  });

  it('wears light or dark of its own', async () => {
    const window = await show(<Picked format={aFormat('douyin/video')} />);
    await window.until(() => window.all('[data-preview]').length > 0);
    expect(window.find('[data-preview] > [data-scheme]').dataset.scheme).toBe('light');
    await window.click('[aria-label="深色"]');
    expect(window.find('[data-preview] > [data-scheme]').dataset.scheme).toBe('dark');
    expect(document.documentElement.getAttribute('data-scheme')).toBeNull();
  });

  it('draws an article from its HTML, sentence by sentence', async () => {
    const window = await show(<Picked format={aFormat('wechat_oa/article')} />);
    await window.until(() => window.all('[data-preview]').length > 0);
    await window.click('input[value="detail"]');
    await window.until(() => window.all('[data-preview] p[style] [data-at]').length > 0);
    await window.click('[data-at="0:1"]');
    expect(window.find('[data-lit]').textContent).toContain('码头的灯一盏一盏退到身后');
  });

  it('draws what goes out of each picture, in posting order, and the cover as each place shows it', async () => {
    const format = aFormat('xiaohongshu/note_image');
    const wide = { src: 'a.jpg', name: '江面.jpg', alt: '', mime: 'image/jpeg', width: 1600, height: 900, bytes: 1 };
    const source = { ...story, images: [wide, { ...wide, src: 'b.jpg', name: '船.jpg', focalX: 1_000 }] };
    const adapted = adapt({ source, format });
    const images = source.images.map(({ src, ...rest }) => ({ id: src, ...rest }));
    const window = await show(
      <PreviewPane adapted={adapted} format={format} lang="zh" account={account} images={images} />,
    );
    await window.until(() => window.all('[data-preview]').length > 0);
    await window.click('input[value="pictures"]');
    const [first, second] = adapted.extra.slots ?? [];
    expect(first?.crop).not.toBeNull();
    expect(window.text()).toContain(`裁成 ${first?.crop?.width}×${first?.crop?.height}`);
    expect(window.text()).toContain('第 2 张');
    const marks = window.all('[data-kept]').map(({ style }) => Number.parseFloat(style.left));
    expect(marks[1]).toBeCloseTo(((second?.crop?.left ?? 0) * 100) / 1_600, 3);
    expect(marks[1]).toBeGreaterThan(marks[0] ?? 0);
    for (const { zh } of adapted.extra.covers ?? []) expect(window.text()).toContain(zh);
  });

  it('lists the chapters of a film, and tells a sender whose group it is apart from the message', async () => {
    const headed = (text: string) => ({
      type: 'heading' as const,
      attrs: { level: 2 },
      content: [{ type: 'text' as const, text }],
    });
    const long = '船从对岸开出来，灯一盏一盏亮起来，岸上的人抬头看了很久，谁也没有先说话，只听见水声。'.repeat(2);
    const film = aSource({
      blocks: ['出发', '江心', '靠岸'].flatMap((name) => [headed(name), long]),
    });
    const format = aFormat('youtube/video');
    const adapted = adapt({ source: film, format });
    const voice = {
      lang: 'zh' as const,
      signOff: '',
      linkLine: '',
      standingTags: [],
      avoidWords: [],
      useWords: [],
      tierBenefit: '先看样片',
      tier: { tier: 'core' as const, tone: '叫得出名字', earlyHours: 24 },
    };
    const group = aFormat('wechat_private/wecom_group');
    const sent = adapt({ source: story, format: group, voice });
    const window = await show(
      <>
        <Preview adapted={adapted} format={format} look="detail" lang="zh" theme="light" account={null} images={[]} />
        <Preview adapted={sent} format={group} look="detail" lang="zh" theme="light" account={null} images={[]} />
      </>,
    );
    await window.until(() => window.all('[data-preview]').length === 2);
    const [, ...rest] = adapted.extra.chapters ?? [];
    expect(rest.length).toBeGreaterThan(0);
    for (const { title } of rest) expect(window.find('[data-layout="watch"] section').textContent).toContain(title);
    expect(window.find('[data-layout="chat"] aside').textContent).toContain('叫得出名字');
    expect(sent.body).not.toContain('叫得出名字');
  });

  it('has every side of every shipped format for hostile text: right to left, endless words, joined emoji, lone halves', async () => {
    const words = [
      'مرحبا بالعالم، هذه جملة طويلة جدًا. ‏#ليل‏',
      'W'.repeat(2_000),
      '👨‍👩‍👧‍👦'.repeat(120),
      `半个字 ${String.fromCharCode(0xd83d)} 与零宽\u200b\u202e字`,
      '<script>alert(1)</script> & "引号"',
    ];
    const source = aSource({ title: `${'题'.repeat(60)} ${'T'.repeat(300)}`, blocks: words, tags: ['长'.repeat(40)] });
    const all = formatsOf(shippedPacks()).flatMap((format) =>
      looksOf(format).map((look) => ({ format, look, adapted: adapt({ source, format }) })),
    );
    const window = await show(
      all.map(({ format, look, adapted }) => (
        <Preview
          key={`${format.ref} ${look}`}
          adapted={adapted}
          format={format}
          look={look}
          lang="zh"
          theme="dark"
          account={null}
          images={[]}
          onPick={() => undefined}
        />
      )),
    );
    await window.until(() => window.all('[data-preview]').length === all.length);
    expect(window.all('[data-preview] script')).toEqual([]);
    expect(window.all('[data-preview] > [data-scheme]').every(({ textContent }) => textContent !== '')).toBe(true);
  });
});
