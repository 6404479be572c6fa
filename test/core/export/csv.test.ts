import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, printCsv, scheduleCsv, unguardCell } from '../../../src/core/export/csv';
import { exporters } from '../../../src/core/export/registry';
import { converted, NO_OFFICE, office } from '../../helpers/office';
import { readCsv } from './readCsv';
import { a, aModel, anEntry, smallPlan } from './smallPlan';

/** Text that some spreadsheet could take for a formula. */
const dangerous = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;
const isNumber = /^[+-]?\d+(\.\d+)?$/;
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    '+1',
    '-5',
    '-5.25',
    '+86 138',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    '＝1+1',
    '－－',
    '＠x',
    ' =1',
    "'=1",
    "''=1",
    "'",
    '"=1"',
    '=cmd|" /C calc"!A0',
    'a,b',
    'a\r\nb',
    '"',
    '',
    ' lead',
    'tail ',
  ),
);

describe('the schedule as CSV', () => {
  it('is the small plan, row by row', async () => {
    const [file] = exporters.csv.run(smallPlan);
    expect(file?.path).toBe('schedule.csv');
    await expect(file?.content).toMatchFileSnapshot('../../fixtures/export/schedule.csv');
  });

  it('begins with the mark Excel needs, unless it is switched off, and ends every line with CRLF', () => {
    const text = scheduleCsv(smallPlan);
    expect(text.startsWith('\ufeff日期,时间,时区,')).toBe(true);
    expect(scheduleCsv(smallPlan, { bom: false })).toBe(text.slice(1));
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('speaks the chosen language', () => {
    expect(scheduleCsv({ ...smallPlan, lang: 'en' }, { bom: false }).split('\r\n')[0]).toBe(
      'Date,Time,Time zone,Platform,Account,Persona,Kind,Title,Piece,Outcome,Link,Campaign,Length,To settle',
    );
  });

  it('I13: gives back every text and holds nothing that runs', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, name, link) => {
        const entry = anEntry({
          piece: { ...anEntry().piece, title, link },
          account: a('account', { id: 'a1', name: name.toWellFormed().slice(0, 100) }),
        });
        const rows = readCsv(scheduleCsv(aModel({ entries: [entry] }), { bom: false }));
        expect(rows).toHaveLength(2);
        for (const cell of rows[1] ?? []) expect(!dangerous.test(cell) || isNumber.test(cell)).toBe(true);
        const [, read] = rows as [readonly string[], readonly string[]];
        expect(unguardCell(read[7] as string)).toBe(title);
        expect(unguardCell(read[4] as string)).toBe(name.toWellFormed().slice(0, 100));
        expect(unguardCell(read[10] as string)).toBe(link);
      }),
      { numRuns: 1000 },
    );
  });

  it('I13: leaves numbers numbers', () => {
    expect(['-5', '+5', '-5.25', '12', '0'].map(guardCell)).toEqual(['-5', '+5', '-5.25', '12', '0']);
    expect(['-5a', '+86 138', '=1', '＝1'].map(guardCell)).toEqual(["'-5a", "'+86 138", "'=1", "'＝1"]);
  });

  it('I13: holds no formula for LibreOffice, and its negative numbers are numbers', { timeout: 180_000 }, (context) => {
    if (office === null) {
      console.log(NO_OFFICE);
      context.skip();
      return;
    }
    const texts = [
      '=1+1',
      '+1+1',
      '-1+1',
      '@SUM(A1)',
      '\t=1+1',
      ' =1+1',
      '"=1+1"',
      '=cmd|" /C calc"!A0',
      '＝1+1',
      "'=1+1",
    ];
    const csv = `\ufeff${printCsv([...texts.map((text) => [text, 'x']), ['-5.25', 'x']])}`;
    // Flat XML of LibreOffice's own: a formula would be an attribute of its cell.
    const flat = converted('cells.csv', Buffer.from(csv, 'utf8'), 'fods').get('cells.fods')?.toString('utf8') ?? '';
    expect(flat).toContain('<table:table-row');
    expect(flat).not.toContain('table:formula');
    expect(flat.match(/office:value-type="float" office:value="-5\.25"/g)).toHaveLength(1);
  });
});
