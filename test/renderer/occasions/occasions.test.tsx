import { afterEach, describe, expect, it } from 'vitest';
import { createOp } from '../../../src/core/plan/ops';
import { wallDate } from '../../../src/core/time/wall';
import { bridge, TODAY, value } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

let shown: TestWindow | null = null;
afterEach(async () => {
  await shown?.close();
  shown = null;
});

const DAY = wallDate('2026-10-10');

/** The sample with a hot topic of a campaign, and the day card's and the dialog's own words loaded. */
async function aWindow(given?: Parameters<typeof bridge>[0]) {
  const api = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY }, ...given });
  const [campaign] = value(await api.call('plan.outline', {})).campaign;
  const topic = createOp('occasion', 'o_hot', {
    name: '流星雨上了热搜',
    kind: 'hot',
    start: wallDate('2026-10-09'),
    peak: DAY,
    end: wallDate('2026-10-14'),
    link: 'https://example.com/meteor',
    campaignId: campaign?.id ?? null,
  });
  value(await api.call('change.make', { label: { code: 'other' }, ops: [topic] }));
  const window = await openWindow(api);
  shown = window;
  await window.studio.getState().loadDays();
  await window.until(() => window.all('[data-tile]').length > 0);
  const named = (name: string): HTMLElement => {
    const found = window
      .all('button, [role="menuitemcheckbox"]')
      .find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
    if (found === undefined) throw new Error(`There is no ${name}: ${window.text().slice(-400)}`);
    return found;
  };
  const occasion = () => window.studio.getState().outline?.occasion.find(({ id }) => id === 'o_hot');
  return { window, api, campaign, named, occasion };
}

describe('the card of a day', () => {
  it('says how hot a topic is with its curve, and begins a piece that knows occasion, days and campaign', async () => {
    const { window, api, campaign } = await aWindow();
    window.studio.getState().openDay(DAY, null);
    await window.until(() => window.all('[data-testid="heat"]').length > 0);
    const row = window.all('li').find((one) => one.textContent?.includes('流星雨上了热搜'));
    expect(row?.textContent).toContain('热点 · 今天最热 · 10月9日 – 10月14日，第 2 天');
    expect(row?.querySelector('[data-testid="heat"]')).not.toBeNull();
    const write = [...(row?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === '写一篇');
    if (write === undefined) throw new Error('the row offers to write');
    await window.click(write);
    await window.until(() => window.studio.getState().route.screen === 'editor');
    const { route } = window.studio.getState();
    if (route.screen !== 'editor') throw new Error('the editor is open');
    const { piece } = value(await api.call('piece.open', { id: route.pieceId }));
    expect(piece).toMatchObject({ title: '流星雨上了热搜', campaignId: campaign?.id });
    expect(piece.notes).toBe('为「流星雨上了热搜」写：2026年10月9日 – 14日\nhttps://example.com/meteor');
    expect(window.studio.getState().dayCard).toBeNull();
  });

  it('closes by Escape, and leads to a new occasion on its day', async () => {
    const { window, named } = await aWindow();
    window.studio.getState().openDay(DAY, null);
    await window.until(() => window.all('[data-testid="heat"]').length > 0);
    await window.click(named('加一个日子'));
    await window.until(() => window.studio.getState().occasionsOpen?.newOn === DAY);
    expect(window.studio.getState().dayCard).toBeNull();
  });
});

describe('the list of occasions', () => {
  it('edits the peak within the topic’s days, refuses one outside in words, and undoes it', async () => {
    const { window, occasion } = await aWindow();
    window.studio.getState().openOccasions({ chosen: 'o_hot' });
    await window.until(() => window.all('input[type="date"]').length === 3);
    const peak = window.find('input[type="date"][max="2026-10-14"]') as HTMLInputElement;
    const write = (day: string) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(peak, day);
      peak.dispatchEvent(new Event('input', { bubbles: true }));
      peak.dispatchEvent(new Event('change', { bubbles: true }));
    };
    write('2026-10-12');
    await window.until(() => occasion()?.peak === '2026-10-12');
    write('2026-10-20');
    await window.until(() => window.text().includes('最热的一天要在开始和结束之间'));
    expect(occasion()?.peak).toBe('2026-10-12');
    await window.studio.getState().undo();
    await window.until(() => occasion()?.peak === '2026-10-10');
  });

  it('deletes by keyboard with a way back, and undo brings all of it back', async () => {
    const { window, named, occasion } = await aWindow();
    const before = occasion();
    window.studio.getState().openOccasions({ chosen: 'o_hot' });
    await window.until(() => window.all('input[type="date"]').length === 3);
    named('删除').focus();
    expect(document.activeElement?.textContent).toBe('删除');
    await window.click(document.activeElement as HTMLElement);
    await window.until(() => occasion() === undefined);
    expect(window.studio.getState().notices.at(-1)).toMatchObject({ message: '删除了「流星雨上了热搜」', undo: true });
    await window.studio.getState().undo();
    await window.until(() => occasion() !== undefined);
    expect(occasion()).toEqual(before);
  });
});

describe('what stands with the days', () => {
  it('is switched from the matrix’s toolbar, the same as in the settings', async () => {
    const saved: unknown[] = [];
    const { window, named } = await aWindow({
      shell: {
        'studio.configure': (given) => {
          saved.push(given.dayLayers);
          if (shown === null) throw new Error('the window is open');
          const { settings } = shown.studio.getState();
          return { ...settings, ...(given.dayLayers === undefined ? {} : { dayLayers: given.dayLayers }) };
        },
      },
    });
    await window.until(() => window.all('button[aria-label="日子显示"]').length > 0);
    await window.click(named('日子显示'));
    await window.until(() => window.all('[role="menuitemcheckbox"]').length === 8);
    const hot = window.all('[role="menuitemcheckbox"]').find(({ textContent }) => textContent === '热点');
    expect(hot?.getAttribute('aria-checked')).toBe('true');
    await window.click(hot as HTMLElement);
    await window.until(() => saved.length > 0);
    expect(saved.at(-1)).toEqual(['statutory', 'lunar', 'terms', 'festivals', 'commerce', 'own']);
  });
});

describe('a calendar chosen on the import screen', () => {
  it('is looked at among the occasions when it is alone', async () => {
    const chosen = { token: 'c'.repeat(32), name: '团队.ICS', count: 1 };
    const { window } = await aWindow({ shell: { 'dialog.open_file': () => chosen } });
    await window.studio.getState().chooseImport('files');
    expect(window.studio.getState().occasionsOpen?.file).toBe(chosen.token);
    expect(window.studio.getState().importing).toBeNull();
  });
});
