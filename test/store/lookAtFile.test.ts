import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canonical } from '../../src/core/plan/canonical';
import { fileFormats } from '../../src/core/plan/file/fileExtensions';
import { encodePlan, packPlan } from '../../src/core/plan/file/write';
import { writeZip } from '../../src/core/plan/file/zip';
import { bridge, type TestBridge, value } from '../helpers/bridge';

let api: TestBridge;
beforeEach(async () => {
  api = await bridge();
});
afterEach(() => api.close());

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const look = async (name: string, bytes: Uint8Array | null) => {
  const path = join(api.folder, name);
  if (bytes === null) mkdirSync(path, { recursive: true });
  else writeFileSync(path, bytes);
  return value(await api.call('file.look', { token: api.choose(path) }));
};
const planOf = (workspaceId: string) => packPlan(encodePlan({ workspaceId, states: [], assets: new Map() }));
const zipOf = (head: object) =>
  writeZip([{ path: 'manifest.json', bytes: utf8(canonical(head as never)) }], () => false);

test('a file is told by its content, whatever it is called, and whether it belongs to this workspace', async () => {
  const out = join(api.folder, 'out');
  mkdirSync(out);
  value(await api.call('export.write', { choice: { kinds: ['plan'] }, token: api.choose(out) }));
  const [own = ''] = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.juzhen'));
  expect(await look('umbenannt.dat', readFileSync(join(out, own)))).toMatchObject({ kind: 'plan', mine: true });
  expect(await look('a.bin', planOf('elsewhere'))).toEqual({ name: 'a.bin', kind: 'plan', mine: false });
  expect(await look('b.zip', zipOf({ format: fileFormats.review }))).toMatchObject({ kind: 'review', mine: false });
  expect(await look('c.txt', utf8(canonical({ format: fileFormats.marks })))).toMatchObject({ kind: 'marks' });
  expect(await look('d.juzhen', utf8('# 一篇文章'))).toEqual({ name: 'd.juzhen', kind: null, mine: false });
});

test('a folder is a plan where its head says so, and an empty one is nothing', async () => {
  expect(await look('leer', null)).toMatchObject({ kind: null });
  await look('plan', null);
  const head = utf8(canonical({ format: 'juzhen-folder', version: 1, workspace: 'w_2' }));
  writeFileSync(join(api.folder, 'plan', 'juzhen.json'), head);
  expect(await look('plan', null)).toMatchObject({ kind: 'plan', mine: false });
});

test('a file that is gone is refused by its name', async () => {
  const path = join(api.folder, 'weg.juzhen');
  symlinkSync(join(api.folder, 'nirgends'), path);
  const answer = await api.call('file.look', { token: api.choose(path) });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'file_missing' } });
});
