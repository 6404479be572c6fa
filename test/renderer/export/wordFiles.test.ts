import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createOp, type Op } from '../../../src/core/plan/ops';
import { addDays } from '../../../src/core/time/wall';
import { writeWordFiles } from '../../../src/renderer/state/wordFiles';
import { bridge, TODAY, value } from '../../helpers/bridge';
import { aStudio, atEnd } from '../mount';

test('chosen pieces, planned or not, and those of a campaign leave as Word files into a chosen folder, which is said', async () => {
  const out = mkdtempSync(join(tmpdir(), 'juzhen-word-'));
  atEnd(() => rmSync(out, { recursive: true, force: true }));
  let folder: string | null = out;
  const api = await bridge({
    seed: { kind: 'sample', edition: 'zh', today: TODAY },
    shell: {
      'dialog.choose_folder': () => (folder === null ? null : { token: api.choose(folder), name: 'x', count: 1 }),
    },
  });
  const studio = await aStudio(api);
  const said = (): string => studio.getState().notices.at(-1)?.message ?? '';
  const written = (): readonly string[] => readdirSync(out).flatMap((name) => readdirSync(join(out, name)));

  const { items } = value(await api.call('piece.list', { filter: {}, limit: 2, offset: 0 }));
  const ids = items.map(({ id }) => id);
  await writeWordFiles(studio.getState(), { pieces: { kind: 'ids', ids } });
  expect(written().filter((name) => name.endsWith('.docx'))).toHaveLength(2);
  expect(said()).toContain(`写好了 2 份 Word：${join(out, readdirSync(out)[0] ?? '')}`);

  const change = (code: 'campaign_create' | 'placement_edit', op: Op) =>
    api.call('change.make', { label: { code, params: { title: '新的' } }, ops: [op] }).then(value);
  await change('campaign_create', createOp('campaign', 'cm_new', { name: '新的' }));
  await writeWordFiles(studio.getState(), { campaignId: 'cm_new' });
  expect(said()).toMatch(/还没有排期的稿子/);
  const [card] = value(await api.call('placement.range', { from: TODAY, to: addDays(TODAY, 6) }));
  await change('placement_edit', {
    kind: 'set',
    type: 'placement',
    id: card?.id ?? '',
    register: 'campaignId',
    value: 'cm_new',
  });
  await writeWordFiles(studio.getState(), { campaignId: 'cm_new' });
  expect(written()).toHaveLength(3);
  expect(said()).toContain('写好了 1 份 Word');

  // Who closes the dialog writes nothing.
  folder = null;
  const before = written().length;
  await writeWordFiles(studio.getState(), { pieces: { kind: 'ids', ids } });
  expect(written()).toHaveLength(before);
});
