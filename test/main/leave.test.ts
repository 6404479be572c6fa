import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { createFlight } from '../../src/main/flight';
import { createLeave, guardClose, hearEnd } from '../../src/main/leave';

const pause = (millis: number) => new Promise<void>((done) => setTimeout(done, millis));

/** A window whose page saves when it is told to, and again when it is closed. */
function aDesk(page: { onFlush?: () => void; onUnload?: () => void; hangs?: boolean } = {}) {
  const happened: string[] = [];
  const flight = createFlight();
  const window = Object.assign(new EventEmitter(), {
    webContents: new EventEmitter(),
    isDestroyed: () => false,
    hide: () => happened.push('hide'),
    destroy: () => {
      happened.push('destroy');
      window.emit('closed');
    },
    close: () => {
      let prevented = false;
      window.emit('close', {
        preventDefault: () => {
          prevented = true;
        },
      });
      if (prevented || page.hangs) return;
      page.onUnload?.();
      happened.push('closed');
      window.emit('closed');
    },
  });
  const leave = createLeave({
    app: { exit: (code: number) => happened.push(`exit ${code}`), on: () => undefined } as never,
    window: () => window as never,
    flight,
    flush: () => {
      happened.push('flush');
      page.onFlush?.();
    },
    remember: () => happened.push('remember'),
    closeStore: async () => {
      happened.push('store closed');
    },
    log: (event) => happened.push(event.kind),
    limitMillis: 300,
  });
  guardClose(window as never, leave, () => false);
  const save = (name: string, millis: number) => () =>
    void flight.around(async () => {
      await pause(millis);
      happened.push(name);
    });
  return { happened, leave, window, save, page };
}

describe('leaving', () => {
  test('waits for what the page saves on being told, and for its last word, before the store closes', async () => {
    const desk = aDesk();
    desk.page.onFlush = desk.save('saved text', 80);
    desk.page.onUnload = desk.save('saved last', 40);
    await desk.leave.now();
    expect(desk.happened).toEqual([
      'remember',
      'hide',
      'flush',
      'saved text',
      'closed',
      'saved last',
      'store closed',
      'left',
      'exit 0',
    ]);
  });

  test('happens once, whatever asks how often', async () => {
    const desk = aDesk();
    const app = new EventEmitter();
    const power = new EventEmitter();
    const process = new EventEmitter();
    hearEnd(app as never, power as never, desk.leave, process as never);
    let prevented = 0;
    const event = { preventDefault: () => (prevented += 1) };
    desk.window.close();
    app.emit('before-quit', event);
    power.emit('shutdown');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.emit(signal);
    app.emit('window-all-closed');
    await desk.leave.now();
    expect(prevented).toBe(1);
    expect(desk.happened.filter((line) => line === 'store closed' || line === 'exit 0')).toEqual([
      'store closed',
      'exit 0',
    ]);
  });

  test('does not wait for a page that hangs longer than the limit', async () => {
    const desk = aDesk({ hangs: true });
    await desk.leave.now();
    expect(desk.happened).toEqual([
      'remember',
      'hide',
      'flush',
      'destroy',
      'leaving_slow',
      'store closed',
      'left',
      'exit 0',
    ]);
  });
});
