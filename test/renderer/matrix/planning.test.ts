import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonical } from '../../../src/core/plan/canonical';
import { value } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

/** What a drag can do, by keys and menus alone; every act is one step of undo. */
const MOVABLE = 'placement-user-baker-weibo';

let window: TestWindow;
beforeAll(async () => {
  window = await openWindow();
});
beforeEach(async () => {
  const { getState } = window.studio;
  await getState().loadHistory();
  while (getState().history.undo !== null) {
    await getState().undo();
    await getState().loadHistory();
  }
  getState().setAnchor(null);
  getState().select({ kind: 'nothing' });
  const { range } = getState();
  if (range !== null) await getState().loadRange(range);
  await window.until(() => window.all(`[data-tile="${MOVABLE}"]`).length > 0);
  await window.click(`[data-tile="${MOVABLE}"]`);
  window.find(`[data-tile="${MOVABLE}"]`).focus();
});
afterAll(() => window.close());

const planned = (id: string) => window.studio.getState().cards.find((card) => card.id === id);
const selected = () => {
  const { selection } = window.studio.getState();
  return selection.kind === 'placements' ? selection.ids : [];
};
const said = () => window.studio.getState().announcement.text;
const pressAll = async (...keys: readonly string[]) => {
  for (const key of keys) await window.press(key);
};
const everything = async () =>
  canonical(
    value(await window.bridge.call('placement.range', { from: '2026-01-01' as never, to: '2027-12-31' as never })),
  );
const undoOnce = async () => window.studio.getState().undo();

describe('carrying by keyboard', () => {
  it('goes by weeks and beyond the days in view, which turn with it', async () => {
    const before = await everything();
    await pressAll('m', 'PageDown', 'PageDown', 'PageDown');
    await window.until(() => said().includes('11月3日'));
    expect(window.text()).toContain('2026年11月2日');
    await window.press('Enter');
    await window.until(() => planned(MOVABLE)?.day === '2026-11-03');
    expect(planned(MOVABLE)?.time).toBe('20:00');
    // The keyboard stands on the tile where it landed.
    await window.until(() => document.activeElement === window.find(`[data-tile="${MOVABLE}"]`));
    await undoOnce();
    expect(await everything()).toBe(before);
  });

  it('keeps in hand what cannot land, and says why', async () => {
    await pressAll('m', 'Home', 'Enter');
    expect(said()).toContain('已经过去');
    await pressAll('ArrowRight', 'Escape');
    expect(said()).toContain('没有移动');
    expect(planned(MOVABLE)?.day).toBe('2026-10-13');
    await window.until(() => document.activeElement === window.find(`[data-tile="${MOVABLE}"]`));
  });

  it('plans once more with Alt+Enter and leaves the first in place, as one step', async () => {
    const before = await everything();
    await pressAll('m', 'ArrowRight');
    await window.press('Enter', { altKey: true });
    await window.until(() => selected().length === 1 && selected()[0] !== MOVABLE);
    const copy = window.studio.getState().cards.find(({ id }) => id === selected()[0]);
    await window.until(() => planned(selected()[0] ?? '')?.day === '2026-10-14');
    expect(planned(MOVABLE)?.day).toBe('2026-10-13');
    expect(copy?.pieceId).toBe(planned(MOVABLE)?.pieceId);
    await undoOnce();
    expect(await everything()).toBe(before);
  });

  it('on another platform asks: move, or a further version', async () => {
    const rows = window.all('[role=rowheader]').map((head) => head.textContent ?? '');
    const weibo = rows.findIndex((words) => words.includes('微博'));
    expect(weibo).toBeGreaterThanOrEqual(0);
    await pressAll('m', 'End');
    while (!said().includes('抖音') && !/bilibili|B站/i.test(said())) {
      const last = said();
      await window.press('ArrowDown');
      if (said() === last) break;
    }
    await window.press('Enter');
    await window.until(() => window.all('[role=menuitem]').length === 3);
    const version = window.all('[role=menuitem]')[1];
    await window.click(version ?? document.body);
    await window.until(() => selected().length === 1 && selected()[0] !== MOVABLE);
    expect(planned(MOVABLE)).toMatchObject({ accountId: 'account-weibo', day: '2026-10-13' });
    await window.until(() => planned(selected()[0] ?? '') !== undefined);
    const made = planned(selected()[0] ?? '');
    expect(made?.accountId).not.toBe('account-weibo');
    expect(made?.format?.startsWith('weibo/')).toBe(false);
  });
});

describe('several at once', () => {
  it('are reached with Shift and the arrows, and move as one step', async () => {
    const before = await everything();
    await window.press('ArrowRight', { shiftKey: true });
    await window.press('ArrowRight', { shiftKey: true });
    const ids = selected();
    expect(ids.length).toBeGreaterThan(1);
    const days = ids.map((id) => planned(id)?.day);
    window.find(`[data-tile="${MOVABLE}"]`).focus();
    await pressAll('m', 'PageDown', 'Enter');
    await window.until(() => planned(MOVABLE)?.day === '2026-10-20');
    expect(ids.map((id) => planned(id)?.day)).toEqual(
      days.map((day) => new Date(Date.parse(day ?? '') + 7 * 86_400_000).toISOString().slice(0, 10)),
    );
    await window.until(() => window.studio.getState().history.undo?.params.count === ids.length);
    await undoOnce();
    expect(await everything()).toBe(before);
  });

  it('go back to the tray together', async () => {
    await window.press('ArrowRight', { shiftKey: true });
    await window.press('ArrowRight', { shiftKey: true });
    const ids = selected();
    window.find(`[data-tile="${MOVABLE}"]`).focus();
    await window.press('Delete');
    await window.until(() => ids.every((id) => planned(id) === undefined));
    await undoOnce();
    await window.until(() => ids.every((id) => planned(id) !== undefined));
  });
});

describe('a piece that waits', () => {
  it('is planned from the tray by keys alone, in the cell the keyboard was in', async () => {
    await pressAll('ArrowRight', 'p');
    const slip = document.activeElement as HTMLElement;
    expect(slip.dataset.piece).toBeDefined();
    const pieceId = slip.dataset.piece;
    await window.press('p');
    await window.until(() => said().includes('PageDown'));
    await pressAll('ArrowRight', 'Enter');
    await window.until(() => window.studio.getState().cards.some((card) => card.pieceId === pieceId));
    const card = window.studio.getState().cards.find((one) => one.pieceId === pieceId);
    expect(card).toMatchObject({ accountId: 'account-weibo', day: '2026-10-15' });
    // What is new there has the focus as soon as it stands there.
    await window.until(() => (document.activeElement as HTMLElement | null)?.dataset.tile === card?.id);
  });

  it('is reached by the arrows past the last slip that is shown, and back', async () => {
    await window.press('p');
    const { tray } = window.studio.getState();
    const seen: (string | undefined)[] = [];
    for (const _ of tray) {
      seen.push((document.activeElement as HTMLElement | null)?.dataset.piece);
      await window.press('ArrowRight');
    }
    expect(tray.length).toBeGreaterThan(5);
    expect(seen).toEqual(tray.map(({ id }) => id));
    for (const _ of tray) await window.press('ArrowLeft');
    expect((document.activeElement as HTMLElement | null)?.dataset.piece).toBe(tray[0]?.id);
  });

  it('has a menu with the keys beside what they do', async () => {
    await window.press('p');
    await window.press('F10', { shiftKey: true });
    await window.until(() => window.all('[role=menuitem]').length === 3);
    expect(window.all('[role=menuitem]').map((item) => item.textContent)).toEqual([
      '打开编辑Enter',
      '用方向键排进去P',
      '排到…',
    ]);
    await window.press('Escape');
  });
});

describe('an open date of a series', () => {
  it('is told of where the keyboard comes to its cell, and S or the menu opens it there', async () => {
    const { getState } = window.studio;
    const [seriesId = '', slotDay = ''] = window.find('[data-slot]').dataset.slot?.split(' ') ?? [];
    const accountId = getState().outline?.series.find(({ id }) => id === seriesId)?.accountId;
    window.find(`[role=gridcell][data-cell="${accountId} ${slotDay}"]`).focus();
    await pressAll('ArrowLeft', 'ArrowRight');
    await window.until(() => said().includes('系列「周日夜信」的空档') && said().includes('按 S'));
    await window.press('s');
    await window.until(() => getState().seriesShown !== null);
    expect(getState().seriesShown).toEqual({ seriesId, slotDay });
    getState().showSeries(null);
    await window.press('F10', { shiftKey: true });
    await window.until(() => window.all('[role=menuitem]').some(({ textContent }) => textContent?.endsWith('S')));
    await window.press('Escape');
    await window.press('ArrowLeft');
    await window.press('s');
    await window.until(() => said() === '这一格没有系列的空档');
    expect(getState().seriesShown).toBeNull();
  });
});
