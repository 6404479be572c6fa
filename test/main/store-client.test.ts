import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failure } from '../../src/core/result';
import { type StoreClient, startStore } from '../../src/main/store/client';

const worker = join(import.meta.dirname, '../fixtures/worker/store.mjs');
const lost = { ok: false, failure: failure('store_stopped') };

async function open(folder = 'here') {
  let stopped = 0;
  const listener = {
    changed: () => undefined,
    trouble: () => undefined,
    stopped: () => {
      stopped += 1;
    },
  };
  const options = { folder, resources: '', today: null, binding: null, seed: { kind: 'blank', name: '', lang: 'zh' } };
  const started = await startStore(worker, options as never, listener);
  return { started, stopped: () => stopped };
}
async function openClient(): Promise<{ client: StoreClient; stopped: () => number }> {
  const { started, stopped } = await open();
  if (!started.ok) throw new Error('refused');
  return { client: started.value, stopped };
}

describe('the store behind its worker', () => {
  test('answers calls with what the worker said, each to its own', async () => {
    const { client } = await openClient();
    const answers = await Promise.all(['a', 'b', 'c'].map((id) => client.call('piece.open', { id }, `/p/${id}`)));
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual(
      ['a', 'b', 'c'].map((id) => ({ name: 'piece.open', input: { id }, path: `/p/${id}` })),
    );
    await client.close();
  });

  test('a folder that is refused answers the reason', async () => {
    expect((await open('refuse')).started).toEqual({ ok: false, failure: failure('database_future', { version: 9 }) });
  });

  test('a worker that dies before it opens answers that it stopped, and no restart is asked for', async () => {
    const { started, stopped } = await open('exit');
    expect([started, stopped()]).toEqual([lost, 0]);
  });

  test.each(['piece.create', 'piece.duplicate'] as const)(
    'when the worker dies in %s, calls under way and later ones are refused and the shell is told once',
    async (name) => {
      const { client, stopped } = await openClient();
      const fatal = client.call(name, { id: 'x' } as never, null);
      const waiting = client.call('piece.open', { id: 'y' }, null);
      expect(await Promise.all([fatal, waiting])).toEqual([lost, lost]);
      expect(await client.call('piece.open', { id: 'z' }, null)).toEqual(lost);
      await client.close();
      expect(stopped()).toBe(1);
    },
  );

  test('being closed is not dying', async () => {
    const { client, stopped } = await openClient();
    await client.close();
    expect(stopped()).toBe(0);
  });
});
