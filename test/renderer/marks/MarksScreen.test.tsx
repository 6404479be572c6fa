import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createOp, type Op } from '../../../src/core/plan/ops';
import { readMarks, writeMarks } from '../../../src/core/review/marksFile';
import type { Mark } from '../../../src/core/review/marksPage';
import { type ReviewFile, readReview } from '../../../src/core/review/reviewFile';
import { wallDate } from '../../../src/core/time/wall';
import { openFiles } from '../../../src/renderer/state/openFiles';
import { bridge, type TestBridge, TODAY, value } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

let shown: TestWindow | null = null;
afterEach(async () => {
  await shown?.close();
  shown = null;
});

const source = { pieceId: 'p_1', format: null, accountId: null };
const version = { pieceId: 'p_1', format: 'weibo/post', accountId: 'a_1' };
const first = '今晚七点，龙门石窟见。';
const second = '别忘了带伞。';

const edit = async (api: TestBridge, ops: readonly Op[]) =>
  value(await api.call('change.make', { label: { code: 'import', params: {} }, ops: [...ops] }));

/** A window over one piece that goes out on one account; dialogs choose a folder of their own. */
async function aWindow() {
  const out = mkdtempSync(join(tmpdir(), 'juzhen-marks-'));
  const saved = join(out, '批注.juzhen-marks');
  let api: TestBridge;
  const shell = {
    'dialog.choose_folder': () => ({ token: api.choose(out), name: 'out' }),
    'dialog.save_file': () => ({ token: api.choose(saved), name: '批注' }),
  } as never;
  api = await bridge({ shell });
  const content = [first, second].map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }) as const);
  await edit(api, [
    createOp('account', 'a_1', { name: '官微', platform: 'weibo', lang: 'zh' }),
    createOp('piece', 'p_1', { title: '夜游龙门', lang: 'zh', notes: '内部' }, { type: 'doc', content }),
    createOp('placement', 'l_1', { pieceId: 'p_1', accountId: 'a_1', format: 'weibo/post', day: TODAY }),
  ]);
  const window = await openWindow(api);
  shown = window;
  const go = window.studio.getState().go;
  const receive = (path: string) => openFiles(window.studio.getState, { token: api.choose(path), name: 'x', count: 1 });
  const review = async (): Promise<ReviewFile> => {
    const choice = { targets: [source, version], by: '小林', note: '', lang: 'zh' as const, pictures: false };
    const { folder } = value(await api.call('review.write', { choice, token: api.choose(out) }));
    const name = readdirSync(folder).find((one) => one.endsWith('.juzhen-review')) ?? '';
    const read = readReview(readFileSync(join(folder, name)), name);
    if (!read.ok) throw new Error(read.error.code);
    return read.value;
  };
  /** A file of marks as a reader saves it. */
  const marksOf = (of: ReviewFile, marks: readonly Partial<Mark>[]): string => {
    const path = join(out, `收到 ${readdirSync(out).length}.juzhen-marks`);
    const whole = marks.map((mark, index): Mark => {
      const item = of.page.items.find(({ target }) => target.format === (mark.target ?? source).format);
      const base = { id: `m${index}`, target: source, hash: item?.hash ?? '', field: '', at: null };
      return { ...base, kind: 'comment', quote: '', comment: '', suggestion: null, ...mark };
    });
    writeFileSync(
      path,
      writeMarks({
        format: 'juzhen-marks',
        version: 1,
        workspace: of.workspaceId,
        review: of.page.id,
        reader: 'k1',
        by: '老周',
        day: wallDate('2026-10-10'),
        marks: whole,
      }),
    );
    return path;
  };
  const button = (words: string): HTMLElement => {
    const found = window.all('button').find(({ textContent }) => textContent?.trim() === words);
    if (found === undefined) throw new Error(`No button ${words}: ${window.text().slice(0, 400)}`);
    return found;
  };
  const has = (words: string) => () => window.text().includes(words);
  return { ...window, api, out, saved, go, receive, review, marksOf, button, has };
}
const type = (field: HTMLElement, words: string): void => {
  const proto = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(field, words);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const suggest = { kind: 'suggest', field: 'body' } as const;

describe('handing over', () => {
  it('says before anything is written what goes in and what stays, and writes what is ticked', async () => {
    const { go, until, has, all, find, click, button, out, text } = await aWindow();
    go({ screen: 'marks', task: { kind: 'hand', pieceIds: ['p_1'] } });
    await until(() => all('[data-offer]').length === 2);
    expect(find('section[aria-label="会写进去"]').textContent).toContain('勾上的 2 段文字');
    expect(find('section[aria-label="不会写进去"]').textContent).toContain('内部备注、简报');
    await click(all('[data-offer] input')[0] as HTMLElement);
    await until(has('同一篇的另外 1 段没勾，不送'));
    expect(find('section[aria-label="会写进去"]').textContent).toContain('勾上的 1 段文字');
    expect(readdirSync(out)).toEqual([]);
    await click(button('写出审阅文件…'));
    await until(has('已写到'));
    expect(readdirSync(out)).toHaveLength(1);
    expect(text()).toContain('把里面任意一个文件发给对方');
    // What went out waits from then on, and the list says so.
    await until(() => (all('[data-offer]')[1]?.textContent ?? '').includes('等审'));
    expect(all('[data-offer]')[0]?.textContent).toContain('未送审');
  });

  it('offers what the calendar shows with the versions that go out there, and says when nothing does', async () => {
    const { api, go, until, all, find, has } = await aWindow();
    go({ screen: 'marks', task: { kind: 'hand', pieceIds: [] } });
    await until(() => all('[data-offer]').length === 2);
    const ticked = () => all('[data-offer] input').map((input) => (input as HTMLInputElement).checked);
    expect(ticked()).toEqual([false, true]);
    expect(find('select[aria-label="送哪些"]').textContent).toContain('排期上现在看到的');
    await edit(api, [{ kind: 'set', type: 'placement', id: 'l_1', register: 'outcome', value: 'live' }]);
    go({ screen: 'marks', task: { kind: 'hand', pieceIds: [], campaignId: 'c_none' } });
    go({ screen: 'library' });
    await until(() => all('[data-offer]').length === 0);
    await edit(api, [{ kind: 'delete', type: 'placement', id: 'l_1' }]);
    go({ screen: 'marks', task: { kind: 'hand', pieceIds: [] } });
    await until(has('这里没有还要发的内容'));
  });
});

describe('reading somebody’s review here', () => {
  it('approves, comments and suggests, and saves a file that holds just that', async () => {
    const { review, out, receive, until, all, find, click, button, saved, has } = await aWindow();
    await review();
    const folder = readdirSync(out).find((name) => name.includes('审阅')) ?? '';
    const file = readdirSync(join(out, folder)).find((name) => name.endsWith('.juzhen-review')) ?? '';
    await receive(join(out, folder, file));
    await until(() => all('article').length === 2);
    await click(find('article section:nth-of-type(2) button[data-at="0"]'));
    await until(() => all('fieldset textarea').length > 2);
    const [comment, words] = all('article fieldset')[0]?.querySelectorAll('textarea') ?? [];
    type(comment as HTMLElement, '几点？');
    type(words as HTMLElement, '今晚八点，龙门石窟见。');
    await click(button('记下'));
    await until(has('改成：今晚八点，龙门石窟见。'));
    // Approve and needs changes rule each other out.
    const boxes = [...(all('article')[1]?.querySelectorAll('input') ?? [])];
    await click(boxes[1] as HTMLElement);
    await click(boxes[0] as HTMLElement);
    await until(() => boxes.map(({ checked }) => checked).join() === 'true,false');
    type(find('main input:not([type])'), '老周');
    await until(() => !(button('存成批注文件…') as HTMLButtonElement).disabled);
    await click(button('存成批注文件…'));
    await until(has('已存成'));
    const read = readMarks(readFileSync(saved), 'x');
    expect(read.ok && [read.value.by, read.value.marks.map(({ kind, suggestion }) => [kind, suggestion])]).toEqual([
      '老周',
      [
        ['suggest', '今晚八点，龙门石窟见。'],
        ['approve', null],
      ],
    ]);
  });
});

describe('marks that came back', () => {
  it('are shown before they are taken: what binds, what came for a text that was changed since, what is not here', async () => {
    const { review, marksOf, receive, until, all, click, button, has, api, text } = await aWindow();
    const path = marksOf(await review(), [
      { kind: 'approve' },
      { kind: 'approve', target: version },
      {
        kind: 'comment',
        comment: '谁？',
        target: { pieceId: 'p_gone', format: null, accountId: null },
        hash: 'a'.repeat(64),
      },
    ]);
    value(await api.call('variant.override', { ...version, field: 'body', value: '明晚见。' }));
    await receive(path);
    await until(() => all('[data-mark]').length === 3);
    expect(all('[data-mark]').map(({ dataset }) => dataset.fate)).toEqual(['binds', 'lapsed', 'gone']);
    expect(text()).toContain('对方看的是改之前的文字，通过不算数');
    expect(text()).toContain('名字是对方自己写的');
    await click(button('收下 2 条'));
    await until(has('已通过'));
    expect(text()).toContain('通过已失效');
    // The same file again has nothing new, and cannot be taken.
    await receive(path);
    await until(has('这些都收过了'));
    expect((button('收下 0 条') as HTMLButtonElement).disabled).toBe(true);
  });

  it('suggestions are taken one by one, each a step of undo; the approval lapses with the first and comes back with undo', async () => {
    const { review, marksOf, receive, until, all, click, button, has, api, text, studio } = await aWindow();
    await receive(
      marksOf(await review(), [
        { kind: 'approve' },
        { ...suggest, at: 0, quote: first, suggestion: '今晚八点，龙门石窟见。' },
        { ...suggest, at: 12, quote: second, suggestion: '有雨，带伞。' },
        { kind: 'comment', comment: '好看' },
      ]),
    );
    await until(() => all('[data-mark]').length === 4);
    await click(button('收下 4 条'));
    await until(() => all('[data-review]').length === 4);
    await until(has('3 条待处理'));
    const body = () =>
      all('main section').find(({ textContent }) => textContent?.startsWith('正文'))?.textContent ?? '';
    const slip = (words: string) => all('[data-review]').find(({ textContent }) => textContent?.includes(words));
    const take = (words: string) =>
      [...(slip(words)?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === '采纳');
    await click(take('八点') as HTMLElement);
    await until(() => body().includes('今晚八点') && body().includes(second));
    await until(has('通过已失效'));
    await click(take('有雨') as HTMLElement);
    await until(() => body().includes('今晚八点') && body().includes('有雨，带伞。'));
    await until(has('1 条待处理'));
    await studio.getState().undo(0);
    await until(() => body().includes(second));
    await studio.getState().undo(0);
    await until(() => body().includes(first));
    await until(() => text().includes('已通过'));
    // What somebody changed by hand meanwhile leaves no words to put it in: it is said, and cannot be taken.
    const base = value(await api.call('piece.open', { id: 'p_1' })).version;
    const doc = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: second }] }],
    };
    value(await api.call('piece.write', { id: 'p_1', doc, base, session: 's' }));
    await until(has('这句话已经不在原文里'));
    expect((take('八点') as HTMLButtonElement).disabled).toBe(true);
    expect((take('有雨') as HTMLButtonElement).disabled).toBe(false);
  });

  it('an empty list says where marks come from; a refused file says so and shows the way on', async () => {
    const { api, go, until, has, out, button, text } = await aWindow();
    go({ screen: 'marks' });
    await until(has('还没有收到批注'));
    for (const kind of ['marks', 'slip', 'review'] as const) {
      const path = join(out, `坏了.juzhen-${kind}`);
      writeFileSync(path, '{"format":"juzhen-marks","version":1,"marks":[{}]}');
      go({ screen: 'marks', task: { kind, token: api.choose(path) } });
      await until(has('这份文件没能打开'));
      expect(button('选别的文件')).toBeDefined();
      expect(text()).not.toContain('收下');
      go({ screen: 'library' });
      await until(() => !text().includes('这份文件没能打开'));
    }
  });
});
