import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshFolder, type LaunchedStudio, launch, quit, TODAY } from '../helpers/app';
import { ask, carryOnto, cellOf, scrollTo, slipOf, tileOf, visiblePlan } from '../helpers/plan';

/**
 * The sample campaign planned from nothing as a person does it, in the real studio: once by mouse alone, once by keys
 * alone; its lead is moved, its waves follow, and everything is taken back to the same first state, byte for byte.
 */

/** Each wave: piece and account, where it is planned, and where its rule has it once the lead opens on the Monday. */
const waves = {
  'open-douyin': ['open-challenge-zh', 'douyin', '10-16 20:00', '10-19 20:00'],
  'weibo-follow': ['open-challenge-zh', 'weibo', '10-16 21:30', '10-19 21:30'],
  'x-follow': ['open-challenge-en', 'x-en', '10-17 21:00', '10-20 21:00'],
  'kuaishou-follow': ['open-challenge-zh', 'kuaishou', '10-16 20:30', '10-19 20:30'],
  'core-early': ['open-challenge-zh', 'group-core', '10-15 20:00', '10-18 20:00'],
  'active-early': ['open-challenge-zh', 'group-active', '10-16 18:00', '10-19 18:00'],
  'gu-answers': ['founder-blurry-zh', 'weibo-gu', '10-17 12:00', '10-20 12:00'],
  'xhs-notes': ['night-noodles-zh', 'xiaohongshu', '10-17 18:30', '10-20 18:30'],
  'channels-noodles': ['night-noodles-zh', 'channels', '10-18 19:00', '10-21 19:00'],
  lottery: ['lottery-nine-zh', 'weibo', '10-18 12:00', '10-21 12:00'],
  'bilibili-explains': ['tech-orange-lamp-zh', 'bilibili', '10-20 18:00', '10-21 18:00'],
  // Pinned, so it stays.
  'oa-depth': ['tech-twelve-frames-zh', 'oa', '10-21 20:00', '10-21 20:00'],
  'youtube-depth': ['tech-twelve-frames-en', 'youtube-en', '10-23 22:00', '10-26 22:00'],
  'week-two': ['challenge-shadow-zh', 'douyin', '10-23 20:00', '10-26 20:00'],
} as const satisfies Record<string, readonly [piece: string, account: string, laid: string, moved: string]>;
type Wave = keyof typeof waves;
const names = Object.keys(waves) as Wave[];

const pieceOf = (wave: Wave): string => `piece-${waves[wave][0]}`;
const accountOf = (wave: Wave): string => `account-${waves[wave][1]}`;
const dayOf = (wave: Wave): string => `2026-${waves[wave][2].slice(0, 5)}`;
const timeOf = (wave: Wave): string => waves[wave][2].slice(6);
const cellOfWave = (page: Page, wave: Wave): Locator => cellOf(page, accountOf(wave), dayOf(wave));
const PLANNED = 2;
const MOVED = 3;
const expected = (at: typeof PLANNED | typeof MOVED) =>
  names.map((wave) => [wave, waves[wave][0], waves[wave][1], waves[wave][at]]);

/** Accounts as the rows have them, from the top. */
const accounts = [
  'douyin',
  'weibo',
  'weibo-gu',
  'x-en',
  'oa',
  'channels',
  'bilibili',
  'youtube-en',
  'xiaohongshu',
  'kuaishou',
  'instagram-en',
  'group-core',
  'group-active',
  'moments',
].map((slug) => `account-${slug}`);
const onGrid = (page: Page) => page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null);

let studio: LaunchedStudio;
let page: Page;
/** The plan as the sample has it, and without its campaign's placements, which is the first state here. */
let whole = '';
let first = '';
let floor = 0;

beforeAll(async () => {
  studio = await launch({ lang: 'en' }, await freshFolder());
  page = studio.page;
  await page.getByRole('button', { name: '中文示例', exact: true }).click();
  await page.getByRole('grid').waitFor();
  whole = await visiblePlan(studio);
  const all = await ask(page, 'placement.range', { from: '2026-01-01' as never, to: '2027-12-31' as never });
  const ids = all.flatMap(({ id, campaignId }) => (campaignId === 'campaign-still-lit' ? [id] : []));
  await ask(page, 'placement.remove', { ids });
  floor = await undoSeq();
  first = await visiblePlan(studio);
  expect(first).not.toBe(whole);
});
afterAll(async () => {
  const { console: said, policy, requests } = await studio.complaints();
  await quit(studio);
  expect({ said, policy, requests }).toEqual({ said: [], policy: [], requests: [] });
});

const undoSeq = async () => (await ask(page, 'history.state', {})).undoSeq ?? 0;

/** What stands in the plan for each wave. */
async function planned() {
  const all = await ask(page, 'placement.range', { from: '2026-10-01' as never, to: '2026-12-31' as never });
  return all
    .filter(({ campaignId }) => campaignId === 'campaign-still-lit')
    .map(({ id, waveId, pieceId, accountId, day, time }) => ({ id, waveId, pieceId, accountId, day, time }));
}
async function plannedWaves() {
  const found = new Map((await planned()).map((one) => [one.waveId, one]));
  return names.map((wave) => {
    const at = found.get(`wave-${wave}`);
    return [
      wave,
      at?.pieceId?.slice('piece-'.length),
      at?.accountId?.slice('account-'.length),
      `${at?.day?.slice(5)} ${at?.time}`,
    ];
  });
}
async function idOf(wave: Wave): Promise<string> {
  let id: string | undefined;
  await expect
    .poll(async () => {
      id = (await planned()).find(({ waveId }) => waveId === `wave-${wave}`)?.id;
      return id;
    })
    .toBeDefined();
  return id ?? '';
}
const disagreeing = async () =>
  (await ask(page, 'cascade.table', { campaignId: 'campaign-still-lit' })).entries.flatMap(
    ({ wave, disagrees, placementId }) => (disagrees || placementId === null ? wave.name : []),
  );

/** Back to the first state by the key alone, one step after the other. */
async function undoAll(): Promise<number> {
  let steps = 0;
  for (let at = await undoSeq(); at !== floor; steps += 1) {
    await page.keyboard.press('Control+z');
    await expect.poll(undoSeq).not.toBe(at);
    at = await undoSeq();
    if (steps > 80) throw new Error('Undo does not come to its end.');
  }
  return steps;
}

describe('the sample campaign', () => {
  test('is planned from nothing by mouse alone, follows its lead, and is undone byte for byte', async () => {
    /** Turns the tray until the piece is among those it shows. */
    const slip = async (piece: string): Promise<Locator> => {
      const tray = page.getByTestId('tray');
      for (let turn = 0; turn < 12 && (await slipOf(page, piece).count()) === 0; turn += 1) {
        const shown = await tray.locator('[data-piece]').first().getAttribute('data-piece');
        await tray.locator('button:not([data-piece])').last().click();
        await tray.locator(`[data-piece="${shown}"]`).waitFor({ state: 'detached' });
      }
      return slipOf(page, piece);
    };
    /** From the tray, where it waits for the wave: its clock time comes by itself. */
    const fromTray = async (wave: Wave): Promise<void> => {
      await scrollTo(page, cellOfWave(page, wave));
      await carryOnto(page, await slip(pieceOf(wave)), cellOfWave(page, wave));
      await page.mouse.up();
      await slipOf(page, pieceOf(wave)).waitFor({ state: 'detached' });
    };
    const grab = async (wave: Wave): Promise<Locator> => {
      const tile = tileOf(page, await idOf(wave));
      await scrollTo(page, tile);
      return tile;
    };
    /** A tile dragged to another platform: a further version there. */
    const version = async (of: Wave, wave: Wave): Promise<void> => {
      await carryOnto(page, await grab(of), cellOfWave(page, wave));
      await page.mouse.up();
      await page.getByRole('menuitem', { name: /^Add a version for/ }).click();
      await tileOf(page, await idOf(wave)).waitFor();
    };
    /** What was dropped is selected: the inspector says what the rule wants, and sends it there. */
    const byRule = async (wave: Wave): Promise<void> => {
      await page.getByRole('button', { name: 'Follow the rule', exact: true }).click();
      await expect.poll(async () => (await plannedWaves())[names.indexOf(wave)]?.[3]).toBe(waves[wave][PLANNED]);
    };
    const typeTime = async (wave: Wave): Promise<void> => {
      const clock = page.getByRole('textbox', { name: 'Time', exact: true });
      await clock.click({ clickCount: 3 });
      await page.keyboard.type(timeOf(wave));
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await plannedWaves())[names.indexOf(wave)]?.[3]).toBe(waves[wave][PLANNED]);
    };

    await fromTray('open-douyin');
    await version('open-douyin', 'weibo-follow');
    await byRule('weibo-follow');
    await version('weibo-follow', 'x-follow');
    await typeTime('x-follow');
    await version('open-douyin', 'kuaishou-follow');
    await byRule('kuaishou-follow');
    await version('kuaishou-follow', 'core-early');
    await byRule('core-early');
    // On an account of the same platform Alt plans once more instead of moving.
    const core = await grab('core-early');
    await page.keyboard.down('Alt');
    await carryOnto(page, core, cellOfWave(page, 'active-early'));
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await idOf('active-early');
    await byRule('active-early');
    await fromTray('gu-answers');
    await fromTray('xhs-notes');
    await version('xhs-notes', 'channels-noodles');
    await byRule('channels-noodles');
    await fromTray('lottery');
    await fromTray('bilibili-explains');
    await fromTray('oa-depth');
    await version('oa-depth', 'youtube-depth');
    await typeTime('youtube-depth');
    await fromTray('week-two');
    expect(await plannedWaves()).toEqual(expected(PLANNED));
    expect(await disagreeing()).toEqual([]);

    await (await grab('oa-depth')).click();
    await page.getByRole('button', { name: 'Pin here', exact: true }).click();
    await page.getByRole('button', { name: 'Unpin', exact: true }).waitFor();
    const lead = await grab('open-douyin');
    await carryOnto(page, lead, cellOf(page, 'account-douyin', '2026-10-19'));
    const ghosts = page.getByTestId('follower-ghosts');
    await expect.poll(() => ghosts.locator('[data-fate="moves"]').count()).toBeGreaterThan(3);
    await page.mouse.up();
    await ghosts.waitFor({ state: 'detached' });
    await expect.poll(plannedWaves).toEqual(expected(MOVED));

    await undoAll();
    expect(await visiblePlan(studio)).toBe(first);
  });

  test('is planned from nothing by keys alone, told aloud, and is undone to the same bytes', async () => {
    const { keyboard } = page;
    const keys = async (...pressed: readonly string[]): Promise<void> => {
      for (const key of pressed) await keyboard.press(key);
    };
    /** What has the focus: slip, tile, cell, or its words. The page itself never has it. */
    const focused = () =>
      page.evaluate(() => {
        const on = document.activeElement as HTMLElement | null;
        if (on === null || on === document.body) throw new Error('Nothing has the focus.');
        return (
          on.dataset.piece ?? on.dataset.tile ?? on.dataset.cell ?? on.getAttribute('aria-label') ?? on.textContent
        );
      });
    const said = () => page.locator('[aria-live="polite"].visually-hidden').first().textContent();
    const hears = (words: RegExp) => expect.poll(said).toMatch(words);

    // From whatever language it was in: the palette has it.
    await keys('Control+1', 'Control+k');
    await page
      .getByPlaceholder(/command/i)
      .last()
      .waitFor();
    await keyboard.type('Switch to Chinese');
    const chosen = page.getByRole('dialog').locator('[data-selected]', { hasText: 'Switch to Chinese' });
    await expect
      .poll(async () => {
        if ((await chosen.count()) === 0) await keys('ArrowDown');
        return chosen.count();
      })
      .toBe(1);
    await keys('Enter');
    await page.getByRole('main', { name: '矩阵', exact: true }).waitFor();
    for (let turn = 0; turn < 8 && !(await onGrid(page)); turn += 1) {
      await keys('F6');
      await page.waitForFunction(() => document.activeElement !== document.body);
    }
    /** To the tray and along its slips, which turn at their end. */
    const take = async (piece: string): Promise<void> => {
      await keys('p');
      for (const key of ['ArrowRight', 'ArrowLeft'])
        for (let at = await focused(), last = ''; at !== piece && at !== last; at = await focused()) {
          last = at ?? '';
          await keys(key);
        }
      expect(await focused()).toBe(piece);
      await keys('p');
      await hears(/^排「/);
    };
    /** Carries from where it is to the wave's place, and hears it named. */
    const carry = async (wave: Wave, from: { readonly account: string; readonly day: string }): Promise<void> => {
      const down = accounts.indexOf(accountOf(wave)) - accounts.indexOf(from.account);
      const on = Number(dayOf(wave).slice(8)) - Number(from.day.slice(8));
      for (let step = 0; step < Math.abs(down); step += 1) await keys(down > 0 ? 'ArrowDown' : 'ArrowUp');
      for (let step = 0; step < Math.abs(on); step += 1) await keys(on > 0 ? 'ArrowRight' : 'ArrowLeft');
      await hears(new RegExp(`${Number(dayOf(wave).slice(8))}日`));
    };
    /** The cell the keyboard stands in; what has gone by is never carried to. */
    const stand = async () => {
      const cell = await page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-cell]')?.dataset.cell);
      const [account = '', day = ''] = cell?.split(' ') ?? [];
      return { account, day: day < TODAY ? TODAY : day };
    };
    let place = await stand();
    const here = async (wave: Wave): Promise<void> => {
      const id = await idOf(wave);
      await expect.poll(focused).toBe(id);
      place = { account: accountOf(wave), day: dayOf(wave) };
      await expect.poll(async () => (await plannedWaves())[names.indexOf(wave)]?.[1]).toBe(waves[wave][0]);
    };
    const fromTray = async (wave: Wave): Promise<void> => {
      await take(pieceOf(wave));
      await carry(wave, place);
      await keys('Enter');
      await here(wave);
    };
    /** From where the keyboard stands; on another platform the studio asks. */
    const version = async (wave: Wave): Promise<void> => {
      await keys('m');
      await hears(/^正在移动/);
      await carry(wave, place);
      await keys('Enter');
      const add = page.getByRole('menuitem', { name: /^为.*加一个版本$/ });
      await add.waitFor();
      // The menu takes the keyboard a moment after it is drawn.
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=menu]') != null)).toBe(true);
      const isOnIt = () => add.evaluate((item) => item === document.activeElement);
      for (let step = 0; step < 4 && !(await isOnIt()); step += 1) await keys('ArrowDown');
      expect(await isOnIt()).toBe(true);
      await keys('Enter');
      await here(wave);
    };
    /** Into the inspector and back: F6 walks the parts of the screen. */
    const inInspector = async (act: () => Promise<void>, wave: Wave): Promise<void> => {
      await keys('F6', 'F6');
      await act();
      await expect.poll(async () => (await plannedWaves())[names.indexOf(wave)]?.[3]).toBe(waves[wave][PLANNED]);
      // A button that goes when it was pressed leaves the keyboard to its screen, once that is drawn.
      await page.waitForFunction(() => document.activeElement !== document.body);
      await keys('Shift+F6', 'Shift+F6');
      await expect.poll(focused).toBe(await idOf(wave));
    };
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let step = 0; step < 12 && !name.test((await focused()) ?? ''); step += 1) await keys('Tab');
      expect(await focused()).toMatch(name);
    };
    const byRule = (wave: Wave) =>
      inInspector(async () => {
        await tabTo(/^按规则走$/);
        await keys('Enter');
        await hears(/按规则/);
      }, wave);
    const typeTime = (wave: Wave) =>
      inInspector(async () => {
        await tabTo(/^时间$/);
        await keys('Control+a');
        await keyboard.type(timeOf(wave));
        await keys('Enter');
      }, wave);

    await fromTray('open-douyin');
    await version('weibo-follow');
    await byRule('weibo-follow');
    await version('kuaishou-follow');
    await byRule('kuaishou-follow');
    await version('core-early');
    await byRule('core-early');
    // Once more on the same platform.
    await keys('m');
    await carry('active-early', place);
    await keys('Alt+Enter');
    await here('active-early');
    await byRule('active-early');
    await version('x-follow');
    await typeTime('x-follow');
    await fromTray('gu-answers');
    await fromTray('xhs-notes');
    await version('channels-noodles');
    await byRule('channels-noodles');
    await fromTray('lottery');
    await fromTray('bilibili-explains');
    await fromTray('oa-depth');
    await inInspector(async () => {
      await tabTo(/^固定在这里$/);
      await keys('Enter');
      await hears(/固定/);
    }, 'oa-depth');
    await version('youtube-depth');
    await typeTime('youtube-depth');
    await fromTray('week-two');
    expect(await plannedWaves()).toEqual(expected(PLANNED));
    expect(await disagreeing()).toEqual([]);

    const lead = await idOf('open-douyin');
    for (let step = 0; step < 12 && (await focused()) !== lead; step += 1) await keys('ArrowLeft');
    await keys('m', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await hears(/10月19日.*1 条固定不动/);
    await keys('Enter');
    await expect.poll(plannedWaves).toEqual(expected(MOVED));
    await expect.poll(focused).toBe(lead);

    await undoAll();
    expect(await visiblePlan(studio)).toBe(first);
    // One step more, and what the sample had planned is there again.
    await keys('Control+z');
    await expect.poll(undoSeq).toBe(0);
    expect(await visiblePlan(studio)).toBe(whole);
  });
});
