import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printCsv } from '../../../src/core/export/csv';
import { docText } from '../../../src/core/model/docText';
import { sheetFields } from '../../../src/core/sheets/recognise/fields';
import { fieldOfHeader, fingerprintOf } from '../../../src/core/sheets/recognise/headers';
import { rememberedFields } from '../../../src/core/sheets/recognise/mapping';
import { utf8 } from './decoding';
import { everythingSaid, fields, inOneLine, readBytes, readText } from './reading';

describe('headers', () => {
  it.each([
    ['发布时间', 'day'],
    ['发布日期：', 'day'],
    ['预计发布时间', 'day'],
    ['渠道', 'platform'],
    ['发布账号', 'account'],
    ['栏目', 'kind'],
    ['内容形式', 'format'],
    ['主题', 'title'],
    ['选题', 'title'],
    ['正文', 'body'],
    ['文案', 'body'],
    ['话题', 'tags'],
    ['标签', 'tags'],
    ['链接', 'link'],
    ['备注', 'notes'],
    ['完成情况', 'state'],
    ['负责人', 'owner'],
    ['Post Date*', 'day'],
    ['SCHEDULED_TIME', 'day'],
    ['image_urls', 'images'],
    ['Caption', 'body'],
    ['发布时间（北京时间）', 'day'],
    ['责任 编辑', null],
    ['预算', null],
    ['__proto__', null],
    ['constructor', null],
    ['', null],
  ])('%s', (header, field) => {
    expect(fieldOfHeader(header)?.field ?? null).toBe(field);
  });

  it('have one fingerprint in any order, width and case', () => {
    const print = fingerprintOf(['日期', '平台', 'Title ']);
    expect(print).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprintOf(['ＴＩＴＬＥ', '日期：', '平 台'])).toBe(print);
    expect(fingerprintOf(['日期', '平台'])).not.toBe(print);
    expect(fingerprintOf(['日期', '平台', '平台', 'title'])).not.toBe(print);
  });
});

describe('a mapping', () => {
  it('says for each column what it is and why, with samples', () => {
    const { mapping } = readText('日期,主推文案,谁来写,预算\n11月22日,夜拍,小满,300\n');
    expect(mapping.columns.map(({ name, field, reason, sample }) => [name, field, reason, sample])).toEqual([
      ['日期', 'day', 'header', ['11月22日']],
      ['主推文案', 'body', 'header_like', ['夜拍']],
      ['谁来写', 'notes', 'unknown', ['小满']],
      ['预算', 'notes', 'unknown', ['300']],
    ]);
  });

  it('follows the user over everything, and what was remembered over the headers', () => {
    const text = '日期,标题,谁来写\n11月22日,夜拍,小满\n';
    const first = readText(text, { fields: { 2: 'owner' } });
    expect(first.rows[0]?.piece?.ownerName).toBe('小满');
    const kept = rememberedFields(first.mapping);
    const later = readText('谁来写,标题,日期\n阿澈,长沙,11月23日\n', { remembered: kept });
    expect(later.mapping.fingerprint).toBe(first.mapping.fingerprint);
    expect(later.rows[0]?.piece).toMatchObject({ ownerName: '阿澈', title: '长沙' });
    expect(later.mapping.columns[0]?.reason).toBe('remembered');
    expect(readText(text, { remembered: kept, fields: { 2: 'ignore' } }).rows[0]?.piece).toMatchObject({
      ownerName: '',
      notes: expect.not.stringContaining('小满'),
    });
  });

  it('finds the headers below titles, empty rows and notes, and tells what it passed', () => {
    const { mapping, rows } = readText(
      '2025年12月内容排期,,\n,,\n制表：小满,,\n日期,平台,标题\n12月3日,微博,夜拍\n日期,平台,标题\n12月4日,抖音,长沙\n',
    );
    expect(mapping.headerRow).toBe(4);
    expect(rows.map(inOneLine)).toEqual([
      '5 new 夜拍 | 2025-12-03 weibo | rows_above header_repeated cell_year_taken',
      '7 new 长沙 | 2025-12-04 douyin | cell_year_taken',
    ]);
    expect(rows[0]?.messages[0]?.params).toEqual({ rows: '1、3', value: '2025年12月内容排期 / 制表：小满' });
  });

  it('takes the header row the user names, and none when told so', () => {
    const text = '标题,状态\n名称,进度\n夜拍,待审\n';
    expect(readText(text, { headerRow: 2 }).rows.map((row) => row.piece?.title)).toEqual(['夜拍']);
    expect(readText(text, { headerRow: 0, fields: { 0: 'title' } }).rows.map((row) => row.piece?.title)).toEqual([
      '标题',
      '名称',
      '夜拍',
    ]);
  });

  it('tells columns without known headers by what they hold', () => {
    const reading = readText(
      '甲,乙,丙,丁,戊\n2026-11-22,微博,夜里十一点的桥，灯还亮着。,https://a.example/1,20:30\n2026-11-23,抖音,江边,https://a.example/2,21:00\n',
    );
    expect(fields(reading)).toEqual({ 甲: 'day', 乙: 'platform', 丙: 'title', 丁: 'link', 戊: 'time' });
    expect(reading.rows.map(inOneLine)).toEqual([
      '2 new 夜里十一点的桥，灯还亮着。 | 2026-11-22 20:30 weibo | ',
      '3 new 江边 | 2026-11-23 21:00 douyin | ',
    ]);
  });

  it('tells 日期 and 发布时间 apart when one holds times only', () => {
    expect(fields(readText('日期,发布时间,标题\n2026-11-22,20:30,夜拍\n'))).toEqual({
      日期: 'day',
      发布时间: 'time',
      标题: 'title',
    });
    expect(fields(readText('发布时间,标题\n2026-11-22 20:30,夜拍\n'))).toEqual({ 发布时间: 'day', 标题: 'title' });
  });

  it('reads days from parts and from weeks', () => {
    expect(
      readText('Text,Year,Month,Day of Month,Hour (0-23),Minutes,Platform\nhello there,2026,11,22,8,5,X\n').rows.map(
        inOneLine,
      ),
    ).toEqual(['2 new hello there | 2026-11-22 08:05 x | title_from_text']);
    expect(readText('周次,星期,平台,标题\n第47周,周三,微博,夜拍\n第47周,周八,微博,江边\n').rows.map(inOneLine)).toEqual(
      ['2 new 夜拍 | 2026-11-18 weibo | cell_year_taken', '3 unclear 江边 | - weibo | cell_date_wrong cells_in_notes'],
    );
  });
});

describe('a row', () => {
  const rows = (text: string, choice = {}) => readText(text, choice).rows;

  it('is unclear, with both readings, where a day can be two days', () => {
    const [row] = rows('日期,平台,标题\n01/02/2026,微博,夜拍\n');
    expect(row?.verdict).toBe('unclear');
    expect(row?.messages).toEqual([
      {
        code: 'cell_date_two_ways',
        params: { column: '日期', value: '01/02/2026', read: '2026-01-02', other: '2026-02-01' },
        line: null,
      },
    ]);
    expect(rows('日期,平台,标题\n01/02/2026,微博,夜拍\n', { order: 'dmy' })[0]).toMatchObject({
      verdict: 'new',
      placements: [{ day: '2026-02-01' }],
    });
  });

  it('keeps what is no day or time in the notes and says how to write it', () => {
    const [row] = rows('日期,时间,平台,标题\n周末吧,饭点,微博,夜拍\n');
    expect(row && inOneLine(row)).toBe('2 unclear 夜拍 | - weibo | cell_date_wrong cell_time_wrong cells_in_notes');
    expect(row?.piece?.notes).toBe('日期：周末吧\n时间：饭点');
  });

  it('says what became of the plan, apart from how far the writing is', () => {
    const read = rows(
      '日期,平台,标题,状态,发布链接\n2026-11-01,微博,夜拍,已发布,https://weibo.example/1\n2026-11-02,微博,江边,取消,\n2026-11-03,微博,长沙,已完成,\n',
    );
    expect(read.map(inOneLine)).toEqual([
      '2 new 夜拍 | 2026-11-01 weibo live | ',
      '3 new 江边 | 2026-11-02 weibo skipped | ',
      '4 new 长沙 | 2026-11-03 weibo | ',
    ]);
    expect(read.map(({ piece }) => piece?.state)).toEqual(['ready', 'drafting', 'ready']);
    expect(read[0]?.placements[0]?.liveLink).toBe('https://weibo.example/1');
  });

  it('joins rows of one piece and leaves what only shares a title apart', () => {
    const read = rows(
      '标题,正文,平台,日期,状态\n早安,今天有风。,微博,2026-11-22,已定稿\n早安,今天有风。,抖音,2026-11-23,待写\n早安,今天有雨。,微博,2026-11-24,\n早安,,知乎,2026-11-25,\n',
    );
    expect(read.map(inOneLine)).toEqual([
      '2 new 早安 | 2026-11-22 weibo, 2026-11-23 douyin, 2026-11-25 zhihu | rows_joined',
      '4 new 早安 | 2026-11-24 weibo | ',
    ]);
    expect(read[0]?.piece?.state).toBe('drafting');
  });

  it('is refused with its words when it has neither title nor text', () => {
    const [row] = rows('日期,平台,标题,备注\n11月22日,微博,,等素材\n');
    expect(row && inOneLine(row)).toContain('2 refused');
    expect(row?.messages.at(-1)).toEqual({
      code: 'row_without_text',
      params: { value: '11月22日 | 微博 | 等素材' },
      line: null,
    });
    expect(row?.piece?.notes).toContain('等素材');
  });

  it('names cells beyond the headers, doubled and empty headers', () => {
    const [row] = rows('标题,备注,,标题\n夜拍,甲,乙,江边\n');
    expect(row?.piece).toMatchObject({ title: '夜拍', notes: '甲\n第 C 列：乙\n标题：江边' });
    const many = rows(`标题,状态\n${'夜拍,\n'.repeat(1)}${'x,待审\n'.repeat(250)}江边,待审,多,余\n`);
    const last = many.at(-1);
    expect(last?.messages.map(({ code }) => code)).toEqual(['row_ragged', 'cells_in_notes']);
    expect(last?.piece?.notes).toBe('第 C 列：多\n第 D 列：余');
  });

  it('keeps a title that is too long whole, and refuses notes no record can hold', () => {
    const [long] = rows(`标题,状态\n${'夜'.repeat(600)},待审\n`);
    expect([long?.piece?.title.length, long?.piece?.notes.length, long?.messages[0]?.code]).toEqual([
      500,
      603,
      'title_shortened',
    ]);
    const [notes] = rows(`标题,备注\n夜拍,${'长'.repeat(20_001)}\n`);
    expect([notes?.verdict, notes?.messages.at(-1)?.code]).toEqual(['refused', 'cell_too_long']);
  });

  it('takes formulas of cells for words, control characters off, and names of the prototype for names', () => {
    const [row] = rows('标题,__proto__,constructor,备注\n"=HYPERLINK(""http://x"",""y"")",a,b,"\0夜\u0007拍"\n');
    expect(row?.piece).toMatchObject({
      title: '=HYPERLINK("http://x","y")',
      notes: '__proto__：a\nconstructor：b\n夜拍',
    });
    expect(row?.messages.map(({ code }) => code)).toEqual(['cell_controls', 'cells_in_notes']);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it('reads numbers with thousands marks and decimal commas as they stand', () => {
    const [row] = rows('标题;预算;比例\n夜拍;1.234,50;12,5%\n');
    expect(row?.piece?.notes).toBe('预算：1.234,50\n比例：12,5%');
  });
});

describe('the accounting law', () => {
  const header = fc.constantFrom(
    '日期',
    '时间',
    '平台',
    '账号',
    '类型',
    '形式',
    '标题',
    '正文',
    '话题',
    '负责人',
    '状态',
    '链接',
    '发布链接',
    '图片',
    '语言',
    '时区',
    '活动',
    '人设',
    '产品',
    '编号',
    '备注',
    '预算',
    '',
    '标题',
    '星期',
    '周次',
    '年份',
    '小时',
    '__proto__',
  );
  // Words that are no date, platform or state, each cell another one.
  const sheet = fc
    .tuple(
      fc.uniqueArray(fc.nat(99_999), { minLength: 60, maxLength: 60 }),
      fc.array(header, { minLength: 2, maxLength: 9 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      fc.nat(2),
    )
    .map(([seeds, headers, rows, filled, extra]) => ({
      headers,
      rows: Array.from({ length: rows }, (_, row) =>
        Array.from({ length: headers.length + extra }, (_, at) => {
          const index = (row * 11 + at) % 60;
          return filled[index] ? `词${seeds[index]}尾` : '';
        }),
      ),
    }));

  it('no cell is lost: each is in a field, in the notes, or in a message', () => {
    fc.assert(
      fc.property(sheet, fc.constantFrom(',', ';', '\t', '|'), ({ headers, rows }, delimiter) => {
        fc.pre(rows.some((row) => row.some((cell) => cell !== '')));
        const readings = readBytes(utf8(printCsv([headers, ...rows], delimiter as ',')), 'a.csv');
        const said = readings
          .flatMap((one) => one.rows)
          .map(everythingSaid)
          .join('\n');
        const around = JSON.stringify(readings.map(({ mapping }) => mapping.above));
        for (const cell of rows.flat())
          if (cell !== '')
            expect(
              said.includes(cell) || around.includes(cell),
              `${cell} of ${JSON.stringify({ headers, rows })}`,
            ).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('any table of any text is read without an error, under any mapping', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 15 }),
      fc.constantFrom(
        '11/22',
        '2026-11-22',
        '待审',
        '微博、抖音',
        '甲；乙',
        '20:30',
        '#a #b',
        'https://a.example',
        '第3周',
        '周三',
        '',
      ),
    );
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        table,
        fc.array(fc.constantFrom(...sheetFields), { maxLength: 5 }),
        fc.nat(2),
        (rows, chosen, headerRow) => {
          fc.pre(rows.some((row) => row.some((one) => one.trim() !== '')));
          const bytes = utf8(printCsv(rows));
          fc.pre(!/\p{Cc}/u.test(new TextDecoder().decode(bytes.slice(0, 40)).replaceAll(/[\r\n\t]/g, '')));
          const choice = { fields: Object.fromEntries(chosen.map((field, at) => [at, field])), headerRow };
          for (const { rows: found } of readBytes(bytes, 'a.csv', { '': choice }))
            for (const row of found) {
              expect(row.piece?.title.isWellFormed() ?? true).toBe(true);
              expect(row.piece === null || docText(row.piece.body).isWellFormed()).toBe(true);
            }
        },
      ),
      { numRuns: 300 },
    );
  });
});
