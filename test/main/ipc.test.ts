import { describe, expect, test } from 'vitest';
import { CALL_CHANNEL, DROP_CHANNEL } from '../../src/contract';
import { failure, Refusal } from '../../src/core/result';
import { answer, type Handlers } from '../../src/main/answer';
import { dropped } from '../../src/main/drop';
import { type Answering, type Dropping, isOwnPage, originOf, register } from '../../src/main/ipc';

const own = { origin: 'app://bundle', isWindow: (id: number) => id === 1 };
const from = (url: string, change: { parent?: unknown; id?: number } = {}) =>
  ({ senderFrame: { url, parent: change.parent ?? null }, sender: { id: change.id ?? 1 } }) as never;

describe('who may call', () => {
  test('the page of the window may', () => {
    for (const url of ['app://bundle/', 'app://bundle/index.html?x#y']) expect(isOwnPage(from(url), own)).toBe(true);
  });

  test.each([
    ['a frame that is gone', { senderFrame: null, sender: { id: 1 } } as never],
    ['a frame inside the page', from('app://bundle/', { parent: {} })],
    ['another window with our page', from('app://bundle/', { id: 2 })],
    ['a host that only begins like ours', from('app://bundle.evil.example/')],
    ['our host as a user name', from('app://bundle@evil/')],
    ['our host with a user name', from('app://x@bundle/')],
    ['our host with a port', from('app://bundle:80/')],
    ['another scheme', from('https://bundle/')],
    ['a file', from('file:///bundle/index.html')],
    ['a data page', from('data:text/html,app://bundle/')],
    ['a blank page', from('about:blank')],
    ['no address', from('')],
  ])('%s may not', (_, event) => {
    expect(isOwnPage(event, own)).toBe(false);
  });

  test('origins are told apart by parsing, for app pages and for the development server', () => {
    expect(originOf('app://bundle/x')).toBe('app://bundle');
    expect(originOf('http://localhost:5173/x')).toBe('http://localhost:5173');
    expect(originOf('http://localhost:5173@evil.example/')).toBeNull();
  });

  test('a stranger is refused before any handler runs, and is counted', async () => {
    const handles = new Map<string, (event: never, name: unknown, input: unknown) => unknown>();
    let strangers = 0;
    const never = Promise.resolve<Answering>(() => expect.unreachable());
    const fakeMain = {
      handle: (channel: string, listener: never) => {
        handles.set(channel, listener);
      },
    };
    const nobody = Promise.resolve<Dropping>(() => expect.unreachable());
    register(fakeMain, own, never, nobody, () => {
      strangers += 1;
    });
    expect([...handles.keys()]).toEqual([CALL_CHANNEL, DROP_CHANNEL]);
    for (const handle of handles.values())
      expect(await handle(from('https://evil.example/'), 'studio.boot', {})).toEqual({
        ok: false,
        failure: failure('bad_input', { field: 'sender' }),
      });
    expect(strangers).toBe(2);
  });
});

describe('files dropped on the window', () => {
  const take = (paths: readonly string[]) => ({ token: 'f'.repeat(32), name: paths.join(), count: paths.length });
  test('become a token; relative paths, other things and too many are refused', () => {
    expect(dropped(['/tmp/a.md', '/tmp/b.md'], take)).toEqual({ ok: true, value: take(['/tmp/a.md', '/tmp/b.md']) });
    for (const paths of [[], ['a.md'], ['/tmp/a\0.md'], [1], '/tmp/a.md', null, {}, Array(501).fill('/tmp/a.md')])
      expect(dropped(paths, take)).toEqual({ ok: false, failure: failure('bad_input', { field: 'paths' }) });
  });

  test('that are gone by now are named', () => {
    const gone = () => {
      throw new Error('ENOENT');
    };
    expect(dropped(['/tmp/a.md'], gone)).toEqual({ ok: false, failure: failure('file_missing', { file: 'a.md' }) });
  });
});

describe('how a call ends', () => {
  const handlers = (run: () => unknown) => ({ 'plan.outline': run }) as unknown as Handlers;
  const call = (run: () => unknown, seen?: (call: string, error: unknown) => void) =>
    answer(handlers(run), 'plan.outline', {}, seen);

  test('a value is a value', async () => {
    expect(await call(async () => ({ a: 1 }))).toEqual({ ok: true, value: { a: 1 } });
  });

  test('a refusal is its failure', async () => {
    const refused = () => {
      throw new Refusal(failure('disk_full', { file: 'x' }));
    };
    expect(await call(refused)).toEqual({ ok: false, failure: failure('disk_full', { file: 'x' }) });
  });

  test('anything else is told once and crosses without a word of its own', async () => {
    const told: unknown[] = [];
    const boom = new Error('第三版的标题');
    const broken = () => Promise.reject(boom);
    expect(await call(broken, (name, error) => told.push([name, error]))).toEqual({
      ok: false,
      failure: failure('internal', { call: 'plan.outline' }),
    });
    expect(told).toEqual([['plan.outline', boom]]);
  });
});
