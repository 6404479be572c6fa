import type { Variant } from '../../../src/core/adapt/types';
import type { ExportEntry, ExportModel } from '../../../src/core/export/types';
import { type RecordDraft, type RecordType, type RecordView, records } from '../../../src/core/model/records';
import { type PlatformPack, platformPack } from '../../../src/core/platforms/pack';
import { wallDate } from '../../../src/core/time/wall';

/** A made-up plan of four placements on two platforms: a thread, an article, a video, and a text that fits nowhere. */

const pack = (id: string, zh: string, en: string, formats: readonly object[]): PlatformPack =>
  platformPack.parse({
    schema: 1,
    id,
    zh,
    en,
    glyph: zh.slice(0, 1),
    region: 'cn',
    role: 'traffic',
    roleNote: { zh: '', en: '' },
    checkedOn: '2026-11-01',
    publishUrl: `https://${id}.example/new`,
    sources: {},
    formats,
  });

const format = (id: string, zh: string, en: string, tags: object, rest: object = {}): object => ({
  id,
  zh,
  en,
  family: 'short_post',
  limits: { body_max: 280 },
  count: { title: 'code_points', body: 'code_points' },
  title: 'none',
  tags,
  mentions: { syntax: 'at' },
  links: { policy: 'keep', clickable: true },
  lines: 'blank',
  markup: 'plain',
  facts: [],
  ...rest,
});

export const packs: readonly PlatformPack[] = [
  pack('bird', '小鸟', 'Bird', [
    format('post', '帖子', 'Post', { syntax: 'hash', where: 'inline' }, { threads: true }),
  ]),
  pack('letter', '书信', 'Letter', [
    format('article', '文章', 'Article', { syntax: 'none', where: 'apart' }, { family: 'article', title: 'field' }),
    format('video', '短片', 'Video', { syntax: 'hash', where: 'apart' }, { family: 'video', title: 'field' }),
  ]),
];

/** A record with its defaults; only what matters is given. */
export const a = <T extends RecordType>(type: T, draft: RecordDraft<T> & { readonly id: string }): RecordView<T> => {
  const spec = records[type] as {
    fields: Record<string, { parse: (value: unknown) => unknown }>;
    maps: object;
    sets: object;
  };
  const given = draft as Record<string, unknown>;
  return {
    id: draft.id,
    ...Object.fromEntries(Object.entries(spec.fields).map(([name, schema]) => [name, schema.parse(given[name])])),
    ...Object.fromEntries(Object.keys(spec.maps).map((name) => [name, given[name] ?? {}])),
    ...Object.fromEntries(Object.keys(spec.sets).map((name) => [name, given[name] ?? []])),
  } as RecordView<T>;
};

export const aVariant = (rest: Partial<Variant> = {}): Variant => ({
  platform: 'bird',
  format: 'post',
  title: null,
  body: '桥上的灯，一盏盏亮起来。',
  parts: ['桥上的灯，一盏盏亮起来。'],
  tags: [],
  counts: [{ field: 'body', unit: 'code_points', value: 12, limit: 280 }],
  findings: [],
  trace: [],
  origins: [],
  extra: {},
  ...rest,
});

export const anEntry = (rest: Partial<ExportEntry> = {}): ExportEntry => ({
  placement: a('placement', {
    id: 'pl1',
    pieceId: 'p1',
    format: 'bird/post',
    accountId: 'ac1',
    day: wallDate('2026-10-11'),
    time: '20:00' as never,
  }),
  piece: a('piece', { id: 'p1', title: '夜里十一点的桥', kind: 'story', createdOn: wallDate('2026-09-20') }),
  doc: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { id: 'b1', lead: true },
        content: [{ type: 'text', text: '桥上的灯，一盏盏亮起来。' }],
      },
    ],
  },
  account: a('account', { id: 'ac1', platform: 'bird', name: '小满', order: 'a' }),
  persona: a('persona', { id: 'pe1', name: '小满' }),
  variant: aVariant(),
  images: [],
  blocked: false,
  ...rest,
});

const image = (id: string, name: string, mime: string, hash: string) => ({
  src: id,
  name,
  alt: `${name} 的说明`,
  mime,
  width: 1600,
  height: 1200,
  bytes: 1234,
  hash: hash.repeat(64),
});

export const aModel = (rest: Partial<ExportModel> = {}): ExportModel => ({
  lang: 'zh',
  today: wallDate('2026-10-01'),
  zone: 'Asia/Shanghai',
  title: '夜拍计划',
  packs,
  entries: [],
  pieces: [],
  accounts: [],
  shown: { look: 'list', from: null, to: null, filter: [] },
  stamp: { by: '', at: '2026-10-01' },
  ...rest,
});

const thread = anEntry({
  variant: aVariant({
    body: '桥上的灯，一盏盏亮起来。\n\n手里的机器有点凉。#夜景',
    parts: ['桥上的灯，一盏盏亮起来。1/2', '手里的机器有点凉。#夜景 2/2'],
    tags: ['夜景'],
    counts: [
      { field: 'part 1', unit: 'code_points', value: 15, limit: 280 },
      { field: 'part 2', unit: 'code_points', value: 16, limit: 280 },
      { field: 'tags', unit: 'items', value: 1, limit: null },
    ],
    extra: { images: ['as2', 'as1'] },
  }),
  images: [image('as1', '桥.jpg', 'image/jpeg', 'a'), image('as2', '灯.png', 'image/png', 'b')],
  editedAt: Date.UTC(2026, 8, 30, 8, 15),
});

const letter = a('account', { id: 'ac2', platform: 'letter', name: '桥灯/来信', order: 'b' });

const article = anEntry({
  placement: a('placement', {
    id: 'pl2',
    pieceId: 'p1',
    format: 'letter/article',
    accountId: 'ac2',
    day: wallDate('2026-10-12'),
    time: '07:30' as never,
    zone: 'Europe/Berlin',
    outcome: 'live',
    liveLink: 'https://letter.example/1?a=1;b=2',
  }),
  account: letter,
  variant: aVariant({
    platform: 'letter',
    format: 'article',
    title: '桥，灯；还有“风”',
    body: '第一段 <b>不是标签</b>。\n\n第二段。',
    parts: ['第一段 <b>不是标签</b>。\n\n第二段。'],
    findings: [
      { code: 'body_missing', severity: 'warning', field: 'body', params: {} },
      { code: 'title_missing', severity: 'error', field: 'title', params: {} },
    ],
    extra: {
      html: '<section><p>第一段 &lt;b&gt;。</p><p><img src="as1" alt=""></p></section>',
      digest: '一座桥的一夜',
      cover: '夜里的桥',
      sourceUrl: 'https://juzhen.example/p1',
      images: ['as1'],
    },
  }),
  images: [image('as1', '桥.jpg', 'image/jpeg', 'a')],
});

const video = anEntry({
  placement: a('placement', {
    id: 'pl3',
    pieceId: 'p2',
    format: 'letter/video',
    accountId: 'ac2',
    day: wallDate('2026-10-12'),
    time: null,
  }),
  piece: a('piece', {
    id: 'p2',
    title: '=SUM(灯)',
    kind: 'scene',
    createdOn: wallDate('2026-09-21'),
    link: 'https://juzhen.example/p2',
  }),
  account: letter,
  persona: null,
  variant: aVariant({
    platform: 'letter',
    format: 'video',
    title: '三十秒看灯',
    tags: ['夜景', '桥'],
    extra: {
      script: [{ seconds: 3, picture: '桥|远景', voice: '灯亮了', caption: '灯亮了' }],
      srt: '1\n00:00:00,000 --> 00:00:03,000\n灯亮了\n',
      firstComment: '原片在这里：https://juzhen.example/p2',
    },
  }),
});

const blocked = anEntry({
  placement: a('placement', {
    id: 'pl4',
    pieceId: 'p3',
    format: 'bird/post',
    accountId: null,
    day: wallDate('2026-10-13'),
    outcome: 'skipped',
  }),
  piece: a('piece', { id: 'p3', title: '写不下的一篇', kind: 'interactive' }),
  account: null,
  persona: null,
  variant: aVariant({
    body: '绝不能写出来的字',
    parts: ['绝不能写出来的字'],
    findings: [
      { code: 'cannot_fit', severity: 'error', field: 'body', params: { limit: 280, unit: 'code_points', lost: 0 } },
    ],
  }),
  blocked: true,
});

/** Not in order, because exporters sort. */
export const smallPlan: ExportModel = aModel({ entries: [blocked, video, article, thread] });
