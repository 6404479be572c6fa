import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A colleague opens the exported plan on a machine of their own, both change it apart, and the colleague's file comes back:
 * looked at first, merged, and where both wrote the same sentence two texts wait.
 *
 * @param open starts a studio on a data folder of its own with a file to open, and answers it.
 * @param pictures takes a picture of the page as it stands, light and dark.
 */
export async function workTogether({ app, page, outDir }, { open, pictures, settled }) {
  const mine = await ask(page, 'piece.list', { filter: { states: ['drafting'], langs: ['zh'] }, limit: 3, offset: 0 });
  const [both, renamed, left] = mine.items;
  const theirs = await open(planIn(join(outDir, 'export')));
  let file;
  try {
    await theirs.page.getByRole('grid').waitFor();
    await rewrite(theirs.page, both.id, '（同事改的）先说结果，再说做法。');
    await rename(theirs.page, renamed.id, `${renamed.title}，改过题目`);
    const day = await ask(theirs.page, 'piece.create', { kind: 'scene', title: '桥上的第一场雪', lang: 'zh' });
    await rewrite(theirs.page, day.id, '雪落下来的时候，桥灯还亮着。');
    await rename(theirs.page, left.id, `${left.title}（二）`);
    file = await exported(theirs);
  } finally {
    await theirs.app.close();
  }
  await rewrite(page, both.id, '（我改的）先说做法，再说结果。');
  await rename(page, renamed.id, `${renamed.title}，我也改了`);
  // A double click while the studio runs hands the file over.
  await app.evaluate(({ app: here }, path) => here.emit('second-instance', {}, ['juzhen', path], '/'), file);
  await page.locator('[data-at]').first().waitFor();
  await settled(page);
  const made = await pictures({ page, outDir }, 'merge', 'a received plan before it is merged: who changed what');
  await page.getByRole('button', { name: /^合并 \d/ }).click();
  await page.getByText(/^合并好了/).waitFor();
  await page.getByRole('button', { name: /^待定，\d+ 处等你决定/ }).click();
  await page.getByTestId('settle').waitFor();
  await settled(page);
  made.push(
    ...(await pictures({ page, outDir }, 'conflicts', 'what two people wrote at once, both texts side by side')),
  );
  rmSync(join(file, '..', '..'), { recursive: true, force: true });
  return made;
}

const planIn = (folder) =>
  join(
    folder,
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.juzhen')),
  );

const ask = (page, name, input) =>
  page.evaluate(
    async ([called, given]) => {
      const answer = await window.studio.call(called, given);
      if (!answer.ok) throw new Error(`${called}: ${JSON.stringify(answer.failure)}`);
      return answer.value;
    },
    [name, input],
  );

/** Puts a sentence in front of a text. */
async function rewrite(page, id, sentence) {
  const { doc, version } = await ask(page, 'piece.open', { id });
  const [first, ...rest] = doc?.content ?? [];
  const isPlain = first?.type === 'paragraph';
  const content = [
    { type: 'paragraph', ...(isPlain ? { attrs: first.attrs } : {}), content: [{ type: 'text', text: sentence }] },
    ...(isPlain ? rest : [first, ...rest].filter((block) => block !== undefined)),
  ];
  await ask(page, 'piece.write', { id, doc: { type: 'doc', content }, base: version, session: `s${Date.now()}` });
}

const rename = (page, id, title) =>
  ask(page, 'change.make', {
    label: { code: 'piece_edit', params: { title } },
    ops: [{ kind: 'set', type: 'piece', id, register: 'title', value: title }],
  });

/** Exports the whole plan; answers the path of the file. */
async function exported({ app, page }) {
  const target = mkdtempSync(join(tmpdir(), 'juzhen-walk-mail-'));
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, target);
  const { token } = await ask(page, 'dialog.choose_folder', {});
  const { folder } = await ask(page, 'export.write', { choice: { kinds: ['plan'] }, token });
  return planIn(folder);
}
