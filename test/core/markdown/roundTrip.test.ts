import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyToMarkdown, docToMarkdown } from '../../../src/core/markdown/printMarkdown';
import { type MarkdownPiece, readMarkdown } from '../../../src/core/markdown/readMarkdown';
import { type BlockNode, type Doc, docSchema, type InlineMark, type InlineNode } from '../../../src/core/model/doc';
import { anySource } from '../adapt/anySource';

const read = (text: string) => {
  const result = readMarkdown(text, 'piece.md');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** The normal form: neighbouring text differs in its marks, nothing starts or ends with a space, tokens stand apart. */
const word = fc.constantFrom(
  '夜里十点以后',
  '路灯',
  '注意：',
  '「引用」',
  '3.14',
  'night',
  'The lamp',
  'a*b',
  '1. x',
  '_u_',
  '[x]',
  '\\',
  '`',
  '<b>',
  '& co',
  '# not',
  '- no',
  '~~',
  '👨‍👩‍👧',
  'e.g.',
  '||',
);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const mark = fc.constantFrom<InlineMark>(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'link', attrs: { href: 'https://tingan.example/a_b?c=1&d=(e)' } },
);
const piece: fc.Arbitrary<readonly InlineNode[]> = fc.oneof(
  { weight: 4, arbitrary: phrase.map((text): InlineNode[] => [{ type: 'text', text }]) },
  {
    weight: 2,
    arbitrary: fc.tuple(phrase, mark).map(([text, given]): InlineNode[] => [{ type: 'text', text, marks: [given] }]),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('a`b', 'x', '路灯')
      .map((text): InlineNode[] => [{ type: 'text', text, marks: [{ type: 'code' }] }]),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('还亮着的灯', 'StillLit')
      .map((id): InlineNode[] => [{ type: 'hashtag', attrs: { id, label: id } }]),
  },
  { weight: 1, arbitrary: fc.constant<InlineNode[]>([{ type: 'mention', attrs: { id: '汀岸', label: '汀岸' } }]) },
  { weight: 1, arbitrary: fc.constant<InlineNode[]>([{ type: 'field', attrs: { name: 'deadline' } }]) },
  { weight: 1, arbitrary: fc.constant<InlineNode[]>([{ type: 'text', text: '见 https://tingan.example/a_b*c 那里' }]) },
  {
    weight: 1,
    arbitrary: fc.constant<InlineNode[]>([
      { type: 'text', text: '前一行' },
      { type: 'hardBreak' },
      { type: 'text', text: '后一行' },
    ]),
  },
);
/** Pieces with a plain full stop and a space between them, so that neighbours never run together. */
const content: fc.Arbitrary<readonly InlineNode[]> = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => {
  const joined: InlineNode[] = [];
  for (const [index, nodes] of pieces.entries()) {
    if (index > 0) joined.push({ type: 'text', text: ' — ' });
    joined.push(...nodes);
  }
  return merge(joined);
});
function merge(nodes: readonly InlineNode[]): readonly InlineNode[] {
  const merged: InlineNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text' && !node.marks && !last.marks)
      merged[merged.length - 1] = { type: 'text', text: last.text + node.text };
    else merged.push(node);
  }
  return merged;
}
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
const simple: fc.Arbitrary<BlockNode> = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  { weight: 1, arbitrary: table },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 4 }), phrase)
      .map(([level, text]): BlockNode => ({ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('let a = 1;\n\n  b();', '```\nfence\n```')
      .map((text): BlockNode => ({ type: 'codeBlock', attrs: { language: 'ts' }, content: [{ type: 'text', text }] })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<BlockNode>({
      type: 'image',
      attrs: { src: '../images/a b.jpg', alt: '一盏[灯]', title: '题"注' },
    }),
  },
  { weight: 1, arbitrary: fc.constant<BlockNode>({ type: 'horizontalRule' }) },
);
const nested: fc.Arbitrary<BlockNode> = fc.oneof(
  { weight: 6, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc
      .array(paragraph, { minLength: 1, maxLength: 3 })
      .map((inner): BlockNode => ({ type: 'blockquote', content: inner })),
  },
  {
    weight: 1,
    arbitrary: fc.array(paragraph, { minLength: 1, maxLength: 3 }).map(
      (inner): BlockNode => ({
        type: 'bulletList',
        content: inner.map((one) => ({ type: 'listItem', content: [one] })),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.integer({ min: 2, max: 9 }), fc.array(paragraph, { minLength: 1, maxLength: 3 })).map(
      ([start, inner]): BlockNode => ({
        type: 'orderedList',
        attrs: { start },
        content: inner.map((one) => ({ type: 'listItem', content: [one] })),
      }),
    ),
  },
);
const attrs = fc.constantFrom(
  {},
  {},
  { keep: true },
  { lead: true, only: ['weibo/post', 'x'] },
  { optional: true, not: ['wechat_oa'] },
);
const block = fc
  .tuple(nested, attrs)
  .map(
    ([node, marks]): BlockNode =>
      Object.keys(marks).length === 0 ? node : ({ ...node, attrs: { ...node.attrs, ...marks } } as BlockNode),
  );
/** Two lists of one kind in a row are one list in Markdown; a rule between them keeps them apart. */
const doc: fc.Arbitrary<Doc> = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => ({
  type: 'doc',
  content: blocks.flatMap((one, index): BlockNode[] =>
    index > 0 && /List/.test(one.type) && /List/.test(blocks[index - 1]?.type ?? '')
      ? [{ type: 'horizontalRule' }, one]
      : [one],
  ),
}));

const head: fc.Arbitrary<Omit<MarkdownPiece, 'doc' | 'images'>> = fc.record({
  title: fc.constantFrom('今晚开拍：还亮着的灯', 'Yes: "no"', '- 1', 'null', '2026-10-01', '#tag'),
  kind: fc.constant('interactive' as const),
  subkind: fc.constantFrom(null, 'lottery'),
  lang: fc.constantFrom('zh' as const, 'en' as const),
  brief: fc.constantFrom({}, { deadline: '11月30日 20:00', rules: '一行: 两行 # 三' }),
  tags: fc.constantFrom([], ['还亮着的灯', 'night challenge', '12']),
  persona: fc.constantFrom('', '顾长舟'),
  link: fc.constantFrom('', 'https://tingan.example/lamps?a=b'),
});

const picturesOf = (given: Doc): readonly string[] => [
  ...new Set(given.content.flatMap((node) => (node.type === 'image' ? [node.attrs.src] : []))),
];

/** Signs, tokens and marks without anything between them, as only a careless paste has them. */
const sign = fc.constantFrom(
  ...[
    'a',
    '夜',
    '。',
    '.',
    '“',
    '”',
    '…',
    ' ',
    '😀',
    '❤️',
    '*',
    '_',
    '~',
    '`',
    '&',
    '<',
    '#',
    '-',
    '1',
    '. ',
    '\\',
    '!',
  ],
  ...['[', ']', '(', ')', '「', '」', ':', '|', '+', '>', '=', '\n', '\u00a0', '\ufe00', '&lt;', 'x@y.co', 'www.a.b'],
  ...['@li', '#夜拍#', '#a_b#', '#*x*#', '{{deadline}}', 'https://a.co/x', 'http://a.b/[x](y)', '👨‍👩‍👧'],
);
const anyMark = fc.constantFrom<InlineMark>(
  ...(['bold', 'italic', 'strike', 'underline', 'code'] as const).map((type): InlineMark => ({ type })),
  { type: 'link', attrs: { href: 'https://a.co/x(y)z' } },
);
const crowdedText = fc
  .tuple(
    fc.array(sign, { minLength: 1, maxLength: 5 }),
    fc.uniqueArray(anyMark, { maxLength: 3, selector: ({ type }) => type }),
  )
  .map(([signs, marks]): InlineNode => {
    const text = signs.join('');
    return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };
  });
const crowdedToken = fc.constantFrom<InlineNode>(
  { type: 'hardBreak' },
  { type: 'hashtag', attrs: { id: '灯' } },
  { type: 'mention', attrs: { id: 'li' } },
  { type: 'field', attrs: { name: 'deadline' } },
);
const crowdedLine = fc.array(fc.oneof({ weight: 8, arbitrary: crowdedText }, { weight: 1, arbitrary: crowdedToken }), {
  minLength: 1,
  maxLength: 6,
});
const crowded = fc.tuple(crowdedLine, fc.boolean()).map(
  ([content, isHeading]): Doc => ({
    type: 'doc',
    content: [isHeading ? { type: 'heading', attrs: { level: 2 }, content } : { type: 'paragraph', content }],
  }),
);
const bodyOf = (given: Doc): Doc => read(`---\ntitle: t\n---\n\n${bodyToMarkdown(given)}`).piece.doc;

describe('A piece written as Markdown', () => {
  test('reads back as it was', () => {
    fc.assert(
      fc.property(doc, head, (given, matter) => {
        const written: MarkdownPiece = { ...matter, images: picturesOf(given), doc: given };
        const back = read(docToMarkdown(given, written));
        expect(back.piece).toEqual(written);
        expect(back.warnings).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('prints the same again once it was read, whatever the source', () => {
    fc.assert(
      fc.property(anySource, ({ body, images, title, ...rest }) => {
        // No piece has a title over 500 units, and a head with one is refused.
        const short = title.slice(0, 500);
        const given = { ...rest, title: short, subkind: null, persona: '', images: images.map(({ src }) => src) };
        const once = read(docToMarkdown(body, given)).piece;
        expect(docSchema.safeParse(once.doc).success).toBe(true);
        expect(read(docToMarkdown(once.doc, once)).piece).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });

  test('prints the same again with any marks side by side', () => {
    fc.assert(
      fc.property(crowded, (given) => {
        const once = bodyOf(given);
        expect(bodyOf(once)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  const bold = (value: string): InlineNode => ({ type: 'text', text: value, marks: [{ type: 'bold' }] });
  const plain = (value: string): InlineNode => ({ type: 'text', text: value });
  const tag = (id: string): InlineNode => ({ type: 'hashtag', attrs: { id, label: id } });
  const mention = (id: string): InlineNode => ({ type: 'mention', attrs: { id, label: id } });

  test.each<readonly [string, readonly InlineNode[], string, readonly InlineNode[]]>([
    [
      'a mark that ends in punctuation before a Latin word',
      [bold('e.g.'), plain('night夜里…。#夜拍# night。'), bold('夜里十点以后。')],
      '**e.g.**&#x6E;ight夜里…。#夜拍# night。**夜里十点以后。**',
      [bold('e.g.'), plain('night夜里…。'), tag('夜拍'), plain(' night。'), bold('夜里十点以后。')],
    ],
    [
      'tokens inside a mark',
      [bold('https://tingan.example/lamps，@someone@mastodon.social，#夜拍#。@汀岸手机。')],
      '**https://tingan.example/lamps，@someone@mastodon.social，#夜拍#。@汀岸手机。**',
      [
        bold('https://tingan.example/lamps，'),
        mention('someone@mastodon.social'),
        bold('，'),
        tag('夜拍'),
        bold('。'),
        mention('汀岸手机'),
        bold('。'),
      ],
    ],
    [
      'a mention before a letter',
      [mention('汀岸'), plain('手机')],
      '@汀岸<!---->手机',
      [mention('汀岸'), plain('手机')],
    ],
    [
      'a mark beside the next',
      [bold('a'), { type: 'text', text: 'b', marks: [{ type: 'italic' }] }],
      '**a**<!---->*b*',
      [bold('a'), { type: 'text', text: 'b', marks: [{ type: 'italic' }] }],
    ],
    ['an open tag before a mention', [plain('#StillLit@li')], '#StillLit@li', [tag('StillLit'), mention('li')]],
    [
      'a mail address',
      [plain('li@tingan.example www.a.b')],
      'li@tingan.example www.a.b',
      [plain('li@tingan.example www.a.b')],
    ],
  ])('keeps %s', (_, content, text, back) => {
    const given: Doc = { type: 'doc', content: [{ type: 'paragraph', content }] };
    expect(bodyToMarkdown(given)).toBe(`${text}\n`);
    expect(bodyOf(given)).toEqual({ type: 'doc', content: [{ type: 'paragraph', content: back }] });
    expect(bodyOf(bodyOf(given))).toEqual(bodyOf(given));
  });

  test.each([
    ['emoji', '😀'.repeat(500_000)],
    ['spaces', `a${' '.repeat(1_000_000)}b`],
    ['punctuation', '。'.repeat(1_000_000)],
    ['glued mentions', '@a'.repeat(500_000)],
  ])(
    'reads a megabyte of %s back',
    (_, text) => {
      const back = bodyOf({ type: 'doc', content: [{ type: 'paragraph', content: [bold(text), plain('night')] }] });
      const [paragraph] = back.content;
      const inlines = paragraph?.type === 'paragraph' ? (paragraph.content ?? []) : [];
      const shown = inlines
        .map((node) => (node.type === 'mention' ? `@${node.attrs.id}` : node.type === 'text' ? node.text : ''))
        .join('');
      expect(shown === `${text}night`).toBe(true);
    },
    60_000,
  );
});
