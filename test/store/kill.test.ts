import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenPromises, type Promised, writeAndKill } from '../helpers/killing';

/** Cycles in the ordinary suite; `npm run soak -- kill` runs the long campaign. */
const CYCLES = Number(process.env.JUZHEN_KILL_CYCLES ?? 20);

describe('a store killed without warning', () => {
  it(`keeps every acknowledged edit, whole, over ${CYCLES} kills of one workspace`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'juzhen-kill-'));
    const seed = Date.now() % 100_000;
    const promised: Promised = new Map();
    let acks = 0;
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      acks += await writeAndKill(folder, seed + cycle, (seed * 31 + cycle * 17) % 60, promised);
      expect(await brokenPromises(folder, promised), `seed ${seed}, cycle ${cycle}`).toEqual([]);
    }
    expect(acks).toBeGreaterThan(CYCLES);
    rmSync(folder, { recursive: true, force: true });
  });
});
