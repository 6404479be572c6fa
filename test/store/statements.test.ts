import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { matrixPlan } from '../../bench/lib/matrix-plan';
import type { CallInput, CallName } from '../../src/contract';
import { createOp, type Op } from '../../src/core/plan/ops';
import { addDays, type WallTime, wallDate } from '../../src/core/time/wall';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

/** What the calls of the calendar ask the database: as many statements at 5,000 placements as at 500, and few. */
const FROM = wallDate('2026-10-01');
const plan = matrixPlan(5_000, FROM, 90);
const FOLLOWERS = 8;

const counted: string[] = [];
let stopCounting = () => {};

/** Every statement that is run, by its text. */
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

/** A plan of so many placements, with a lead at the end of it that eight waves follow. */
async function planOf(placements: number): Promise<TestBridge> {
  const studio = await bridge();
  const lead = addDays(FROM, 100);
  const at = { day: lead, time: '20:00' as WallTime, campaignId: 'campaign', format: 'weibo/post' };
  const followers = Array.from({ length: FOLLOWERS }, (_, index) => index + 1);
  const ops: readonly Op[] = [
    createOp('piece', 'piece', { title: '末班渡船上' }),
    ...plan.accounts.map(({ id, platform, name, role, order }) =>
      createOp('account', id, { platform, name, role, order, quietGap: 0 }),
    ),
    ...plan.cards
      .slice(0, placements)
      .map(({ id, accountId, format, day, time }) =>
        createOp('placement', id, { pieceId: 'piece', accountId, format, day, time }),
      ),
    createOp('campaign', 'campaign', { name: '灯还亮着', start: FROM, zeroDay: lead, leadWaveId: 'wave-0' }),
    ...[0, ...followers].flatMap((n) => [
      createOp('wave', `wave-${n}`, {
        campaignId: 'campaign',
        accountId: plan.accounts[n]?.id ?? null,
        placementId: `follow-${n}`,
        rule: n === 0 ? { kind: 'lead', time: at.time } : { kind: 'days', days: n, time: at.time },
      }),
      createOp('placement', `follow-${n}`, {
        ...at,
        pieceId: 'piece',
        accountId: plan.accounts[n]?.id ?? null,
        day: addDays(lead, n),
        waveId: `wave-${n}`,
      }),
    ]),
  ];
  for (let from = 0; from < ops.length; from += 4_000)
    value(await studio.call('change.make', { label: { code: 'sample' }, ops: ops.slice(from, from + 4_000) }));
  return studio;
}

let few: TestBridge;
let many: TestBridge;
beforeAll(async () => {
  stopCounting = countStatements();
  few = await planOf(500);
  many = await planOf(5_000);
}, 120_000);
afterAll(() => {
  few.close();
  many.close();
  stopCounting();
});

/** Statements of a call by their text, once everything it needs has been read for the first time. */
async function statementsOf<N extends CallName>(
  studio: TestBridge,
  name: N,
  input: (turn: number) => CallInput<N>,
): Promise<readonly string[]> {
  value(await studio.call(name, input(0)));
  counted.length = 0;
  value(await studio.call(name, input(1)));
  return [...counted];
}

const ahead = plan.cards.slice(0, 500).flatMap(({ id, day }) => (day !== null && day > TODAY ? [id] : []));
const movesOf = (count: number) => (turn: number) => ({
  moves: ahead.slice(0, count).map((id) => ({ id, day: addDays(TODAY, 40 + turn) })),
});

const cases: readonly {
  readonly what: string;
  readonly most: number;
  readonly run: (studio: TestBridge) => Promise<readonly string[]>;
}[] = [
  { what: 'a move', most: 15, run: (studio) => statementsOf(studio, 'placement.move', movesOf(1)) },
  { what: 'a move of 50', most: 160, run: (studio) => statementsOf(studio, 'placement.move', movesOf(50)) },
  {
    what: 'a lead with eight waves',
    most: 52,
    run: (studio) =>
      statementsOf(studio, 'placement.move', (turn) => ({
        moves: [{ id: 'follow-0', day: addDays(FROM, 105 + turn) }],
      })),
  },
  {
    what: 'reports of 200 tiles',
    most: 11,
    run: (studio) =>
      statementsOf(studio, 'placement.reports', () => ({
        ids: plan.cards.slice(0, 200).map(({ id }) => id),
        lang: 'zh',
      })),
  },
];

it.each(cases)('$what asks the same statements of 5,000 placements as of 500, $most at most', async ({ most, run }) => {
  const [ofFew, ofMany] = [await run(few), await run(many)];
  expect(ofMany).toEqual(ofFew);
  expect(ofMany.length).toBeGreaterThan(0);
  expect(ofMany.length).toBeLessThanOrEqual(most);
});
