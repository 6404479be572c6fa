import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docToMarkdown } from '../../../src/core/markdown/printMarkdown';
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
const simple: fc.Arbitrary<BlockNode> = fc.oneof(
  { weight: 6, arbitrary: paragraph },
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


const anyMark = fc.constantFrom<InlineMark>({type:'bold'},{type:'italic'},{type:'strike'},{type:'underline'},{type:'code'},{type:'link',attrs:{href:'https://a.co/x(y)z'}});
const bit = fc.constantFrom('a','夜','。','.','“','”','…',' ','😀','❤️','*','_','~','`','&','<','#','@li','#夜拍#','#a_b#','#*x*#','https://a.co/x','http://a.b/[x](y)','-','1','. ','\\','!','[','(',')','👨‍👩‍👧','「','」','x@y.co','www.a.b','&lt;','\n','\ufe00','\u00a0',':','|','+','>','=');
const wildText = fc.array(bit,{minLength:1,maxLength:5}).map((b)=>b.join(''));
const wildInline: fc.Arbitrary<InlineNode> = fc.oneof(
 {weight:8, arbitrary: fc.tuple(wildText, fc.uniqueArray(anyMark,{maxLength:3, selector:(m)=>m.type})).map(([text,marks]):InlineNode=>marks.length===0?{type:'text',text}:{type:'text',text,marks})},
 {weight:1, arbitrary: fc.constantFrom<InlineNode>({type:'hardBreak'},{type:'hashtag',attrs:{id:'灯'}},{type:'mention',attrs:{id:'li'}},{type:'field',attrs:{name:'d'}})});
const wild = fc.tuple(fc.array(wildInline,{minLength:1,maxLength:6}), fc.constantFrom('paragraph','heading')).map(([content,type]):Doc=>({type:'doc',content:[(type==='heading'?{type,attrs:{level:2},content}:{type,content}) as BlockNode]}));
const M = {title:'t',kind:'scene' as const,subkind:null,lang:'zh' as const,brief:{},tags:[],persona:'',link:'',images:[]};
describe('wild', () => {
 test('law', () => { fc.assert(fc.property(wild,(given)=>{
   const once=read(docToMarkdown(given,M)).piece; const s2=docToMarkdown(once.doc,M); const twice=read(s2).piece;
   expect(twice.doc).toEqual(once.doc);
 }),{numRuns:20000}); }, 550_000);
 test('second', () => { fc.assert(fc.property(wild,(given)=>{
   const once=read(docToMarkdown(given,M)).piece; const twice=read(docToMarkdown(once.doc,M)).piece; const thrice=read(docToMarkdown(twice.doc,M)).piece;
   expect(thrice.doc).toEqual(twice.doc);
 }),{numRuns:20000}); }, 550_000);
});
describe('A piece written as Markdown', () => {
  test('reads back as it was', () => {
    fc.assert(
      fc.property(doc, head, (given, matter) => {
        const written: MarkdownPiece = { ...matter, images: picturesOf(given), doc: given };
        const back = read(docToMarkdown(given, written));
        expect(back.piece).toEqual(written);
        expect(back.warnings).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  }, 550_000);

  test('prints the same again once it was read, whatever the source', () => {
    fc.assert(
      fc.property(anySource, ({ body, images, ...rest }) => {
        const given = { ...rest, subkind: null, persona: '', images: images.map(({ src }) => src) };
        const once = read(docToMarkdown(body, given)).piece;
        expect(docSchema.safeParse(once.doc).success).toBe(true);
        const twice = read(docToMarkdown(once.doc, once)).piece;
        const thrice = read(docToMarkdown(twice.doc, twice)).piece;
        expect(thrice).toEqual(twice);
      }),
      { numRuns: 3000 },
    );
  }, 550_000);
});
