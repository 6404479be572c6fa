import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { chooses, withStudio } from '../helpers/app';
import { ask } from '../helpers/plan';

/** Where lines break is the print's own affair. */
const letters = (text: string): string => text.replaceAll(/\s+/g, '');

test('the sample plan leaves as a page and as a print that a stranger’s reader finds every title in', async () => {
  const out = mkdtempSync(join(tmpdir(), 'juzhen-paper-'));
  try {
    await withStudio({ lang: 'zh' }, async ({ app, page, complaints }) => {
      await ask(page, 'workspace.open_sample', { edition: 'zh' });
      await chooses(app, out);
      const folder = await ask(page, 'dialog.choose_folder', {});
      const choice = { kinds: ['html', 'pdf'], look: 'matrix' } as const;
      const done = await ask(page, 'export.write', {
        choice: { ...choice, kinds: [...choice.kinds] },
        token: folder?.token ?? '',
      });
      expect(done.files).toBe(2);
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
      // A PDF names glyphs, and fonts draw `门` and the radical `⻔` alike: only letters the page has may be said.
      const written = new Set(html);
      expect([...new Set(said)].filter((letter) => !written.has(letter))).toEqual([]);
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
