import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSheet } from '../../../src/core/sheets/readSheet';
import { type SheetChoice, sheetText } from '../../../src/core/sheets/sheetRows';
import { SheetColumns } from '../../../src/renderer/features/import/mapping/SheetColumns';
import { ThemeProvider } from '../../../src/renderer/theme/ThemeProvider';
import { decode } from '../../core/sheets/decoding';
import { fixture, readBytes } from '../../core/sheets/reading';
import { bridge, type TestBridge, TODAY } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

let api: TestBridge;
let shown: TestWindow | null = null;
beforeEach(async () => {
  api = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
});
afterEach(async () => {
  await shown?.close();
  shown = null;
});

/** The mapping of a fixture on screen; every choice reads the sheet again, as the reader's thread does. */
async function theColumns(name: string) {
  const choices: SheetChoice[] = [];
  function Columns() {
    const [choice, setChoice] = useState<SheetChoice>({});
    const bytes = fixture(name);
    const [reading] = readBytes(bytes, name, { '': choice });
    const { encoding = null, delimiter = null } = choice;
    const file = readSheet(bytes, name, { decode, encoding, delimiter });
    const text = file.ok ? sheetText(file.value, choice) : null;
    if (reading === undefined) throw new Error('no sheet');
    return (
      <ThemeProvider theme="light">
        <SheetColumns
          seen={{ ...reading, path: name, text }}
          busy={false}
          onChoose={(next) => {
            choices.push(next);
            setChoice(next);
          }}
        />
      </ThemeProvider>
    );
  }
  const window = await openWindow(api, <Columns />);
  shown = window;
  await window.until(() => window.all('tbody tr').length > 0);
  const cells = () =>
    window
      .all('tbody tr')
      .map((row) => [
        row.querySelector('th')?.textContent,
        row.querySelector('select')?.value,
        row.querySelector('td:last-child')?.textContent,
      ]);
  const choose = async (label: string, value: string) => {
    const box = byLabel(label);
    const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set;
    set?.call(box, value);
    box.dispatchEvent(new Event(box instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 20));
    if (box instanceof HTMLInputElement) box.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 20));
  };
  return { window, cells, choose, choices };
}

function byLabel(label: string): HTMLSelectElement | HTMLInputElement {
  const named = [...document.querySelectorAll('label')].find((one) => one.textContent === label)?.htmlFor;
  const box = named === undefined ? document.querySelector(`[aria-label="${label}"]`) : document.getElementById(named);
  if (!(box instanceof HTMLSelectElement || box instanceof HTMLInputElement))
    throw new Error(`nothing called ${label}`);
  return box;
}

const shownBy = (label: string): string | undefined => {
  const box = byLabel(label);
  return box instanceof HTMLSelectElement ? box.selectedOptions[0]?.textContent : box.value;
};

describe('the columns of a sheet', () => {
  it('say what each was taken for and why, and follow a choice', async () => {
    const { cells, choose, choices } = await theColumns('magicsync.csv');
    expect(cells()).toEqual([
      ['content', 'body', '表头'],
      ['image_url', 'images', '表头'],
      ['scheduled_time', 'day', '表头'],
      ['comments', 'notes', '这个软件的写法'],
    ]);
    await choose('「comments」当作', 'tags');
    await choose('「image_url」当作', 'ignore');
    expect(choices.at(-1)).toMatchObject({ fields: { 1: 'ignore', 3: 'tags' } });
    expect(cells().map(([, field, reason]) => [field, reason])).toEqual([
      ['body', '表头'],
      ['ignore', '你选的'],
      ['day', '表头'],
      ['tags', '你选的'],
    ]);
  });

  it('ask for an account where no column names one, and for the order of days where it is open', async () => {
    const { window, choose, choices } = await theColumns('hootsuite.csv');
    expect(window.text()).toContain('Hootsuite 格式');
    const target = byLabel('没写账号的发到') as HTMLSelectElement;
    const [, first] = [...target.options];
    await choose('没写账号的发到', first?.value ?? '');
    const [platform, account] = (first?.textContent ?? '').split(' · ');
    expect([platform, choices.at(-1)?.target?.account]).toEqual([expect.stringMatching(/\S/), account]);
    await choose('日期的写法', 'mdy');
    expect(choices.at(-1)).toMatchObject({ order: 'mdy', target: { account } });
  });

  it('take a year when the field is left, and keep it with what was said before', async () => {
    const { choose, choices } = await theColumns('chinese-schedule-2026.utf8.csv');
    await choose('没写年份的算哪一年', '2027');
    expect(choices.at(-1)).toMatchObject({ year: 2027 });
    await choose('「备注」当作', 'product');
    expect(choices.at(-1)).toMatchObject({ year: 2027, fields: { 9: 'product' } });
    await choose('没写年份的算哪一年', 'x');
    expect(choices).toHaveLength(2);
  });

  it('show how the text was taken apart, take another word for it, and forget what was said of the old columns', async () => {
    const { choose, choices, cells } = await theColumns('chinese-schedule-2026.gb18030.csv');
    expect(shownBy('文字编码')).toBe('自动：GB18030 / GBK');
    expect(shownBy('列之间用什么隔开')).toBe('自动：逗号 ,');
    const before = cells().length;
    await choose('「备注」当作', 'product');
    await choose('列之间用什么隔开', ';');
    expect(choices.at(-1)).toMatchObject({ delimiter: ';', fields: {}, headerRow: null });
    expect(cells().length).toBeLessThan(before);
    await choose('列之间用什么隔开', '');
    expect(choices.at(-1)).toMatchObject({ delimiter: null });
    expect(cells()).toHaveLength(before);
    await choose('文字编码', 'gb18030');
    expect(choices.at(-1)).toMatchObject({ encoding: 'gb18030', fields: {} });
    expect(byLabel('文字编码').value).toBe('gb18030');
  });
});
