import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { docText } from '../../../src/core/model/docText';
import { aWorld, fields, fixture, inOneLine, readBytes } from './reading';

const lines = (name: string, choices = {}) =>
  readBytes(fixture(name), name, choices).flatMap(({ rows }) => rows.map(inOneLine));

describe('the common Chinese schedule', () => {
  const expected = [
    '2 new 第一张夜拍，送一台 | 2026-11-20 20:00 weibo:汀岸科技 | cell_year_taken',
    '4 new 长沙夜摄学校开课 | 2026-11-21 20:30 douyin, 2026-11-21 20:30 wechat_channels | cell_year_taken',
    '5 new 一个工程师的第十二版 | 2026-11-22 xiaohongshu:@tingan:xiaohongshu/note_image | cell_year_taken',
    '6 new 夜景算法是怎么学会看的 | 2026-11-23 12:00 wechat_oa:汀岸研究所 | cell_year_taken',
    '7 new 镜头组拆给你看 | 2026-12-30 18:00 bilibili:汀岸研究所 | cell_kind_unknown cell_year_taken',
    '8 new 下一版先修哪里 | 2027-01-03 18:00 zhihu:汀岸研究所:zhihu/answer | cell_year_taken',
    '9 new 你家楼下的夜 | - kuaishou:汀岸生活 | cells_in_notes',
  ];

  it('is read alike in UTF-8, UTF-16 and GB18030, the guess named once', () => {
    expect(lines('chinese-schedule-2026.utf8.csv')).toEqual(expected);
    expect(lines('chinese-schedule-2026.utf16.txt')).toEqual(expected);
    const [first, ...rest] = lines('chinese-schedule-2026.gb18030.csv');
    expect([first?.replace('guessed_encoding ', ''), ...rest]).toEqual(expected);
    expect(first).toContain('guessed_encoding');
  });

  it('becomes pieces with kind, state, tags, owner and notes', () => {
    const [reading] = readBytes(fixture('chinese-schedule-2026.utf8.csv'), 'a-2026.csv');
    expect(reading?.mapping.dialect).toBe('chinese_schedule');
    const pieces = reading?.rows.map(({ piece }) => piece);
    expect(pieces?.[0]).toMatchObject({
      kind: 'interactive',
      subkind: 'lottery',
      state: 'ready',
      tags: ['百万夜景大片', '夜拍'],
      ownerName: '小满',
      notes: '奖品走市场部',
      lang: 'zh',
    });
    expect(pieces?.map((piece) => piece?.state)).toEqual([
      'ready',
      'drafting',
      'in_review',
      'idea',
      'drafting',
      'drafting',
      'idea',
    ]);
    expect(pieces?.[0] && docText(pieces[0].body)).toBe('转发说说你最想拍的夜景，抽一位送新机。\n截止 11 月 25 日。');
    expect([pieces?.[4]?.notes, pieces?.[6]?.notes]).toEqual(['类型：拆解', '日期：待定']);
  });

  it('is read from a workbook of another program: title rows, merged days, real dates, other and hidden sheets', () => {
    const readings = readBytes(fixture('chinese-schedule.xlsx'), '排期.xlsx');
    expect(readings.map(({ sheet, hidden, taken }) => [sheet, hidden, taken])).toEqual([
      ['十一月排期', false, true],
      ['联系人', false, false],
      ['旧排期', true, false],
    ]);
    const [plan] = readings;
    expect(plan?.mapping.headerRow).toBe(4);
    expect(plan?.mapping.above.map(({ number }) => number)).toEqual([1, 2]);
    expect(plan?.rows.map(inOneLine)).toEqual([
      '5 new 长沙夜摄学校开课 | 2026-11-22 20:30 douyin::douyin/video, 2026-11-22 20:30 wechat_channels::wechat_channels/video | sheets_left rows_above sheet_note sheet_note sheet_note cells_in_notes cells_in_notes rows_joined',
      '7 new 一个工程师的第十二版 | 2026-11-23 15:00 xiaohongshu::xiaohongshu/note_image | ',
      '8 unclear 夜景算法是怎么学会看的 | 2026-11-24 09:00 wechat_oa::wechat_oa/article | cell_weekday_differs',
      '9 refused  |  | row_without_text',
    ]);
    expect(plan?.rows[0]?.piece?.notes).toBe('序号：1\n曝光目标：120000\n序号：2\n曝光目标：30000');
    expect(
      readBytes(fixture('chinese-schedule.xlsx'), '排期.xlsx', { 旧排期: { take: true } })[2]?.rows.map(inOneLine),
    ).toEqual(['2 new 旧的一条 |  | platform_missing']);
  });
});

describe('sheets of other programs', () => {
  const target = { '': { target: { platform: 'x', account: 'Tingan' } } };

  it('Hootsuite: day, text, link, with headers and without', () => {
    const expected = [
      '2 new A night walk by the river. | 2026-11-22 08:00 x:Tingan | title_from_text',
      '3 new Our engineer took the lens apart eleven times. | 2026-11-23 18:30 x:Tingan | title_from_text',
      '5 new Vote: what should we fix first? | 2026-11-24 09:05 x:Tingan | title_from_text',
    ];
    expect(lines('hootsuite.csv', target)).toEqual(expected);
    expect(lines('hootsuite-no-headers.csv', target).map((line) => line.slice(2))).toEqual(
      expected.map((line) => line.slice(2)),
    );
    const [reading] = readBytes(fixture('hootsuite-no-headers.csv'), 'a.csv');
    expect([reading?.mapping.dialect, reading?.mapping.headerRow, reading?.mapping.dates?.orderFrom]).toEqual([
      'hootsuite',
      null,
      'column',
    ]);
    expect(reading && fields(reading)).toEqual({ A: 'day', B: 'body', C: 'link' });
  });

  it('says that such a sheet names no account, and keeps its days', () => {
    const [reading] = readBytes(fixture('hootsuite.csv'), 'a.csv');
    expect(reading?.rows[0]).toMatchObject({
      verdict: 'new',
      placements: [],
      piece: { notes: '日期：2026-11-22 08:00', link: 'https://tingan.example/night', lang: 'en' },
    });
    expect(reading?.rows.map(({ messages }) => messages.map(({ code }) => code))).toEqual(
      Array.from({ length: 3 }, () => ['platform_missing', 'title_from_text']),
    );
  });

  it('GoHighLevel-style: six shapes of a day, pictures stay addresses', () => {
    expect(lines('gohighlevel.csv', target).map((line) => line.split(' | ')[1])).toEqual([
      '2026-11-22 20:30 x:Tingan',
      '2026-11-23 09:00 x:Tingan',
      '2026-11-24 09:00 x:Tingan',
      '2026-11-25 09:00 x:Tingan',
      '2026-11-06 09:00 x:Tingan',
      '2026-11-07 21:15 x:Tingan',
    ]);
    const [reading] = readBytes(fixture('gohighlevel.csv'), 'a.csv', target);
    expect(reading?.mapping.dates).toMatchObject({ order: 'mdy', orderFrom: 'dialect' });
    expect(reading?.rows[0]?.piece?.notes).toBe('imageUrls：https://img.example/a.jpg, https://img.example/b.jpg');
    expect(reading?.rows[0]?.messages.filter(({ code }) => code === 'remote_image')).toHaveLength(2);
  });

  it('flamel-style: day and time apart, several accounts in one cell', () => {
    expect(lines('flamel.csv')).toEqual([
      '2 new The night school opens on Sunday. | 2026-11-22 20:30 :Tingan Tech, 2026-11-22 20:30 :Tingan Lab | remote_image title_from_text',
      '3 new Twelve lenses on one table. | 2026-11-25 09:00 :Tingan Tech | title_from_text',
      '4 new Your street after dark. | 2026-12-01 12:15 instagram:Tingan Life, 2026-12-01 12:15 x:Tingan | title_from_text',
    ]);
  });

  it('ISO scheduled_time with semicolon lists: moments become wall time of the plan', () => {
    const [reading] = readBytes(fixture('magicsync.csv'), 'a.csv', target);
    expect(reading?.mapping.dialect).toBe('magicsync');
    expect(reading?.rows.map(inOneLine).map((line) => line.split(' | ')[1])).toEqual([
      '2026-11-22 20:30 x:Tingan',
      '2026-11-23 01:00 x:Tingan',
      '',
    ]);
    expect(reading?.rows[0]?.messages[0]).toEqual({
      code: 'cell_zone_converted',
      params: { value: '2026-11-22T12:30:00Z', zone: 'Asia/Shanghai', read: '2026-11-22 20:30' },
      line: null,
    });
    expect(reading?.rows[0]?.piece?.notes).toContain('comments：First to reply gets a print; Tell us your city');
    const berlin = readBytes(fixture('magicsync.csv'), 'a.csv', target, { ...aWorld, zone: 'Europe/Berlin' });
    expect(berlin[0]?.rows[0]?.placements[0]).toMatchObject({ day: '2026-11-22', time: '13:30' });
  });

  it('Statusbrew: profiles and tags divided by strokes', () => {
    expect(lines('statusbrew.csv')).toEqual([
      '2 new The night school opens | 2026-11-22 20:30 :Tingan Tech, 2026-11-22 20:30 :Tingan Lab | remote_image title_from_text',
      '3 new What the night sees | 2026-11-24 09:00 :Tingan Lab | title_from_text',
    ]);
  });

  it('JSON with a list inside, and an object per line', () => {
    expect(lines('posts.json')).toEqual([
      '1 new 长沙夜摄学校 | 2026-11-22 20:30 weibo, 2026-11-22 20:30 xiaohongshu | sheet_note cell_zone_converted',
      '2 new The twelfth lens | 2026-11-23 20:00 x | cell_zone_converted',
    ]);
    expect(readBytes(fixture('posts.json'), 'a.json')[0]?.rows[0]?.piece).toMatchObject({
      ownerName: '小满',
      tags: ['夜拍', '长沙'],
    });
    expect(lines('posts.ndjson')).toEqual([
      '1 new 夜拍指南 | 2026-11-22 weibo | ',
      '2 new 湘江边的夜 | 2026-11-23 douyin | ',
    ]);
  });

  it('our own schedule comes back: one piece per title, its places, what became of them, cells without apostrophes', () => {
    const own = Uint8Array.from(readFileSync(new URL('../../fixtures/export/schedule.csv', import.meta.url)));
    const [reading] = readBytes(own, 'schedule.csv');
    expect(reading?.mapping.dialect).toBe('juzhen');
    expect(reading?.rows.map(inOneLine)).toEqual([
      '2 new 夜里十一点的桥 | 2026-10-11 20:00 小鸟 · 帖子:小满, 2026-10-12 07:30 书信 · 文章:桥灯/来信 live | rows_joined',
      '3 new =SUM(灯) | 2026-10-12 书信 · 短片:桥灯/来信 | ',
      expect.stringMatching(/^6 new 写不下的一篇 \| 2026-10-13 小鸟 · 帖子/),
    ]);
    expect(reading?.rows[0]?.piece).toMatchObject({ personaName: '小满', kind: 'story', state: 'idea' });
    expect(reading?.rows[0]?.placements[1]).toMatchObject({ zone: 'Europe/Berlin', outcome: 'live' });
  });
});
