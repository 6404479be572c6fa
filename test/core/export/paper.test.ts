import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exporters } from '../../../src/core/export/registry';
import type { ExportModel } from '../../../src/core/export/types';
import { wallDate } from '../../../src/core/time/wall';
import { readHtml } from './readHtml';
import { a, aModel, anEntry, aVariant, smallPlan } from './smallPlan';

const looks = ['matrix', 'month', 'list'] as const;
const pageOf = (model: ExportModel): string => {
  const [file] = exporters.html.run(model);
  return String(file?.content);
};
const drawn = (look: ExportModel['shown']['look'], model: ExportModel = smallPlan): ExportModel => ({
  ...model,
  shown: { ...model.shown, look },
});

const on = (day: string, rest: object = {}) =>
  anEntry({
    placement: a('placement', {
      id: `pl-${day}-${JSON.stringify(rest)}`,
      pieceId: 'p1',
      format: 'bird/post',
      accountId: 'ac1',
      day: wallDate(day),
      ...rest,
    }),
  });

describe('a view of the plan on paper', () => {
  it.each(looks)('holds every placement once, in the %s', (look) => {
    const tree = readHtml(pageOf(drawn(look)));
    const titles = smallPlan.entries.map(({ piece }) => piece.title).sort();
    const class_ = look === 'list' ? 'td.c-title' : 'p.title';
    expect(tree.texts(class_).sort()).toEqual(titles);
  });

  it.each(looks)('says what it is, from when, and that it is to read only, in the %s', (look) => {
    const model = drawn(look, {
      ...smallPlan,
      stamp: { by: '许知微', at: '2026-10-14 12:28' },
      shown: { look, from: null, to: null, filter: ['平台：小鸟', '类型：故事'] },
    });
    const tree = readHtml(pageOf(model));
    expect(tree.texts('p.stamp span')).toEqual([
      '许知微，2026-10-14 12:28 导出',
      'Asia/Shanghai',
      '4 处排期',
      '只含：平台：小鸟；类型：故事',
      '只供查看；改动回矩阵里做',
    ]);
    expect(tree.texts('ul.legend span')).toEqual([
      ...['场景', '故事', '互动'],
      ...['想法', '起草', '在审', '就绪', '已交接', '已发布'],
      ...['须改', '建议'],
    ]);
  });

  it.each(looks)('runs nothing, fetches nothing and allows only its own style, in the %s', (look) => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>\u202e</bdi>&amp;';
    const model = drawn(look, {
      ...smallPlan,
      title: evil,
      stamp: { by: evil, at: evil },
      shown: { ...smallPlan.shown, look, filter: [evil] },
      entries: smallPlan.entries.map((entry) => ({
        ...entry,
        piece: { ...entry.piece, title: evil },
        account: entry.account && { ...entry.account, name: evil, platform: evil },
        persona: entry.persona && { ...entry.persona, name: evil },
        variant: { ...entry.variant, platform: evil, format: evil },
      })),
      packs: [],
      backdrop: {
        weekStart: 1,
        campaigns: [a('campaign', { id: 'c1', name: evil, start: wallDate('2026-10-01') })],
        phases: [
          a('phase', {
            id: 'f1',
            campaignId: 'c1',
            kind: 'burst',
            name: evil,
            start: wallDate('2026-10-10'),
            end: wallDate('2026-10-12'),
          }),
        ],
      },
    });
    const html = pageOf(model);
    const tree = readHtml(html);
    const allowed =
      'html head meta title style body header h1 h2 bdi span p ul li svg rect circle path i main table caption colgroup col thead tbody tr th td div time b small';
    expect(tree.names().filter((name) => !allowed.split(' ').includes(name))).toEqual([]);
    expect(tree.attributes().filter((name) => /^on|href|src|style|action/i.test(name))).toEqual([]);
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(html).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(html).toContain("default-src 'none'");
    expect(style).not.toMatch(/url\(|@import/);
    expect(tree.texts('p.title, td.c-title').every((text) => text === evil)).toBe(true);
  });

  it.each(looks)('gives the same bytes for the same plan in any order, in the %s', (look) => {
    const model = drawn(look);
    expect(pageOf({ ...model, entries: [...model.entries].reverse() })).toBe(pageOf(model));
  });

  it('is no file where nothing is planned', () => {
    expect(exporters.html.run(aModel())).toEqual([]);
    expect(exporters.pdf.run(aModel())).toEqual([]);
  });

  it('draws accounts by role and two weeks to a table, and names the weeks it leaves out', () => {
    const model = drawn('matrix', aModel({ entries: [on('2026-10-05'), on('2026-10-18'), on('2026-12-01')] }));
    const tree = readHtml(pageOf(model));
    expect(tree.texts('caption')).toEqual(['10月5日 至 10月18日', '11月30日 至 12月6日']);
    expect(tree.texts('p.skipped')).toEqual(['10月19日 至 11月29日 没有排期，这里略去']);
    expect(tree.texts('tr.lane')).toEqual(['流量入口', '流量入口']);
  });

  it('marks days off, days worked in exchange and phases over their days', () => {
    const campaigns = [a('campaign', { id: 'c1', name: '百城夜拍', start: wallDate('2026-10-01') })];
    const phase = (id: string, kind: 'warm_up' | 'burst', start: string, end: string) =>
      a('phase', { id, campaignId: 'c1', kind, start: wallDate(start), end: wallDate(end) });
    const phases = [
      phase('f1', 'warm_up', '2026-10-06', '2026-10-08'),
      phase('f2', 'burst', '2026-10-08', '2026-10-09'),
    ];
    const html = pageOf({
      ...drawn('matrix', aModel({ entries: [on('2026-10-06')] })),
      backdrop: { weekStart: 1, campaigns, phases },
    });
    const tree = readHtml(html);
    expect(tree.texts('tr.phases td')).toEqual(['百城夜拍', '', '预热', '爆发', '']);
    expect(tree.texts('b.holiday')).toEqual(['休', '休', '休']);
    expect(tree.texts('b.make_up')).toEqual(['班']);
  });

  it('gives each month with something a sheet, and lists what has no day under the others', () => {
    const undated = on('2026-10-05', { day: null });
    const model = drawn('month', aModel({ entries: [on('2026-10-05'), on('2026-12-01'), undated] }));
    const tree = readHtml(pageOf(model));
    expect(tree.texts('caption')).toEqual(['2026年10月', '2026年12月']);
    expect(tree.texts('h2')).toEqual(['还没定日期']);
    expect(tree.texts('p.title').length + tree.texts('td.c-title').length).toBe(3);
  });

  it('shows no finding on what is settled', () => {
    const findings = [{ code: 'title_missing', severity: 'error', field: 'title', params: {} }] as const;
    const variant = aVariant({ findings });
    const marks = (outcome: 'planned' | 'live') =>
      readHtml(pageOf(drawn('list', aModel({ entries: [{ ...on('2026-10-05', { outcome }), variant }] })))).texts(
        'td.c-findings li',
      ).length;
    expect([marks('planned'), marks('live')]).toEqual([1, 0]);
  });
});

describe('a print', () => {
  it.each(looks)('is the same page, in the %s', (look) => {
    const model = drawn(look);
    expect(exporters.pdf.run(model)).toEqual([
      { path: 'schedule.pdf', content: { print: pageOf(model), key: 'schedule.pdf' } },
    ]);
  });

  it('is made by the desktop alone', () => {
    expect(Object.values(exporters).filter(({ where }) => where === 'desktop')).toEqual([exporters.pdf]);
  });
});
