/**
 * Importing 5,000 Markdown files and a sheet of 50,000 rows through the built store and reader threads: seconds of the
 * dry run, of taking everything and of undoing it, and the longest a call made meanwhile had to wait: one every 20 ms, and
 * while rows are taken one every half second (taking gives way to each, four times at most: `src/main/store/room.ts`). Needs a build: `npx electron-vite build`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const FILES = Number(process.env.JUZHEN_IMPORT_FILES ?? 5_000);
const ROWS = Number(process.env.JUZHEN_IMPORT_ROWS ?? 50_000);
/** Between two calls while rows are taken, in milliseconds; `JUZHEN_IMPORT_CALM=100000` for nobody calling. */
const CALM = Number(process.env.JUZHEN_IMPORT_CALM ?? 500);
const binding = process.env.JUZHEN_SQLITE_BINDING ?? null;
const usual = { new: 'new', same: 'skip', changed: 'skip', unclear: 'new' };
const choice = { usual, rows: [], campaignId: null, personaId: null, confirmed: false };
const body = '江边夜拍从来不是一件容易的事，灯光、快门、三脚架，每一样都要提前想好。'.repeat(12);

const home = mkdtempSync(join(tmpdir(), 'juzhen-bench-import-'));
try {
  mkdirSync(join(home, '稿'));
  for (let n = 1; n <= FILES; n += 1) {
    const text = `---\ntitle: 第 ${n} 篇夜拍笔记\ntags: [夜拍, 长沙]\n---\n## 出门前\n\n${body}\n\n- 三脚架 ${n}\n- 快门线\n`;
    writeFileSync(join(home, '稿', `${n}.md`), text);
  }
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const day = `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
    return `${day},20:30,微博,汀岸,第 ${n + 1} 条,今晚八点江边见，第 ${n + 1} 条带上三脚架。,夜拍`;
  });
  writeFileSync(join(home, '排期.csv'), `日期,时间,平台,账号,标题,正文,标签\n${rows.join('\n')}\n`);
  await measure(`${FILES.toLocaleString('en')} Markdown files`, join(home, '稿'));
  await measure(`a sheet of ${ROWS.toLocaleString('en')} rows`, join(home, '排期.csv'));
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function measure(name, source) {
  const store = await open(mkdtempSync(join(home, 'workspace-')));
  try {
    const account = { platform: 'weibo', name: '汀岸', handle: '@tingan' };
    const op = { kind: 'create', type: 'account', id: 'ac1', draft: { registers: account, sets: {} } };
    await store.call('change.make', { label: { code: 'account_edit', params: {} }, ops: [op] });
    const reading = await watched(store, 20, async () => {
      const ready = store.phase('ready');
      await store.call('import.start', {}, [source]);
      return ready;
    });
    const taking = await watched(store, CALM, async () => {
      const done = store.phase('done');
      await store.call('import.apply', { job: reading.value.job, choice });
      return done;
    });
    const undoing = await watched(store, 20, () => store.call('history.undo', {}));
    const { made, placements } = taking.value.result;
    console.log(`${name}: ${made} pieces, ${placements} placements`);
    for (const [what, { seconds, wait }] of Object.entries({ 'dry run': reading, taking, undo: undoing }))
      console.log(
        `  ${what.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s   longest wait of a call ${wait.toFixed(0).padStart(5)} ms`,
      );
  } finally {
    await store.close();
  }
}

/** Runs `work` while a call is made every so many milliseconds; the longest of them counts. */
async function watched(store, every, work) {
  let over = false;
  let wait = 0;
  const start = performance.now();
  const working = work();
  const asking = (async () => {
    while (!over) {
      const asked = performance.now();
      await store.call('history.state', {});
      wait = Math.max(wait, performance.now() - asked);
      await Promise.race([working, new Promise((next) => setTimeout(next, every).unref())]);
    }
  })();
  const value = await working;
  const seconds = (performance.now() - start) / 1_000;
  over = true;
  await asking;
  return { value, seconds, wait };
}

function open(folder) {
  return new Promise((resolve, reject) => {
    const seed = { kind: 'blank', name: 'bench', lang: 'zh' };
    const reader = join(process.cwd(), 'out/main/reader.js');
    const workerData = {
      folder,
      seed,
      resources: join(process.cwd(), 'resources'),
      today: '2026-10-09',
      binding,
      reader,
      app: 'bench',
      shown: null,
    };
    const worker = new Worker(join(process.cwd(), 'out/main/store.js'), { workerData });
    const waiting = new Map();
    const phases = new Map();
    let last = 0;
    const post = (name, input, path) =>
      new Promise((answer, failed) => {
        last += 1;
        waiting.set(last, { answer, failed, name });
        worker.postMessage({ kind: 'call', id: last, name, input, path });
      });
    worker.on('error', reject);
    worker.on('message', (message) => {
      if (message.kind === 'opened')
        resolve({
          call: (name, input, path = null) => post(name, input, path),
          phase: (name) => new Promise((reached) => phases.set(name, reached)),
          close: () =>
            new Promise((closed) => {
              worker.once('exit', closed);
              worker.postMessage({ kind: 'close' });
            }),
        });
      if (message.kind === 'refused') reject(new Error(JSON.stringify(message.failure)));
      if (message.kind === 'answer') {
        const { answer, failed, name } = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.answer.ok) answer(message.answer.value);
        else failed(new Error(`${name}: ${JSON.stringify(message.answer.failure)}`));
      }
      if (message.kind === 'importing') {
        const { state } = message.fact;
        if (state.phase === 'failed') console.error(state.failure);
        phases.get(state.phase)?.(state);
      }
    });
  });
}
