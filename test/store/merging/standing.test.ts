import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { canonical } from '../../../src/core/plan/canonical';
import type { PlanContent } from '../../../src/core/plan/file/content';
import { readPlanFile } from '../../../src/core/plan/file/read';
import { encodePlan, packPlan } from '../../../src/core/plan/file/write';
import { mergeStates } from '../../../src/core/plan/merge';
import type { RecordState } from '../../../src/core/plan/state';
import { readAnyState, standsAs, writeState, writeVersion } from '../../../src/main/store/rows';
import { stateArb } from '../../core/plan/universe';
import { Desk } from './desks';

const desk = await Desk.open(Desk.home());
afterAll(() => desk.close());

/** Runs with this state in the database as the only one of its record, and takes it back. */
function holding<T>(state: RecordState, look: () => T): T {
  const { db } = desk;
  db.exec('SAVEPOINT holding');
  try {
    for (const version of Object.values(state.versions)) writeVersion(db, state.id, version);
    writeState(db, state);
    return look();
  } finally {
    db.exec('ROLLBACK TO holding; RELEASE holding');
  }
}

/** A state of which most is such as a row holds, with its names in the order of a file. */
function usual(state: RecordState): RecordState {
  const names = Object.keys(state.stamps).filter((name) => name !== 'fromTheFuture');
  const registers = names.map((name) => [
    name,
    typeof state.registers[name] === 'string' ? state.registers[name] : '乙',
  ]);
  const stamps = names.map((name) => [name, state.stamps[name]]);
  const made = { ...state, registers: Object.fromEntries(registers), stamps: Object.fromEntries(stamps) };
  return JSON.parse(canonical(made)) as RecordState;
}

/** A state as it comes out of a plan file, where names lie in another order. */
function travelled(state: RecordState): RecordState {
  const content: PlanContent = { workspaceId: 'w1', states: [state], assets: new Map() };
  const read = readPlanFile(packPlan(encodePlan(content)), 'a.juzhen');
  if (!read.ok) throw new Error(read.error.code);
  return read.value.states[0] as RecordState;
}

describe('a received record that stands here as it is', () => {
  it('is known by its text only where merging it would change nothing and override nothing', () => {
    const found = { stands: 0, other: 0 };
    const near = fc.tuple(stateArb().map(usual), stateArb().map(usual), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(near, ([mine, other, part]) => {
        // Mostly alike: one part of it may be another's.
        const theirs = [
          mine,
          { ...mine, registers: other.registers, stamps: other.stamps },
          { ...mine, sets: other.sets },
          { ...mine, heads: other.heads, versions: other.versions },
          { ...mine, deleted: other.deleted },
          {
            ...mine,
            stamps: Object.fromEntries(
              Object.keys(mine.stamps).map((name) => [name, Object.values(other.stamps)[0] ?? mine.stamps[name]]),
            ),
          },
          { ...mine, registers: Object.fromEntries(Object.keys(mine.registers).map((name) => [name, '甲'])) },
        ][part] as RecordState;
        holding(mine, () => {
          const stands = standsAs(desk.db, theirs);
          found[stands ? 'stands' : 'other'] += 1;
          if (!stands) return;
          const here = readAnyState(desk.db, mine.type, mine.id) as RecordState;
          expect(canonical(theirs)).toBe(canonical(here));
          expect(canonical(mergeStates(here, theirs))).toBe(canonical(here));
        });
      }),
      { numRuns: 200 },
    );
    expect(Math.min(found.stands, found.other)).toBeGreaterThan(4);
  });

  it('is known after it travelled in a file, in whatever order its names were written here', () => {
    const state: RecordState = {
      type: 'piece',
      id: 'p1',
      registers: { title: '夜拍', state: 'idea', $alive: true, 'brief.place': '江边' },
      stamps: Object.fromEntries(
        ['title', 'state', '$alive', 'brief.place'].map((name) => [
          name,
          '0192f3a1b2c4-0003-9f8e7d6c5b4a3210' as never,
        ]),
      ),
      sets: { tags: { 夜景: { adds: ['0192f3a1b2c4-0003-9f8e7d6c5b4a3210' as never], removes: [] } } },
      heads: ['0192f3a1b2c4-0003-9f8e7d6c5b4a3210'],
      versions: {
        '0192f3a1b2c4-0003-9f8e7d6c5b4a3210': {
          id: '0192f3a1b2c4-0003-9f8e7d6c5b4a3210',
          replaces: [],
          doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '江边' }] }] },
        },
      },
      deleted: null,
    };
    holding(state, () => {
      expect(standsAs(desk.db, travelled(state))).toBe(true);
      expect(standsAs(desk.db, travelled({ ...state, registers: { ...state.registers, title: '夜' } }))).toBe(false);
    });
  });
});
