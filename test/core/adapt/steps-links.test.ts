import { describe, expect, test } from 'vitest';
import type { BlockNode } from '../../../src/core/model/doc';
import { adaptTo, aSource, reasonsOf } from './aSource';

describe('Links', () => {
  const source = aSource({
    title: '',
    link: 'https://tingan.example/rules',
    blocks: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '样张在' },
          { type: 'text', text: '这里', marks: [{ type: 'link', attrs: { href: 'https://tingan.example/a' } }] },
          { type: 'text', text: '。传到 https://tingan.example/b 也行，随你。' },
        ],
      },
    ],
  });

  test('stay in the text where it can hold them, with the link line at its end', () => {
    expect(adaptTo('weibo/post', source, { voice: { linkLine: '完整规则' } }).body).toBe(
      '样张在这里（https://tingan.example/a）。传到 https://tingan.example/b 也行，随你。\n\n完整规则 https://tingan.example/rules',
    );
  });
  test('never run into the name behind them where nobody can be mentioned, nor into what follows another of the same', () => {
    const blocks: readonly BlockNode[] = [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '看 https://tingan.example/a' },
          { type: 'mention', attrs: { id: 'li' } },
        ],
      },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '样张', marks: [{ type: 'link', attrs: { href: 'https://tingan.example/b' } }] },
          { type: 'text', text: 'https://tingan.example/b' },
          { type: 'field', attrs: { name: 'deadline' } },
        ],
      },
    ];
    const { body } = adaptTo('zhihu/video', aSource({ title: '', blocks, brief: { deadline: '30日' } }));
    expect(body).toContain('https://tingan.example/a li');
    expect(body).toContain('https://tingan.example/b 30日');
  });
  test('go where nobody could open them, the clause with the address, traced', () => {
    const variant = adaptTo('xiaohongshu/note_image', source);
    expect(variant.body).toBe('样张在这里。随你。');
    expect(variant.trace).toContainEqual(
      expect.objectContaining({ step: 'links', reason: 'link_not_clickable', before: 'https://tingan.example/rules' }),
    );
    expect(variant.trace).toContainEqual(
      expect.objectContaining({ before: '传到 https://tingan.example/b 也行，随你。', after: '随你。' }),
    );
  });
  test('take the whole sentence with them when what is left would lead nowhere', () => {
    const variant = adaptTo(
      'xiaohongshu/note_image',
      aSource({ title: '', blocks: ['先拍。要是没数到，传到 https://tingan.example/b 就行。'] }),
    );
    expect(variant.body).toBe('先拍。');
    expect(variant.trace).toContainEqual(
      expect.objectContaining({
        action: 'removed',
        reason: 'link_not_clickable',
        before: '要是没数到，传到 https://tingan.example/b 就行。',
      }),
    );
  });
  test('move to the first comment on Bilibili', () => {
    const variant = adaptTo('bilibili/video', source);
    expect(variant.extra.firstComment).toBe(
      'https://tingan.example/rules\n这里 https://tingan.example/a\nhttps://tingan.example/b',
    );
    expect(variant.body).not.toContain('https://');
  });
  test('become numbered footnotes in a WeChat article, one of them the source link', () => {
    const { extra } = adaptTo('wechat_oa/article', source);
    expect(extra.sourceUrl).toBe('https://tingan.example/rules');
    expect(extra.html).toContain('>[1]</sup>');
    expect(extra.html).toContain('[1] https://tingan.example/a');
    expect(extra.html).toContain('[2] https://tingan.example/b');
    expect(extra.html).not.toContain('<a ');
  });
});

describe('Hashtags and mentions', () => {
  const source = aSource({
    title: '',
    tags: ['night shots', '夜拍', '12', '夜拍'],
    blocks: ['带上#还亮着的灯#发出来，@汀岸手机说。'],
  });

  test('take each platform’s syntax, up to its number', () => {
    expect(adaptTo('weibo/post', source).body).toBe('带上#还亮着的灯#发出来，@汀岸手机说。\n\n#night shots# #夜拍#');
    expect(adaptTo('wechat_private/wecom_group', source).body).toBe('带上还亮着的灯发出来，汀岸手机说。');
    const x = adaptTo('x/post', source);
    expect(x.tags).toEqual(['还亮着的灯', 'NightShots']);
    expect(x.body).toBe('带上 #还亮着的灯 发出来，@汀岸手机说。\n\n#NightShots');
    expect(x.trace).toContainEqual(expect.objectContaining({ reason: 'too_many_tags', before: '夜拍' }));
    expect(x.trace).toContainEqual(expect.objectContaining({ reason: 'tag_unlawful', before: '12' }));
    expect(adaptTo('xiaohongshu/note_image', source).body).toMatch(/^带上 #还亮着的灯 发出来，/);
  });
  test('end with their clause', () => {
    const variant = adaptTo('weibo/post', aSource({ title: '', blocks: ['参加#StillLit，带上#夜拍#。'] }));
    expect(variant.tags).toEqual(['StillLit', '夜拍']);
    expect(variant.body).toBe('参加#StillLit#，带上#夜拍#。');
  });
  test('end where an address begins that nothing keeps apart from them', () => {
    const variant = adaptTo('bilibili/video', aSource({ title: '', blocks: ['看#夜拍tingan.com就好。'] }));
    expect(variant.tags).toEqual(['夜拍']);
    expect(variant.body).toBe('看夜拍tingan.com就好。');
    const pair = adaptTo('bilibili/video', aSource({ title: '', blocks: ['看#夜拍，#路灯tingan.com到#深圳'] }));
    expect(pair.tags).toEqual(['夜拍', '路灯', '深圳']);
  });
  test('stay out of the text where tags are a field of their own', () => {
    const bilibili = adaptTo('bilibili/video', source);
    expect(bilibili.body).toBe('带上还亮着的灯发出来，@汀岸手机说。');
    expect(bilibili.tags).toContain('还亮着的灯');
  });
  test('are never shortened: too long a tag stays out, with a reason', () => {
    const variant = adaptTo('xiaohongshu/note_image', aSource({ tags: ['一个超过十个字的话题名字'] }));
    expect(variant.tags).toEqual([]);
    expect(reasonsOf(variant)).toContain('tag_too_long');
  });
  test('put the campaign’s topic first', () => {
    const given = aSource({ kind: 'interactive', brief: { hashtag: '#还亮着的灯#' }, tags: ['夜拍'] });
    expect(adaptTo('threads/post', given).tags).toEqual(['还亮着的灯']);
  });
});
