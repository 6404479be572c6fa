import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { createOp, type Op } from '../../../src/core/plan/ops';
import { wallDate } from '../../../src/core/time/wall';
import type { WallTime } from '../../../src/core/time/wallDate';
import { CampaignScreen } from '../../../src/renderer/features/campaign/CampaignScreen';
import { bridge, value } from '../../helpers/bridge';
import { field, type Mounted, mount, until, write } from '../mount';

const time = (clock: string) => clock as WallTime;

/** Two accounts, a campaign with its burst, and three waves of which the lead is planned. */
const small: readonly Op[] = [
  createOp('account', 'a1', {
    platform: 'douyin',
    name: '汀岸抖音',
    role: 'traffic',
    formats: ['douyin/video'],
    order: 'b',
  }),
  createOp('account', 'a2', {
    platform: 'weibo',
    name: '汀岸微博',
    role: 'traffic',
    formats: ['weibo/post'],
    order: 'c',
  }),
  createOp('piece', 'p1', { title: '今晚开拍', kind: 'interactive', state: 'ready', campaignId: 'c1' }),
  createOp('campaign', 'c1', { name: '还亮着的灯', zeroDay: wallDate('2026-10-20'), leadWaveId: 'w1' }),
  createOp('phase', 'f1', {
    campaignId: 'c1',
    kind: 'burst',
    start: wallDate('2026-10-20'),
    end: wallDate('2026-10-26'),
    entryChecks: { 抽奖规则写明截止时间: true },
  }),
  createOp('wave', 'w1', {
    campaignId: 'c1',
    name: '抖音开拍',
    accountId: 'a1',
    format: 'douyin/video',
    pieceId: 'p1',
    placementId: 'l1',
    rule: { kind: 'lead', time: time('20:00') },
    order: 'b',
  }),
  createOp('wave', 'w2', {
    campaignId: 'c1',
    name: '微博接话题',
    accountId: 'a2',
    format: 'weibo/post',
    pieceId: 'p1',
    rule: { kind: 'minutes', minutes: 90 },
    order: 'c',
  }),
  createOp('wave', 'w3', {
    campaignId: 'c1',
    name: '微博抽九位',
    accountId: 'a2',
    format: 'weibo/post',
    rule: { kind: 'days', days: 2, time: time('12:00') },
    order: 'd',
  }),
  createOp('placement', 'l1', {
    pieceId: 'p1',
    accountId: 'a1',
    format: 'douyin/video',
    day: wallDate('2026-10-20'),
    time: time('20:00'),
    campaignId: 'c1',
    waveId: 'w1',
  }),
];

async function theCampaigns(seed: 'small' | 'blank'): Promise<Mounted> {
  const api = await bridge();
  if (seed === 'small') value(await api.call('change.make', { label: { code: 'other' }, ops: [...small] }));
  const page = await mount(api, <CampaignScreen />);
  await until(() => seed === 'blank' || page.host.querySelector('[role="grid"]') !== null);
  return page;
}

const named = (host: HTMLElement, name: string): HTMLElement => {
  const found = [...host.querySelectorAll<HTMLElement>('button, label, h2, h3')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim() === name,
  );
  if (found === undefined) throw new Error(`There is no ${name}: ${host.textContent?.slice(0, 300)}`);
  return found;
};
const press = (key: string, init: KeyboardEventInit = {}): Promise<void> =>
  act(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
    );
  });
const markers = (host: HTMLElement): readonly HTMLElement[] => [...host.querySelectorAll<HTMLElement>('[data-wave]')];

describe('the campaign page', () => {
  it('starts from nothing: a campaign, its zero day, four phases, its lead, all undone one by one', async () => {
    const { studio, host } = await theCampaigns('blank');
    await act(() => [...host.querySelectorAll('button')].findLast((one) => one.textContent === '新建战役')?.click());
    await until(() => host.querySelector('[role="grid"]') !== null);
    expect(host.textContent).toContain('还没定日期');
    await write(field(host, '零日'), '2026-10-20');
    await until(() => studio.getState().outline?.campaign[0]?.zeroDay === '2026-10-20');
    await act(() => named(host, '排出四个阶段').click());
    await until(() => studio.getState().outline?.phase.length === 4);
    await until(() => host.textContent?.includes('4 天后开始') ?? false);
    await act(() => named(host, '加一个波次').click());
    await until(() => host.querySelector('[aria-label="这个波次"]') !== null);
    expect(studio.getState().outline?.campaign[0]?.leadWaveId).toBe(studio.getState().outline?.wave[0]?.id);
    expect(markers(host)[0]?.textContent).toContain('10月20日 周二 20:00');
    for (let step = 0; step < 4; step += 1) await act(() => studio.getState().undo());
    await until(() => studio.getState().outline?.campaign.length === 0);
    expect(studio.getState().outline?.phase).toEqual([]);
  });

  it('is walked by the arrows: the inspector follows, Alt moves a wave, Delete takes it out, undo brings it back', async () => {
    const { studio, host } = await theCampaigns('small');
    const [first] = markers(host);
    if (first === undefined) throw new Error('the sample has waves');
    await act(() => first.focus());
    await press('ArrowDown');
    const second = document.activeElement as HTMLElement;
    expect(second.dataset.wave).not.toBe(first.dataset.wave);
    expect(host.querySelector('[aria-label="这个波次"] h2')?.textContent).toBe(
      studio.getState().outline?.wave.find(({ id }) => id === second.dataset.wave)?.name,
    );
    expect(markers(host).filter((one) => one.tabIndex === 0)).toEqual([second]);
    const before = studio.getState().outline?.wave.length ?? 0;
    await press('Delete');
    await until(() => studio.getState().outline?.wave.length === before - 1);
    await act(() => studio.getState().undo());
    await until(() => markers(host).length === before);
  });

  it('goes from a wave into its form with Enter, and back to the timeline with Escape', async () => {
    const { studio, host } = await theCampaigns('small');
    await act(() => markers(host)[1]?.focus());
    const wave = (document.activeElement as HTMLElement).dataset.wave;
    await press('Enter');
    await until(() => document.activeElement instanceof HTMLInputElement);
    await act(() => host.querySelector<HTMLElement>('[data-wave-form] select')?.focus());
    await press('Escape');
    await until(() => studio.getState().waveId === null);
    expect((document.activeElement as HTMLElement).dataset.wave).toBe(wave);
  });

  it('takes a rule as it is typed, and leaves what it cannot read in the field', async () => {
    const { studio, host } = await theCampaigns('small');
    const wave = studio.getState().outline?.wave.find(({ rule }) => rule.kind === 'days');
    await act(() => studio.getState().chooseWave(wave?.id ?? ''));
    const ruleOf = () => studio.getState().outline?.wave.find(({ id }) => id === wave?.id)?.rule;
    await write(field(host, '规则'), '过几天再说');
    expect(host.querySelector('[role="alert"]')?.textContent).toContain('「过几天再说」读不懂');
    expect(ruleOf()).toEqual(wave?.rule);
    await write(field(host, '规则'), '+2 工作日 18点半');
    await until(() => ruleOf()?.kind === 'workdays');
    expect(ruleOf()).toEqual({ kind: 'workdays', days: 2, time: '18:30' });
    expect(host.querySelector('[role="alert"]')).toBeNull();
  });

  it('carries a wave to another day by keys: followers are shown, Escape leaves it, Enter moves it as one step of undo', async () => {
    const { studio, host } = await theCampaigns('small');
    const lead = () => markers(host).find((one) => one.dataset.wave === 'w1');
    const dayOf = () => studio.getState().campaignFacts.c1?.placements.find(({ id }) => id === 'l1')?.day;
    const said = () => studio.getState().announcement.text;
    await act(() => lead()?.focus());
    await press('m');
    expect(said()).toContain('正在移动「抖音开拍」');
    await press('ArrowRight');
    await press('PageDown');
    expect(said()).toContain('汀岸抖音，10月28日 周三');
    await until(
      () => host.querySelector('[data-testid="wave-ghosts"]')?.textContent?.includes('10月30日 周五 12:00') ?? false,
    );
    expect(host.querySelector('[data-fate="carried"] b')?.textContent).toBe('10月28日 周三 20:00');
    await press('Escape');
    expect(host.querySelector('[data-testid="wave-ghosts"]')).toBeNull();
    expect(dayOf()).toBe('2026-10-20');
    await press('m');
    await press('ArrowLeft');
    await press('Enter');
    await until(() => dayOf() === '2026-10-19' && host.querySelector('[data-testid="wave-ghosts"]') === null);
    expect(document.activeElement).toBe(lead());
    await act(() => studio.getState().undo());
    await until(() => dayOf() === '2026-10-20');
  });

  it('refuses a day gone by and keeps the wave in hand; leaving the timeline lets it lie', async () => {
    const { studio, host } = await theCampaigns('small');
    await act(() => markers(host)[0]?.focus());
    await press('m');
    await press('PageUp');
    await press('PageUp');
    expect(host.querySelector('[data-fate="refused"]')?.textContent).toContain('10月6日已经过去');
    await press('Enter');
    expect(studio.getState().notices.at(-1)?.message).toContain('已经过去');
    expect(host.querySelector('[data-fate="refused"]')).not.toBeNull();
    await act(() => host.querySelector<HTMLElement>('[data-testid="add-wave"]')?.focus());
    expect(host.querySelector('[data-testid="wave-ghosts"]')).toBeNull();
    expect(studio.getState().announcement.text).toContain('留在原处');
  });

  it('carries a wave by pointer; one that only its rule has gets the rule that says the new day', async () => {
    const { studio, host } = await theCampaigns('small');
    const marker = markers(host).find((one) => one.dataset.wave === 'w3');
    if (marker === undefined) throw new Error('the third wave is drawn');
    marker.setPointerCapture = () => undefined;
    const point = (type: string, clientX: number) =>
      act(() => {
        marker.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, clientX, pointerId: 1 }));
      });
    await point('pointerdown', 100);
    await point('pointermove', 110);
    await point('pointermove', 100 + 200 / 7);
    expect(host.querySelector('[data-fate="carried"] b')?.textContent).toBe('10月23日 周五 12:00');
    await point('pointerup', 100 + 200 / 7);
    const ruleOf = () => studio.getState().outline?.wave.find(({ id }) => id === 'w3')?.rule;
    await until(() => ruleOf()?.kind === 'days' && (ruleOf() as { days: number }).days === 3);
    await until(() => studio.getState().waveId === 'w3');
    await act(() => studio.getState().undo());
    await until(() => (ruleOf() as { days: number }).days === 2);
  });

  it('ticks a check by hand, stops a computed one, and counts both in the gate', async () => {
    const { studio, host } = await theCampaigns('small');
    const burst = studio.getState().outline?.phase.find(({ kind }) => kind === 'burst');
    const now = () => studio.getState().outline?.phase.find(({ id }) => id === burst?.id);
    const card = () => {
      const found = host.querySelector<HTMLElement>('section[aria-label="爆发"]');
      if (found === null) throw new Error('the sample has a burst');
      return found;
    };
    const gate = () => card().querySelector('h3')?.textContent;
    expect(gate()).toMatch(/^入口检查\d\/6$/);
    await act(() => named(card(), '不查「文案都已通过」').click());
    await until(() => now()?.gates['entry.approved'] === false);
    await until(() => gate()?.endsWith('/5') === true);
    const box = card().querySelector<HTMLInputElement>('input[type="checkbox"]');
    await act(() => box?.click());
    await until(() => Object.values(now()?.entryChecks ?? {}).some((done) => !done));
  });

  it('starts from a template of the studio on the team’s accounts, and names the waves no account fits', async () => {
    const { studio, host } = await theCampaigns('small');
    await act(() => named(host, '新建战役').click());
    await until(() => document.body.textContent?.includes('挑战赛破圈') ?? false);
    const item = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')].find(
      (one) => one.textContent === '挑战赛破圈',
    );
    await act(() => item?.click());
    await until(() => host.querySelector('form[aria-label="挑战赛破圈"]') !== null);
    expect(host.querySelector('form')?.textContent).toContain('汀岸抖音');
    await act(() => named(host, '照这个开始').click());
    await until(() => studio.getState().outline?.campaign.length === 2);
    const made = studio.getState().outline?.campaign.find(({ name }) => name === '挑战赛破圈');
    expect(made?.zeroDay).toBe('2026-10-23');
    await until(() => studio.getState().notices.some(({ message }) => message.includes('没有合适的账号')));
    await until(() => host.querySelector('[aria-current="true"] b')?.textContent === '挑战赛破圈');
  });

  it('names what goes along before a campaign is deleted', async () => {
    const { studio, host } = await theCampaigns('small');
    await act(() => named(host, '更多').click());
    await until(() => document.querySelector('[role="menuitem"]') !== null);
    await act(() => document.querySelector<HTMLElement>('[role="menuitem"]:last-child')?.click());
    await until(() => host.querySelector('[role="alertdialog"]') !== null);
    expect(host.querySelector('[role="alertdialog"]')?.textContent).toMatch(
      '1 个阶段、3 个波次一起删；1 篇内容和 1 处排期留下',
    );
    await act(() => named(host, '删除').click());
    await until(() => studio.getState().outline?.campaign.length === 0);
    await until(() => host.textContent?.includes('还没有战役') ?? false);
  });
});
