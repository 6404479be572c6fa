import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LastExport } from '../../../src/contract';
import { firstView, nothingSeen } from '../../../src/renderer/features/export/exportView';
import { printSetup, readSetup } from '../../../src/renderer/features/export/setup';
import { writeAgain } from '../../../src/renderer/features/export/writeAgain';
import { bridge, TODAY } from '../../helpers/bridge';
import { aStudio, atEnd } from '../mount';

test('the last choice is written once more from another screen, and what was written where is said', async () => {
  const out = mkdtempSync(join(tmpdir(), 'juzhen-again-'));
  atEnd(() => rmSync(out, { recursive: true, force: true }));
  const notes: { last: LastExport | null } = { last: null };
  const api = await bridge({
    seed: { kind: 'sample', edition: 'zh', today: TODAY },
    shell: { 'export.last': () => notes.last, 'dialog.choose_folder': () => null },
  });
  const studio = await aStudio(api);
  const said = (): string => studio.getState().notices.at(-1)?.message ?? '';
  studio.getState().go({ screen: 'library' });

  await writeAgain(studio.getState());
  expect(said()).toMatch(/还没导出过/);
  expect(studio.getState().route.screen).toBe('export');

  studio.getState().go({ screen: 'library' });
  const { outline } = studio.getState();
  if (outline === null) throw new Error('The plan is not there.');
  const usual = firstView(outline, TODAY, 'zh');
  const setup = printSetup({ view: { ...usual, range: 'week', kinds: ['csv', 'ics'] }, preset: 'w_1' }, nothingSeen);
  notes.last = { name: '导出', token: api.choose(out), setup };
  await writeAgain(studio.getState());
  expect(studio.getState().route.screen).toBe('library');
  const [folder = ''] = readdirSync(out);
  expect(readdirSync(join(out, folder)).sort()).toEqual(['schedule.csv', 'schedule.ics']);
  expect(said()).toContain(`写好了：${join(out, folder)}，2 个文件（排期表 CSV、日历 ICS）`);

  // The same keys, pressed while it writes, stop it.
  const writing = writeAgain(studio.getState());
  const stopping = writeAgain(studio.getState());
  await Promise.all([writing, stopping]);
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  expect([1, 2]).toContain(readdirSync(out).length);

  // A folder that is gone is asked for; who closes the dialog writes nothing.
  const before = readdirSync(out);
  notes.last = { name: '导出', token: null, setup };
  await writeAgain(studio.getState());
  expect(readdirSync(out)).toEqual(before);

  expect(readSetup(setup, usual, nothingSeen)).toMatchObject({ preset: 'w_1', view: { range: 'week' } });
  for (const broken of ['', '{', 'null', '{"view":3}']) expect(readSetup(broken, usual, nothingSeen)).toBeNull();
});
