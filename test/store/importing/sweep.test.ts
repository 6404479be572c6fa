import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sweepAssets } from '../../../src/main/store/assets/assetSweep';
import { keepBytes } from '../../../src/main/store/assets/assets';
import { value } from '../../helpers/bridge';
import { png, pngOf } from '../../helpers/documents';
import { home, pieces, put, reach, read, studio, take, usual, withFilesToImport } from './filesToImport';

withFilesToImport();

describe('pictures nobody names any more', () => {
  const sweep = (days: number) =>
    sweepAssets(
      studio.store.context.db,
      studio.folder,
      Date.now() + days * 86_400_000,
      process.env.JUZHEN_SQLITE_BINDING ?? null,
    );
  const kept = () =>
    existsSync(join(studio.folder, 'assets')) ? readdirSync(join(studio.folder, 'assets')).sort() : [];

  it('of an import that was given up half way are found by the sweep, and a cut-short copy is too', async () => {
    for (let n = 1; n <= 40; n += 1) {
      put(`a/${n}.md`, `# 篇 ${n}\n\n![图](${n}.png)`);
      put(`a/${n}.png`, pngOf(n));
    }
    const dry = await read(join(home, 'a'));
    // What lies there when an import ends between keeping its pictures and its one transaction.
    for (let n = 1; n <= 3; n += 1) keepBytes(studio.folder, `${n}.png`, pngOf(100 + n));
    const cancelled = reach('cancelled');
    value(await studio.call('import.apply', { job: dry.job, choice: { usual } }));
    value(await studio.call('import.cancel', { job: dry.job }));
    await cancelled;
    await new Promise((next) => setTimeout(next, 50));
    const left = kept();
    expect(left.length).toBeGreaterThanOrEqual(3);
    writeFileSync(join(studio.folder, 'assets', `incoming.${'ab'.repeat(6)}.part`), 'half');
    expect(sweep(0)).toEqual([]);
    expect([...sweep(31)].sort()).toEqual(left);
    expect(kept()).toEqual([]);
  });

  it('of a piece that was deleted for good are found by the sweep, once nobody can bring them back', async () => {
    put('b/篇.md', '# 江边\n\n![图](图.png)');
    put('b/图.png', png);
    await take(await read(join(home, 'b')));
    const [piece] = pieces();
    const ids = [piece?.id ?? ''];
    value(await studio.call('piece.bulk', { target: { kind: 'ids', ids }, act: { kind: 'trash' } }));
    const before = kept();
    expect(before).toHaveLength(1);
    expect(sweep(31)).toEqual([]);
    value(await studio.call('piece.purge', { ids }));
    expect(sweep(29)).toEqual([]);
    expect(sweep(31)).toEqual(before);
  });
});
