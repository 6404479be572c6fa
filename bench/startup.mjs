/**
 * P1: process start to a first screen that is painted and takes input, 10,000 pieces, against a bare Electron window.
 * P2: memory of all processes (PSS) after first paint and a collection, likewise. Alternating launches, A B B A.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './lib/bundle.mjs';
import { attach, pagesOf } from './lib/devtools.mjs';
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

/** When the page marked itself painted and ready for input, in milliseconds since 1970; 0 while it has not. */
const READY = `(() => {
  const [mark] = performance.getEntriesByName('studio-ready');
  return mark === undefined ? 0 : performance.timeOrigin + mark.startTime;
})()`;

/** Resolves once the studio's store has answered; at once in the bare window. */
const AWAKE = "globalThis.studio?.call('history.state', {})";

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

/** Chromium says on its standard error where it listens. */
function portOf(child) {
  let heard = '';
  let port = 0;
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (chunk) => {
    if (port > 0) return;
    heard += chunk;
    port = Number(/DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(heard)?.[1] ?? 0);
  });
  return () => port;
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
async function launch(app, extra) {
  const spawned = Date.now();
  const child = spawn(electron, [...flags, app, ...extra], { stdio: ['ignore', 'ignore', 'pipe'] });
  const portFound = portOf(child);
  try {
    const port = await until(portFound, 'the debugging port');
    const [page] = await until(async () => {
      const pages = await pagesOf(port).catch(() => []);
      return pages.length > 0 ? pages : null;
    }, 'the window');
    const devtools = await attach(port, page);
    const ready = await until(async () => {
      const { result } = await devtools.send('Runtime.evaluate', { expression: READY });
      return result?.value ?? 0;
    }, 'the first screen');
    // Weighed with everything awake: the store is opened after the first screen, so it is asked for something.
    await devtools.send('Runtime.evaluate', { expression: AWAKE, awaitPromise: true });
    await devtools.send('HeapProfiler.collectGarbage');
    await pause(1_000);
    const memory = pssOf(child.pid);
    devtools.close();
    return { millis: ready - spawned, memory };
  } finally {
    // Ended as a person would end it: an unclean end makes the next start check the whole database first.
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
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
  await fillWith(surface, open, PIECES);
  surface.closeWorkspace(open.db);
  surface.rememberWorkspace(data, 'bench');
}

const data = mkdtempSync(join(tmpdir(), 'juzhen-startup-'));
const bareData = mkdtempSync(join(tmpdir(), 'juzhen-bare-'));
try {
  await filledStudio(data);
  const bare = () => launch('bench/bare', [`--user-data-dir=${bareData}`]);
  const studio = () => launch('.', [`--data-dir=${data}`, '--today=2026-10-14', '--lang=zh']);
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
