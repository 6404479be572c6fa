import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPlanFile } from '../../src/core/plan/file/read';
import { aFolder, runIn } from './runIn';

const here = aFolder();
const read = (name: string) => {
  const plan = readPlanFile(readFileSync(join(here, name)), name);
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
};
const ofType = (name: string, type: string) => read(name).states.filter((state) => state.type === type);
beforeAll(async () => {
  expect((await runIn(here, ['sample', 'plan.juzhen', '--today', '2026-10-11'])).code).toBe(0);
});

describe('juzhen part', () => {
  test('writes a campaign by its name, which merged back changes nothing', async () => {
    const name = String(ofType('plan.juzhen', 'campaign')[0]?.registers.name);
    const ran = await runIn(here, ['part', 'plan.juzhen', '-o', 'part.juzhen', '--campaigns', name]);
    expect(ran).toMatchObject({ code: 0, out: 'part.juzhen\n' });
    expect(read('part.juzhen').part).toBe(true);
    expect(ofType('part.juzhen', 'wave')).toHaveLength(ofType('plan.juzhen', 'wave').length);
    expect(read('part.juzhen').states.length).toBeLessThan(read('plan.juzhen').states.length);
    expect((await runIn(here, ['merge', 'plan.juzhen', 'part.juzhen', '-o', 'back.juzhen'])).code).toBe(0);
    expect(readFileSync(join(here, 'back.juzhen')).equals(readFileSync(join(here, 'plan.juzhen')))).toBe(true);
  });

  test('writes some pieces by title, without pictures and without notes', async () => {
    const piece = ofType('plan.juzhen', 'piece').find(({ registers }) => registers.coverId != null);
    const title = String(piece?.registers.title);
    const args = ['part', 'plan.juzhen', '-o', 'one.juzhen', '--pieces', title];
    expect((await runIn(here, [...args, '--no-pictures', '--no-notes'])).code).toBe(0);
    expect(ofType('one.juzhen', 'piece').map(({ id }) => id)).toEqual([piece?.id]);
    expect([read('one.juzhen').assets.size, ofType('one.juzhen', 'review').length]).toEqual([0, 0]);
    // What is there holds less: nothing of it is lost.
    expect((await runIn(here, args)).code).toBe(0);
    expect(read('one.juzhen').assets.size).toBeGreaterThan(0);
  });

  test('says which name the plan does not have, and writes nothing', async () => {
    const ran = await runIn(here, ['part', 'plan.juzhen', '-o', 'no.juzhen', '--pieces', '没有这一篇', '--lang', 'zh']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('没有叫「没有这一篇」的内容');
    expect(() => read('no.juzhen')).toThrow();
  });
});
