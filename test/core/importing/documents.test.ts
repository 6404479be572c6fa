import { describe, expect, it } from 'vitest';
import { readHtmlDraft, readMarkdownDraft, readTextDraft } from '../../../src/core/importing/documents';
import { isConflictCopy, kindOfFile, titleOfFile } from '../../../src/core/importing/files';
import { withPictures } from '../../../src/core/importing/images';
import { docText } from '../../../src/core/model/docText';
import type { Result } from '../../../src/core/result';

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('a Markdown file as a draft', () => {
  it('understands its head, and keeps what a piece has no place for in the notes', () => {
    const text = `---
title: 夜拍指南
lang: zh-CN
tags: [夜拍, 夜拍]
persona: 汀岸
cover: a.png
date: 2026-10-01
images: [封面.png]
---
今晚**八点**。

![江边](图/江.png)
`;
    const { piece, messages } = value(readMarkdownDraft(text, '夜拍.md'));
    expect(piece).toMatchObject({
      title: '夜拍指南',
      lang: 'zh',
      tags: ['夜拍'],
      personaName: '汀岸',
      notes: 'cover: a.png\ndate: 2026-10-01',
      cover: '封面.png',
      images: [
        { path: '封面.png', alt: '', found: null },
        { path: '图/江.png', alt: '江边', found: null },
      ],
    });
    expect(messages.map(({ code, line }) => [code, line])).toEqual([
      ['unknown_key', 6],
      ['unknown_key', 7],
    ]);
  });

  it('is called after its file when neither head nor heading names it', () => {
    const { piece, messages } = value(readMarkdownDraft('只有一句话，没有标题。', '江边.markdown'));
    expect(piece.title).toBe('江边');
    expect(messages.map(({ code }) => code)).toEqual(['title_from_file']);
  });

  it('is refused with the line of its head that cannot be read', () => {
    expect(readMarkdownDraft('---\ntitle: a\nkind: poem\n---\nx', 'a.md')).toMatchObject({
      ok: false,
      error: { code: 'markdown_front_matter', params: { file: 'a.md', line: 3 } },
    });
  });
});

describe('a text file as a draft', () => {
  it('takes a short first line as the title and each line as a paragraph', () => {
    const { piece } = value(readTextDraft('夜拍指南\r\n\r\n　　今晚八点。\r\n　　江边见，#夜拍#。\r\n', 'a.txt'));
    expect(piece.title).toBe('夜拍指南');
    expect(docText(piece.body)).toBe('今晚八点。\n江边见，#夜拍。');
    expect(piece.body.content).toHaveLength(2);
  });

  it('keeps the lines of a paragraph together where blank lines part paragraphs', () => {
    const { piece } = value(readTextDraft('A title\n\none\ntwo\n\nthree\n', 'a.txt'));
    expect(piece.body.content.map((block) => docText({ type: 'doc', content: [block] }))).toEqual([
      'one\ntwo',
      'three',
    ]);
  });

  it('leaves a first line that is a sentence in the text', () => {
    const { piece } = value(readTextDraft('今晚八点，江边见。\n不见不散。', '约.txt'));
    expect(piece.title).toBe('约');
    expect(piece.body.content).toHaveLength(2);
  });
});

describe('a page as a draft', () => {
  it('is called after its first heading, then its own title, and counts what was left out', () => {
    const page = (body: string) => `<html><head><title>站点 · 夜拍</title></head><body>${body}</body></html>`;
    expect(value(readHtmlDraft(page('<h1>夜拍</h1><p>文</p>'), 'a.html')).piece.title).toBe('夜拍');
    const second = value(readHtmlDraft(page('<p>文</p><script>x</script>'), 'a.html'));
    expect(second.piece.title).toBe('站点 · 夜拍');
    expect(second.messages).toEqual([{ code: 'filth_removed', params: { count: 1 }, line: null }]);
  });
});

describe('withPictures', () => {
  const found = {
    name: '江.png',
    hash: 'ab'.repeat(32),
    mime: 'image/png',
    bytes: 9,
    width: 1,
    height: 1,
    about: null,
  };
  it('puts found pictures into the draft, names missing ones, and turns those on the web into addresses', () => {
    const read = value(
      readMarkdownDraft('# t\n\n![江](a.png)\n\n![网](https://example.com/b.png)\n\n![缺](c.png)', 'a.md'),
    );
    const { piece, messages } = withPictures(read, new Map([['a.png', { image: found }]]));
    expect(piece.images).toEqual([
      { path: 'a.png', alt: '江', found },
      { path: 'c.png', alt: '缺', found: null },
    ]);
    expect(piece.body.content[1]).toEqual({
      type: 'paragraph',
      content: [{ type: 'text', text: '网', marks: [{ type: 'link', attrs: { href: 'https://example.com/b.png' } }] }],
    });
    expect(messages.map(({ code }) => code)).toEqual(['no_title', 'remote_image', 'missing_image']);
  });
});

describe('file names', () => {
  it('say what a file is, and which are copies a sync tool left', () => {
    expect(['a.MD', 'a.markdown', 'a.docx', 'a.tsv', 'a.juzhen', 'a.exe', 'README'].map(kindOfFile)).toEqual([
      'markdown',
      'markdown',
      'word',
      'sheet',
      'plan',
      null,
      null,
    ]);
    for (const name of [
      'a (conflicted copy 2026-10-01).md',
      "a (Li's conflicted copy 2026-10-01).md",
      'a.sync-conflict-20261001-101010-ABCDEFG.md',
      '稿 的冲突副本.md',
      '稿（冲突文件）.md',
    ])
      expect(isConflictCopy(name), name).toBe(true);
    for (const name of ['conflict-of-interest.md', '家庭冲突.md']) expect(isConflictCopy(name), name).toBe(false);
    expect(titleOfFile('稿/夜拍指南.v2.md')).toBe('夜拍指南.v2');
  });
});
