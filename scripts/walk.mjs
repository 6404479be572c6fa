import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { root } from './setup/paths.mjs';
import { say } from './setup/say.mjs';

const READY_LIMIT_MS = 60_000;

/** The walk through the studio: each step acts on the page and answers what it made, as { path, what }. */
const STEPS = [
  {
    title: 'First screen',
    act: async ({ page, outDir }) => [await picture(page, outDir, 'first-screen', 'what the studio opens with')],
  },
];

/** Walks the studio in a data folder of its own and answers the list of what was made. */
export async function walk({ env, outDir }) {
  mkdirSync(outDir, { recursive: true });
  // Playwright looks for Electron in the environment of its own process, whatever it is given for the child.
  Object.assign(process.env, env);
  const data = mkdtempSync(join(tmpdir(), 'juzhen-walk-'));
  const app = await _electron.launch({
    cwd: root,
    args: ['.', `--user-data-dir=${data}`, '--log-level=3', '--disable-gpu'],
    env,
  });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true', undefined, {
      timeout: READY_LIMIT_MS,
    });
    const made = [];
    for (const step of STEPS) {
      say(`  ${step.title}`);
      made.push(...(await step.act({ app, page, outDir })));
    }
    return made;
  } finally {
    await app.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function picture(page, outDir, name, what) {
  const path = join(outDir, `${name}.png`);
  await page.screenshot({ path });
  return { path, what };
}
