import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAlarm } from '../../../src/renderer/state/alarm';

/** A clock turned by hand, and how many timers were asked of it. */
function aClock() {
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>();
  let now = 0;
  let asked = 0;
  const next = () => [...waiting].toSorted(([, a], [, b]) => a.at - b.at)[0];
  return {
    asked: () => asked,
    now: () => now,
    /** Goes on by so much, stopping at every timer on the way. */
    pass(ms: number) {
      const end = now + ms;
      for (let due = next(); due !== undefined && due[1].at <= end; due = next()) {
        waiting.delete(due[0]);
        now = due[1].at;
        due[1].run();
      }
      now = end;
    },
    timers: {
      now: () => now,
      set: (run: () => void, ms: number) => {
        asked += 1;
        waiting.set(asked, { at: now + ms, run });
        return asked;
      },
      clear: (id: number) => void waiting.delete(id),
    },
  };
}

describe('an alarm that every key puts off', () => {
  it('rings once for every setting that was not put off or switched off, exactly then', () => {
    const step = fc.record({ wait: fc.nat(500), set: fc.option(fc.nat(600), { nil: null }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const clock = aClock();
        const rang: number[] = [];
        const alarm = createAlarm(clock.timers, () => rang.push(clock.now()));
        const expected: number[] = [];
        let due: number | null = null;
        const settle = (until: number): void => {
          if (due !== null && due <= until) expected.push(due);
          if (due !== null && due <= until) due = null;
        };
        for (const { wait, set } of steps) {
          settle(clock.now() + wait);
          clock.pass(wait);
          due = set === null ? null : clock.now() + set;
          if (set === null) alarm.off();
          else alarm.set(set);
        }
        settle(clock.now() + 1_000);
        clock.pass(1_000);
        expect(rang).toEqual(expected);
      }),
    );
  });

  it('does not ask for a timer at every key', () => {
    const clock = aClock();
    const alarm = createAlarm(clock.timers, () => {});
    for (let key = 0; key < 100; key += 1) {
      alarm.set(300);
      clock.pass(30);
    }
    expect(clock.asked()).toBeLessThan(15);
  });
});
