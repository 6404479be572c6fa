import fc from 'fast-check';
import type { Source, Voice } from '../../../src/core/adapt/types';
import type { BlockNode, InlineNode } from '../../../src/core/model/doc';
import { formatsOf } from '../../../src/core/platforms/registry';
import { shippedPacks } from '../../../src/core/platforms/shipped';

/** Sources as editors and as nobody would write them: Han, Latin, emoji, addresses, tags, mentions, marks. */
export const allFormats = formatsOf(shippedPacks());
export const anyFormat = fc.constantFrom(...allFormats);

const han = fc.constantFrom(
  '夜里十点以后',
  '路灯',
  '拍一张',
  '汀岸M9',
  '还亮着的灯',
  '老街',
  '门口的修车摊',
  '鬱',
  '𠮷野家',
);
const latin = fc.constantFrom(
  'night',
  'The lamp',
  'M9',
  'e.g.',
  'Dr. Li',
  '3.14',
  'photograph',
  'U.S.',
  'naïve',
  'straße',
);
const emoji = fc.constantFrom('😀', '👨‍👩‍👧‍👦', '🇨🇳', '1️⃣', '👍🏽', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿');
export const urls = [
  'https://tingan.example/lamps',
  'http://mi.com/a_b?c=d&e=f',
  'https://a.co/x(y)z',
  // No top-level domain that X knows.
  'https://foo.unknowntld/path?a=b!c',
] as const;
const url = fc.constantFrom(...urls);
const tag = fc.constantFrom('#夜拍#', '#StillLit', '#night-shots', '#深圳', '#a b#', '#2026');
const mention = fc.constantFrom('@汀岸手机', '@li', '@someone@mastodon.social');
const strange = fc.constantFrom(
  '‮abc‬',
  '\u200b',
  'e\u0301',
  '{{deadline}}',
  '{{nothing}}',
  '“引用。”',
  '（括号）',
  '《书名》',
  '\t',
  '…',
);
const atom = fc.oneof(
  { weight: 8, arbitrary: han },
  { weight: 6, arbitrary: latin },
  { weight: 2, arbitrary: emoji },
  { weight: 2, arbitrary: url },
  { weight: 2, arbitrary: tag },
  { weight: 1, arbitrary: mention },
  { weight: 2, arbitrary: strange },
);
const end = fc.constantFrom('。', '！', '？', '. ', '! ', '? ', '', '\n', '。”', '…');
/** An address running into letters is another address; nobody means that. */
const apart = (text: string): string =>
  text.replace(/(https?:\/\/[^\sA-Z，。]+?(?:lamps|d&e=f|\)z|b!c))(?=[\p{L}\p{N}\p{M}@#]|https?:)/gu, '$1 ');
const sentence = fc
  .tuple(fc.array(atom, { minLength: 1, maxLength: 14 }), fc.constantFrom('', ' ', '，'), end)
  .map(([atoms, glue, stop]) => atoms.join(glue) + stop);
const text = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => apart(all.join('')));

const marks = fc.record(
  {
    only: fc.constantFrom<string[]>(['weibo'], ['x/post', 'wechat_oa']),
    not: fc.constantFrom<string[]>(['x'], ['weibo/post']),
    keep: fc.constant(true),
    lead: fc.constant(true),
    optional: fc.constant(true),
  },
  { requiredKeys: [] },
);

const inline: fc.Arbitrary<InlineNode> = fc.oneof(
  { weight: 8, arbitrary: text.map((value): InlineNode => ({ type: 'text', text: value })) },
  { weight: 1, arbitrary: text.map((value): InlineNode => ({ type: 'text', text: value, marks: [{ type: 'bold' }] })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(han, url)
      .map(([label, href]): InlineNode => ({ type: 'text', text: label, marks: [{ type: 'link', attrs: { href } }] })),
  },
  { weight: 1, arbitrary: fc.constant<InlineNode>({ type: 'hardBreak' }) },
  { weight: 1, arbitrary: han.map((id): InlineNode => ({ type: 'hashtag', attrs: { id } })) },
  { weight: 1, arbitrary: han.map((id): InlineNode => ({ type: 'mention', attrs: { id } })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<InlineNode>(
      { type: 'field', attrs: { name: 'deadline' } },
      { type: 'field', attrs: { name: 'none' } },
    ),
  },
);
const content = fc.array(inline, { minLength: 1, maxLength: 4 });
const paragraph: fc.Arbitrary<BlockNode> = content.map((nodes) => ({ type: 'paragraph', content: nodes }));

/** A table of two columns. */
const table = fc.tuple(fc.boolean(), fc.array(fc.tuple(content, content), { minLength: 2, maxLength: 4 })).map(
  ([titled, rows]): BlockNode => ({
    type: 'table',
    content: rows.map((cells, row) => ({
      type: 'tableRow',
      content: cells.map((content) => ({
        type: titled && row === 0 ? 'tableHeader' : 'tableCell',
        content: [{ type: 'paragraph', content }],
      })),
    })),
  }),
);
const plainBlock: fc.Arbitrary<BlockNode> = fc.oneof(
  { weight: 1, arbitrary: table },
  { weight: 8, arbitrary: paragraph },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 4 }), content)
      .map(([level, nodes]): BlockNode => ({ type: 'heading', attrs: { level }, content: nodes })),
  },
  {
    weight: 1,
    arbitrary: fc.array(paragraph, { minLength: 1, maxLength: 3 }).map(
      (items): BlockNode => ({
        type: 'bulletList',
        content: items.map((item) => ({ type: 'listItem', content: [item] })),
      }),
    ),
  },
  { weight: 1, arbitrary: paragraph.map((inner): BlockNode => ({ type: 'blockquote', content: [inner] })) },
  {
    weight: 1,
    arbitrary: fc
      .array(latin, { minLength: 1 })
      .map((words) => words.join(' '))
      .map((value): BlockNode => ({ type: 'codeBlock', content: [{ type: 'text', text: value }] })),
  },
  { weight: 1, arbitrary: fc.constant<BlockNode>({ type: 'image', attrs: { src: 'a1', alt: '一盏灯' } }) },
  { weight: 1, arbitrary: fc.constant<BlockNode>({ type: 'horizontalRule' }) },
);
const block = fc
  .tuple(plainBlock, fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: marks }))
  .map(([node, attrs]) => ({ ...node, attrs: { ...node.attrs, ...attrs } }) as BlockNode);

const image = (src: string) => ({
  src,
  name: `${src}.jpg`,
  alt: '一盏灯',
  mime: 'image/jpeg',
  width: 1200,
  height: 1600,
  bytes: 400_000,
});

/** Most bytes of a body in a property; longer ones are in the bench. */
const MOST = 4_096;
const bytes = new TextEncoder();

/** The blocks that stay within it; at least the first. */
function within(blocks: readonly BlockNode[]): readonly BlockNode[] {
  let sum = 0;
  return blocks.filter((node, index) => {
    sum += bytes.encode(JSON.stringify(node)).length;
    return index === 0 || sum <= MOST;
  });
}

const sourceWith = (fewest: number): fc.Arbitrary<Source> =>
  fc
    .record({
      title: fc.oneof(text, han, fc.constant('')),
      kind: fc.constantFrom('scene', 'story', 'interactive'),
      lang: fc.constantFrom('zh', 'en'),
      brief: fc.constantFrom<Record<string, string>>(
        {},
        { deadline: '11月30日 20:00', reward: '汀岸 M9 九台', hashtag: '还亮着的灯' },
        { scene: '夜里十点以后', value: '看清灯下的人', hashtag: '#a b#' },
      ),
      blocks: fc.array(block, { minLength: fewest, maxLength: 12 }),
      repeat: fc.oneof(
        { weight: 6, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.integer({ min: 2, max: 6 }) },
      ),
      tags: fc.array(
        fc.constantFrom(
          '夜拍',
          'night photos',
          '#还亮着的灯#',
          '12',
          'a,b',
          '一个非常非常非常长的标签名字超过上限',
          'M9',
        ),
        { maxLength: 8 },
      ),
      link: fc.oneof(fc.constant(''), url),
      images: fc.constantFrom(
        [],
        [image('a1')],
        Array.from({ length: 40 }, (_, index) => image(`b${index}`)),
      ),
    })
    .map(
      ({ blocks, repeat, ...rest }): Source => ({
        ...rest,
        subkind: null,
        body: { type: 'doc', content: within(Array.from({ length: repeat }, () => blocks).flat()) },
      }),
    );

/** `repeat` makes the body as long as a property takes it from time to time. */
export const anySource = sourceWith(0);
/** Too long for a short post, most of the time. */
export const longSource = sourceWith(9);

/** The first block must be kept. */
export const keepSource = sourceWith(1).map(
  (source): Source => ({
    ...source,
    body: {
      ...source.body,
      content: source.body.content.map((node, index) =>
        index === 0 ? ({ ...node, attrs: { ...node.attrs, keep: true } } as BlockNode) : node,
      ),
    },
  }),
);

export const anyVoice: fc.Arbitrary<Voice | undefined> = fc.option(
  fc.record({
    lang: fc.constantFrom('zh', 'en'),
    signOff: fc.constantFrom('', '——长舟，写于回家路上', 'x'.repeat(300)),
    linkLine: fc.constantFrom('', '完整规则：', 'Read on'),
    standingTags: fc.constantFrom<string[]>([], ['汀岸', 'StillLit', 'long tag name']),
    avoidWords: fc.constant([]),
    useWords: fc.constantFrom<string[]>([], ['灯']),
    tierBenefit: fc.constantFrom('', '铁杆群提前两小时'),
  }),
  { nil: undefined },
);
