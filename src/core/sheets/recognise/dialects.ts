import type { DateOrder } from '../values/dates';
import type { SheetField } from './fields';
import { foldHeader } from './headers';

/**
 * Programs whose sheets people bring along. A dialect is known by headers that together are its own, and says what its
 * columns mean and how it writes days; everything else is told from headers and cells as for any sheet.
 */
export const dialectIds = [
  'juzhen',
  'gohighlevel',
  'magicsync',
  'sprout',
  'ayrshare',
  'flamel',
  'statusbrew',
  'hootsuite',
  'chinese_schedule',
] as const;
export type DialectId = (typeof dialectIds)[number];

export type Dialect = {
  readonly id: DialectId;
  /** Each group must be met by one of its headers. */
  readonly signature: readonly (readonly string[])[];
  /** At most so many columns; for dialects whose headers are everybody's. */
  readonly atMost?: number;
  /** What this program means by a header that others use otherwise. */
  readonly columns: Readonly<Record<string, SheetField>>;
  /** How its own documentation says days are written; null when it leaves that to the user. */
  readonly order: DateOrder | null;
};

/** Sources: the programs' help pages, read in November 2026; see the README beside the fixtures. */
export const dialects: readonly Dialect[] = [
  {
    id: 'juzhen',
    signature: [
      ['日期', 'date'],
      ['人设', 'persona'],
      ['去向', 'outcome'],
      ['要处理', 'tosettle'],
    ],
    columns: {
      稿件: 'state',
      piece: 'state',
      去向: 'state',
      outcome: 'state',
      要处理: 'notes',
      tosettle: 'notes',
      // Counted anew from the text.
      字数: 'ignore',
      length: 'ignore',
    },
    order: null,
  },
  {
    id: 'gohighlevel',
    signature: [['postatspecifictime'], ['content']],
    columns: {
      posttype: 'format',
      category: 'kind',
      followupcomment: 'notes',
      youtubetitle: 'title',
      watermark: 'notes',
    },
    order: 'mdy',
  },
  {
    id: 'magicsync',
    signature: [['content'], ['scheduledtime']],
    columns: { comments: 'notes' },
    order: null,
  },
  {
    id: 'sprout',
    signature: [['time24hr'], ['messagetext', 'message']],
    columns: { network: 'platform', profile: 'account', imageurl: 'images', tags: 'tags' },
    order: null,
  },
  {
    id: 'ayrshare',
    signature: [['post'], ['platforms'], ['scheduledate']],
    columns: { post: 'body' },
    order: null,
  },
  {
    id: 'flamel',
    signature: [
      ['date', 'postdate'],
      ['time', 'posttime'],
      ['accounts', 'profiles', 'socialaccounts'],
      ['caption', 'content', 'text', 'message'],
    ],
    columns: { posttime: 'time', postdate: 'day' },
    order: null,
  },
  {
    id: 'statusbrew',
    signature: [
      ['message', 'text'],
      ['profiles', 'profile', 'socialprofiles'],
      ['scheduledat', 'scheduletime', 'scheduledtime', 'publishat', 'datetime', 'date'],
    ],
    columns: {},
    order: null,
  },
  {
    id: 'hootsuite',
    signature: [
      ['date', 'datetime', 'dateandtime'],
      ['text', 'message', 'posttext'],
      ['link', 'url', 'links'],
    ],
    atMost: 5,
    columns: {},
    order: null,
  },
  {
    id: 'chinese_schedule',
    signature: [
      ['日期', '发布日期', '发布时间', '排期', '计划日期', '推送时间', '计划发布时间'],
      ['标题', '主题', '选题', '内容主题', '文案', '内容', '正文'],
    ],
    columns: {},
    order: null,
  },
];

/** The dialect a header row is written in; null when it is nobody's in particular. */
export function dialectOf(headers: readonly string[]): Dialect | null {
  const folded = headers.map((header) => foldHeader(header.normalize('NFKC').replaceAll(/[（(].*$/g, '')));
  const present = new Set(folded.filter((header) => header !== ''));
  return (
    dialects.find(
      ({ signature, atMost }) =>
        present.size <= (atMost ?? Number.POSITIVE_INFINITY) &&
        signature.every((group) => group.some((name) => present.has(foldHeader(name)))),
    ) ?? null
  );
}
