import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { expect, test } from 'vitest';
import { createOp } from '../../src/core/plan/ops';
import { wallDate } from '../../src/core/time/wall';
import { chooses, withStudio } from '../helpers/app';
import { ask } from '../helpers/plan';

/** Where lines break is the print's own affair. */
const letters = (text: string): string => text.replaceAll(/\s+/g, '');

/** Gives every piece a long title of its own, and plans until there are two hundred posts. */
async function crowd(page: Page): Promise<void> {
  const { items } = await ask(page, 'piece.list', { filter: {}, limit: 200, offset: 0 });
  const cards = await ask(page, 'placement.range', { from: wallDate('2026-01-01'), to: wallDate('2027-12-31') });
  const long = 'a title that somebody wrote without ever coming to an end, 一直写到灯都灭了还没有写完，';
  const titles = items.map(({ id }, at) => ({
    kind: 'set' as const,
    type: 'piece' as const,
    id,
    register: 'title',
    value: `【${at} ${long.repeat(2)}${at}】`,
  }));
  const more = Array.from({ length: 200 - cards.length }, (_, at) => {
    const card = cards[at % cards.length];
    if (card === undefined) throw new Error('Nothing is planned.');
    const { pieceId, accountId, format, campaignId, zone } = card;
    return createOp('placement', `pl_more${at}`, { pieceId, accountId, format, campaignId, zone, day: card.day });
  });
  await ask(page, 'change.make', { label: { code: 'placement_plan', params: {} }, ops: [...titles, ...more] });
}
/** The colours of a print, as `#rrggbb`. */
async function colours(print: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<ReadonlySet<string>> {
  const { OPS } = await getResolvedPDFJS();
  const found = new Set<string>();
  for (let number = 1; number <= print.numPages; number += 1) {
    const { fnArray, argsArray } = await (await print.getPage(number)).getOperatorList();
    for (const [at, operator] of fnArray.entries())
      if (operator === OPS.setFillRGBColor) found.add(String(argsArray[at]?.[0]).toLowerCase());
  }
  return found;
}

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

      // Two hundred posts with long titles, printed from a dark window: a title is whole on one sheet, so no row is cut.
      await crowd(page);
      await ask(page, 'studio.configure', { theme: 'dark' });
      const crowded = await ask(page, 'export.write', {
        choice: { kinds: ['pdf'], look: 'list', lang: 'en' },
        token: folder?.token ?? '',
      });
      const print = await getDocumentProxy(new Uint8Array(readFileSync(join(crowded.folder, 'schedule.pdf'))));
      const { text: sheets } = await extractText(print, { mergePages: false });
      const whole = sheets.flatMap((sheet) => [...letters(sheet).matchAll(/【(\d+)[^【】]*\1】/g)]);
      const { placements } = await ask(page, 'export.preview', { choice: { look: 'list', lang: 'en' } });
      expect(placements).toBeGreaterThan(195);
      expect(whole.length).toBe(placements);
      // Times are letters too, not forms that nothing can search for.
      expect(sheets.filter((sheet) => sheet.includes('\0') || !/\d{2}:\d{2}/.test(sheet))).toEqual([]);
      // The head of the table stands on every sheet, the legend and who made it on the first.
      for (const sheet of sheets)
        for (const word of ['Time', 'Platform', 'Title', 'Tosettle']) expect(letters(sheet)).toContain(word);
      for (const word of ['Mustfix', 'Suggestion', 'Exported']) expect(letters(sheets[0] ?? '')).toContain(word);
      // Paper is light whatever the window is: its ink is the light one's, and nothing of the dark one's ground is on it.
      const used = await colours(print);
      expect(used.has('#15181d')).toBe(true);
      expect(['#15181c', '#121518', '#262b32'].filter((dark) => used.has(dark))).toEqual([]);
      expect(await complaints()).toMatchObject({ policy: [], requests: [] });
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
