/**
 * Typing in the real window at 4, 50 and 500 paragraphs of Chinese, six versions beside the text and autosave on. The
 * reference is tiptap's starter kit alone in an empty window of the same Electron; both open at once, A B B A.
 *
 *   P9a   synchronous cost of one key, microtasks included, key upon key without a pause, and again one key a frame as a
 *         person types; React's renders on the task of a key
 *   P9b   share of frames over 50 ms while the system's own input types 12 keys a second
 *   P9c   opening another piece / reading its row and putting it into the bare editor
 *   P9d   from the last key before a rest to the version standing in the database
 *
 * `--pairs N` (the goal is written for 41); `JUZHEN_BENCH_KEYS`, `_SECONDS` and `_PARAGRAPHS` (4,50,500) change the rest.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paired, report } from './lib/paired.mjs';
import { makeWorkspace, openPiece, openStudio, pagePart, VERSIONS } from './lib/typing-studio.mjs';
import { openWindow, pause, until } from './lib/window.mjs';

const number = (name, fallback) => Number(process.env[`JUZHEN_BENCH_${name}`] ?? fallback);
const PAIRS = Number(process.argv[process.argv.indexOf('--pairs') + 1]) || 21;
const KEYS = number('KEYS', 200);
const SECONDS = number('SECONDS', 60);
const OPENINGS = 7;
const RESTS = 8;
const KEYS_A_SECOND = 12;
const SIZES = (process.env.JUZHEN_BENCH_PARAGRAPHS ?? '4,50,500').split(',').map(Number);
/** Autosave, the versions and the index follow a rest; the reference is not measured while they work. */
const AFTER_REST = 900;
const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)];

async function keyCost(studio, bare, size, rested) {
  const keys = rested ? Math.ceil(KEYS / 4) : KEYS;
  const pairs = rested ? Math.ceil(PAIRS / 2) : PAIRS;
  let renders = 0;
  let measured = 0;
  let quiet = true;
  const reference = async () => {
    if (!quiet) await pause(AFTER_REST);
    quiet = true;
    return (await bare.evaluate(`typing.block(${keys}, ${rested})`)).micros;
  };
  const subject = async () => {
    quiet = false;
    const { micros, commits } = await studio.evaluate(`typing.block(${keys}, ${rested})`);
    renders += commits;
    measured += keys;
    return micros;
  };
  const result = await paired({ pairs, warmUp: 2, reference, subject });
  report('P9a', `one key ${rested ? 'a frame' : 'upon key'}, ${size} paragraphs`, 1.3, 'µs', result);
  console.log(`P9a   React's renders on the task of a key, ${size} paragraphs: ${renders} in ${measured} keys (bar 0)`);
}

const letter = { key: 'a', code: 'KeyA', number: 65, text: 'a' };

async function type(window, keys) {
  const start = Date.now();
  for (let index = 0; index < keys; index += 1) {
    await window.press(letter);
    await pause(Math.max(0, start + ((index + 1) * 1000) / KEYS_A_SECOND - Date.now()));
  }
}

async function frames(window, size) {
  await window.evaluate(
    'typing.settle(typing.editorOf()).then(() => { globalThis.stopFrames = typing.watchFrames(); })',
  );
  const keys = SECONDS * KEYS_A_SECOND;
  await type(window, keys);
  const { frames: all, late, longest, tasks, commits } = await window.evaluate('stopFrames()');
  console.log(
    `P9b   frames over 50 ms, ${size} paragraphs: ${((late / all) * 100).toFixed(2)} % of ${all} in ${SECONDS} s (bar 0.5 %); ` +
      `longest ${longest.toFixed(0)} ms, ${tasks} tasks over 50 ms, ${(commits / keys).toFixed(1)} renders a key, off its task`,
  );
}

async function opening(studio, bare, size, { docs, raw }) {
  const row = raw.prepare('SELECT doc FROM body WHERE id = ?').pluck();
  const ids = [`p_${size}a`, `p_${size}b`];
  let at = 0;
  const reference = async () => {
    const start = performance.now();
    const doc = JSON.parse(row.get(ids[at++ % 2]));
    const read = performance.now() - start;
    return read + (await bare.evaluate(`typing.showBare(${JSON.stringify(doc)})`));
  };
  const subject = async () => {
    const id = ids[at++ % 2];
    const spent = await openPiece(studio, id, docs.get(id));
    await pause(AFTER_REST);
    return spent;
  };
  const result = await paired({ pairs: OPENINGS, warmUp: 2, reference, subject });
  report('P9c', `open another piece, ${size} paragraphs`, 1.5, 'ms', result);
}

/** Bursts of five keys and a rest; the store says "changed" once the version is committed. */
async function durable(studio, size) {
  const spent = [];
  await studio.evaluate('typing.settle(typing.editorOf())');
  for (let rest = 0; rest < RESTS; rest += 1) {
    await pause(AFTER_REST);
    await studio.evaluate('typing.watchChanges()');
    await type(studio, 5);
    spent.push(await studio.evaluate('typing.untilSaved()'));
  }
  console.log(
    `P9d   last key to durable at rest, ${size} paragraphs: median ${percentile(spent, 0.5)} ms, longest ${percentile(spent, 1)} ms of ${RESTS} rests (bar 1 s, goal 400 ms)`,
  );
}

const data = mkdtempSync(join(tmpdir(), 'juzhen-editor-'));
const bareData = mkdtempSync(join(tmpdir(), 'juzhen-bare-'));
const windows = [];
try {
  const workspace = await makeWorkspace(data, SIZES, bareData);
  const part = await pagePart();
  const studio = await openStudio(data, part);
  windows.push(studio);
  const bare = await openWindow('bench/bare', [`--user-data-dir=${bareData}`]);
  windows.push(bare);
  await until(() => bare.evaluate(`performance.getEntriesByName('studio-ready').length`), 'the bare page');
  await bare.evaluate(part);
  console.log(
    `editor: ${PAIRS} pairs of A B B A, ${KEYS} keys each, ${VERSIONS} versions; paragraphs of 120 Han; frames over ${SECONDS} s`,
  );
  for (const size of SIZES) {
    const id = `p_${size}a`;
    const doc = workspace.docs.get(id);
    await openPiece(studio, id, doc);
    await pause(3_000);
    const look = await studio.evaluate('typing.lookOf(typing.editorOf())');
    await bare.evaluate(`void typing.mountBare(${JSON.stringify(doc)}, ${JSON.stringify(look)})`);
    await keyCost(studio, bare, size, false);
    await keyCost(studio, bare, size, true);
    if (size === Math.max(...SIZES)) await frames(studio, size);
    await durable(studio, size);
    await opening(studio, bare, size, workspace);
  }
} finally {
  for (const window of windows) await window.end();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  rmSync(bareData, { recursive: true, force: true, maxRetries: 5 });
}
