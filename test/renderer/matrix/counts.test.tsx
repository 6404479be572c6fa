import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { matrixPlan } from '../../../bench/lib/matrix-plan';
import { createOp, type Op } from '../../../src/core/plan/ops';
import { addDays, wallDate } from '../../../src/core/time/wall';
import { bridge, TODAY, value } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

/** What the matrix costs in nodes, cells and statements at 50 accounts × 90 days, at 500 and at 5,000 placements. */

const FROM = wallDate('2026-10-01');
const plan = matrixPlan(5_000, FROM, 90);

const counted: string[] = [];
function countStatements(): () => void {
  const binding = process.env.JUZHEN_SQLITE_BINDING;
  const db = new Database(':memory:', binding === undefined ? {} : { nativeBinding: binding });
  const proto = Object.getPrototypeOf(db.prepare('SELECT 1'));
  db.close();
  const kept = { run: proto.run, get: proto.get, all: proto.all };
  for (const name of ['run', 'get', 'all'] as const)
    proto[name] = function (this: { readonly source: string }, ...given: unknown[]) {
      counted.push(this.source);
      return kept[name].apply(this, given);
    };
  return () => Object.assign(proto, kept);
}

const accounts: readonly Op[] = plan.accounts.map(({ id, platform, name, role, order, weeklyCapacity }) =>
  createOp('account', id, { platform, name, role, order, weeklyCapacity }),
);
const placements: readonly Op[] = plan.cards.map(({ id, accountId, format, day, time }) =>
  createOp('placement', id, { pieceId: 'piece', accountId, format, day, time }),
);

let window: TestWindow;
let stopCounting = () => {};
const make = async (ops: readonly Op[]) =>
  value(await window.bridge.call('change.make', { label: { code: 'other', params: {} }, ops: [...ops] }));
const nodes = (): number => window.all('[data-testid="matrix"] *').length;
const loaded = (count: number) => window.until(() => window.studio.getState().cards.length === count);

beforeAll(async () => {
  stopCounting = countStatements();
  window = await openWindow(await bridge());
  await make([createOp('piece', 'piece', { title: '末班渡船上' }), ...accounts, ...placements.slice(0, 500)]);
  window.studio.getState().setZoom('quarter');
  await loaded(500);
}, 60_000);
afterAll(async () => {
  await window.close();
  stopCounting();
});

it('stands in no more nodes, reads with no more statements and touches two cells on a drop at ten times the plan', async () => {
  const few = nodes();
  await window.studio.getState().loadRange({ from: FROM, to: addDays(FROM, 91) });
  counted.length = 0;
  await window.studio.getState().loadRange({ from: FROM, to: addDays(FROM, 91) });
  const statementsOfFew = counted.length;

  await make(placements.slice(500));
  await loaded(5_000);
  await window.until(() => window.all('[data-more]').length > 0);
  // The rows in view may fill up to three tiles a cell; beyond that nothing is added.
  const cells = window.all('[data-cell][role=gridcell]').length;
  expect(window.all('[data-tile]').length).toBeLessThanOrEqual(3 * cells);
  expect(nodes()).toBeLessThan(2 * few);
  counted.length = 0;
  await window.studio.getState().loadRange({ from: FROM, to: addDays(FROM, 91) });
  expect(counted.length).toBeLessThanOrEqual(statementsOfFew);

  const card = plan.cards.find(
    ({ id, day }) =>
      day !== null && day > TODAY && day < addDays(TODAY, 8) && window.all(`[data-tile="${id}"]`).length > 0,
  );
  if (card?.day == null) throw new Error('No tile ahead is in view.');
  const to = addDays(card.day, 2);
  /** The cells of each drawing: what is found anew before or after marks other tiles, and is another change than the drop. */
  const drawings: ReadonlySet<string>[] = [];
  const observer = new MutationObserver((records) => {
    const cells = records.map(({ target }) =>
      target instanceof Element ? target.closest<HTMLElement>('[role=gridcell][data-cell]')?.dataset.cell : undefined,
    );
    drawings.push(new Set(cells.filter((cell) => cell !== undefined)));
  });
  observer.observe(window.find('[data-testid="matrix"]'), { childList: true, subtree: true, attributes: true });
  const done = window.studio.getState().move([{ id: card.id, day: to }]);
  const ofDrop = () => drawings.find((cells) => cells.has(`${card.accountId} ${to}`));
  await window.until(() => ofDrop() !== undefined);
  const drawn = [...(ofDrop() ?? [])].sort();
  observer.disconnect();
  expect(await done).not.toBeNull();
  expect(window.studio.getState().cards.find(({ id }) => id === card.id)?.day).toBe(to);
  expect(drawn).toEqual([`${card.accountId} ${card.day}`, `${card.accountId} ${to}`].sort());
}, 60_000);
