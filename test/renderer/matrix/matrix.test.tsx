import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { value } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

/** A tile of the sample that lies ahead and has room after it in its row. */
const MOVABLE = 'placement-user-baker-weibo';

let window: TestWindow;
beforeAll(async () => {
  window = await openWindow();
});
/** Every test starts from the sample as it came, in Chinese and without filters. */
beforeEach(async () => {
  const { getState } = window.studio;
  getState().clearFilter();
  if (getState().settings.lang !== 'zh') await getState().configure({ lang: 'zh' });
  while (getState().history.undo !== null) await getState().undo();
  const { range } = getState();
  if (range !== null) await getState().loadRange(range);
  await window.until(() => window.all(`[data-tile="${MOVABLE}"]`).length > 0);
});
afterAll(() => window.close());

const cell = (id: string): string | undefined =>
  window.find(`[data-tile="${id}"]`).closest<HTMLElement>('[data-cell]')?.dataset.cell;
const planned = (id: string) => window.studio.getState().cards.find((card) => card.id === id);

describe('the matrix of the sample plan', () => {
  it('has a row per account under the roles, and says the page is ready', async () => {
    await window.until(() => document.documentElement.dataset.ready === 'true');
    expect(window.all('[role=row]').length).toBeGreaterThan(8);
    expect(window.text()).toContain('流量入口');
    expect(window.text()).toContain('预热');
  });

  it('names rows, columns, tiles and the cell the keyboard is in for a screen reader', async () => {
    const headers = window.all('[role=columnheader]').map((header) => header.textContent);
    expect(headers.some((words) => words?.includes('今天'))).toBe(true);
    const tile = window.find(`[data-tile="${MOVABLE}"]`);
    expect(tile.querySelector('.visually-hidden')?.textContent).toMatch(/^故事，20:00，面包师傅的三点半，/);
    await window.click(tile);
    await window.until(() =>
      /^[^，]+，10月13日 周二，1 篇/.test(tile.closest('[role=gridcell]')?.firstElementChild?.textContent ?? ''),
    );
    const empty = window.all('[role=gridcell]').filter((cell) => cell.childElementCount === 0);
    expect(empty.length).toBeGreaterThan(10);
    for (const cell of empty) expect(cell.getAttribute('aria-label')).toMatch(/^[^，]+，\d+月\d+日 周.，空$/);
    const grid = window.find('[role=grid]');
    expect(Number(grid.getAttribute('aria-colcount'))).toBe(15);
  });

  it('switches to English at once, the plan staying as it is', async () => {
    await window.studio.getState().configure({ lang: 'en' });
    await window.until(() => window.text().includes('longest wait first'));
    expect(window.text()).toContain('面包师傅的三点半');
    expect(document.documentElement.lang).toBe('en');
  });

  it('hides what is filtered out, counts it, and brings it back', async () => {
    const before = window.all('[data-tile]').length;
    window.studio.getState().setFilter({ kinds: ['story'] });
    await window.until(() => window.all('[data-tile]').length < before);
    expect(window.text()).toMatch(/已隐藏 \d+ 篇/);
    const clear = window.all('button').find((button) => button.textContent === '清除');
    await window.click(clear ?? document.body);
    await window.until(() => window.all('[data-tile]').length === before);
  });

  it('keeps as many nodes on the page with ten times the plan', async () => {
    const before = document.querySelectorAll('*').length;
    const { cards } = window.studio.getState();
    const more = Array.from({ length: 10 }, (_, turn) => cards.map((card) => ({ ...card, id: `${card.id}-${turn}` })));
    window.studio.setState({ cards: more.flat() });
    await window.until(() => window.all('button').some((button) => /^\+\d+/.test(button.textContent ?? '')));
    expect(document.querySelectorAll('*').length).toBeLessThan(before * 3);
  });
});

describe('moving by keyboard', () => {
  it('carries a tile from day to day, says where it is, and drops it', async () => {
    await window.click(`[data-tile="${MOVABLE}"]`);
    window.find(`[data-tile="${MOVABLE}"]`).focus();
    await window.press('m');
    await window.press('ArrowRight');
    await window.press('ArrowRight');
    await window.until(() => window.text().includes('10月15日 周四'));
    await window.press('Enter');
    await window.until(() => planned(MOVABLE)?.day === '2026-10-15');
    expect(planned(MOVABLE)).toMatchObject({ time: '20:00', pieceState: planned(MOVABLE)?.pieceState });
    await window.until(() => window.text().includes('已把「面包师傅的三点半」移到'));
  });

  it('leaves everything in place on Escape', async () => {
    const before = cell(MOVABLE);
    await window.click(`[data-tile="${MOVABLE}"]`);
    window.find(`[data-tile="${MOVABLE}"]`).focus();
    await window.press('m');
    await window.press('ArrowRight');
    await window.press('Escape');
    expect(cell(MOVABLE)).toBe(before);
    expect(window.text()).toContain('没有移动');
  });

  it('refuses days gone by and says why', async () => {
    await window.click(`[data-tile="${MOVABLE}"]`);
    window.find(`[data-tile="${MOVABLE}"]`).focus();
    await window.press('m');
    await window.press('Home');
    await window.press('Enter');
    await window.until(() => window.text().includes('已经过去，排不进去'));
    expect(planned(MOVABLE)?.day).toBe('2026-10-13');
  });

  it('sends a tile back to the tray, and undo brings it back', async () => {
    const waiting = window.studio.getState().tray.length;
    await window.click(`[data-tile="${MOVABLE}"]`);
    window.find(`[data-tile="${MOVABLE}"]`).focus();
    await window.press('Delete');
    await window.until(() => planned(MOVABLE) === undefined);
    expect(window.studio.getState().history.undo).not.toBeNull();
    await window.press('z', { ctrlKey: true });
    await window.until(() => planned(MOVABLE)?.day === '2026-10-13');
    expect(window.studio.getState().tray.length).toBe(waiting);
  });
});

describe('a move the store refuses', () => {
  it('goes back on screen and says why', async () => {
    const moved = window.studio.getState().move([{ id: 'placement-that-is-gone', day: '2026-10-20' as never }]);
    expect(await moved).toBeNull();
    await window.until(() => window.text().includes('找不到要改的内容'));
    expect(planned(MOVABLE)?.day).toBe('2026-10-13');
  });
});

describe('what is redrawn', () => {
  it('after a change elsewhere is nothing: equal answers keep their objects', async () => {
    const before = window.studio.getState().cards;
    const range = window.studio.getState().range;
    if (range === null) throw new Error('No days are loaded.');
    await window.studio.getState().loadRange(range);
    expect(window.studio.getState().cards).toBe(before);
  });

  it('after a drop are the two cells it touches', async () => {
    const cells = new Map(
      window.all('[role=gridcell][data-cell]').map((element) => [element.dataset.cell, element.innerHTML]),
    );
    value(await window.bridge.call('placement.move', { moves: [{ id: MOVABLE, day: '2026-10-16' as never }] }));
    await window.until(() => planned(MOVABLE)?.day === '2026-10-16' && cell(MOVABLE)?.endsWith('2026-10-16') === true);
    const changed = window
      .all('[role=gridcell][data-cell]')
      .filter((element) => cells.get(element.dataset.cell) !== element.innerHTML);
    expect(changed.map((element) => element.dataset.cell)).toEqual([
      'account-weibo 2026-10-13',
      'account-weibo 2026-10-16',
    ]);
  });
});

describe('several placements', () => {
  it('lie on the clipboard as a table, in both flavours, by one key', async () => {
    const copied: { readonly text: string; readonly html?: string | undefined }[] = [];
    const { getState } = window.studio;
    const [other] = getState().cards.filter(({ id, day }) => id !== MOVABLE && day !== null);
    getState().select({ kind: 'placements', ids: [MOVABLE, other?.id ?? ''] });
    await window.until(() => (getState().commandSets.copy_table ?? []).length > 0);
    const { api } = window.studio;
    const call = vi.spyOn(api, 'call').mockImplementation((async (_name: string, input: (typeof copied)[number]) => {
      copied.push(input);
      return { ok: true, value: null };
    }) as never);
    await window.press('c', { ctrlKey: true, shiftKey: true });
    await window.until(() => copied.length > 0);
    call.mockRestore();
    const [{ text = '', html = '' } = {}] = copied;
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text.split('\r\n')[0]).toBe('日期\t时间\t平台\t账号\t类型\t标题\t稿件');
    expect(text).toContain('2026-10-13\t20:00\t微博 · ');
    expect(html.match(/<tr>/g)).toHaveLength(3);
    expect(html).toContain('面包师傅的三点半');
    getState().select({ kind: 'nothing' });
  });
});
