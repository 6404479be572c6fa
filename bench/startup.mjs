/**
 * P1: process start to a first screen that is painted and takes input, 10,000 pieces, against a bare Electron window.
 * P2: memory of all processes (PSS) after first paint and a collection, likewise. Alternating launches, A B B A.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { load } from './lib/bundle.mjs';
import { fillWith } from './lib/filled.mjs';
import { paired, report } from './lib/paired.mjs';

const PIECES = 10_000;
/** Pairs of A B B A: four launches each, so 11 pairs are 22 of ours and 22 bare. `--pairs N` for more. */
const PAIRS = Number(process.argv[process.argv.indexOf('--pairs') + 1] || 11) || 11;
const LIMIT = 60_000;
const electron = process.env.ELECTRON_EXEC_PATH ?? join('node_modules', 'electron', 'dist', 'electron');
const flags = [
  '--log-level=3',
  '--disable-gpu',
  '--remote-debugging-port=0',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

async function until(find, what) {
  const end = Date.now() + LIMIT;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited a minute for ${what}.`);
    await pause(10);
  }
}

/** Chromium writes the port it listens on into its profile folder, wherever the app keeps that. */
function portIn(folder) {
  for (const place of [folder, join(folder, 'browser')]) {
    const file = join(place, 'DevToolsActivePort');
    if (existsSync(file)) {
      const [port] = readFileSync(file, 'utf8').split('\n');
      if (port) return Number(port);
    }
  }
  return 0;
}

/** Sum over the process and everything it started, in kilobytes. */
function pssOf(pid) {
  const children = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${entry}/status`, 'utf8'))?.[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
    } catch {}
  }
  const all = [pid];
  for (let at = 0; at < all.length; at += 1) all.push(...(children.get(all[at]) ?? []));
  return all.reduce((sum, each) => {
    try {
      return sum + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return sum;
    }
  }, 0);
}

/** One launch: milliseconds from spawn to the mark the page sets once it is painted and takes input, and kilobytes. */
async function launch(app, folder, extra) {
  const profile = join(folder, 'DevToolsActivePort');
  for (const file of [profile, join(folder, 'browser', 'DevToolsActivePort')]) rmSync(file, { force: true });
  const spawned = Date.now();
  const child = spawn(electron, [...flags, app, ...extra], { stdio: 'ignore' });
  try {
    const port = await until(() => portIn(folder), 'the debugging port');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = await until(() => browser.contexts()[0]?.pages()[0], 'the window');
    const ready = await until(
      () =>
        page
          .evaluate(() => {
            const [mark] = performance.getEntriesByName('studio-ready');
            return mark === undefined ? 0 : performance.timeOrigin + mark.startTime;
          })
          .catch(() => 0),
      'the first screen',
    );
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    await pause(1_000);
    const memory = pssOf(child.pid);
    await browser.close();
    return { millis: ready - spawned, memory };
  } finally {
    child.kill('SIGKILL');
    await new Promise((gone) =>
      child.exitCode === null && child.signalCode === null ? child.once('exit', gone) : gone(),
    );
  }
}

/** A data folder with a workspace of 10,000 pieces, as the studio itself lays it out. */
async function filledStudio(data) {
  const surface = await load('bench/lib/store-surface.ts');
  const folder = join(data, 'workspaces', 'bench');
  const open = await surface.openWorkspace({
    folder,
    binding: process.env.JUZHEN_SQLITE_BINDING ?? null,
    now: Date.now,
  });
  surface.startBlank(open.db, open.clock, 'bench', 'zh', 'Asia/Shanghai');
  fillWith(surface, open, PIECES);
  surface.refreshSearch(open.db);
  surface.closeWorkspace(open.db);
  surface.rememberWorkspace(data, 'bench');
}

const data = mkdtempSync(join(tmpdir(), 'juzhen-startup-'));
const bareData = mkdtempSync(join(tmpdir(), 'juzhen-bare-'));
try {
  await filledStudio(data);
  const bare = () => launch('bench/bare', bareData, [`--user-data-dir=${bareData}`]);
  const studio = () => launch('.', data, [`--data-dir=${data}`, '--today=2026-10-14', '--lang=zh']);
  console.log(
    `startup: ${PIECES.toLocaleString('en')} pieces, ${PAIRS} pairs of A B B A, from spawn to the first painted screen`,
  );
  const memory = { reference: [], subject: [] };
  const noting = (kind, run) => async () => {
    const { millis, memory: kilobytes } = await run();
    memory[kind].push(kilobytes / 1024);
    return millis;
  };
  const startup = await paired({
    pairs: PAIRS,
    warmUp: 1,
    reference: noting('reference', bare),
    subject: noting('subject', studio),
  });
  report('P1', 'spawn to first screen, warm profile', 1.35, 'ms', startup);
  // The launches above already weighed both; the same figures in their order are the pairs of P2.
  const replay = (figures) => {
    let at = 0;
    return () => figures[at++ % figures.length];
  };
  report(
    'P2',
    'memory of all processes, PSS',
    1.5,
    'MB',
    await paired({
      pairs: PAIRS,
      warmUp: 0,
      reference: replay(memory.reference.slice(1)),
      subject: replay(memory.subject.slice(1)),
    }),
  );
} finally {
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  rmSync(bareData, { recursive: true, force: true, maxRetries: 5 });
}
