import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { noteUnfinished, sweepUnfinished } from '../../../src/main/store/files/unfinished';
import { writeMeta } from '../../../src/main/store/migrations';
import { Desk } from '../merging/desks';

const desks: Desk[] = [];
const kept = (desk: Desk): Desk => {
  desks.push(desk);
  return desk;
};
const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
  rmSync(out, { recursive: true, force: true });
});

const part = (digits: string): string => join(out, `.juzhen-${digits.repeat(12)}.part`);

it('what a kill left of an export is swept at the next start, and nothing else that is called like it', async () => {
  const first = await Desk.open(Desk.home());
  mkdirSync(join(part('a'), '2026-10-09'), { recursive: true });
  writeFileSync(join(part('a'), '2026-10-09', '标题.txt'), '半份');
  noteUnfinished(first.store.context, part('a'));
  // Another studio's, one of the user's own, one that is noted under a name we never give, a link.
  mkdirSync(part('b'));
  writeFileSync(join(out, '草稿.part'), '我的');
  noteUnfinished(first.store.context, join(out, '草稿.part'));
  mkdirSync(join(out, '照片'));
  symlinkSync(join(out, '照片'), part('c'));
  noteUnfinished(first.store.context, part('c'));
  expect(sweepUnfinished(first.store.context), 'still being written').toBe(0);
  const second = await first.again();
  await second.store.idle();
  expect(existsSync(part('a'))).toBe(false);
  expect(readdirSync(out).sort()).toEqual(
    [part('b'), part('c'), join(out, '草稿.part'), join(out, '照片')].map((path) => path.slice(out.length + 1)).sort(),
  );
  kept(second);
});

it('a copy of the workspace sweeps nothing that the other one may be writing', async () => {
  mkdirSync(part('d'), { recursive: true });
  const first = await Desk.open(Desk.home());
  noteUnfinished(first.store.context, part('d'));
  const copy = kept(await first.copy());
  await copy.store.idle();
  expect(existsSync(part('d'))).toBe(true);
  const again = kept(await first.again());
  await again.store.idle();
  expect(existsSync(part('d'))).toBe(false);
});

it('a note that is torn or means something else stops no start; nothing counts as noted, and the next note is kept', async () => {
  mkdirSync(part('e'), { recursive: true });
  let desk = await Desk.open(Desk.home());
  for (const damaged of ['', '[{"path":', '\0\0', 'null', '{"path":1}', '[7]']) {
    writeMeta(desk.store.context.db, 'unfinished', damaged);
    desk = await desk.again();
    await desk.store.idle();
    expect(sweepUnfinished(desk.store.context), damaged).toBe(0);
  }
  writeMeta(desk.store.context.db, 'unfinished', '[{"path":');
  noteUnfinished(desk.store.context, part('e'));
  desk = kept(await desk.again());
  await desk.store.idle();
  expect(existsSync(part('e'))).toBe(false);
});
