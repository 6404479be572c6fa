import { statSync, truncateSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { openFiles } from '../../../src/renderer/state/openFiles';
import { type TestBridge, value } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';
import { mail, pieces, setPiece, twoStudios, writeText } from './twoStudios';

const opened: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const MINUTE = 60_000;

async function desks() {
  const both = await twoStudios();
  opened.push(both.theirs.close);
  return both;
}

async function windowOf(desk: TestBridge): Promise<TestWindow> {
  const window = await openWindow(desk);
  opened.push(window.close);
  return window;
}

const receive = (window: TestWindow, path: string): Promise<void> =>
  openFiles(window.studio.getState, { token: window.bridge.choose(path), name: 'x.juzhen', count: 1 });

const button = (window: TestWindow, text: string): HTMLButtonElement => {
  const found = window.all('button').find(({ textContent }) => textContent === text);
  if (!(found instanceof HTMLButtonElement)) throw new Error(`No button ${text}: ${window.text().slice(0, 600)}`);
  return found;
};
const type = (input: HTMLElement, text: string): void => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
};

describe('a received copy of the plan', () => {
  it('is shown before it is merged, down to the words, and merged as one step that can be undone', async () => {
    const { mine, theirs, wait } = await desks();
    const [first, second] = await pieces(mine);
    if (first === undefined || second === undefined) throw new Error('The sample has pieces.');
    wait(MINUTE);
    await setPiece(theirs, first.id, 'title', '末班渡船与一盏灯');
    await setPiece(mine, second.id, 'product', '夜航灯');
    wait(MINUTE);
    await setPiece(theirs, second.id, 'product', '夜航灯二代');
    const window = await windowOf(mine);
    await receive(window, mail(theirs));
    await window.until(() => window.all('[role="option"]').length === 2);
    expect(window.studio.getState().route.screen).toBe('merge');
    expect(window.all('[data-group]').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['两边都改', '有改动']),
    );
    // The one both wrote stands first: the later value shows, and mine is said to be kept.
    await window.until(() => window.all('[data-testid="compared-detail"] dd').length > 0);
    expect(window.find('[data-testid="compared-detail"] dd').textContent).toContain('你的留在历史里');
    // The keyboard is on the list at once: nothing had it when the file was let go.
    expect(document.activeElement).toBe(window.find('[role="listbox"]'));
    await window.press('ArrowDown');
    const words = () =>
      window
        .all('[data-testid="compared-detail"] dl ins')
        .map(({ textContent }) => textContent)
        .join();
    await window.until(() => words().includes('一盏'));
    expect(value(await mine.call('piece.open', { id: first.id })).piece.title).toBe(first.title);

    await window.click(button(window, '合并 2 处'));
    await window.until(() => window.text().includes('合并好了'));
    expect(value(await mine.call('piece.open', { id: first.id })).piece.title).toBe('末班渡船与一盏灯');
    expect(window.text()).toMatch(/合并前的样子备了一份（.*\d\d:\d\d）/);
    await window.until(() => window.all('button').some(({ textContent }) => textContent === '撤销这次合并'));
    await window.click(button(window, '撤销这次合并'));
    await window.until(() => window.text().includes('已经撤销'));
    expect(value(await mine.call('piece.open', { id: first.id })).piece.title).toBe(first.title);
    expect(value(await mine.call('piece.open', { id: second.id })).piece.product).toBe('夜航灯');
  });

  it('with nothing new says so plainly and writes nothing', async () => {
    const { mine, theirs } = await desks();
    const window = await windowOf(mine);
    const before = value(await mine.call('history.state', {}));
    await receive(window, mail(theirs));
    await window.until(() => window.text().includes('没有新内容'));
    await window.click(button(window, '回到矩阵'));
    await window.until(() => window.studio.getState().route.screen === 'matrix');
    expect(value(await mine.call('history.state', {}))).toEqual(before);
  });

  it('tells what is new by its fields, and is merged from the keyboard', async () => {
    const { mine, theirs, wait } = await desks();
    wait(MINUTE);
    const { id } = value(await theirs.call('piece.create', { kind: 'scene', title: '第一场雪', lang: 'zh' }));
    await setPiece(theirs, id, 'product', '夜航灯');
    const window = await windowOf(mine);
    await receive(window, mail(theirs));
    await window.until(() => window.all('[data-testid="compared-detail"] dd').length > 0);
    const detail = window.find('[data-testid="compared-detail"]');
    expect(detail.tabIndex).toBe(0);
    expect(detail.textContent).toContain('夜航灯');
    expect(detail.textContent).toContain('场景');
    // Nothing is said to be the same about a text that is not there.
    expect(detail.textContent).not.toContain('正文没有不同');
    await window.press('Enter', { ctrlKey: true });
    await window.until(() => window.text().includes('合并好了'));
    expect(value(await mine.call('piece.open', { id })).piece.title).toBe('第一场雪');
    await window.click(button(window, '看备份'));
    await window.until(() => window.studio.getState().route.screen === 'settings');
    await window.until(() => window.text().includes('导入前'));
  });

  it('that comes while the ones before are looked at is shown at once', async () => {
    const { mine, theirs, wait } = await desks();
    const [first] = await pieces(mine);
    const window = await windowOf(mine);
    window.studio.getState().go({ screen: 'merge', tab: 'past' });
    await window.until(() => window.text().includes('还没有合并过收到的计划'));
    wait(MINUTE);
    await setPiece(theirs, first?.id ?? '', 'title', '末班渡船与一盏灯');
    await receive(window, mail(theirs));
    await window.until(() => window.text().includes('合并 1 处'));
  });

  it('that is no plan, or only a part of its bytes, is refused in a sentence that says why', async () => {
    const { mine, theirs } = await desks();
    const window = await windowOf(mine);
    const path = mail(theirs);
    truncateSync(path, Math.floor(statSync(path).size / 2));
    await receive(window, path);
    await window.until(() => window.all('main [role="alert"]').length === 1);
    expect(window.find('main [role="alert"]').textContent).toMatch(/许知微\.juzhen.*就坏了/);
    expect(window.text()).toContain('没有合并，什么都没有改');
  });

  it('that deletes many pieces is merged only by naming how many', async () => {
    const { mine, theirs, wait } = await desks();
    wait(MINUTE);
    const ids = (await pieces(theirs)).slice(0, 11).map(({ id }) => id);
    value(await theirs.call('piece.bulk', { target: { kind: 'ids', ids }, act: { kind: 'trash' } }));
    const window = await windowOf(mine);
    await receive(window, mail(theirs));
    await window.until(() => window.text().includes('要删掉的数目'));
    const take = window.all('button').find(({ textContent }) => textContent?.startsWith('合并 ') === true);
    if (!(take instanceof HTMLButtonElement)) throw new Error('No way to merge.');
    expect(take.disabled).toBe(true);
    await window.until(() => document.activeElement === window.find('[role="listbox"]'));
    await window.press('Enter', { ctrlKey: true });
    await window.until(() => document.activeElement === window.find('input[inputmode="numeric"]'));
    type(window.find('input[inputmode="numeric"]'), String(ids.length - 1));
    await window.until(() => window.all('input[data-fits]').length === 0);
    expect(take.disabled).toBe(true);
    type(window.find('input[inputmode="numeric"]'), String(ids.length));
    await window.until(() => !take.disabled);
    await window.press('Enter');
    await window.until(() => window.text().includes('合并好了'));
    expect(await pieces(mine)).toHaveLength((await pieces(theirs)).length);
  });
});

describe('what waits after merging', () => {
  it('is on the rail until it is settled place by place, and the replaced value goes back from the history', async () => {
    const { mine, theirs, wait } = await desks();
    const [piece] = await pieces(mine);
    if (piece === undefined) throw new Error('The sample has pieces.');
    await writeText(mine, piece.id, ['天黑以后，江面才真正亮起来。', '末班渡船八点半离岸。', '三脚架不能少。']);
    const path = mail(mine);
    const window = await windowOf(theirs);
    await receive(window, path);
    await window.until(() => window.text().includes('合并 1 处'));
    await window.click(button(window, '合并 1 处'));
    await window.until(() => window.text().includes('合并好了'));
    wait(MINUTE);
    await writeText(mine, piece.id, ['天黑以后，江面才真正亮起来。', '末班渡船八点四十离岸。', '三脚架别忘了。']);
    await setPiece(theirs, piece.id, 'notes', '先给老板看');
    wait(MINUTE);
    await writeText(theirs, piece.id, ['天一黑，江面就亮了。', '末班渡船九点离岸。', '三脚架不能少。']);
    await setPiece(mine, piece.id, 'notes', '老板看过了');
    await receive(window, mail(mine));
    await window.until(() => window.text().includes('要你定'));
    await window.click(button(window, '合并 1 处'));
    await window.until(() => window.text().includes('去处理 1 处'));
    await window.until(() => window.all('nav [aria-label="待定，1 处等你决定"]').length === 1);
    await window.click(button(window, '去处理 1 处'));
    await window.until(() => window.text().includes('还有 1 处要选'));
    expect(document.activeElement).toBe(window.find('[role="listbox"]'));
    // A screen that holds the focus as a whole leaves it to its list with the first arrow.
    window.find('main').focus();
    await window.press('ArrowDown');
    expect(document.activeElement).toBe(window.find('[role="listbox"]'));
    expect(button(window, '就用这份').disabled).toBe(true);
    const places = window.all('[data-testid="settle"] [role="radiogroup"]');
    expect(places).toHaveLength(3);
    expect(places.map((place) => place.querySelector('input:checked')?.getAttribute('value') ?? null)).toEqual([
      'mine',
      null,
      'theirs',
    ]);
    await window.click(places[1]?.querySelector<HTMLElement>('input[value="theirs"]') as HTMLElement);
    await window.until(() => !button(window, '就用这份').disabled);
    await window.press('Enter', { ctrlKey: true });
    await window.until(() => window.text().includes('没有等你决定的'));
    await window.until(() => window.all('nav [aria-label^="待定"]').length === 0);
    const body = value(await theirs.call('piece.open', { id: piece.id })).doc;
    expect(JSON.stringify(body)).toContain('八点四十');
    expect(JSON.stringify(body)).toContain('天一黑');
    expect(JSON.stringify(body)).toContain('别忘了');

    // The note of mine that was not shown, put back as one step.
    await window.click(button(window, '看合并过的计划'));
    await window.until(() => window.all('tbody tr').length === 2);
    await window.click('input[value="lost"]');
    await window.until(() => window.all('[data-testid="lost-values"] tbody tr').length === 1);
    expect(window.find('[data-testid="lost-values"] tbody').textContent).toContain('先给老板看');
    await window.click(button(window, '改回这个值'));
    await window.until(() => window.text().includes('已改回'));
    expect(value(await theirs.call('piece.open', { id: piece.id })).piece.notes).toBe('先给老板看');
    await window.click('input[value="past"]');
    await window.until(() => window.all('tbody tr').length === 2);
    expect(window.text()).toContain('秋季上新-许知微.juzhen');
  });
});
