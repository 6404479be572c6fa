import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallName } from '../../../src/contract';
import type { RecordType } from '../../../src/core/model/records';
import { createOp, type Op } from '../../../src/core/plan/ops';
import { addDays } from '../../../src/core/time/wall';
import { bridge, TODAY, value } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

/** After a change of a few placements only these are read, and what is shown is what the store has. */

const LEAD = 'placement-open-challenge-douyin';
const CAMPAIGN = 'campaign-still-lit';

let window: TestWindow;
const asked: { readonly name: CallName; readonly input: unknown }[] = [];
beforeAll(async () => {
  const given = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
  const call: typeof given.call = (name, input) => {
    asked.push({ name, input });
    return given.call(name, input);
  };
  window = await openWindow({ ...given, call });
}, 60_000);
afterAll(() => window.close());

const state = () => window.studio.getState();
const count = (name: CallName) => asked.filter((one) => one.name === name).length;
const inStore = async () => {
  const { range } = state();
  if (range === null) throw new Error('No days are loaded.');
  return value(await window.bridge.call('placement.range', range));
};
/** Waits until nothing is asked any more, then compares what is loaded with what the store has. */
async function settled(): Promise<void> {
  let before = -1;
  await window.until(() => {
    const still = asked.length === before;
    before = asked.length;
    return still && !state().cardsLoading;
  });
}
async function shownIsStored(): Promise<void> {
  await settled();
  expect(state().cards).toEqual(await inStore());
}
const ahead = () => {
  const card = state().cards.find(({ day, outcome }) => day !== null && day > TODAY && outcome !== 'live');
  if (card?.day == null) throw new Error('Nothing ahead is planned.');
  return { card, day: card.day };
};

it('reads the one placement that was moved, not the days in view, and keeps every other card', async () => {
  await settled();
  const { card, day } = ahead();
  const before = state().cards;
  asked.length = 0;
  await state().move([{ id: card.id, day: addDays(day, 1) }]);
  const [shown, outline] = [state().cards, state().outline];
  await settled();
  expect(count('placement.range')).toBe(0);
  expect(count('plan.outline')).toBe(0);
  for (const { name, input } of asked) if (name === 'placement.cards') expect(input).toEqual({ ids: [card.id] });
  // What the store answers is what was drawn at once: nothing is drawn a second time.
  expect(state().cards).toBe(shown);
  expect(state().outline).toBe(outline);
  for (const other of before)
    if (other.id !== card.id) expect(state().cards.find(({ id }) => id === other.id)).toBe(other);
  await shownIsStored();
});

it('shows what the store has after undo, after a way out of the days in view, after planning and unplanning', async () => {
  const { card, day } = ahead();
  asked.length = 0;
  await state().undo();
  await shownIsStored();
  await state().move([{ id: card.id, day: addDays(day, 200) }]);
  await shownIsStored();
  expect(state().cards.some(({ id }) => id === card.id)).toBe(false);
  await state().undo();
  await shownIsStored();
  await state().unplan([card.id]);
  await shownIsStored();
  await state().undo();
  await shownIsStored();
  expect(state().cards.some(({ id }) => id === card.id)).toBe(true);
});

it('brings along the waves that follow what is moved', async () => {
  // The sample's lead went out already; here all of it is still ahead, and free to move.
  const day = addDays(TODAY, 5);
  const waves = (state().outline?.wave ?? []).flatMap(({ placementId }) => placementId ?? []);
  const set = (type: RecordType, id: string, register: string, to: string | number | boolean): Op => ({
    kind: 'set',
    type,
    id,
    register,
    value: to,
  });
  const ops = [
    ...waves.flatMap((id) => [set('placement', id, 'outcome', 'planned'), set('placement', id, 'pinned', false)]),
    ...(state().outline?.account ?? []).map(({ id }) => set('account', id, 'weeklyCapacity', 0)),
    set('placement', LEAD, 'day', day),
    set('campaign', CAMPAIGN, 'zeroDay', day),
  ];
  value(await window.bridge.call('change.make', { label: { code: 'other', params: {} }, ops }));
  await shownIsStored();
  asked.length = 0;
  const followers = await state().move([{ id: LEAD, day: addDays(day, 1) }]);
  expect(followers?.filter(({ fate }) => fate.kind === 'moves').length).toBeGreaterThan(3);
  await settled();
  expect(count('placement.range')).toBe(0);
  await shownIsStored();
  await state().undo();
  await shownIsStored();
});

it('reads the days in view when a piece changed with the placement, and when many placements did', async () => {
  const { card, day } = ahead();
  asked.length = 0;
  const label = { code: 'other', params: {} } as const;
  const { pieceId, accountId, format } = card;
  if (pieceId === null) throw new Error('The placement shows no piece.');
  const renamed: Op = { kind: 'set', type: 'piece', id: pieceId, register: 'title', value: '另一个题目' };
  const taken: Op = { kind: 'set', type: 'placement', id: card.id, register: 'day', value: addDays(day, 1) };
  value(await window.bridge.call('change.make', { label, ops: [renamed, taken] }));
  await window.until(() => state().cards.find(({ id }) => id === card.id)?.title === '另一个题目');
  await shownIsStored();
  const many = Array.from({ length: 300 }, (_, n) =>
    createOp('placement', `many_${n}`, { pieceId, accountId, format, day }),
  );
  asked.length = 0;
  value(await window.bridge.call('change.make', { label, ops: many }));
  await window.until(() => state().cards.some(({ id }) => id === 'many_299'));
  await shownIsStored();
});
