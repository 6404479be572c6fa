import { describe, expect, test } from 'vitest';
import { bodyToMarkdown } from '../../../src/core/markdown/printMarkdown';
import { readMarkdown } from '../../../src/core/markdown/readMarkdown';
import { docText } from '../../../src/core/model/docText';
import { sayFailure } from '../../../src/core/words/failures';

const read = (text: string) => {
  const result = readMarkdown(text, 'piece.md');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const refused = (text: string) => {
  const result = readMarkdown(text, 'piece.md');
  return result.ok ? null : [result.error.params.problem, result.error.params.line, result.error.params.key];
};

const full = `---
title: 抽九位
kind: interactive
subkind: lottery
lang: zh
brief:
  deadline: 11月30日 20:00
  reward: 9
tags: [还亮着的灯, 微博抽奖]
persona: 顾长舟
link: https://tingan.example/rules
images:
  - a.jpg
---
<!-- lead -->
<!-- only: weibo/post, x -->
抽九位，**每位两台**：一台给你。

![门口](b.jpg)

<!-- keep -->
{{deadline}} 截止，带上 #还亮着的灯#，@汀岸 说的。
`;

describe('A Markdown piece', () => {
  test('is read whole: head, block marks, tokens, pictures', () => {
    const { piece, warnings } = read(full);
    expect(warnings).toEqual([]);
    const { doc, ...rest } = piece;
    expect(rest).toEqual({
      title: '抽九位',
      kind: 'interactive',
      subkind: 'lottery',
      lang: 'zh',
      brief: { deadline: '11月30日 20:00', reward: '9' },
      tags: ['还亮着的灯', '微博抽奖'],
      persona: '顾长舟',
      link: 'https://tingan.example/rules',
      images: ['a.jpg', 'b.jpg'],
    });
    expect(doc.content).toEqual([
      {
        type: 'paragraph',
        attrs: { lead: true, only: ['weibo/post', 'x'] },
        content: [
          { type: 'text', text: '抽九位，' },
          { type: 'text', text: '每位两台', marks: [{ type: 'bold' }] },
          { type: 'text', text: '：一台给你。' },
        ],
      },
      { type: 'image', attrs: { src: 'b.jpg', alt: '门口' } },
      {
        type: 'paragraph',
        attrs: { keep: true },
        content: [
          { type: 'field', attrs: { name: 'deadline' } },
          { type: 'text', text: ' 截止，带上 ' },
          { type: 'hashtag', attrs: { id: '还亮着的灯', label: '还亮着的灯' } },
          { type: 'text', text: '，' },
          { type: 'mention', attrs: { id: '汀岸', label: '汀岸' } },
          { type: 'text', text: ' 说的。' },
        ],
      },
    ]);
  });

  test('without a head takes its title from the first heading and its language from the text', () => {
    const { piece, warnings } = read('# 今晚开拍\n\n夜里十点以后，还有哪盏灯亮着？\n');
    expect([piece.title, piece.kind, piece.lang]).toEqual(['今晚开拍', 'scene', 'zh']);
    expect(piece.doc.content).toHaveLength(1);
    expect(warnings.map(({ code }) => code)).toEqual(['no_front_matter', 'no_title', 'no_kind']);
    expect(read('# Tonight\n\nWhich lamp on your street is still on?\n').piece.lang).toBe('en');
  });

  test('a first heading longer than a title may be stays in the text as well', () => {
    const long = `今晚开拍${'灯'.repeat(600)}`;
    const { piece } = read(`# ${long}\n\n正文。\n`);
    expect([piece.title.length, long.startsWith(piece.title)]).toEqual([500, true]);
    expect(piece.doc.content[0]).toMatchObject({ type: 'heading', content: [{ type: 'text', text: long }] });
  });

  test.each([
    ['**注意：**今晚开拍', '注意：'],
    ['今晚**「开拍」**了', '「开拍」'],
    ['价格**（含税）**不变', '（含税）'],
    ['**加粗。**后文', '加粗。'],
  ])('finds bold beside Chinese punctuation: %s', (text, bold) => {
    const [paragraph] = read(`---\ntitle: t\n---\n${text}`).piece.doc.content;
    expect(paragraph).toMatchObject({
      content: expect.arrayContaining([{ type: 'text', text: bold, marks: [{ type: 'bold' }] }]),
    });
  });

  test('joins soft line ends: nothing between Chinese characters, a space elsewhere', () => {
    const { doc } = read('---\ntitle: t\n---\n夜里\n十点，\n灯 on\nnow 亮').piece;
    expect(doc.content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: '夜里十点，灯 on now 亮' }] }]);
  });

  test('ends an address at Chinese text and keeps the emphasis behind it', () => {
    const { doc } = read('---\ntitle: t\n---\n看 https://tingan.example/a，**重点**在后面').piece;
    expect(doc.content[0]).toMatchObject({
      content: [
        { text: '看 https://tingan.example/a，' },
        { text: '重点', marks: [{ type: 'bold' }] },
        { text: '在后面' },
      ],
    });
  });

  test('keeps a table, with and without a heading row; pictures in cells follow it; one too large becomes lines', () => {
    const table = (text: string) => read(`---\ntitle: t\nkind: scene\n---\n${text}`);
    const { doc } = table('| 时间 | 地点 |\n|---|---|\n| **周六** | 渡口 \\| 码头<br>西 |\n| | ![灯](a.jpg) |\n').piece;
    expect(docText(doc)).toBe('时间 | 地点\n周六 | 渡口 | 码头\n西\n | \n灯');
    expect(doc.content.map(({ type }) => type)).toEqual(['table', 'image']);
    const untitled = '| | |\n|---|---|\n| 一 | 二 |';
    expect(table(untitled).piece.doc.content).toEqual([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: ['一', '二'].map((text) => ({
              type: 'tableCell',
              content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
            })),
          },
        ],
      },
    ]);
    const wide = table(`|${' a |'.repeat(30)}\n|${'---|'.repeat(30)}\n`);
    expect(wide.piece.doc.content[0]?.type).toBe('paragraph');
    expect(wide.warnings.map(({ code }) => code)).toEqual(['table_as_lines']);
  });

  test('turns what a body cannot hold into text, with a warning that names the line', () => {
    const { piece, warnings } = read(
      '---\ntitle: t\nkind: scene\n---\n<div>x</div>\n\n<!-- maybe -->\n\n文。\n\n<!-- keep -->\n',
    );
    expect(bodyToMarkdown(piece.doc)).toBe('\\<div>x\\</div>\n\n文。\n');
    expect(warnings.map(({ code, line }) => [code, line])).toEqual([
      ['html_as_text', 5],
      ['unknown_mark', 7],
      ['mark_without_block', 11],
    ]);
  });

  test.each([
    ['---\ntitle: a\n', 'not_closed', 1, ''],
    ['---\ntitle: "a\n---\n', 'yaml', 3, ''],
    ['---\n- a\n---\n', 'not_a_map', 2, ''],
    ['---\ntitle: a\nkind: essay\n---\n', 'wrong_kind', 3, 'kind'],
    ['---\nkind: scene\nsubkind: lottery\n---\n', 'wrong_subkind', 3, 'subkind'],
    ['---\nlang: fr\n---\n', 'wrong_lang', 2, 'lang'],
    ['---\ntitle: [a]\n---\n', 'not_text', 2, 'title'],
    ['---\ntags: {a: b}\n---\n', 'not_a_list', 2, 'tags'],
    ['---\nbrief: soon\n---\n', 'not_brief', 2, 'brief'],
    ['---\nkind: interactive\nbrief:\n  deadline: x\n  rules: [a]\n---\n', 'not_text', 5, 'brief.rules'],
    [
      '---\na: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\ntags: [*c,*c,*c,*c]\n---\n',
      'yaml',
      2,
      '',
    ],
  ])('with a broken head is refused with problem and line: %j', (text, problem, line, key) => {
    expect(refused(text)).toEqual([problem, line, key]);
  });

  test('is refused in a sentence that says what to do, in both languages', () => {
    const result = readMarkdown('---\nkind: essay\n---\n', 'piece.md');
    if (result.ok) throw new Error('accepted');
    expect(sayFailure('zh', result.error)).toBe(
      '「piece.md」第 2 行的文件头读不懂：kind 写成 scene、story 或 interactive，现在是「essay」。改好再导入，什么都没有动。',
    );
    expect(sayFailure('en', result.error)).toContain('kind is scene, story or interactive, not “essay”');
  });

  test('survives nesting that only an attacker writes', () => {
    const { piece, warnings } = read(`---\ntitle: t\n---\n${'> '.repeat(300)}deep`);
    expect(JSON.stringify(piece.doc)).toContain('deep');
    expect(warnings.map(({ code }) => code)).toContain('nested_too_deep');
  });
});
