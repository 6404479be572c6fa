import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshFolder, type LaunchedStudio, launch, quit } from '../helpers/app';
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
});
