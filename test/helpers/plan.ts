import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { CallInput, CallName, CallOutput } from '../../src/contract';
import { readPlanFile } from '../../src/core/plan/file/read';
import { chooses, type LaunchedStudio } from './app';
import { visibleOf } from './visible';

/** Planning as a person does it, in the real studio: what is seen of the plan, and a hand on the mouse. */

export async function ask<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await page.evaluate(([call, given]) => window.studio.call(call as CallName, given as never), [
    name,
    input,
  ] as const);
  if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`);
  return answer.value as CallOutput<N>;
}

/** What the plan file of the workspace says, without stamps, tombstones and earlier texts. */
export async function visiblePlan({ page, app }: LaunchedStudio): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
  await chooses(app, out);
  const chosen = await ask(page, 'dialog.choose_folder', {});
  await ask(page, 'export.write', { choice: { kinds: ['plan'] }, token: chosen?.token ?? '' });
  const [path] = (readdirSync(out, { recursive: true }) as string[]).filter((name) => name.endsWith('.juzhen'));
  const read = readPlanFile(readFileSync(join(out, path ?? '')), 'plan.juzhen');
  rmSync(out, { recursive: true, force: true });
  if (!read.ok) throw new Error(read.error.code);
  return visibleOf(read.value.states);
}

export const slipOf = (page: Page, pieceId: string): Locator =>
  page.locator(`[data-testid="tray"] [data-piece="${pieceId}"]`);
export const cellOf = (page: Page, accountId: string, day: string): Locator =>
  page.locator(`[role="gridcell"][data-cell="${accountId} ${day}"]`);
export const tileOf = (page: Page, placementId: string): Locator =>
  page.locator(`[role="grid"] [data-tile="${placementId}"]`);

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

/** Head and account column of the grid lie over what is scrolled beneath them; near an edge the grid moves along. */
const HEAD = 60;
const EDGE = 50;

/** Where a cell or tile is, and whether a hand could reach it: under neither the head nor the edge of the grid. */
async function reach(page: Page, what: Locator): Promise<{ readonly box: Box; readonly off: number } | null> {
  const grid = await page.getByRole('grid').boundingBox();
  const box = (await what.count()) === 0 ? null : await what.boundingBox();
  if (grid === null || box === null) return null;
  const { y } = middleOf(box);
  const [top, bottom] = [grid.y + HEAD + EDGE, grid.y + grid.height - EDGE];
  return { box, off: y < top ? y - top : y > bottom ? y - bottom : 0 };
}

/** Turns the wheel over the grid until something is in reach; what is out of the page is looked for from the top. */
export async function scrollTo(page: Page, what: Locator): Promise<void> {
  const grid = await page.getByRole('grid').boundingBox();
  if (grid === null) throw new Error('There is no grid.');
  await page.mouse.move(grid.x + 60, grid.y + grid.height / 2);
  let looked = false;
  for (let turn = 0; turn < 12; turn += 1) {
    const found = await reach(page, what);
    if (found !== null && found.off === 0) return;
    const by = found === null ? (looked ? 300 : -9_000) : found.off;
    looked = true;
    // At its end the grid goes no further: what is there is in reach.
    if (!(await turnWheel(page, by)) && found !== null) return;
  }
}

/** Whether the grid went along: its scrolling is seen some frames after the wheel, at its end never. */
async function turnWheel(page: Page, by: number): Promise<boolean> {
  const grid = page.getByRole('grid');
  const before = await grid.evaluate((element) => element.scrollTop);
  await page.mouse.wheel(0, by);
  return grid.evaluate(async (element, was) => {
    for (let frame = 0; frame < 20 && element.scrollTop === was; frame += 1)
      await new Promise((done) => requestAnimationFrame(done));
    // One more, in which what came into view is drawn.
    await new Promise((done) => requestAnimationFrame(done));
    return element.scrollTop !== was;
  }, before);
}

/**
 * A real drag: press, a few steps as a hand makes them, and there, where the place is outlined. Letting go is up to the
 * caller. Where the tile was drawn anew under the hand, nothing was taken up: a hand would press again.
 */
export async function carryOnto(page: Page, from: Locator, to: Locator): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const start = await from.boundingBox();
    if (start === null) throw new Error('What is dragged is not on screen.');
    const { y } = middleOf(start);
    await page.mouse.move(start.x + 24, y);
    await page.mouse.down();
    await page.mouse.move(start.x + 36, y - 6, { steps: 3 });
    if (await page.evaluate(() => document.documentElement.dataset.carrying !== undefined)) {
      await comeTo(page, to);
      await page.locator('[data-outline]').waitFor();
      return;
    }
    await page.mouse.up();
    await twoFrames(page);
  }
  throw new Error('It was not taken up.');
}

/** Goes on with what is carried until it is over the middle of a place, and that stands still. */
async function comeTo(page: Page, to: Locator): Promise<void> {
  let end = await pushedInto(page, to);
  for (let turn = 0; turn < 8; turn += 1) {
    await page.mouse.move(end.x, end.y, { steps: 3 });
    // The driver tells of entering an element or of moving within it, never of both at once.
    await page.mouse.move(end.x + 3, end.y + 2);
    await page.mouse.move(end.x, end.y);
    await twoFrames(page);
    const now = await to.boundingBox();
    if (now === null) throw new Error('The place went out of the page.');
    const middle = middleOf(now);
    if (middle.x === end.x && middle.y === end.y) return;
    end = middle;
  }
  throw new Error('The place does not stand still.');
}

const twoFrames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Holds what is carried at the grid's edge until the place is in reach. */
async function pushedInto(page: Page, to: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const grid = await page.getByRole('grid').boundingBox();
  if (grid === null) throw new Error('There is no grid.');
  const x = grid.x + grid.width / 2;
  let last = Number.NaN;
  let still = 0;
  for (let turn = 0; turn < 300; turn += 1) {
    const found = await reach(page, to);
    const top = await page.getByRole('grid').evaluate((element) => element.scrollTop);
    still = top === last ? still + 1 : 0;
    // At its end the grid goes no further: what is there is in reach.
    if (found !== null && (found.off === 0 || still > 5)) return middleOf(found.box);
    last = top;
    const down = found === null || found.off > 0;
    await page.mouse.move(x + (turn % 2), down ? grid.y + grid.height - 8 : grid.y + HEAD + 8);
    await twoFrames(page);
  }
  throw new Error('The place never came into reach.');
}
