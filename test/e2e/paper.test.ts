import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { chooses, withStudio } from '../helpers/app';
import { ask } from '../helpers/plan';

/** Letters alone, as they are meant: some fonts draw a Han letter and a radical's sign as one glyph, and a PDF knows glyphs. */
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[⻅⻔⻓⻋⻢⻦⻚⻛⻜⻥⻩⻰⻬⻮⻉⻘⻣⻤⻁⺠⻄]/g, (sign) => meant[sign] ?? sign)
    .replaceAll(/\s+/g, '');
const meant: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '⻅见',
    '⻔门',
    '⻓长',
    '⻋车',
    '⻢马',
    '⻦鸟',
    '⻚页',
    '⻛风',
    '⻜飞',
    '⻥鱼',
    '⻩黄',
    '⻰龙',
    '⻬齐',
    '⻮齿',
    '⻉贝',
    '⻘青',
    '⻣骨',
    '⻤鬼',
    '⻁虎',
    '⺠民',
    '⻄西',
  ].map(([sign, letter]) => [sign, letter]),
);

test('the sample plan leaves as a page and as a print that a stranger’s reader finds every title in', async () => {
  const out = mkdtempSync(join(tmpdir(), 'juzhen-paper-'));
  try {
    await withStudio({ lang: 'zh' }, async ({ app, page, complaints }) => {
      await ask(page, 'workspace.open_sample', { edition: 'zh' });
      await chooses(app, out);
      const folder = await ask(page, 'dialog.choose_folder', {});
      const choice = { kinds: ['html', 'pdf'], look: 'matrix' } as const;
      const written = await ask(page, 'export.write', {
        choice: { ...choice, kinds: [...choice.kinds] },
        token: folder?.token ?? '',
      });
      expect(written.files).toBe(2);
      const [name] = readdirSync(out);
      const read = (file: string): Buffer => readFileSync(join(out, name ?? '', file));
      const html = read('schedule.html').toString('utf8');
      const titles = [...html.matchAll(/<p class="title"><bdi>(.*?)<\/bdi>/g)].map(([, title]) => title ?? '');
      expect(titles.length).toBeGreaterThan(40);

      const pdf = await getDocumentProxy(new Uint8Array(read('schedule.pdf')));
      const { text, totalPages } = await extractText(pdf, { mergePages: true });
      const said = letters(text);
      expect(
        titles.filter((title) => !said.includes(letters(title.replaceAll('&amp;', '&').replaceAll('&quot;', '"')))),
      ).toEqual([]);
      // A3 across, in points.
      for (let number = 1; number <= totalPages; number += 1) {
        const [, , width, height] = (await pdf.getPage(number)).view;
        expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([1191, 842]);
      }
      expect(said).toContain(`1/${totalPages}`);
      expect(await complaints()).toMatchObject({ policy: [], requests: [] });
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
