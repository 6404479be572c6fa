import { deflateSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { mendTable, withLettersAsWritten } from '../../src/main/printedText';

/** A print of one page in the shape Chromium gives it: glyphs 1, 2, 3 … of a font, named by a table. */
function print(sections: string, glyphs: number): Uint8Array {
  const table = deflateSync(
    [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def',
      '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange',
      sections,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n'),
  ).toString('latin1');
  const shown = Array.from({ length: glyphs }, (_, at) => (at + 1).toString(16).padStart(4, '0')).join('');
  const page = `BT /F1 12 Tf 10 10 Td <${shown}> Tj ET`;
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>',
    `<</Length ${page.length}>> stream\n${page}\nendstream`,
    '<</Type /Font /Subtype /Type0 /BaseFont /Noto /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R>>',
    '<</Type /Font /Subtype /CIDFontType2 /BaseFont /Noto /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /DW 1000 /FontDescriptor 8 0 R>>',
    `<</Filter /FlateDecode\n/Length ${table.length}>> stream\n${table}\nendstream`,
    '<</Type /FontDescriptor /FontName /Noto /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const index = text.length;
  text += `xref\n0 9\n0000000000 65535 f \n${places.join('')}trailer\n<</Size 9\n/Root 1 0 R>>\nstartxref\n${index}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const none: ReadonlySet<string> = new Set();

const read = async (pdf: Uint8Array): Promise<string> =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text;

test('a print that names letters by signs of radicals says the letters afterwards, and stays the same file before its end', async () => {
  const before = print(
    '2 beginbfchar\n<0001> <2ED4>\n<0002> <2ED3>\nendbfchar\n1 beginbfchar\n<0003> <57CE>\nendbfchar',
    3,
  );
  expect(await read(before)).toBe('⻔⻓城');
  const after = withLettersAsWritten(before, '<p>门长城</p>');
  expect(await read(after)).toBe('门长城');
  expect(Buffer.from(after.subarray(0, before.length)).equals(Buffer.from(before))).toBe(true);
});

test('signs in the middle of a range are named one by one, the rest of it as before', async () => {
  const before = print('1 beginbfrange\n<0001> <0004> <2EFF>\nendbfrange', 4);
  expect(await read(before)).toBe('\u2eff⼀⼁⼂');
  expect(await read(withLettersAsWritten(before, '一丨丶'))).toBe('\u2eff一丨丶');
});

test('a sign whose letter lies beyond the first plane becomes its two halves', () => {
  expect(mendTable('1 beginbfchar\n<01> <2E87>\nendbfchar', none)).toBe('1 beginbfchar\n<01> <D841DE28>\nendbfchar');
});

test('codes of glyphs are never taken for characters, and letters that are meant stay', () => {
  const table = '1 beginbfchar\n<2ED4> <95E8>\nendbfchar\n1 beginbfrange\n<2F00> <2F02> <4E00>\nendbfrange';
  expect(mendTable(table, none)).toBe(table);
});

test('a file that has nothing to mend, or is built otherwise than Chromium builds it, is answered as it came', () => {
  const plain = print('1 beginbfchar\n<0001> <95E8>\nendbfchar', 1);
  expect(withLettersAsWritten(plain, '门')).toBe(plain);
  const signs = Buffer.from(print('1 beginbfchar\n<0001> <2ED4>\nendbfchar', 1)).toString('latin1');
  for (const strange of [
    signs.replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 8 0 R'),
    signs.replace(/startxref\n\d+/, 'startxref\n12'),
    signs.slice(0, -40),
    'no print at all',
    '',
  ]) {
    const given = Buffer.from(strange, 'latin1');
    expect(withLettersAsWritten(given, '门')).toBe(given);
  }
});
