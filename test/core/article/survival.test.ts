import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { type Change, groupChanges, survive } from '../../../src/core/article/survival';
import { themeIds } from '../../../src/core/article/themes';
import { readTree, treeText } from '../../../src/core/html/tree';
import type { PasteRules } from '../../../src/core/platforms/pack';
import { sayChange, sayPicture } from '../../../src/core/words/survival';
import { anySource, anyVoice } from '../adapt/anySource';
import { aFormat } from '../adapt/aSource';

const format = aFormat('wechat_oa/article');
const rules = format.format.paste as PasteRules;
const picture = (number: number, alt: string): string => sayPicture('zh', number, alt);
const cleaned = (html: string) => survive(html, { rules, picture }) ?? { html: 'too deep', changes: [] as Change[] };
const codesOf = (html: string): readonly string[] => cleaned(html).changes.map(({ code }) => code);
const words = (html: string): string => treeText(readTree(html) ?? []).replace(/\s+/g, '');

describe('what lives in WeChat’s editor', () => {
  it.each([
    ['a class and an id go', '<p class="a" id="b">灯</p>', '<p>灯</p>', ['attribute_gone', 'attribute_gone']],
    ['a script goes with everything', '<p>灯<script>x()</script></p>', '<p>灯</p>', ['tag_gone']],
    ['a style sheet goes', '<style>p{color:red}</style><p>灯</p>', '<p>灯</p>', ['tag_gone']],
    ['a button leaves its words', '<p><button>报名</button></p>', '<p>报名</p>', ['tag_opened']],
    ['an unknown tag leaves its words', '<p><mark>灯</mark></p>', '<p>灯</p>', ['tag_opened']],
    [
      'a division becomes a section',
      '<p>前</p><div style="color:#222">灯</div>',
      '<p>前</p><section style="color:#222">灯</section>',
      ['tag_rewritten'],
    ],
    [
      'a position goes, a colour stays',
      '<p style="position:absolute;top:2px;color:#222">灯</p>',
      '<p style="color:#222">灯</p>',
      ['style_gone', 'style_gone'],
    ],
    [
      'a layout goes by its value only',
      '<p style="display:flex">灯</p><p style="display:block">灯</p>',
      '<p>灯</p><p style="display:block">灯</p>',
      ['style_gone'],
    ],
    [
      'an animation goes in all its parts',
      '<p style="animation-name:a;transition:all 1s">灯</p>',
      '<p>灯</p>',
      ['style_gone', 'style_gone'],
    ],
    [
      'a variable is replaced by its fallback',
      '<p style="color:var(--a, var(--b, #222))">灯</p>',
      '<p style="color:#222">灯</p>',
      ['variable_baked'],
    ],
    ['a variable without a fallback goes', '<p style="color:var(--a)">灯</p>', '<p>灯</p>', ['style_gone']],
    [
      'a ground from an address goes',
      '<p style="background:url(https://a.example/b;c.png) red;color:#222">灯</p>',
      '<p style="color:#222">灯</p>',
      ['style_gone'],
    ],
    [
      'the size of a picture of the place moves into its style',
      '<p><img src="https://mmbiz.qpic.cn/a" width="300"></p>',
      '<p><img style="width:300px" src="https://mmbiz.qpic.cn/a"></p>',
      ['size_to_style'],
    ],
    [
      'a picture from elsewhere leaves its words',
      '<p><img src="https://a.example/b.jpg" alt="路灯"></p>',
      '<p><span style="padding:2px 6px;background-color:#f5f5f5;color:#555;font-size:14px">［图片 1：路灯］</span></p>',
      ['image_to_upload'],
    ],
    [
      'a host that only ends alike is elsewhere',
      '<p><img src="https://notmmbiz.qpic.cn.example/a"></p>',
      '<p><span style="padding:2px 6px;background-color:#f5f5f5;color:#555;font-size:14px">［图片 1］</span></p>',
      ['image_to_upload'],
    ],
    [
      'a link of the place stays',
      '<p><a href="https://mp.weixin.qq.com/s/1">灯</a></p>',
      '<p><a href="https://mp.weixin.qq.com/s/1">灯</a></p>',
      [],
    ],
    ['a jump loses its address', '<p><a href="#top">回到开头</a></p>', '<p>回到开头</p>', ['anchor_gone']],
    [
      'a list in an item moves behind it',
      '<ul><li>灯<ul><li>路灯</li></ul></li></ul>',
      '<ul><li>灯</li><ul><li>路灯</li></ul></ul>',
      ['list_moved'],
    ],
    [
      'kept spaces are written out',
      '<p style="white-space:pre-wrap">a\n  b</p>',
      '<p>a<br>\u00a0\u00a0b</p>',
      ['spaces_written'],
    ],
    [
      'the ground of a row moves to its cells',
      '<table><tbody><tr style="background-color:#eee"><td>灯</td></tr></tbody></table>',
      '<table><tbody><tr style="background-color:#eee"><td style="background-color:#eee">灯</td></tr></tbody></table>',
      ['row_to_cells'],
    ],
    [
      'a heading cell stays bold under its new name',
      '<table><tbody><tr><th>灯</th></tr></tbody></table>',
      '<table><tbody><tr><td style="font-weight:bold">灯</td></tr></tbody></table>',
      ['tag_rewritten'],
    ],
    [
      'the ground of the outermost element moves in',
      '<section style="padding:20px"><p>灯</p></section>',
      '<section><section style="padding:20px"><p>灯</p></section></section>',
      ['outside_wrapped'],
    ],
  ] as const)('%s', (_, html, expected, codes) => {
    expect(cleaned(html).html).toBe(expected);
    expect([...new Set(codesOf(html))]).toEqual([...new Set(codes)]);
  });

  it('turns outside links into notes at the end, the same address once', () => {
    const { html, changes } = cleaned(
      '<p>见<a href="https://a.example/1">规则</a>和<a href="https://a.example/1">这里</a></p>',
    );
    expect(words(html)).toBe('见规则[1]和这里[1][1]https://a.example/1');
    expect(groupChanges(changes)).toEqual([
      { code: 'link_to_note', what: 'https://a.example/1', becomes: '[1]', count: 2, places: ['见规则和这里'] },
    ]);
  });

  it('says each change with its place, in both languages', () => {
    for (const lang of ['zh', 'en'] as const)
      for (const group of groupChanges(
        cleaned('<div class="a" style="float:left"><a href="#x">灯</a><img src="a"></div>').changes,
      ))
        expect(sayChange(lang, group)).not.toMatch(/[{}]/);
    expect(cleaned('<p>老周只数灯</p><p class="a">六个人跟着他</p>').changes[0]?.where).toBe('六个人跟着他');
  });

  it('is told apart from markup nobody can read', () => {
    expect(survive('<b>'.repeat(3_000), { rules, picture })).toBeNull();
  });
});

describe('laws of survival', () => {
  it('cleaning once more changes nothing and finds nothing more to say; no word is lost', () => {
    fc.assert(
      fc.property(anyMarkup, (html) => {
        const once = cleaned(html);
        const twice = cleaned(once.html);
        expect(twice.html).toBe(once.html);
        expect(twice.changes).toEqual([]);
        if (!/<(script|style|svg|video)/.test(html)) expect(lettersMissing(html, once.html)).toBe('');
      }),
      { numRuns: 600, endOnFailure: true },
    );
  });

  it('every theme lives whole: only pictures have to be uploaded', () => {
    fc.assert(
      fc.property(anySource, anyVoice, fc.constantFrom(...themeIds), (source, voice, theme) => {
        const { html = '' } = adapt({ source, format, voice, theme }).extra;
        const { changes, html: after } = cleaned(html);
        expect(changes.filter(({ code }) => code !== 'image_to_upload')).toEqual([]);
        if (changes.length === 0) expect(words(after)).toBe(words(html));
      }),
      { numRuns: 80, endOnFailure: true },
    );
  });
});

/** Letters of the one that the other has fewer of. */
function lettersMissing(before: string, after: string): string {
  const left = [...words(after)];
  return [...words(before).replace(/[^\p{L}\p{N}]/gu, '')]
    .filter((letter) => {
      const at = left.indexOf(letter);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    })
    .join('');
}

const tags =
  'p div section span b strong a img ul ol li table tr td th h2 blockquote pre code br hr script style button form svg path mark font figure center video'.split(
    ' ',
  );
const attributes = fc.constantFrom(
  '',
  ' class="a"',
  ' id="b" onclick="x()"',
  ' style="position:absolute;color:#222"',
  ' style="display:flex;padding:4px;background:var(--c,#eee)"',
  ' style="white-space:pre-wrap"',
  ' style="background:url(x);font-family:\'a;b\'"',
  ' href="https://a.example/1"',
  ' href="#here"',
  ' href="https://mp.weixin.qq.com/s/1"',
  ' src="https://mmbiz.qpic.cn/a" width="30"',
  ' src="a1" alt="一盏灯"',
  ' style="background-color:#eee;color:#222"',
  ' data-w="3" aria-hidden="true"',
  ' viewBox="0 0 1 1" stroke-width="2"',
);
/** Opened and closed as it comes: tags overlap, are never closed, or were never opened. */
const anyMarkup = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.tuple(fc.constantFrom(...tags), attributes).map(([tag, inside]) => `<${tag}${inside}>`),
      },
      { weight: 2, arbitrary: fc.constantFrom(...tags).map((tag) => `</${tag}>`) },
      {
        weight: 3,
        arbitrary: fc.constantFrom('灯', ' night\n  lamp ', '&amp;', '\u00a0', 'a < b', '\n', '路灯&lt;p&gt;'),
      },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));
