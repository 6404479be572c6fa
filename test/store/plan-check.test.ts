import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWaiver, waiverRegister, writeWaiver } from '../../src/core/cadence/waive';
import { wallDate } from '../../src/core/time/wall';
import { sayPlanFinding } from '../../src/core/words/planCheck';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

/** The check of the sample's plan through the contract, on real SQLite. Every test leaves the plan as it found it. */
let studio: TestBridge;
beforeAll(async () => {
  studio = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
});
afterAll(() => studio.close());

const span = { from: wallDate('2026-09-25'), to: wallDate('2026-12-31') };
const check = async (of: TestBridge = studio) => value(await of.call('plan.check', span));
const month = async () =>
  value(await studio.call('placement.range', { from: wallDate('2026-09-01'), to: wallDate('2026-12-31') }));

it('names what the sample has on purpose, and fixes one finding as one step that undo takes back', async () => {
  const { findings } = await check();
  const said = findings.map((finding) => `${finding.severity} ${sayPlanFinding('zh', finding).title}`);
  expect(said).toContain('warning 系列「周日夜信」还空着：10月11日 周日 21:00');
  expect(said).toContain('info 10月10日 周六是调休上班日，排了 6 条');

  const before = await month();
  const full = findings.find(({ code }) => code === 'over_capacity');
  const keys = full === undefined ? [] : [full.key];
  expect(Object.keys(value(await studio.call('plan.fixes', { ...span, keys })))).toEqual(keys);
  expect(value(await studio.call('plan.fix', { ...span, keys }))).toEqual({ fixed: 1, left: 0 });
  expect((await check()).findings.map(({ key }) => key)).not.toContain(full?.key);
  value(await studio.call('history.undo', {}));
  expect(await month()).toEqual(before);
  expect((await check()).findings).toEqual(findings);
});

it('fixes all of a kind together so that no two get in each other’s way', async () => {
  const { findings } = await check();
  const keys = findings.filter(({ code }) => code === 'over_capacity').map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(1);
  expect(value(await studio.call('plan.fix', { ...span, keys }))).toEqual({ fixed: keys.length, left: 0 });
  const after = (await check()).findings;
  const known = new Set(findings.map(({ key }) => key));
  expect(after.filter(({ key, severity }) => keys.includes(key) || (!known.has(key) && severity !== 'info'))).toEqual(
    [],
  );
  value(await studio.call('history.undo', {}));
});

it('leaves alone what the team waived, in a plan file too, and takes it up again', async () => {
  const { findings } = await check();
  const [finding] = findings;
  if (finding === undefined) throw new Error('the sample has something to say');
  const { title } = sayPlanFinding('zh', finding);
  const waive = (text: string | null) =>
    studio.call('change.make', {
      label: { code: text === null ? 'plan_unwaive' : 'plan_waive', params: {} },
      ops: [{ kind: 'set', type: 'workspace', id: 'workspace', register: waiverRegister(finding.key), value: text }],
    });
  value(await waive(writeWaiver(makeWaiver(finding, '这周就这样', title, TODAY))));
  const after = await check();
  expect(after.findings).toEqual(findings.slice(1));
  expect(after.waived.map(({ waiver, finding: of }) => [waiver.reason, waiver.about, of?.key])).toEqual([
    ['这周就这样', title, finding.key],
  ]);

  const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
  const written = value(await studio.call('export.write', { choice: { kinds: ['plan'] }, token: studio.choose(out) }));
  const path = join(written.folder, readdirSync(written.folder)[0] ?? '');
  const received = await bridge({ seed: { kind: 'plan', path } });
  expect((await check(received)).waived).toEqual(after.waived);
  received.close();
  rmSync(out, { recursive: true });

  value(await waive(null));
  expect((await check()).findings).toEqual(findings);
});

it('fills a date of a series with what is planned there, at its time, and opens it again when that is taken out', async () => {
  const slotOf = async () => (await check()).findings.find(({ code }) => code === 'slot_open');
  const slot = await slotOf();
  const [piece] = value(await studio.call('piece.tray', {}));
  const { id } = value(
    await studio.call('placement.plan', {
      pieceId: piece?.id ?? '',
      accountId: slot?.accountId ?? '',
      format: null,
      day: slot?.from ?? TODAY,
      time: null,
    }),
  );
  const [placed] = (await month()).filter((card) => card.id === id);
  expect(placed).toMatchObject({ time: '21:00', format: 'wechat_oa/article', slotDay: slot?.from });
  expect(await slotOf()).toBeUndefined();
  expect((await check()).filled).toEqual([{ placementId: id, seriesId: placed?.seriesId, slotDay: slot?.from }]);
  value(await studio.call('placement.remove', { ids: [id] }));
  expect((await slotOf())?.key).toBe(slot?.key);
});
