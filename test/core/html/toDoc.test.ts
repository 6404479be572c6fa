import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToDoc } from '../../../src/core/html/toDoc';
import { readMarkdown } from '../../../src/core/markdown/readMarkdown';
import type { BlockNode } from '../../../src/core/model/doc';
import { docSchema } from '../../../src/core/model/doc';
import { docText } from '../../../src/core/model/docText';

const read = (html: string) => {
  const found = htmlToDoc(html);
  if (found === null) throw new Error('too deep');
  return found;
};
const blocks = (html: string): readonly BlockNode[] => read(html).doc.content;
/** The same words as Markdown: both readers end in one shape. */
const likeMarkdown = (html: string, markdown: string): void => {
  const written = readMarkdown(`---\ntitle: t\n---\n${markdown}`, 'a.md');
  expect(written.ok && written.value.piece.doc.content).toEqual(blocks(html));
};

describe('htmlToDoc', () => {
  it('keeps headings, paragraphs, marks, links, lists, quotations, code and rules as Markdown would', () => {
    likeMarkdown('<h1>夜拍</h1><p>今晚 <b>八点</b>，<em>出门</em></p>', '# 夜拍\n\n今晚 **八点**，*出门*');
    likeMarkdown('<p>见 <a href="https://example.com/a">这里</a></p>', '见 [这里](https://example.com/a)');
    likeMarkdown('<ul><li>三脚架</li><li>手机<ol><li>擦镜头</li></ol></li></ul>', '- 三脚架\n- 手机\n  1. 擦镜头');
    likeMarkdown('<ol start="3"><li>三</li><li>四</li></ol>', '3. 三\n4. 四');
    likeMarkdown('<blockquote><p>好看</p></blockquote><hr>', '> 好看\n\n---');
    likeMarkdown('<pre><code class="language-js">a &lt; b\n  c</code></pre>', '```js\na < b\n  c\n```');
    likeMarkdown('<p>一<br>二</p><p><del>旧</del><u>新</u></p>', '一\\\n二\n\n~~旧~~<u>新</u>');
    likeMarkdown('<p>#夜拍挑战# 和 @汀岸 说 {{deadline}}</p>', '#夜拍挑战# 和 @汀岸 说 {{deadline}}');
  });

  it('gives a picture the caption that stands with it, above or below, and keeps every other one as text', () => {
    const image = (title: string) => ({ type: 'image', attrs: { src: 'a.png', title } });
    const figure = (inside: string) => blocks(`<figure>${inside}</figure>`);
    expect(figure('<p><img src="a.png"></p><figcaption>江边，\n 晚八点</figcaption>')).toEqual([
      image('江边， 晚八点'),
    ]);
    expect(figure('<figcaption>江边</figcaption><img src="a.png">')).toEqual([image('江边')]);
    const said = (...html: readonly string[]) => html.map((one) => docText(read(one).doc));
    expect(
      said(
        '<figure><img src="a.png"><img src="b.png"><figcaption>两张</figcaption></figure>',
        '<figure><img src="a.png" title="题"><figcaption>另一句</figcaption></figure>',
        '<figure><img src="a.png"><figcaption>摄影 <a href="https://example.com">小满</a></figcaption></figure>',
        '<img src="a.png"><figcaption>表 1 参数</figcaption>',
        '<figure><blockquote>话</blockquote><figcaption>谁说的</figcaption></figure>',
        `<figure><img src="a.png"><figcaption>${'长'.repeat(2_001)}</figcaption></figure>`,
      ).map((text) => text.split('\n').at(-1)?.slice(0, 8)),
    ).toEqual(['两张', '另一句', '摄影 小满', '表 1 参数', '谁说的', '长长长长长长长长']);
  });

  it('settles white space as a browser does, and writes no space between Chinese lines', () => {
    expect(docText(read('<p>  one\n two&nbsp;&nbsp;three </p>').doc)).toBe('one two three');
    expect(docText(read('<p>今晚八点，\n    江边见。</p>').doc)).toBe('今晚八点，江边见。');
    expect(blocks('<p>word <b>bold</b> word</p>')).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'word ' },
          { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' word' },
        ],
      },
    ]);
  });

  it('takes two line breaks in a row as a new paragraph', () => {
    expect(docText(read('<div>一<br><br>二<br>三</div>').doc)).toBe('一\n二\n三');
    expect(blocks('<div>一<br> <br>二</div>')).toHaveLength(2);
  });

  it('understands looks that editors write instead of tags', () => {
    const google = '<b style="font-weight:normal"><p><span style="font-weight:700">粗</span>细</p></b>';
    expect(blocks(google)).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '粗', marks: [{ type: 'bold' }] },
          { type: 'text', text: '细' },
        ],
      },
    ]);
  });

  it('reads the lists that Word writes as paragraphs, by level and marker', () => {
    const item = (level: number, marker: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp;</span></span><![endif]>${text}</p>`;
    likeMarkdown(
      item(1, '1.', '先踩点') + item(2, '·', '看月亮') + item(2, '·', '看潮汐') + item(1, '2.', '再出门'),
      '1. 先踩点\n   - 看月亮\n   - 看潮汐\n2. 再出门',
    );
  });

  it('leaves out programs, looks, frames and what nobody saw, counts them, and keeps the words around', () => {
    const page = `<style>p{}</style><p>看<script>alert(1)</script>得见</p><p style="display:none">看不见</p>
      <iframe src="https://example.com"></iframe><img src="t.gif" width=1 height=1><svg><text>x</text></svg>`;
    const found = read(page);
    expect(docText(found.doc)).toBe('看得见');
    expect(found.removed).toBe(5);
  });

  it('takes the address from links that lead nowhere safe and keeps their words', () => {
    for (const href of [
      'javascript:alert(1)',
      ' jav\tascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'vbscript:x',
    ])
      expect(blocks(`<p><a href="${href}">点我</a></p>`), href).toEqual([
        { type: 'paragraph', content: [{ type: 'text', text: '点我' }] },
      ]);
  });

  it('gives pictures inside the page a name, and prefers the real picture to a placeholder', () => {
    const found = read(
      '<p>前<img src="data:image/png;base64,AAAA" alt="夜">后</p><img src="data:image/gif;base64,R0" data-src="a/b.jpg">',
    );
    expect(found.doc.content).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: '前' }] },
      { type: 'image', attrs: { src: 'inline-1', alt: '夜' } },
      { type: 'paragraph', content: [{ type: 'text', text: '后' }] },
      { type: 'image', attrs: { src: 'a/b.jpg' } },
    ]);
    expect(found.inlined.get('inline-1')).toBe('data:image/png;base64,AAAA');
  });

  it('keeps a table: headings, empty cells, lines in a cell, its pictures after it', () => {
    const cell = (type: string, ...content: object[]) => ({
      type,
      content: [content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }],
    });
    const text = (value: string) => ({ type: 'text', text: value });
    expect(
      blocks(
        '<table><thead><tr><th>时间</th><th>地点</th></tr></thead><tr><td><p>周六</p><p>十点</p></td><td><img src="a.jpg"></td></tr><tr><td>周日</td></tr></table>',
      ),
    ).toEqual([
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', text('时间')), cell('tableHeader', text('地点'))] },
          {
            type: 'tableRow',
            content: [cell('tableCell', text('周六'), { type: 'hardBreak' }, text('十点')), cell('tableCell')],
          },
          { type: 'tableRow', content: [cell('tableCell', text('周日')), cell('tableCell')] },
        ],
      },
      { type: 'image', attrs: { src: 'a.jpg' } },
    ]);
  });

  it('sees through a table that only lays out the page', () => {
    expect(blocks('<table><tr><td><h2>题</h2><p>文</p></td></tr></table>').map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
    ]);
  });

  it('knows the title of the page', () => {
    expect(read('<html><head><title> 夜拍\n指南 </title></head><body><p>文</p></body></html>').title).toBe('夜拍 指南');
  });

  it('keeps the text of what nests too deep, and answers null only where no reader could go', () => {
    const nest = (depth: number) => `${'<div>'.repeat(depth)}深${'</div>'.repeat(depth)}`;
    const flattened = read(nest(500));
    expect(flattened.tooDeep).toBe(true);
    expect(docText(flattened.doc)).toBe('深');
    expect(htmlToDoc(nest(50_000))).toBeNull();
    expect(read(`${'<ul><li>'.repeat(100)}底`).tooDeep).toBe(true);
  });

  it('answers a body that the model accepts, for any soup of tags', () => {
    const tags = [
      'p',
      'div',
      'ul',
      'ol',
      'li',
      'b',
      'a',
      'table',
      'tr',
      'td',
      'h1',
      'blockquote',
      'pre',
      'br',
      'img',
      'span',
    ];
    const piece = fc.oneof(
      fc.constantFrom(...tags).map((tag) => `<${tag}>`),
      fc.constantFrom(...tags).map((tag) => `</${tag}>`),
      fc.constantFrom(
        '<a href="javascript:x">',
        '<img src=x onerror=y>',
        '<script>',
        '<svg>',
        '<math>',
        '<template>',
        '<!--',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const { doc } = read(parts.join(''));
        expect(docSchema.safeParse(doc).success).toBe(true);
        expect(JSON.stringify(doc)).not.toMatch(/"href":"javascript/);
      }),
      { numRuns: 400 },
    );
  });
});
