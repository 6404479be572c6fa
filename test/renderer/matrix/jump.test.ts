import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/time/wall';
import { TODAY, value } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

let window: TestWindow;
beforeAll(async () => {
  window = await openWindow();
  await window.until(() => window.all('[data-tile]').length > 0);
});
afterAll(() => window.close());

const tile = (id: string) => window.all(`[data-tile="${id}"]`)[0];

describe('going to a placement', () => {
  it('far away in time turns the days, lights the tile and gives it the focus', async () => {
    const [piece] = value(await window.bridge.call('piece.tray', {}));
    const { id } = value(
      await window.bridge.call('placement.plan', {
        pieceId: piece?.id ?? '',
        accountId: 'account-weibo',
        format: null,
        day: addDays(TODAY, 75),
        time: null,
      }),
    );
    expect(tile(id)).toBeUndefined();
    expect(await window.studio.getState().showPlacement(id)).toBe(true);
    await window.until(() => document.activeElement === tile(id) && tile(id) !== undefined);
    expect(tile(id)?.dataset.flash).toBe('true');
    expect(window.studio.getState().selection).toEqual({ kind: 'placements', ids: [id] });
    expect(window.studio.getState().jump).toBeNull();
    window.studio.getState().setAnchor(null);
  });

  it('clears the filters and unfolds the lane that hide it, and says so', async () => {
    const card = window.studio
      .getState()
      .cards.find(({ accountId, day }) => accountId === 'account-weibo' && day !== null);
    if (card === undefined) throw new Error('The sample plans something on Weibo.');
    const { setFilter, toggleRole, showPlacement } = window.studio.getState();
    setFilter({ kinds: [card.kind === 'story' ? 'scene' : 'story'] });
    toggleRole('traffic');
    await window.until(() => tile(card.id) === undefined);
    expect(await showPlacement(card.id)).toBe(true);
    await window.until(() => tile(card.id) !== undefined);
    expect(window.text()).toContain('已先清除筛选');
  });

  it('that is gone says so and stays', async () => {
    const { anchor } = window.studio.getState();
    expect(await window.studio.getState().showPlacement('gone')).toBe(false);
    await window.until(() => window.text().includes('已经不在了'));
    expect(window.studio.getState().anchor).toBe(anchor);
  });
});
