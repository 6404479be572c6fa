import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../src/contract';
import { records } from '../../src/core/model/records';
import { canonical } from '../../src/core/plan/canonical';
import { readPlanFile } from '../../src/core/plan/file/read';
import { elementsOf, isAlive, knownType, shownVersion } from '../../src/core/plan/state';
import { chooses, type LaunchedStudio, withStudio } from '../helpers/app';

/** Planning as a person does it, in the real studio: a campaign from nothing, by mouse and by keys, and all of it back. */

async function ask<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await page.evaluate(([call, given]) => window.studio.call(call as CallName, given as never), [
    name,
    input,
  ] as const);
  if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`);
  return answer.value as CallOutput<N>;
}

const planned = async (page: Page) =>
  ask(page, 'placement.range', { from: '2026-01-01' as never, to: '2027-12-31' as never });
const ofPiece = async (page: Page, pieceId: string) =>
  (await planned(page)).filter((placement) => placement.pieceId === pieceId);

/** What the plan file of the workspace says, without stamps, tombstones and earlier texts. */
async function visiblePlan({ page, app }: LaunchedStudio): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
  await chooses(app, out);
  const chosen = await ask(page, 'dialog.choose_folder', {});
  await ask(page, 'export.write', { choice: { kinds: ['plan'] }, token: chosen?.token ?? '' });
  const [path] = (readdirSync(out, { recursive: true }) as string[]).filter((name) => name.endsWith('.juzhen'));
  const read = readPlanFile(readFileSync(join(out, path ?? '')), 'plan.juzhen');
  rmSync(out, { recursive: true, force: true });
  if (!read.ok) throw new Error(read.error.code);
  const shown = read.value.states
    .filter(isAlive)
    .map((state) => {
      const type = knownType(state);
      const sets = type === null ? [] : Object.keys(records[type].sets);
      return {
        type: state.type,
        id: state.id,
        registers: Object.fromEntries(
          Object.entries(state.registers).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
        ),
        sets: Object.fromEntries(sets.map((set) => [set, elementsOf(state, set)])),
        text: shownVersion(state)?.doc ?? null,
      };
    })
    .sort((a, b) => (a.type + a.id < b.type + b.id ? -1 : 1));
  return canonical(shown as never);
}

const slipOf = (page: Page, id: string): Locator => page.locator(`[data-testid="tray"] [data-piece="${id}"]`);
const cellOf = (page: Page, accountId: string, day: string): Locator =>
  page.locator(`[role="gridcell"][data-cell="${accountId} ${day}"]`);

/** A real drag: press, a few steps as a hand makes them, let go. */
async function dragOnto(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  await to.scrollIntoViewIfNeeded();
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (a === null || b === null) throw new Error('What is dragged, or where to, is not on screen.');
  await page.mouse.move(a.x + 24, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(a.x + 40, a.y + a.height / 2 - 8, { steps: 3 });
  await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 6 });
  await page.mouse.up();
}

/** Until a slip is among those the tray shows; each turn shows other ones. */
async function turnTrayTo(page: Page, id: string): Promise<void> {
  const tray = page.getByTestId('tray');
  for (let turn = 0; turn < 24 && (await slipOf(page, id).count()) === 0; turn += 1) {
    const first = await tray.locator('[data-piece]').first().getAttribute('data-piece');
    await tray.locator('button:not([data-piece])').last().click();
    await tray.locator(`[data-piece="${first}"]`).waitFor({ state: 'detached' });
  }
}

const LEAD = '2026-10-16';

describe('a campaign', () => {
  test('is planned from nothing by mouse and by keys, follows its lead, and is undone to the first state byte for byte', async () => {
    await withStudio({}, async (studio) => {
      const { page } = studio;
      await page.getByRole('button', { name: '中文示例', exact: true }).click();
      await page.getByRole('grid').waitFor();
      const before = await visiblePlan(studio);
      const { campaign, wave } = await ask(page, 'plan.outline', {});
      const campaignId = campaign[0]?.id ?? '';
      const waves = wave.filter((one) => one.campaignId === campaignId && one.pieceId !== null);
      const lead = waves.find(({ rule }) => rule.kind === 'lead');
      if (lead?.pieceId == null || lead.accountId === null) throw new Error('The sample campaign has a lead.');
      const old = (await planned(page)).filter((placement) => placement.campaignId === campaignId);
      await ask(page, 'placement.remove', { ids: old.map(({ id }) => id) });

      // The lead by mouse, from the tray onto its account's day; the filter leaves only the campaign's pieces.
      await turnTrayTo(page, lead.pieceId);
      await dragOnto(page, slipOf(page, lead.pieceId), cellOf(page, lead.accountId, LEAD));
      await expect.poll(async () => (await ofPiece(page, lead.pieceId ?? '')).map(({ day }) => day)).toEqual([LEAD]);
      await slipOf(page, lead.pieceId).waitFor({ state: 'detached' });
      const [placed] = await ofPiece(page, lead.pieceId);

      // Two more by mouse, two by keys alone, each where it stood.
      const waiting = (await ask(page, 'piece.tray', {})).filter(
        (piece) =>
          // A piece leaves the tray with its twin in another language, so all are of one.
          piece.lang === 'zh' && piece.campaignId === campaignId && !waves.some(({ pieceId }) => pieceId === piece.id),
      );
      const [first, second, third, fourth] = waiting.map(({ id }) => id);
      if (first === undefined || second === undefined || third === undefined || fourth === undefined)
        throw new Error('The sample campaign has more pieces than waves.');
      const brand = lead.accountId;
      for (const [piece, day] of [
        [first, '2026-10-17'],
        [second, '2026-10-18'],
      ] as const) {
        await turnTrayTo(page, piece);
        await dragOnto(page, slipOf(page, piece), cellOf(page, brand, day));
        await expect.poll(async () => (await ofPiece(page, piece)).map((one) => one.day)).toEqual([day]);
        await slipOf(page, piece).waitFor({ state: 'detached' });
      }
      for (const [piece, steps] of [
        [third, ['ArrowRight']],
        [fourth, ['PageDown', 'ArrowLeft']],
      ] as const) {
        await turnTrayTo(page, piece);
        await slipOf(page, piece).focus();
        await page.keyboard.press('p');
        for (const key of steps) await page.keyboard.press(key);
        await page.keyboard.press('Enter');
        await expect.poll(async () => (await ofPiece(page, piece)).length).toBe(1);
        await slipOf(page, piece).waitFor({ state: 'detached' });
      }

      // The waves hang on the lead by their rules; moving it by mouse takes them along, in one step.
      await ask(page, 'change.make', {
        label: { code: 'campaign_edit', params: {} },
        ops: [{ kind: 'set', type: 'wave', id: lead.id, register: 'placementId', value: placed?.id ?? '' }],
      });
      const { made } = await ask(page, 'cascade.lay', { campaignId });
      expect(made).toBeGreaterThan(2);
      const laid = new Map((await planned(page)).map(({ id, day }) => [id, day]));
      // What is scrolled to by hand would stop under the header that stays.
      await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 0));
      const tile = page.locator(`[role="grid"] [data-tile="${placed?.id}"]`);
      await dragOnto(page, tile, cellOf(page, lead.accountId, '2026-10-17'));
      await expect.poll(async () => (await planned(page)).find(({ id }) => id === placed?.id)?.day).toBe('2026-10-17');
      const moved = (await planned(page)).filter(({ id, day }) => laid.has(id) && laid.get(id) !== day);
      expect(moved.length).toBeGreaterThan(2);
      // The clock time of the lead stays.
      expect(moved.find(({ id }) => id === placed?.id)?.time).toBe(placed?.time);

      // Everything back, by the key, one step after the other.
      for (let step = 0; step < 60; step += 1) {
        const { undo, undoSeq } = await ask(page, 'history.state', {});
        if (undo === null) break;
        await page.keyboard.press('Control+z');
        await expect.poll(async () => (await ask(page, 'history.state', {})).undoSeq).not.toBe(undoSeq);
      }
      expect(await visiblePlan(studio)).toBe(before);
      const { console: said, policy, requests } = await studio.complaints();
      expect({ said, policy, requests }).toEqual({ said: [], policy: [], requests: [] });
    });
  });
});
