import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docText } from '../../../src/core/model/docText';
import { value } from '../../helpers/bridge';
import { home, open, put, reach, read, studio, take, usual, withFilesToImport } from './filesToImport';

withFilesToImport();

describe('an import that is being taken', () => {
  /** Reads 300 files, begins to take them, and answers when records are being written. */
  async function writing(): Promise<string> {
    for (let n = 1; n <= 300; n += 1) put(`a/${n}.md`, `# 篇 ${n}\n\n正文。`);
    const { job } = await read(join(home, 'a'));
    value(await studio.call('import.apply', { job, choice: { usual } }));
    while (!studio.store.context.room.taken) await new Promise((next) => setImmediate(next));
    return job;
  }
  const total = async (): Promise<number> =>
    value(await studio.call('piece.list', { filter: {}, limit: 1, offset: 0 })).total;

  it('gives way to every call, is seen by none of them half done, and comes to its end all the same', async () => {
    await writing();
    const done = reach('done');
    const seen = new Set<number>();
    for (let n = 0; n < 6; n += 1) {
      seen.add(await total());
      await new Promise((next) => setTimeout(next, 15));
    }
    expect((await done).result).toMatchObject({ made: 300 });
    expect([...seen].filter((count) => count !== 0 && count !== 300)).toEqual([]);
    expect(seen.has(0)).toBe(true);
    expect(await total()).toBe(300);
    value(await studio.call('history.undo', {}));
    expect(await total()).toBe(0);
  });

  it('leaves nothing behind when it is given up in the middle of writing', async () => {
    const { db } = studio.store.context;
    const count = () =>
      ['piece', 'body_version', 'piece_card', 'piece_log', 'change'].map((table) =>
        db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
      );
    const before = count();
    const job = await writing();
    const cancelled = reach('cancelled');
    value(await studio.call('import.cancel', { job }));
    await cancelled;
    await new Promise((next) => setTimeout(next, 50));
    expect(count()).toEqual(before);
    expect(value(await studio.call('history.state', {})).undo).toBeNull();
    expect(db.inTransaction).toBe(false);
  });

  it('takes an edit made meanwhile, and leaves alone the piece it was made to', async () => {
    put('a/1.md', '# 篇 1\n\n原文。');
    await take(await read(join(home, 'a')));
    const before = await open('篇 1');
    for (let n = 1; n <= 300; n += 1) put(`a/${n}.md`, `# 篇 ${n}\n\n新文。`);
    const { job } = await read(join(home, 'a'));
    const ended = reach('done', 'failed');
    value(await studio.call('import.apply', { job, choice: { usual: { ...usual, changed: 'update' } } }));
    const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '我的。' }] }] } as const;
    const { id } = before.piece;
    value(await studio.call('piece.write', { id, doc, base: before.version, session: 's' }));
    expect((await ended).result).toMatchObject({ made: 299, updated: 0, left: ['篇 1'] });
    expect(docText((await open('篇 1')).doc ?? { type: 'doc', content: [] })).toBe('我的。');
  });
});
