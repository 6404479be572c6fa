import { join, resolve } from 'node:path';
import { build } from 'vite';
import { load } from './bundle.mjs';
import { pieceMaker } from './pieces.mjs';
import { openWindow, pause, until } from './window.mjs';

/** Six platforms with an account each, and the format the piece goes out in there: the versions beside the text. */
const FORMATS = [
  'weibo/post',
  'xiaohongshu/note_image',
  'wechat_oa/article',
  'zhihu/article',
  'bilibili/dynamic',
  'x/post',
];
export const VERSIONS = FORMATS.length;
const READY = 'document.documentElement?.dataset.ready !== undefined';
const CONTROL = 2;

/** Counts every commit React makes, whichever root: the hook its own developer tools use. */
const COUNT_COMMITS = `globalThis.benchCommits = { count: 0 };
globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
  isDisabled: false, supportsFiber: true, renderers: new Map(), inject: () => 1, checkDCE: () => {},
  onCommitFiberRoot: () => { globalThis.benchCommits.count += 1; }, onPostCommitFiberRoot: () => {}, onCommitFiberUnmount: () => {},
};`;

/**
 * A data folder with a workspace of accounts, and for every size two pieces of so many paragraphs of 120 Han, planned in
 * six formats. Answers the documents by the pieces' ids, and a database of nothing but them in `rawFolder`: the studio
 * keeps its own to itself while it runs.
 */
export async function makeWorkspace(data, sizes, rawFolder) {
  const surface = await load('bench/lib/store-surface.ts');
  const { applyOp, createOp, makeStamp, writeState, writeVersion } = surface;
  const folder = join(data, 'workspaces', 'bench');
  const binding = process.env.JUZHEN_SQLITE_BINDING ?? null;
  const open = await surface.openWorkspace({ folder, binding, now: Date.now });
  surface.startBlank(open.db, open.clock, 'bench', 'zh', 'Asia/Shanghai');
  const { piece: make } = pieceMaker();
  const docs = new Map();
  let tick = 0;
  const stamp = () =>
    makeStamp({ millis: Date.parse('2026-09-01') + tick++ * 1000, counter: 0, node: open.clock.node });
  const keep = (op) => {
    const { state } = applyOp(null, op, stamp());
    for (const version of Object.values(state.versions)) writeVersion(open.db, state.id, version);
    writeState(open.db, state);
  };
  open.db.transaction(() => {
    for (const format of FORMATS) {
      const platform = format.split('/', 1)[0];
      keep(createOp('account', `c_${platform}`, { platform, name: `账号 ${platform}`, lang: 'zh', formats: [format] }));
    }
    for (const size of sizes)
      for (const which of ['a', 'b']) {
        const id = `p_${size}${which}`;
        const content = Array.from({ length: size }, (_, index) => make(index).doc.content[0]);
        docs.set(id, { type: 'doc', content });
        keep(
          createOp('piece', id, { ...make(size).draft, title: `${size} 段 ${which}`, formats: FORMATS }, docs.get(id)),
        );
      }
  })();
  open.clock.last = stamp();
  await surface.refreshSearch(open.db);
  surface.closeWorkspace(open.db);
  surface.rememberWorkspace(data, 'bench');
  const raw = surface.openDatabase(join(rawFolder, 'raw.db'), { binding });
  raw.exec('CREATE TABLE body (id TEXT PRIMARY KEY, doc TEXT NOT NULL) STRICT');
  for (const [id, doc] of docs) raw.prepare('INSERT INTO body VALUES (?, ?)').run(id, JSON.stringify(doc));
  return { docs, raw };
}

/** The part that runs in the pages, minified as the studio is. */
export async function pagePart() {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'chrome130',
      lib: { entry: resolve('bench/lib/typing-page.js'), formats: ['iife'], name: 'typing', fileName: 'typing' },
    },
  });
  const [{ output }] = [built].flat();
  return `${output[0].code};globalThis.typing = typing;0`;
}

/** The studio on a data folder, with React's commits counted and the page part in it. */
export async function openStudio(data, part) {
  const studio = await openWindow('.', [`--data-dir=${data}`, '--today=2026-10-14', '--lang=zh']);
  // Counting needs a page that begins with the counter, so the first load is let finish and then done again.
  await until(() => studio.evaluate(READY), 'the first load');
  await studio.send('Page.enable');
  await studio.send('Page.addScriptToEvaluateOnNewDocument', { source: COUNT_COMMITS });
  await studio.send('Page.reload');
  await until(() => studio.evaluate(`${READY} && globalThis.benchCommits?.count > 0`), 'the screens');
  await studio.evaluate(part);
  return studio;
}

/** To the library and into a piece of it; milliseconds from the double click to the text. */
export async function openPiece(studio, id, doc) {
  await studio.press({ key: '3', code: 'Digit3', number: 51, modifiers: CONTROL });
  await until(() => studio.evaluate(`document.getElementById('piece-${id}') !== null`), `${id} in the library`);
  await pause(300);
  return studio.evaluate(`typing.openRow('${id}', ${doc.content.length})`);
}
