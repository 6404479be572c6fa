import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDateCode, serialText } from '../../../src/core/sheets/read/workbook/dates';
import { columnName } from '../../../src/core/sheets/read/workbook/sheet';
import { readSheet } from '../../../src/core/sheets/readSheet';
import { decode } from './decoding';
import { sheetXml, stringsXml, type WorkbookXml, workbook } from './workbooks';

function read(bytes: Uint8Array) {
  const result = readSheet(bytes, 'a.xlsx', { decode });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.tables;
}
const problem = (given: WorkbookXml | Uint8Array) => {
  const result = readSheet(given instanceof Uint8Array ? given : workbook(given), 'a.xlsx', { decode });
  return result.ok ? null : result.error.params.problem;
};
const one = (rows: string, more: Omit<WorkbookXml, 'sheets'> = {}) => {
  const [table] = read(workbook({ sheets: [{ name: 'Plan', xml: sheetXml(rows) }], ...more }));
  return table?.rows.map(({ number, cells }) => [number, ...cells]);
};

describe('a workbook', () => {
  it('gives values: shared, inline and rich strings, numbers, yes and no, dates by their format', () => {
    const styles = `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="m&quot;月&quot;d&quot;日&quot;"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/></cellXfs></styleSheet>`;
    const strings = stringsXml(
      '<t>标题</t>',
      '<r><t xml:space="preserve">夜 </t></r><r><t>拍</t></r><rPh><t>やはく</t></rPh>',
    );
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>时间_x000D_</t></is></c></row>
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>46348</v></c><c r="C3" s="2"><v>46348.854166666664</v></c>
      <c r="D3" s="1"><v>0.8125</v></c><c r="E3" s="3"><v>46348</v></c><c r="F3"><v>0.30000000000000004</v></c>
      <c r="G3" t="b"><v>1</v></c><c r="H3" t="d"><v>2026-11-22T20:30:00Z</v></c><c r="I3"><v>1E-7</v></c></row>`;
    expect(one(rows, { styles, strings })).toEqual([
      [1, '标题', '时间\r'],
      [3, '夜 拍', '2026-11-22', '2026-11-22 20:30', '19:30', '46348', '0.3', 'TRUE', '2026-11-22 20:30', '0.0000001'],
    ]);
  });

  it('counts from 1904 where the workbook does', () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
    const rows = '<row r="1"><c r="A1" s="0"><v>44886</v></c></row>';
    expect(one(rows, { styles, workbookPr: '<workbookPr date1904="1"/>' })).toEqual([[1, '2026-11-22']]);
    expect(one(rows, { styles })).toEqual([[1, '2022-11-21']]);
  });

  it('evaluates nothing: a formula is its saved value, and one without is noted', () => {
    const rows = `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c>
      <c r="C1" t="str"><f>HYPERLINK("http://x","y")</f><v>y</v></c><c r="D1" t="e"><v>#N/A</v></c></row>`;
    const [table] = read(workbook({ sheets: [{ name: 'a', xml: sheetXml(rows) }] }));
    expect(table?.rows[0]?.cells).toEqual(['2', '', 'y', '#N/A']);
    expect(table?.notes).toEqual([
      { code: 'formula_without_value', row: 1, value: 'B' },
      { code: 'cell_error', row: 1, value: '#N/A' },
    ]);
  });

  it('names hidden sheets, hidden rows and merged cells', () => {
    const xml = sheetXml(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="2" hidden="1"/>',
    ).replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A1:A2"/></mergeCells>');
    const tables = read(
      workbook({
        sheets: [
          { name: 'a', xml },
          { name: '草稿', xml, state: 'veryHidden' },
        ],
      }),
    );
    expect(tables.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['a', false],
      ['草稿', true],
    ]);
    expect(tables[0]?.notes.map(({ code, value }) => [code, value])).toEqual([
      ['hidden_rows', ''],
      ['merged_cells', 'A1:A2'],
    ]);
  });

  it('gives text merged downwards to every row it spans, and to no other', () => {
    const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = `<row r="1">${text('A1', '11月22日')}${text('B1', '甲')}</row><row r="2">${text('B2', '乙')}</row>
      <row r="4">${text('A4', '自己的')}${text('B4', '丙')}</row><row r="5">${text('B5', '丁')}</row>`;
    const xml = sheetXml(rows).replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:A4"/></mergeCells>');
    expect(read(workbook({ sheets: [{ name: 'a', xml }] }))[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['11月22日', '甲'],
      ['11月22日', '乙'],
      ['自己的', '丙'],
      ['', '丁'],
    ]);
  });

  it('believes nothing about its size', () => {
    const far = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="C1048576"><v>2</v></c></row>',
      '<dimension ref="A1:XFD1048576"/>',
    );
    expect(read(workbook({ sheets: [{ name: 'a', xml: far }] }))[0]?.rows).toEqual([
      { number: 1, cells: ['1'] },
      { number: 1_048_576, cells: ['', '', '2'] },
    ]);
  });

  it('reads prefixed names, rows and cells without addresses, rows out of order, and absolute targets', () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row r="9"><x:c r="A9"><x:v>9</x:v></x:c></x:row><x:row r="4"><x:c r="B4"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(read(workbook({ sheets: [{ name: 'a', xml }] }))[0]?.rows).toEqual([
      { number: 1, cells: ['1', '2'] },
      { number: 4, cells: ['', '4'] },
      { number: 9, cells: ['9'] },
    ]);
    const parts = {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r0" Type="t/worksheet" Target="/xl/elsewhere/../worksheets/sheet1.xml"/></Relationships>',
    };
    expect(one('<row><c><v>7</v></c></row>', { parts })).toEqual([[1, '7']]);
  });

  it('takes names of the prototype for names', () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>__proto__</t></is></c><c r="B1" t="constructor"><v>toString</v></c></row>';
    const [table] = read(workbook({ sheets: [{ name: '__proto__', xml: sheetXml(rows) }] }));
    expect([table?.name, table?.rows[0]?.cells]).toEqual(['__proto__', ['__proto__', 'toString']]);
    expect(problem({ sheets: [{ name: 'a', xml: sheetXml('<row r="__proto__"><c><v>1</v></c></row>') }] })).toBe(
      'damaged',
    );
  });

  const bomb = `<!DOCTYPE lolz [<!ENTITY a "lol">${'bcdefghi'
    .split('')
    .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)
    .join('')}]>`;
  const cellWith = (text: string) => sheetXml(`<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`);
  const ok = { name: 'a', xml: cellWith('x') };
  const refused: readonly (readonly [string, WorkbookXml | Uint8Array, string])[] = [
    ['billion laughs', { sheets: [{ name: 'a', xml: bomb + cellWith('&i;').replace(/<\?xml[^>]*>/, '') }] }, 'doctype'],
    [
      'an external entity',
      {
        sheets: [
          { name: 'a', xml: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>` },
        ],
      },
      'doctype',
    ],
    [
      'a document type of a stranger',
      { sheets: [ok], strings: `<!DOCTYPE sst SYSTEM "http://example.org/x.dtd"><sst/>` },
      'doctype',
    ],
    ['an unknown entity', { sheets: [{ name: 'a', xml: cellWith('&nbsp;') }] }, 'damaged'],
    ['an open tag', { sheets: [{ name: 'a', xml: cellWith('x').replace('</worksheet>', '') }] }, 'damaged'],
    ['two roots', { sheets: [{ name: 'a', xml: `${cellWith('x')}<worksheet/>` }] }, 'damaged'],
    ['endless depth', { sheets: [{ name: 'a', xml: `<a>`.repeat(100_000) }] }, 'damaged'],
    [
      'a string that is not there',
      { sheets: [{ name: 'a', xml: sheetXml('<row><c t="s"><v>5</v></c></row>') }], strings: stringsXml('<t>x</t>') },
      'damaged',
    ],
    [
      'a string index of the prototype',
      { sheets: [{ name: 'a', xml: sheetXml('<row><c t="s"><v>length</v></c></row>') }] },
      'damaged',
    ],
    [
      'a column past the last',
      { sheets: [{ name: 'a', xml: sheetXml('<row r="1"><c r="XFE1"><v>1</v></c></row>') }] },
      'damaged',
    ],
    [
      'an address that is none',
      { sheets: [{ name: 'a', xml: sheetXml('<row r="1"><c r="1A"><v>1</v></c></row>') }] },
      'damaged',
    ],
    ['row zero', { sheets: [{ name: 'a', xml: sheetXml('<row r="0"><c><v>1</v></c></row>') }] }, 'damaged'],
    [
      'a row twice',
      { sheets: [{ name: 'a', xml: sheetXml('<row r="2"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>') }] },
      'damaged',
    ],
    [
      'a sheet that is missing',
      {
        sheets: [ok],
        parts: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="r0" Type="t/worksheet" Target="worksheets/none.xml"/></Relationships>',
        },
      },
      'damaged',
    ],
    [
      'a sheet elsewhere',
      {
        sheets: [ok],
        parts: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="r0" Type="t/worksheet" TargetMode="External" Target="http://example.org/a.xml"/></Relationships>',
        },
      },
      'no_rows',
    ],
    ['no sheet', { sheets: [] }, 'no_rows'],
    [
      'an archive that is another document',
      {
        parts: {
          '_rels/.rels':
            '<Relationships><Relationship Id="a" Type="t/officeDocument" Target="word/document.xml"/></Relationships>',
        },
      },
      'unknown_format',
    ],
    ['51 sheets', { sheets: Array.from({ length: 51 }, (_, at) => ({ ...ok, name: `${at}` })) }, 'too_many_sheets'],
    ['one long cell', { sheets: [{ name: 'a', xml: cellWith('长'.repeat(1_000_001)) }] }, 'cell_too_long'],
    [
      'a long string shared a thousand times',
      {
        sheets: [{ name: 'a', xml: sheetXml('<row><c t="s"><v>0</v></c></row>'.repeat(1000)) }],
        strings: stringsXml(`<t>${'loop'.repeat(20_000)}</t>`),
      },
      'too_much_text',
    ],
    [
      'cells at the far end of every row',
      {
        sheets: [
          {
            name: 'a',
            xml: sheetXml(
              Array.from({ length: 100 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`).join(
                '',
              ),
            ),
          },
        ],
      },
      'too_many_cells',
    ],
    [
      'merges without end',
      {
        sheets: [
          {
            name: 'a',
            xml: sheetXml(
              Array.from({ length: 2_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join(
                '',
              ),
            ).replace(
              '</sheetData>',
              `</sheetData><mergeCells>${'<mergeCell ref="A1:B1048576"/>'.repeat(1_000)}</mergeCells>`,
            ),
          },
        ],
      },
      'too_many_cells',
    ],
    ['nothing but a head', workbook({ sheets: [ok] }).subarray(0, 60), 'damaged'],
    ['half a file', workbook({ sheets: [ok] }).subarray(0, 500), 'damaged'],
  ];
  it.each(refused)('with %s is refused', (_, given, expected) => {
    expect(problem(given)).toBe(expected);
  });

  it('survives any change of its bytes: read or refused, never anything else', () => {
    const whole = workbook({
      sheets: [{ name: 'a', xml: cellWith('夜拍 &amp; 洛阳') }],
      strings: stringsXml('<t>x</t>'),
    });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, by, cut) => {
        const changed = Uint8Array.from(cut ? whole.subarray(0, at) : whole);
        if (!cut) changed[at] = (changed[at] as number) ^ by;
        expect(typeof readSheet(changed, 'a.xlsx', { decode }).ok).toBe('boolean');
      }),
      { numRuns: 600 },
    );
  });

  it('turns serials into days around the leap day that never was', () => {
    expect([1, 59, 60, 61, 46348, 2_958_465].map((serial) => serialText(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
      '2026-11-22',
      '9999-12-31',
    ]);
    expect(serialText(46348.99999999, false)).toBe('2026-11-23');
    expect(serialText(46348.5 + 15 / 86400, false)).toBe('2026-11-22 12:00:15');
    expect([serialText(-1, false), serialText(2_958_466, false), serialText(Number.NaN, true)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('knows a date format from its code', () => {
    for (const code of [
      'yyyy/m/d',
      'm"月"d"日"',
      '[$-804]aaaa;@ yyyy',
      'h:mm AM/PM',
      '[h]:mm',
      '上午/下午h"时"',
      'mmm-yy',
      '[Red]d',
    ])
      expect(isDateCode(code), code).toBe(true);
    for (const code of ['General', '0.00', '#,##0', '0.00"d"', '[Red]0', '@', '0%', '\\d0', '# ?/?', '[DBNum1]0', '""'])
      expect(isDateCode(code), code).toBe(false);
  });

  it('calls columns as spreadsheets do', () => {
    expect([1, 26, 27, 52, 702, 703, 16_384].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD']);
  });
});
