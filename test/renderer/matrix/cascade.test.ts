import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput, CallName } from '../../../src/contract';
import type { WallDate, WallTime } from '../../../src/core/time/wall';
import { value } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

/** The template of a challenge, laid out from Monday the 12th on: its lead is carried by keys, and followers show where they would go. */
let window: TestWindow;
let lead = '';
const call = async <N extends CallName>(name: N, input: CallInput<N>) => value(await window.bridge.call(name, input));
const planned = (id: string) => window.studio.getState().cards.find((card) => card.id === id);
const waveOf = async (name: string) => {
  const found = (await call('cascade.table', { campaignId })).entries.find(({ wave }) => wave.name === name);
  if (found?.placementId == null) throw new Error(`Nothing is planned for ${name}.`);
  return found.placementId;
};
let campaignId = '';

beforeAll(async () => {
  window = await openWindow();
  ({ campaignId } = await call('cascade.apply', {
    templateId: 'shelf_challenge',
    name: '末班车挑战',
    zeroDay: '2026-10-12' as WallDate,
    time: '20:00' as WallTime,
  }));
  const [piece] = await call('piece.tray', {});
  const table = await call('cascade.table', { campaignId });
  const first = table.entries.find(({ isLead }) => isLead)?.wave.id ?? '';
  const set = (type: 'wave' | 'account', id: string, register: string, to: string | number) =>
    ({ kind: 'set', type, id, register, value: to }) as const;
  const accounts = window.studio.getState().outline?.account ?? [];
  await call('change.make', {
    label: { code: 'other', params: {} },
    ops: [
      set('wave', first, 'pieceId', piece?.id ?? ''),
      // A full week is another test's matter.
      ...accounts.map(({ id }) => set('account', id, 'weeklyCapacity', 0)),
    ],
  });
  await call('cascade.lay', { campaignId });
  lead = await waveOf('抖音开拍');
  await window.until(() => window.all(`[data-tile="${lead}"]`).length > 0);
}, 60_000);
afterAll(() => window.close());

describe('carrying the lead of a cascade', () => {
  it('shows where every follower would land, moves them in one step, and undo brings them back', async () => {
    const weibo = await waveOf('微博接话题');
    await call('cascade.settle', { ids: [weibo], how: 'pin' });
    await window.click(`[data-tile="${lead}"]`);
    window.find(`[data-tile="${lead}"]`).focus();
    await window.press('m');
    await window.press('ArrowRight');
    await window.until(() => window.all('[data-testid=follower-ghosts] [data-wave]').length > 0);
    const ghosts = window.all('[data-testid=follower-ghosts] [data-fate]').map((ghost) => ghost.dataset.fate);
    expect(new Set(ghosts)).toContain('moves');
    expect(ghosts).toContain('pinned');
    await window.until(() => window.studio.getState().announcement.text.includes('跟着走，1 条固定不动'));
    const person = await waveOf('人物微博自己拍一条');
    const before = [lead, weibo, person].map((id) => planned(id)?.day);
    await window.press('Enter');
    await window.until(() => planned(lead)?.day === '2026-10-13' && planned(person)?.day === '2026-10-14');
    expect(planned(weibo)?.day).toBe('2026-10-12');
    await window.until(() => window.all('[data-testid=follower-ghosts]').length === 0);
    expect(window.text()).toContain('1 条固定不动');
    await window.studio.getState().undo();
    await window.until(() => planned(person)?.day === '2026-10-13');
    expect([lead, weibo, person].map((id) => planned(id)?.day)).toEqual(before);
  });

  it('shows the same in the calendar, and nothing of it where nothing follows', async () => {
    const weibo = await waveOf('微博接话题');
    const person = await waveOf('人物微博自己拍一条');
    const { getState } = window.studio;
    getState().setAnchor('2026-10-13' as WallDate);
    getState().setCalendarView('week');
    getState().go({ screen: 'calendar' });
    const carry = async (id: string) => {
      await window.until(() => window.all(`[data-testid=calendar] [data-tile="${id}"]`).length > 0);
      window.find(`[data-testid=calendar] [data-tile="${id}"]`).focus();
      await window.press('m');
      await window.press('ArrowRight');
    };
    await carry(lead);
    await window.until(() => window.all('[data-ghost][data-fate=moves]').length > 0);
    await window.until(() => getState().announcement.text.includes('跟着走，1 条固定不动'));
    expect(window.all(`[data-stays=pinned][data-tile="${weibo}"]`).length).toBe(1);
    expect(window.all('[data-ghost]').some(({ textContent }) => textContent?.startsWith('12:00'))).toBe(true);
    await window.press('Escape');
    await window.until(() => window.all('[data-ghost], [data-stays]').length === 0);
    // The focus comes back a frame later; whoever takes it away before ends the next carrying.
    await window.until(() => (document.activeElement as HTMLElement).dataset.tile === lead);
    await carry(person);
    await window.until(() => getState().announcement.text.includes('10月14日'));
    expect(window.all('[data-ghost]').length).toBe(0);
    await window.press('Escape');
    getState().setAnchor(null);
    getState().go({ screen: 'matrix' });
    await window.until(() => window.all('[data-testid=matrix]').length > 0);
  });

  it('offers for one that was moved by hand to follow the rule, to be pinned, or to change the rule', async () => {
    const person = await waveOf('人物微博自己拍一条');
    await window.studio.getState().move([{ id: person, day: '2026-10-15' as WallDate, time: '09:00' as WallTime }]);
    window.studio.getState().select({ kind: 'placements', ids: [person] });
    const button = (words: string) => window.all('button').find(({ textContent }) => textContent?.includes(words));
    await window.until(() => button('规则改成「+3 天 09:00」') !== undefined);
    expect(window.text()).toContain('按规则应在 10月13日 周二 12:00');
    expect(button('固定在这里')).toBeDefined();
    await window.click(button('按规则走') ?? document.body);
    await window.until(() => planned(person)?.day === '2026-10-13');
    await window.until(() => button('按规则走') === undefined);
  });
});
