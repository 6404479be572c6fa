import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskPart, isDeskRegister, packSlip, readSlip, type Slip } from '../../../src/core/desk/slip';
import { judgeSlip, slipSteps } from '../../../src/core/desk/takeSlip';
import type { Json } from '../../../src/core/model/json';
import { makeStamp, type NodeId, type Stamp } from '../../../src/core/model/stamp';
import { canonical } from '../../../src/core/plan/canonical';
import { packParcel } from '../../../src/core/plan/file/container';
import { planJson } from '../../../src/core/plan/file/write';
import { applyOp, createOp } from '../../../src/core/plan/ops';
import { isAlive, type RecordState } from '../../../src/core/plan/state';
import { wallDate } from '../../../src/core/time/wall';

const DAY = wallDate('2026-10-11');
const nodes = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', 'cccccccccccccccc'] as NodeId[];
const at = (millis: number, node = 0): Stamp => makeStamp({ millis, counter: 0, node: nodes[node] as NodeId });
const NOW = 1_000;

const made = (id = 'l1'): RecordState => {
  const create = createOp('placement', id, { pieceId: 'p1', accountId: 'a1', format: 'weibo/post', day: DAY });
  const state = applyOp(null, create, at(1))?.state;
  if (state === undefined) throw new Error('A placement is made.');
  return state;
};
const set = (state: RecordState, register: string, value: Json, stamp: Stamp): RecordState =>
  applyOp(state, { kind: 'set', type: 'placement', id: state.id, register, value }, stamp)?.state ?? state;
const slipOf = (...states: RecordState[]): Slip => ({
  workspaceId: 'w1',
  by: '小满',
  day: DAY,
  states: deskPart(states),
});
const through = (slip: Slip, now = NOW) => readSlip(packSlip(slip), '回执.juzhen-slip', now);
const findIn = (state: RecordState | null) => (id: string) => (state?.id === id ? state : null);

describe('a slip of the hand-over desk', () => {
  it('carries ticks, links and times with their clocks, and nothing else of a placement', () => {
    const state = set(set(made(), 'liveLink', 'https://weibo.example.com/1', at(5, 1)), 'ticks.order', true, at(6, 1));
    const read = through(slipOf(set(state, 'handNote', '别发错号', at(7, 1))));
    expect(read).toEqual({ ok: true, value: slipOf(state) });
    expect(Object.keys(slipOf(state).states[0]?.registers ?? {})).toEqual(['liveLink', 'ticks.order']);
    expect(deskPart([made()])).toEqual([]);
  });

  it('the same facts are the same bytes', () => {
    const state = set(made(), 'outcome', 'live', at(5, 1));
    expect(packSlip(slipOf(state))).toEqual(packSlip(slipOf(structuredClone(state))));
  });

  it('the dry run says what is news, what stays because it was changed here later, and what is not here', () => {
    const base = made();
    const posted = set(set(base, 'outcome', 'live', at(5, 1)), 'liveLink', 'https://weibo.example.com/1', at(5, 1));
    const here = set(base, 'liveLink', 'https://weibo.example.com/2', at(9));
    expect(judgeSlip(slipOf(posted), findIn(here))).toEqual([
      {
        id: 'l1',
        fate: 'news',
        changes: [{ register: 'outcome', before: 'planned', after: 'live' }],
        kept: [{ register: 'liveLink', before: 'https://weibo.example.com/2', after: 'https://weibo.example.com/1' }],
      },
    ]);
    expect(judgeSlip(slipOf(posted), findIn(posted))[0]?.fate).toBe('known');
    expect(judgeSlip(slipOf(posted), findIn(null))[0]?.fate).toBe('gone');
    expect(slipSteps(slipOf(posted), findIn(null))).toEqual([]);
  });

  it('what was posted after the planner deleted it comes back, as the law of plans has it', () => {
    const gone = applyOp(made(), { kind: 'delete', type: 'placement', id: 'l1' }, at(4))?.state ?? made();
    const posted = slipOf(set(made(), 'outcome', 'live', at(5, 1)));
    expect(judgeSlip(posted, findIn(gone))[0]?.fate).toBe('back');
    const [step] = slipSteps(posted, findIn(gone));
    expect(step !== undefined && isAlive(step.after)).toBe(true);
    expect(step?.inverse.at(-1)).toMatchObject({ kind: 'delete' });
  });

  it('law: slips taken in any order, and twice, leave the same placement', () => {
    const facts = fc.record({
      register: fc.constantFrom('outcome', 'liveLink', 'liveDay', 'skipReason', 'ticks.order', 'ticks.account'),
      value: fc.nat(2),
      millis: fc.integer({ min: 2, max: 7 }),
      node: fc.nat(2),
    });
    const values: Readonly<Record<string, readonly Json[]>> = {
      outcome: ['planned', 'handed_over', 'live'],
      liveLink: ['', 'https://a.example.com/1', 'https://a.example.com/2'],
      liveDay: [null, '2026-10-11', '2026-10-12'],
      skipReason: ['', '下雨', '没拍到'],
    };
    const takenIn = (state: RecordState, slips: readonly Slip[]): RecordState =>
      slips.reduce((now, slip) => slipSteps(slip, findIn(now))[0]?.after ?? now, state);
    let differing = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(facts, { minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 3 }),
        (copies) => {
          const slips = copies.map((told, copy) =>
            slipOf(
              told
                .toSorted((a, b) => a.millis - b.millis)
                .reduce((state, { register, value, millis, node }) => {
                  const said = values[register]?.[value] ?? value > 0;
                  return set(state, register, said, at(millis * 10 + copy, node));
                }, made()),
            ),
          );
          const [a, b, c] = slips as [Slip, Slip, Slip];
          const orders = [
            [a, b, c],
            [c, b, a],
            [b, a, c],
            [b, c, a, b, c],
            [a, a, c, b],
          ];
          const results = orders.map((order) => planJson({ workspaceId: 'w1', states: [takenIn(made(), order)] }));
          expect(new Set(results).size).toBe(1);
          if (results[0] !== planJson({ workspaceId: 'w1', states: [made()] })) differing += 1;
        },
      ),
      { numRuns: 300 },
    );
    expect(differing).toBeGreaterThan(200);
  });

  it('undo ops give back what was seen before', () => {
    const base = made();
    const [step] = slipSteps(slipOf(set(base, 'ticks.order', true, at(5, 1))), findIn(base));
    expect(step?.ops).toEqual([{ kind: 'set', type: 'placement', id: 'l1', register: 'ticks.order', value: true }]);
    expect(step?.inverse).toEqual([
      { kind: 'set', type: 'placement', id: 'l1', register: 'ticks.order', value: false },
    ]);
  });
});

describe('a slip nobody should send', () => {
  const page = (states: readonly RecordState[], more: object = {}): Uint8Array =>
    packParcel({
      kind: 'slip',
      workspaceId: 'w1',
      page: { by: '小满', day: DAY, plan: JSON.parse(planJson({ workspaceId: 'w1', states })), ...more },
      assets: new Map(),
    });
  const live = (register: string, value: Json, stamp = at(5, 1)): RecordState => {
    const [state] = deskPart([set(made(), 'outcome', 'live', at(5, 1))]) as [RecordState];
    return {
      ...state,
      registers: { ...state.registers, [register]: value },
      stamps: { ...state.stamps, [register]: stamp },
    };
  };

  it.each([
    ['the day of a placement', page([live('day', '2027-01-01')]), 'file_damaged'],
    ['a field of a newer version', page([live('secret', 1)]), 'file_damaged'],
    ['an outcome that is none', page([live('outcome', 'burnt')]), 'file_damaged'],
    ['a link that is code', page([live('liveLink', 'javascript:alert(1)')]), 'file_damaged'],
    ['a link with a password', page([live('liveLink', 'https://a:b@example.com/')]), 'file_damaged'],
    ['a tick named like a path', page([live('ticks.../x', true)]), 'file_damaged'],
    ['a piece', page([{ ...made(), type: 'piece', id: 'p1' }]), 'file_damaged'],
    ['a deletion', page([{ ...live('skipReason', ''), deleted: { at: at(9), seen: [at(9)] } }]), 'file_damaged'],
    ['the year 9999', page([live('liveLink', '', at(253_370_764_800_000))]), 'clock_ahead'],
    ['no name', page([], { by: 7 }), 'file_damaged'],
    [
      'a plan of another workspace inside',
      page([], { plan: JSON.parse(planJson({ workspaceId: 'w2', states: [] })) }),
      'file_damaged',
    ],
    ['no zip', new TextEncoder().encode(canonical({ format: 'juzhen-slip' })), 'file_not_kind'],
  ])('is refused: %s', (_name, bytes, code) => {
    const read = readSlip(bytes, '回执.juzhen-slip', NOW);
    expect(read.ok ? null : read.error.code).toBe(code);
  });

  it('names every register it may carry', () => {
    expect(['outcome', 'liveLink', 'ticks.consent_1'].every(isDeskRegister)).toBe(true);
    expect(['day', 'pieceId', 'handNote', 'snoozeDay', 'ticks', 'ticks.'].some(isDeskRegister)).toBe(false);
  });
});
