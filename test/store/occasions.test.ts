import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

/** A calendar file taken into real SQLite: twice changes nothing, one undo takes all of it back. */
let studio: TestBridge;
const home = mkdtempSync(join(tmpdir(), 'jz-occasions-'));
beforeAll(async () => {
  studio = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
});
afterAll(async () => {
  await studio.close();
  rmSync(home, { recursive: true });
});

const choose = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(home, name), bytes);
  return studio.choose(join(home, name));
};
const calendar = (name: string) =>
  `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@team\r\nSUMMARY:${name}\r\nDTSTART;VALUE=DATE:20261017\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2@team\r\nSUMMARY:周会\r\nDTSTART;VALUE=DATE:20261012\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
const occasions = async () => value(await studio.call('plan.outline', {})).occasion;
const steps = async () => value(await studio.call('history.state', {}));

describe('a team calendar', () => {
  it('is only looked at first, then taken in as one step, and a second time not at all', async () => {
    const before = await occasions();
    const token = choose('team.ics', calendar('发布会'));
    expect(value(await studio.call('occasion.read', { token }))).toMatchObject({
      name: 'team.ics',
      same: 0,
      messages: [],
    });
    expect(await occasions()).toEqual(before);

    expect(value(await studio.call('occasion.take', { token })).added).toHaveLength(4);
    expect((await occasions()).length).toBe(before.length + 4);
    const taken = await steps();
    expect(taken.undo).toMatchObject({ code: 'occasion_import', params: { count: 4 } });

    expect(value(await studio.call('occasion.take', { token }))).toMatchObject({ added: [], changed: [], same: 4 });
    expect(await steps()).toEqual(taken);

    const renamed = choose('team.ics', calendar('新品发布会'));
    expect(value(await studio.call('occasion.take', { token: renamed }))).toMatchObject({
      added: [],
      changed: [{ name: '新品发布会' }],
      same: 3,
    });
    value(await studio.call('history.undo', {}));
    value(await studio.call('history.undo', {}));
    expect(await occasions()).toEqual(before);
  });

  it('is read in GBK as well', async () => {
    // 发布会 in GB18030.
    const gbk = Buffer.concat(
      calendar('@@')
        .split('@@')
        .flatMap((part, index) => [
          ...(index === 0 ? [] : [Buffer.from([0xb7, 0xa2, 0xb2, 0xbc, 0xbb, 0xe1])]),
          Buffer.from(part.replace('周会', 'weekly'), 'latin1'),
        ]),
    );
    const { added } = value(await studio.call('occasion.read', { token: choose('gbk.ics', gbk) }));
    expect(added[0]?.name).toBe('发布会');
  });

  it.each([
    ['empty', '', 'file_empty'],
    ['no calendar', 'hello', 'file_damaged'],
    ['far too big', new Uint8Array(12 * 1024 * 1024 + 1).fill(65), 'file_too_big'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'file_not_text'],
  ])('that is %s is refused with a sentence', async (_, bytes, code) => {
    expect(await studio.call('occasion.read', { token: choose('odd.ics', bytes) })).toMatchObject({
      ok: false,
      failure: { code },
    });
  });
});
