import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { againHandlers } from '../../src/main/handlers/again';
import { keepLastExport, readLastExport } from '../../src/main/lastExport';
import { createTokens } from '../../src/main/tokens';

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'juzhen-last-'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

test('what was written last is known in the next session, its folder only as a token', async () => {
  const tokens = createTokens();
  const { 'export.last': last } = againHandlers(() => workspace, tokens);
  expect(await last({})).toBeNull();
  keepLastExport(workspace, { folder: workspace, wrote: join(workspace, '一'), setup: '{"a":1}' });
  const answer = await last({});
  expect(answer).toMatchObject({ setup: '{"a":1}' });
  expect(JSON.stringify(answer)).not.toContain(tmpdir());
  expect(tokens.take(['folder'], answer?.token ?? '')).toBe(workspace);
});

test('a folder that is gone is asked for again, the choice stays', async () => {
  keepLastExport(workspace, { folder: join(workspace, '没有了'), wrote: '', setup: '{}' });
  const { 'export.last': last } = againHandlers(() => workspace, createTokens());
  expect(await last({})).toEqual({ name: '没有了', token: null, setup: '{}' });
});

test.each(['', '{', 'null', '[]', '{"folder":1,"wrote":"","setup":""}'])('a note that reads %j is none', (text) => {
  writeFileSync(join(workspace, 'last-export.json'), text);
  expect(readLastExport(workspace)).toBeNull();
});

test('a note that cannot be written stops nothing', () => {
  const noFolder = join(workspace, 'a file');
  writeFileSync(noFolder, '');
  expect(() => keepLastExport(noFolder, { folder: '', wrote: '', setup: '' })).not.toThrow();
});
