import { afterEach, describe, expect, it } from 'vitest';
import type { Doc } from '../../../src/core/model/doc';
import { value } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

const open: TestWindow[] = [];
afterEach(async () => {
  for (const window of open.splice(0)) await window.close();
});

const LONG = '十二帧，怎么叠成一盏灯';

/** The window with a piece of the sample under review. */
async function review(title = LONG, target?: { format: string; accountId: string | null }) {
  const window = await openWindow();
  open.push(window);
  const { items } = value(await window.bridge.call('piece.list', { filter: { query: title }, limit: 1, offset: 0 }));
  const id = items[0]?.id ?? '';
  const show = () => window.studio.getState().openReview(id, target);
  return { ...window, id, show };
}

const tab = (window: TestWindow, name: RegExp): HTMLElement => {
  const found = window.all('[role="tab"]').find((one) => name.test(one.title));
  if (found === undefined) throw new Error(`No tab ${name}.`);
  return found;
};

const paragraphs = (...texts: readonly string[]): Doc => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

describe('the adaptation review', () => {
  it('walks the sentences by arrows, and K keeps one that was left out until it is let go', async () => {
    const window = await review();
    window.show();
    await window.until(() => window.all('[role="tab"]').length > 3);
    await window.click(tab(window, /哔哩哔哩/));
    await window.until(() => window.all('[data-use="spoken"] [data-sentence]').length > 10);
    const chosen = () => window.find('[data-sentence][aria-pressed="true"]').dataset.sentence;
    await window.press('ArrowDown');
    const first = chosen();
    await window.press('ArrowDown');
    expect(chosen()).not.toBe(first);
    await window.press('ArrowUp');
    expect(chosen()).toBe(first);
    const left = window.find('[data-use="spoken"] [data-sentence]');
    const key = left.dataset.sentence ?? '';
    await window.click(left);
    expect(window.all('[data-pane="trace"] [data-selected]').length).toBe(1);
    left.blur();
    await window.press('k');
    await window.until(() => window.all(`[data-use="first"] [data-sentence="${key}"]`).length === 1);
    expect(window.text()).toContain('你保留的');
    await window.press('k');
    await window.until(() => window.all(`[data-use="spoken"] [data-sentence="${key}"]`).length === 1);
    expect(window.text()).not.toContain('你保留的');
  });

  it('writes a title on the bench in place, marks it, and gives it back', async () => {
    const window = await review();
    window.show();
    await window.until(() => window.all('[data-bench] input').length > 3);
    const field = window.find('[data-bench] input') as HTMLInputElement;
    field.focus();
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(field, '一盏灯'.repeat(40));
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await window.press('Enter');
    await window.until(() => window.all('[data-bench] [data-over]').length > 0);
    expect(window.find('[data-bench]').textContent).toContain('1 处超限');
    const { variants } = value(await window.bridge.call('piece.open', { id: window.id }));
    expect(variants.some(({ overrides }) => overrides.title === '一盏灯'.repeat(40))).toBe(true);
    await window.studio.getState().undo();
    await window.until(() => window.all('[data-bench] li[data-over]').length === 0);
  });

  it('says what is to mend above the preview, mends it by one key and takes that back as one step', async () => {
    const window = await review();
    const account = window.studio.getState().outline?.account.find(({ platform }) => platform === 'weibo');
    const at = { pieceId: window.id, format: 'weibo/post', accountId: account?.id ?? null };
    value(await window.bridge.call('variant.override', { ...at, field: 'body', value: '绝对值得来。' }));
    value(await window.bridge.call('variant.override', { ...at, field: 'tags', value: '一\n二\n三\n四\n五' }));
    window.studio.getState().openReview(window.id, at);
    const lines = () => window.all('[data-findings] li').map(({ textContent }) => textContent ?? '');
    await window.until(() => lines().some((line) => line.includes('标签') && line.includes('去掉 2 个标签')));
    const body = async () =>
      value(await window.bridge.call('piece.open', { id: window.id })).variants.find(
        ({ format, accountId }) => format === at.format && accountId === at.accountId,
      )?.overrides;
    await window.press('F8', { shiftKey: true });
    await window.until(() => !lines().some((line) => line.includes('去掉 2 个标签')));
    expect((await body())?.tags).toBe('一\n二\n三');
    await window.studio.getState().undo();
    await window.until(() => lines().some((line) => line.includes('去掉 2 个标签')));
    expect((await body())?.tags).toBe('一\n二\n三\n四\n五');
  });

  it('settles a version that is behind sentence by sentence, as one step of undo', async () => {
    const window = await review();
    const made = value(
      await window.bridge.call('piece.create', { kind: 'scene', title: '渡船', lang: 'zh', templateId: null }),
    );
    const account = window.studio.getState().outline?.account.find(({ platform }) => platform === 'weibo');
    const at = { pieceId: made.id, format: 'weibo/post', accountId: account?.id ?? null };
    const write = async (...texts: readonly string[]) => {
      const { version } = value(await window.bridge.call('piece.open', { id: made.id }));
      value(
        await window.bridge.call('piece.write', {
          id: made.id,
          doc: paragraphs(...texts),
          base: version,
          session: 's',
        }),
      );
    };
    await write('船还有三分钟到。灯退到身后。', '这一张是手持。');
    value(
      await window.bridge.call('variant.override', {
        ...at,
        field: 'body',
        value: '我先说。船还有三分钟到。我再说。这一张是手持。',
      }),
    );
    await write('船还有两分钟到。灯退到身后。', '这一张是手持。没有三脚架。');
    window.studio.getState().openReview(made.id, at);
    await window.until(() => window.all('[data-change]').length === 2);
    await window.press('ArrowDown');
    await window.press('Enter');
    expect(window.find('[data-field="body"]').textContent).toContain('两');
    await window.press('a');
    await window.press('Enter', { ctrlKey: true });
    await window.until(() => window.all('[data-change]').length === 0);
    const bodyOf = async () =>
      value(await window.bridge.call('piece.open', { id: made.id })).variants[0]?.overrides.body;
    expect(await bodyOf()).toBe('我先说。船还有两分钟到。我再说。这一张是手持。没有三脚架。');
    await window.studio.getState().undo();
    await window.until(() => window.all('[data-change]').length === 2);
    expect(await bodyOf()).toBe('我先说。船还有三分钟到。我再说。这一张是手持。');
  });
});
