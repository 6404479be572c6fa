import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { bridgeCalls, CALL_CHANNEL, EVENT_CHANNEL } from '../../src/contract/names';

/** The preload as electron-vite builds it: one CommonJS file, Electron left outside. */
let bundle = '';
beforeAll(async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'juzhen-preload-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    logLevel: 'silent',
    build: {
      ssr: true,
      minify: true,
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
    ssr: { noExternal: true },
  });
  bundle = readFileSync(join(outDir, 'index.cjs'), 'utf8');
}, 60_000);

type Hear = (event: unknown, name: string, fact: unknown) => void;

/** Runs the bundle with only what a sandboxed preload has. */
function run() {
  const sent: unknown[][] = [];
  const hearing = new Set<Hear>();
  let exposed: [string, unknown] | null = null;
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (exposed = [name, api]) },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => sent.push(args),
      on: (channel: string, hear: Hear) => channel === EVENT_CHANNEL && hearing.add(hear),
      removeListener: (channel: string, hear: Hear) => channel === EVENT_CHANNEL && hearing.delete(hear),
    },
  };
  const required: string[] = [];
  const require = (name: string) => {
    required.push(name);
    return electron;
  };
  runInNewContext(bundle, { require, exports: {}, module: {}, Set, Promise, Object, TypeError });
  const [name, studio] = exposed as unknown as [string, Record<string, (...args: unknown[]) => unknown>];
  return { name, studio, sent, hearing, required };
}

describe('the built preload', () => {
  test('is under 5 kB, free of schemas, and needs Electron only', () => {
    expect(bundle.length).toBeLessThan(5_000);
    expect(bundle).not.toMatch(/zod|safeParse|ZodError/i);
    expect(run().required).toEqual(['electron']);
  });

  test('puts exactly three frozen functions on window.studio', () => {
    const { name, studio } = run();
    expect(name).toBe('studio');
    expect(Object.entries(studio).map(([key, value]) => [key, typeof value])).toEqual([
      ['call', 'function'],
      ['on', 'function'],
      ['drop', 'function'],
    ]);
    expect(Object.isFrozen(studio)).toBe(true);
  });

  test('lets listed calls through the one channel and no other name', async () => {
    const { studio, sent } = run();
    for (const name of bridgeCalls) await studio.call?.(name, {});
    expect(sent).toEqual(bridgeCalls.map((name) => [CALL_CHANNEL, name, {}]));
    sent.length = 0;
    for (const name of ['piece.drop', 'constructor', '__proto__', 'toString', '', CALL_CHANNEL, undefined, {}]) {
      expect(await studio.call?.(name, {})).toMatchObject({ ok: false, failure: { code: 'bad_input' } });
    }
    expect(sent).toEqual([]);
  });

  test('hands over facts without the event object, to those who asked, until they stop', () => {
    const { studio, hearing } = run();
    const heard: unknown[][] = [];
    const stop = studio.on?.('changed', (...args: unknown[]) => heard.push(args)) as () => void;
    const happens = () => {
      for (const hear of hearing) {
        hear({ sender: 'electron' }, 'changed', { ids: [] });
        hear({ sender: 'electron' }, 'switched', { key: 'w-1' });
        hear({ sender: 'electron' }, 'will-quit', {});
      }
    };
    happens();
    expect(heard).toEqual([[{ ids: [] }]]);
    stop();
    happens();
    expect(heard).toHaveLength(1);
    expect(() => studio.on?.('will-quit', () => undefined)).toThrow();
  });

  test('listens once, however many parts of a screen hear, and the same listener as often as it was given', () => {
    const { studio, hearing } = run();
    let heard = 0;
    const listener = () => {
      heard += 1;
    };
    const stops = Array.from({ length: 12 }, () => studio.on?.('changed', listener) as () => void);
    expect(hearing.size).toBe(1);
    stops[0]?.();
    for (const hear of hearing) hear({}, 'changed', {});
    expect(heard).toBe(11);
  });
});
