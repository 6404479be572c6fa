import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TODAY } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

/** Month, week and list of the sample plan, by keys and menus. */
const MOVABLE = 'placement-user-baker-weibo';

let window: TestWindow;
beforeAll(async () => {
  window = await openWindow();
  window.studio.getState().go({ screen: 'calendar' });
});
beforeEach(async () => {
  const { getState } = window.studio;
  await getState().loadHistory();
  while (getState().history.undo !== null) {
    await getState().undo();
    await getState().loadHistory();
  }
  getState().setAnchor(null);
  getState().setCalendarView('month');
  await window.until(() => window.all(`[data-tile="${MOVABLE}"]`).length > 0);
  await window.click(`[data-tile="${MOVABLE}"]`);
  window.find(`[data-tile="${MOVABLE}"]`).focus();
});
afterAll(() => window.close());

const planned = (id: string) => window.studio.getState().cards.find((card) => card.id === id);
const said = () => window.studio.getState().announcement.text;
const pressAll = async (...keys: readonly string[]) => {
  for (const key of keys) await window.press(key);
};

describe('the calendar by keyboard', () => {
  it('stays in the calendar when other days or another view are turned to', async () => {
    for (const key of [']', '[', 'W', 'M']) {
      const before = document.activeElement;
      await window.press(key, { shiftKey: key > 'A' && key < 'Z' });
      await window.until(() => document.activeElement !== before || before?.isConnected === true);
      await window.until(() => document.activeElement?.closest('[data-testid=calendar]') != null);
      expect(window.all('[data-testid=calendar] [data-tile][tabindex="0"]').length).toBe(1);
    }
  });

  it('stays on what may not leave the plan', async () => {
    const live = window.studio.getState().cards.find(({ outcome, day }) => outcome === 'live' && day === TODAY);
    const tile = window.find(`[data-tile="${live?.id}"]`);
    tile.focus();
    await window.press('Delete');
    await new Promise((done) => setTimeout(done, 60));
    expect(document.activeElement).toBe(tile);
  });

  it('goes back to an open date when its menu is closed', async () => {
    await window.until(() => window.all('[data-slot]').length > 0);
    const id = window.find('[data-slot]').dataset.tile ?? '';
    const focused = () => (document.activeElement as HTMLElement | null)?.dataset.tile;
    // Dates may be drawn anew as the rest of the plan comes in: it is the date that has the focus, whatever its element.
    await window.until(() => {
      window.find(`[data-tile="${id}"]`).focus();
      return focused() === id;
    });
    await window.press('F10', { shiftKey: true });
    await window.until(() => window.all('[role="menuitem"]').length > 0);
    window.find('[role="menuitem"]').focus();
    await window.press('Escape');
    await window.until(() => window.all('[role="menuitem"]').length === 0);
    await window.until(() => focused() === id);
  });

  it('lets Tab in at one tile only, and arrows go on from it in order', async () => {
    expect(window.all('[data-testid=calendar] [data-tile][tabindex="0"]').length).toBe(1);
    const before = document.activeElement;
    await window.press('ArrowRight');
    await window.until(() => document.activeElement !== before);
    const id = (document.activeElement as HTMLElement).dataset.tile ?? '';
    expect((planned(id)?.day ?? '') > '2026-10-13').toBe(true);
    await window.press('ArrowLeft');
    await window.until(() => planned((document.activeElement as HTMLElement).dataset.tile ?? '')?.day === '2026-10-13');
  });

  it('carries by days and weeks, keeps the clock time, and undo brings it back', async () => {
    await pressAll('m', 'ArrowDown', 'ArrowRight');
    expect(said()).toContain('10月21日');
    await window.press('Enter');
    await window.until(() => planned(MOVABLE)?.day === '2026-10-21');
    expect(planned(MOVABLE)?.time).toBe('20:00');
    await window.until(() => window.studio.getState().history.undo?.code === 'placement_move');
  });

  it('refuses the past in words and keeps it in hand', async () => {
    await pressAll('m', 'ArrowUp', 'Enter');
    await window.until(() => said().includes('已经过去'));
    expect(planned(MOVABLE)?.day).toBe('2026-10-13');
    await window.press('Escape');
    expect(said()).toContain('没有移动');
  });

  it('plans once more with Alt+Enter', async () => {
    const count = window.studio.getState().cards.length;
    await pressAll('m', 'ArrowDown');
    await window.press('Enter', { altKey: true });
    await window.until(() => window.studio.getState().cards.length === count + 1);
    expect(planned(MOVABLE)?.day).toBe('2026-10-13');
  });

  it('moves clock times in the week, half an hour at a time', async () => {
    window.studio.getState().setAnchor('2026-10-13' as never);
    window.studio.getState().setCalendarView('week');
    await window.until(
      () => window.all('[data-view=week]').length === 1 && window.all(`[data-tile="${MOVABLE}"]`).length > 0,
    );
    window.find(`[data-tile="${MOVABLE}"]`).focus();
    await pressAll('m', 'ArrowDown', 'ArrowDown', 'Enter');
    await window.until(() => planned(MOVABLE)?.time === '21:00');
    expect(planned(MOVABLE)?.day).toBe('2026-10-13');
  });

  it('has the same menu as the matrix, with the keys beside it', async () => {
    await window.press('F10', { shiftKey: true });
    await window.until(() => window.all('[role=menuitem]').length === 5);
    expect(window.all('[role=menuitem]')[1]?.textContent).toBe('用方向键移动M');
    await window.press('Escape');
  });

  it('says the weekday of every day in the list, where the open dates of a series stand among the tiles', async () => {
    const { getState } = window.studio;
    getState().setCalendarView('list');
    await window.until(() => window.text().includes('10月13日 周二') && window.all('[data-slot]').length > 0);
    const slot = window.find('[data-slot]');
    expect(slot.querySelector('.visually-hidden')?.textContent).toMatch(
      /^系列「周日夜信」的空档，10月\d+日 周日 21:00 · /,
    );
    const id = slot.dataset.tile ?? '';
    const focused = () => (document.activeElement as HTMLElement | null)?.dataset.tile ?? '';
    slot.focus();
    await window.press('ArrowUp');
    await window.until(() => planned(focused()) !== undefined);
    await window.press('ArrowDown');
    // Days of the list may have been drawn anew meanwhile: it is the date that has the focus, whatever its element.
    await window.until(() => focused() === id);
    await window.press('Enter');
    expect(getState().seriesShown?.slotDay).toBe(id.split(' ')[2]);
    getState().showSeries(null);
  });
});
