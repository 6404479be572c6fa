import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bodyToMarkdown } from '../../../src/core/markdown/printMarkdown';
import { docSchema } from '../../../src/core/model/doc';
import { docText } from '../../../src/core/model/docText';
import { looksLikeMarkdown } from '../../../src/core/paste/looksLikeMarkdown';
import { plainBlocks, readPaste } from '../../../src/core/paste/readPaste';

const folder = resolve(import.meta.dirname, '../../fixtures/paste');
const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
const names = readdirSync(folder);
const has = (name: string): string => (names.includes(name) ? file(name) : '');
const hostile = JSON.parse(file('hostile.json')) as readonly string[];

const read = (html: string, text = '') => readPaste({ html, text }, '图片');
const blocksOf = (html: string, text = '') => {
  const found = read(html, text);
  return found.kind === 'blocks' ? found.blocks : [];
};

describe('What a clipboard holds', () => {
  const cases = names.filter((name) => name.endsWith('.md') && name !== 'README.md').map((name) => name.slice(0, -3));

  test.each(cases)('keeps its structure and loses its filth: %s', (name) => {
    const blocks = blocksOf(has(`${name}.html`), has(`${name}.txt`));
    expect(bodyToMarkdown({ type: 'doc', content: blocks })).toBe(file(`${name}.md`));
    expect(docSchema.safeParse({ type: 'doc', content: blocks }).success).toBe(true);
  });

  it('never fetches a picture: the web keeps a link, what cannot be reached its words, what came along its place', () => {
    const found = read(
      '<p>前</p><img src="https://a.example/x.jpg" alt="灯"><img src="cid:1"><img src="data:image/png;base64,iVBORw0KGgo=" alt="夜">',
    );
    expect(found).toMatchObject({ kind: 'blocks', remote: 1, lost: 1, wordsOnly: false });
    expect(found.kind === 'blocks' && [...found.pictures.values()]).toEqual(['data:image/png;base64,iVBORw0KGgo=']);
    expect(found.kind === 'blocks' && found.blocks.map((block) => block.type)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
      'image',
    ]);
  });

  it('reads a page of 20 MB that is mostly one picture, and only the words of one that is mostly looks', () => {
    const picture = `data:image/png;base64,${'A'.repeat(20_000_000)}`;
    const found = read(`<p>灯</p><img src="${picture}">`);
    expect(found.kind === 'blocks' && found.pictures.get('inline-1')?.length).toBe(picture.length);
    const looks = `<p>${'<span style="color:red">灯</span>'.repeat(100_000)}</p>`;
    expect(read(looks, '灯')).toMatchObject({ wordsOnly: true, blocks: plainBlocks('灯') });
    expect(read('', '灯'.repeat(700_000)).kind).toBe('too_big');
    expect(read('<p> </p>', '').kind).toBe('empty');
  });

  it('tells Markdown from text that only looks a little like it', () => {
    for (const text of [
      '# 标题',
      '```js\na\n```',
      '- 一\n- 二',
      '| a | b |\n|---|---|',
      '看 [这里](https://a.example)',
      '**粗**',
    ])
      expect(looksLikeMarkdown(text), text).toBe(true);
    for (const text of ['#夜拍# 今晚', '- 只有一行', '1. 先说一句', '2 * 3 * 4', '今晚 [待定] 八点', '* 注：含税'])
      expect(looksLikeMarkdown(text), text).toBe(false);
  });

  it('leaves text alone when it is pasted as text', () => {
    expect(docText({ type: 'doc', content: plainBlocks('# 一\r\n\r\n**二**\u200b\u0000') })).toBe('# 一\n**二**');
  });
});

describe('Hostile markup', () => {
  test.each(hostile.map((html, index) => [index, html] as const))(
    'is words and nothing else: %i %s',
    (_index, html) => {
      const blocks = blocksOf(html);
      const body = { type: 'doc', content: blocks } as const;
      expect(docSchema.safeParse(body).success).toBe(true);
      expect(docText(body)).toContain('灯亮着');
      const said = JSON.stringify(blocks);
      expect(said).not.toMatch(/pwned|javascript:|vbscript:|data:|file:|"(?:on\w+|style|id|only|keep)"/i);
      for (const { href } of linksOf(blocks)) expect(href).toMatch(/^(https?:\/\/|mailto:)/);
    },
  );

  it('leaves only what a body may hold, for any soup of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...hostile.flatMap((one) => one.split(/(?=<)/))), { maxLength: 12 }),
        (soup) => {
          const blocks = blocksOf(soup.join(''));
          const body = { type: 'doc', content: blocks } as const;
          expect(docSchema.safeParse(body).success).toBe(true);
          expect(JSON.stringify(blocks)).not.toMatch(/"(?:javascript|vbscript|file):/i);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function linksOf(value: unknown): readonly { readonly href: string }[] {
  if (Array.isArray(value)) return value.flatMap(linksOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'href' in value ? [{ href: String(value.href) }] : [];
  return [...own, ...Object.values(value).flatMap(linksOf)];
}
