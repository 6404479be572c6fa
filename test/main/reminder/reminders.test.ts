import { describe, expect, test } from 'vitest';
import type { DeskAlarms } from '../../../src/contract';
import type { Alarm } from '../../../src/core/desk/alarms';
import { createReminders } from '../../../src/main/reminder/reminders';

const at = (text: string): number => Date.parse(`2026-10-09T${text}:00+08:00`);
const alarm = (id: string, due: string): Alarm => ({
  id,
  title: id,
  account: '陆川',
  due: at(due),
  snoozedUntil: null,
});

/** Reminders on a clock that is turned by hand; the plan, the settings and the machine's memory can be changed. */
function aMachine(start: string, alarms: readonly Alarm[], watched: number | null = null) {
  let now = at(start);
  let timer: { readonly at: number; readonly run: () => void } | null = null;
  const world = {
    plan: { alarms, quiet: null, zone: 'Asia/Shanghai' } as DeskAlarms | null,
    settings: {
      lang: 'zh' as const,
      theme: 'light' as const,
      density: 'normal' as const,
      remind: true,
      remindLead: 10,
      closeToTray: false,
    },
    watched,
    reads: 0,
    rung: [] as string[],
    told: 0,
    wakes: 0,
  };
  const reminders = createReminders({
    now: () => now,
    after: (millis, run) => {
      const mine = { at: now + millis, run };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
    read: async () => {
      world.reads += 1;
      return world.plan;
    },
    settings: () => world.settings,
    desktop: () => ({ shown: true, tray: true }),
    ring: (ring) => {
      world.rung.push(
        `${new Date(now + 8 * 3_600_000).toISOString().slice(11, 16)} ${ring.alarms.map(({ id }) => id)}`,
      );
    },
    tell: () => {
      world.told += 1;
    },
    watched: {
      get: () => world.watched,
      set: (moment) => {
        world.watched = moment;
      },
    },
    failed: (error) => {
      throw error;
    },
  });
  /** Lets time pass until `text`, running every timer that comes due; `asleep` runs them only afterwards. */
  const until = async (text: string, asleep = false): Promise<void> => {
    const end = at(text);
    for (;;) {
      const next = timer;
      if (next === null || next.at > end) break;
      timer = null;
      now = asleep ? end : Math.max(now, next.at);
      world.wakes += 1;
      next.run();
      await new Promise((done) => setImmediate(done));
    }
    now = end;
  };
  reminders.replan();
  return { world, reminders, until };
}

describe('reminders', () => {
  test('ring ten minutes early, once, those of one minute together, from one reading of the plan', async () => {
    const { world, until } = aMachine('12:00', [alarm('a', '12:30'), alarm('b', '12:30'), alarm('c', '12:50')]);
    await until('12:59');
    expect(world.rung).toEqual(['12:20 a,b', '12:40 c']);
    expect(world.reads).toBe(1);
  });

  test('wake once a minute at most while something waits, and every ten minutes else', async () => {
    const waiting = aMachine('12:00', [alarm('a', '13:30')]);
    await waiting.until('12:50');
    expect(waiting.world.wakes).toBeLessThanOrEqual(51);
    const idle = aMachine('12:00', []);
    await idle.until('12:50');
    expect(idle.world.wakes).toBeLessThanOrEqual(6);
  });

  test('ring after the machine slept over them', async () => {
    const { world, until } = aMachine('12:00', [alarm('a', '12:30')]);
    await until('12:05');
    await until('13:00', true);
    expect(world.rung).toEqual(['13:00 a']);
  });

  test('follow the plan: what was handed over or moved does not ring, what was planned meanwhile does', async () => {
    const { world, reminders, until } = aMachine('12:00', [alarm('a', '12:30')]);
    await until('12:05');
    world.plan = { alarms: [alarm('b', '12:45')], quiet: null, zone: 'Asia/Shanghai' };
    reminders.replan();
    await until('13:00');
    expect(world.rung).toEqual(['12:35 b']);
  });

  test('stay silent while paused and when switched off, and come back after a pause', async () => {
    const { world, reminders, until } = aMachine('12:00', [alarm('a', '12:30'), alarm('b', '14:00')]);
    await until('12:01');
    expect(reminders.pause(at('13:00')).pausedUntil).toBe(at('13:00'));
    await until('13:10');
    expect(world.rung).toEqual(['13:00 a']);
    reminders.pause(at('16:00'));
    await until('13:55');
    expect(reminders.pause(null).pausedUntil).toBe(null);
    await until('13:56');
    expect(world.rung).toEqual(['13:00 a', '13:55 b']);
    world.plan = { alarms: [alarm('c', '14:30')], quiet: null, zone: 'Asia/Shanghai' };
    reminders.replan();
    world.settings = { ...world.settings, remind: false };
    await until('15:00');
    expect(world.rung).toEqual(['13:00 a', '13:55 b']);
  });

  test('list what was missed since they last looked, keep it until it was seen, and ring none of it', async () => {
    const missed = [alarm('a', '09:00'), alarm('b', '11:00')];
    const first = aMachine('12:00', [...missed, alarm('c', '12:30')], at('08:00'));
    await first.until('12:25');
    expect(first.world.rung).toEqual(['12:20 c']);
    expect(first.reminders.state().missed.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(first.world.watched).toBe(at('08:00'));
    expect(first.reminders.seen().missed).toEqual([]);
    expect(first.world.watched).toBe(at('12:25'));
    const fresh = aMachine('12:00', missed);
    await fresh.until('12:05');
    expect(fresh.reminders.state().missed).toEqual([]);
  });

  test('of another workspace do not ring any more', async () => {
    const { world, reminders, until } = aMachine('12:00', [alarm('a', '12:30')]);
    await until('12:05');
    world.plan = null;
    reminders.forget();
    await until('13:00');
    expect(world.rung).toEqual([]);
  });
});
