/**
 * The matrix at month zoom, FullCalendar 7's month and a grid of bare elements, with the same events, in one page and one
 * after another (A B B A). What is compared is the time the page's own thread worked from the call until three frames
 * went by without a change: script, style, layout and paint, whatever the frames in between did.
 *
 *   P5a   the month of 50 accounts / FullCalendar's dayGridMonth as it comes, at 100, 500 and 3,000 events; and the same
 *         where FullCalendar shows four events a day only (`dayMaxEvents`), which the goal does not ask for
 *   P5b   the same / the bare grid; elements of both; 3,000 / 100 events
 *   P5c   a tile dropped until settled / a bare element dropped; cells drawn anew; late frames while carrying
 *
 * `--pairs N`; `JUZHEN_BENCH_EVENTS` (100,500,3000) changes the sizes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { paired, report } from './lib/paired.mjs';
import { openWindow, until } from './lib/window.mjs';

const PAIRS = Number(process.argv[process.argv.indexOf('--pairs') + 1]) || 41;
const DRAGS = Math.ceil(PAIRS / 2);
const SIZES = (process.env.JUZHEN_BENCH_EVENTS ?? '100,500,3000').split(',').map(Number);
/** The bar of P5a by number of events: the goal is written for 500 and 3,000. */
const CALENDAR_BARS = { 3000: 0.1 };

/** What runs in the page, minified as the studio is, and its styles. */
async function pagePart() {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'chrome130',
      rolldownOptions: { output: { codeSplitting: false } },
      lib: { entry: resolve('bench/lib/matrix-page.tsx'), formats: ['iife'], name: 'matrix', fileName: 'matrix' },
    },
  });
  const output = [built].flat().flatMap((one) => one.output);
  const styles = output.filter(({ fileName }) => fileName.endsWith('.css')).map(({ source }) => source);
  const [script] = output.filter(({ type }) => type === 'chunk');
  const head = `{const s=document.createElement('style');s.textContent=${JSON.stringify(styles.join('\n'))};document.head.append(s);}`;
  return `${head}${script.code};globalThis.matrix = matrix;0`;
}

/** Milliseconds the page's thread worked while `expression` was carried out; garbage is taken out before. */
function worked(window, expression) {
  return async () => {
    await window.send('HeapProfiler.collectGarbage');
    const before = await taskSeconds(window);
    await window.evaluate(expression);
    const spent = (await taskSeconds(window)) - before;
    return spent * 1000;
  };
}

async function taskSeconds(window) {
  const { metrics } = await window.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

const shown = (window, call) => {
  const measure = worked(window, `matrix.${call}()`);
  return async () => {
    const spent = await measure();
    await window.evaluate('matrix.clear()');
    return spent;
  };
};

async function opening(window, events) {
  await window.evaluate(`matrix.prepare(${events})`);
  const ours = shown(window, 'showMatrix');
  const calendar = shown(window, 'showCalendar');
  const short = shown(window, 'showShortCalendar');
  const bare = shown(window, 'showBare');
  const label = `${events.toLocaleString('en')} events`;
  const a = await paired({ pairs: PAIRS, warmUp: 3, reference: calendar, subject: ours });
  report('P5a', `month / FullCalendar, ${label}`, CALENDAR_BARS[events] ?? 0.5, 'ms', a);
  const c = await paired({ pairs: PAIRS, warmUp: 2, reference: short, subject: ours });
  report('P5a', `month / FullCalendar, 4 a day, ${label}`, CALENDAR_BARS[events] ?? 0.5, 'ms', c);
  const b = await paired({ pairs: PAIRS, warmUp: 2, reference: bare, subject: ours });
  report('P5b', `month / bare grid, ${label}`, 1.5, 'ms', b);
  const count = async (call) => {
    await window.evaluate(`matrix.${call}()`);
    const nodes = await window.evaluate('matrix.nodes()');
    await window.evaluate('matrix.clear()');
    return nodes;
  };
  const nodes = [];
  for (const call of ['showMatrix', 'showBare', 'showCalendar', 'showShortCalendar']) nodes.push(await count(call));
  console.log(
    `P5b   elements, ${label}: ours ${nodes[0]}, bare ${nodes[1]} (${(nodes[0] / nodes[1]).toFixed(2)} ×, bar 2), FullCalendar ${nodes[2]}, 4 a day ${nodes[3]}`,
  );
}

async function growing(window, few, many, call, what) {
  const run = (events) => {
    const measure = shown(window, call);
    return async () => {
      await window.evaluate(`matrix.prepare(${events})`);
      return measure();
    };
  };
  const result = await paired({ pairs: PAIRS, warmUp: 2, reference: run(few), subject: run(many) });
  report('P5b', `${what}, ${many.toLocaleString('en')} / ${few.toLocaleString('en')} events`, 1.3, 'ms', result);
}

async function dragging(window, events) {
  await window.evaluate(`matrix.prepare(${events})`);
  const late = { ours: { frames: 0, late: 0, longest: 0 }, bare: { frames: 0, late: 0, longest: 0 } };
  const wall = { ours: [], bare: [] };
  let most = 0;
  const drop = (show, who) => async () => {
    await window.evaluate(`matrix.${show}()`);
    const seen = await window.evaluate('matrix.carry()');
    late[who].frames += seen.frames;
    late[who].late += seen.late;
    late[who].longest = Math.max(late[who].longest, seen.longest);
    const spent = await worked(window, 'matrix.letGo().then((told) => { globalThis.told = told; })')();
    const told = await window.evaluate('told');
    wall[who].push(told.millis);
    if (who === 'ours') most = Math.max(most, told.redrawn.length);
    await window.evaluate('matrix.clear()');
    return spent;
  };
  const result = await paired({
    pairs: DRAGS,
    warmUp: 1,
    reference: drop('showBare', 'bare'),
    subject: drop('showMatrix', 'ours'),
  });
  report('P5c', `drop to settled / bare element, ${events} events`, 2, 'ms', result);
  const middle = (values) => [...values].sort((x, y) => x - y)[values.length >> 1];
  console.log(
    `P5c   cells drawn anew on a drop: at most ${most} (bar 2); last change after the drop: ours ${middle(wall.ours).toFixed(1)} ms, bare ${middle(wall.bare).toFixed(1)} ms`,
  );
  const say = ({ frames, late: slow, longest }) => `${slow} of ${frames}, longest ${longest.toFixed(0)} ms`;
  console.log(`P5c   frames over 50 ms while carrying: ours ${say(late.ours)}; bare ${say(late.bare)}`);
}

const data = mkdtempSync(join(tmpdir(), 'juzhen-matrix-'));
let window;
try {
  const part = await pagePart();
  window = await openWindow('bench/bare', [`--user-data-dir=${data}`]);
  await until(() => window.evaluate(`performance.getEntriesByName('studio-ready').length`), 'the bare page');
  await window.send('Performance.enable', { timeDomain: 'threadTicks' });
  await window.evaluate(part);
  console.log(`matrix: ${PAIRS} pairs of A B B A, 50 accounts, October 2026, 1040 × 640 in view`);
  for (const events of SIZES) await opening(window, events);
  if (SIZES.length > 1) {
    const [few, many] = [Math.min(...SIZES), Math.max(...SIZES)];
    await growing(window, few, many, 'showMatrix', 'month');
    // More tiles are in view where there is more to show, for bare elements too; beyond a full view nothing grows.
    await growing(window, few, many, 'showBare', 'bare grid');
    await growing(window, many, many * 10, 'showMatrix', 'month');
  }
  await dragging(window, SIZES[Math.floor(SIZES.length / 2)]);
} finally {
  await window?.end();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}
