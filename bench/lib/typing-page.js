/**
 * Runs inside a page, the studio's or the bare one: types into an editor as a key does (keydown, the browser's own
 * insertion, ProseMirror's reading of it, and every microtask that follows) and answers what that took.
 */
export { mountBare } from './bare-editor';

/** More microtasks in a row than anything in the page uses; what comes after them is another task. */
const HOPS = 8;
const TYPED = '江面的船灯亮了我们在渡口等最后一班船';
const SET_ALIKE = ['width', 'fontFamily', 'fontSize', 'lineHeight', 'whiteSpace', 'overflowWrap', 'lineBreak'];

const task = () => {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
};
/** The frame that shows the last key is drawn first, and a moment passes, as when a person types. */
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 12)));
export const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));

export const editorOf = () => document.querySelector('[contenteditable="true"].ProseMirror')?.editor ?? null;

export function lookOf(editor) {
  const style = getComputedStyle(editor.view.dom);
  return Object.fromEntries(SET_ALIKE.map((name) => [name, style[name]]));
}

/** Puts the caret at the end of the middle block and waits until what that set off is over. */
export async function settle(editor) {
  const { doc } = editor.state;
  let at = 0;
  for (let index = 0; index <= doc.childCount >> 1 && index < doc.childCount; index += 1)
    at += doc.child(index).nodeSize;
  editor.view.focus();
  editor
    .chain()
    .setTextSelection(at - 1)
    .scrollIntoView()
    .run();
  await pause(40);
  await idle();
  return editor.state.selection.from;
}

/** React's commits so far; the hook is there before the page loads. The bare page has no React. */
const commits = () => globalThis.benchCommits?.count ?? 0;

async function key(view, letter) {
  const before = commits();
  const start = performance.now();
  view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', bubbles: true, cancelable: true }));
  document.execCommand('insertText', false, letter);
  for (let hop = 0; hop < HOPS; hop += 1) await null;
  return { spent: performance.now() - start, commits: commits() - before };
}

/** The mean without the slowest tenth: in those keys the machine did something else. A median would see the clock's steps of 100 µs. */
const usual = (values) => {
  const kept = values.sort((a, b) => a - b).slice(0, Math.ceil(values.length * 0.9));
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
};

/**
 * Types `keys` letters, each on a task of its own (`rested`: after the frame of the one before), and takes them out again. Answers the usual key in microseconds
 * and how often React rendered on the tasks of the keys.
 */
export async function block(keys, rested = false) {
  const editor = editorOf();
  const from = await settle(editor);
  const spent = [];
  let rendered = 0;
  for (let index = 0; index < keys; index += 1) {
    await (rested ? frame() : task());
    const one = await key(editor.view, TYPED[index % TYPED.length]);
    spent.push(one.spent);
    rendered += one.commits;
  }
  const typed = editor.state.selection.from - from;
  if (typed !== keys) throw new Error(`${keys} keys left ${typed} letters`);
  editor.view.dispatch(editor.state.tr.delete(from, from + keys));
  return { micros: usual(spent) * 1000, commits: rendered };
}

/** Counts frames until the answer is called: all, and those that came more than 50 ms after the one before. */
export function watchFrames() {
  const seen = { frames: 0, late: 0, longest: 0, tasks: 0 };
  const before = commits();
  let last = 0;
  let on = true;
  const observer = new PerformanceObserver((list) => {
    seen.tasks += list.getEntries().length;
  });
  observer.observe({ type: 'longtask' });
  const frame = (now) => {
    if (!on) return;
    if (last > 0) {
      seen.frames += 1;
      seen.longest = Math.max(seen.longest, now - last);
      if (now - last > 50) seen.late += 1;
    }
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return () => {
    on = false;
    observer.disconnect();
    return { ...seen, commits: commits() - before };
  };
}

/** Puts a document into the bare editor and has it laid out; milliseconds. */
export function showBare(doc) {
  const editor = editorOf();
  const start = performance.now();
  editor.commands.setContent(doc, { emitUpdate: false });
  editor.view.dom.getBoundingClientRect();
  return performance.now() - start;
}

/** Opens a row of the library by a double click and waits for its text, laid out; milliseconds. */
export function openRow(id, blocks) {
  const row = document.getElementById(`piece-${id}`);
  const start = performance.now();
  return new Promise((resolve) => {
    const look = () => {
      const editor = editorOf();
      if (editor?.state.doc.childCount !== blocks || !editor.view.dom.isConnected) return;
      observer.disconnect();
      editor.view.dom.getBoundingClientRect();
      resolve(performance.now() - start);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    row.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  });
}

let changes = [];
let lastKey = 0;
let stop = () => {};

/** Notes from here on when the last key went down and when the store said what it had committed. */
export function watchChanges() {
  stop();
  changes = [];
  const key = () => {
    lastKey = performance.now();
  };
  addEventListener('keydown', key, true);
  const unlisten = globalThis.studio.on('changed', () => changes.push(performance.now()));
  stop = () => {
    removeEventListener('keydown', key, true);
    unlisten();
  };
}

/** Milliseconds from the last key to the last commit after it, once no other has followed for 700 ms. */
export async function untilSaved() {
  const end = lastKey + 5_000;
  const after = () => changes.filter((at) => at > lastKey);
  while (after().length === 0 || performance.now() - after().at(-1) < 700) {
    if (performance.now() > end) throw new Error('Nothing was saved within 5 s of a key');
    await pause(20);
  }
  return Math.round(after().at(-1) - lastKey);
}
