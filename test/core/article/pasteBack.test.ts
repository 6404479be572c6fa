import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { comparePasted, type Difference, groupDifferences } from '../../../src/core/article/pasteBack';
import { type PasteCase, writeCase } from '../../../src/core/article/pasteCase';
import { survive } from '../../../src/core/article/survival';
import { themeIds } from '../../../src/core/article/themes';
import type { PasteRules } from '../../../src/core/platforms/pack';
import { sayDifference } from '../../../src/core/words/pasteBack';
import { sayPicture } from '../../../src/core/words/survival';
import { anySource } from '../adapt/anySource';
import { aFormat } from '../adapt/aSource';

const format = aFormat('wechat_oa/article');
const compared = (ours: string, theirs: string) =>
  comparePasted(ours, theirs) ?? { differences: [] as Difference[], blocks: -1, whole: -1, added: [] };
const said = (ours: string, theirs: string): readonly string[] =>
  groupDifferences(compared(ours, theirs).differences).map(
    ({ first, count, places }) => `${sayDifference('zh', first)} ×${count} ${places.join('|')}`,
  );

describe('what an editor made of an article', () => {
  it.each([
    [
      'the same look in other words is the same look',
      '<p style="margin:0 0 16px;color:#222;font-weight:bold">灯</p>',
      '<p style="margin: 0px 0px 16px; padding: 0px; color: rgb(34, 34, 34); font-weight: 700; max-width: 100%;">灯</p>',
      [],
    ],
    [
      'a lost line is named by its side',
      '<h2 style="border-left:4px solid #0d5c4d">十一点</h2>',
      '<h2>十一点</h2>',
      ['左边的线没了（原来是 4px solid #0d5c4d） ×1 十一点'],
    ],
    [
      'one look lost in two paragraphs is one line',
      '<p style="line-height:1.8">灯</p><p style="line-height:1.8">路灯</p>',
      '<p>灯</p><p>路灯</p>',
      ['行距没了（原来是 1.8） ×2 灯|路灯'],
    ],
    [
      'another size says both',
      '<p style="font-size:15px">灯</p>',
      '<p style="font-size: 17px;">灯</p>',
      ['字号从 15px 变成 17px ×1 灯'],
    ],
    ['a heading that became text', '<h2>十一点</h2>', '<p>十一点</p>', ['小标题变成了正文 ×1 十一点']],
    [
      'a bold word that is no more',
      '<p>看<strong>灯</strong>去</p>',
      '<p>看灯去</p>',
      ['「灯」的加粗没了（原来是 bold） ×1 看灯去'.replace('（原来是 bold）', '')],
    ],
    [
      'a word that kept its look under another tag',
      '<p>看<strong>灯</strong>去</p>',
      '<p>看<span style="font-weight: bold;">灯</span>去</p>',
      [],
    ],
    ['words that changed', '<p>六个人跟着他</p>', '<p>七个人跟着他</p>', ['字变了 ×1 六个人跟着他']],
    [
      'a paragraph that went, another that came',
      '<p>老周只数灯</p>',
      '<p>点击上方蓝字关注我们</p>',
      ['正文多了一处 ×1 点击上方蓝字关注我们', '正文少了一处 ×1 老周只数灯'],
    ],
    [
      'a link that is no more',
      '<p><a href="https://mp.weixin.qq.com/s/1">规则</a></p>',
      '<p>规则</p>',
      ['链接没了：https://mp.weixin.qq.com/s/1 ×1 规则'],
    ],
    [
      'paragraphs in one more box',
      '<p>灯</p><p>路灯</p>',
      '<section><section><p>灯</p></section><p><span>路灯</span></p></section>',
      [],
    ],
    [
      'a divider that went',
      '<p>灯</p><hr style="border:0"><p>路灯</p>',
      '<p>灯</p><p>路灯</p>',
      ['分隔线少了一处 ×1 '],
    ],
  ] as const)('%s', (_, ours, theirs, expected) => {
    expect([...said(ours, theirs)].sort()).toEqual([...expected].sort());
  });

  it('counts what came back whole, and keeps a record of what the editor added by itself', () => {
    const { blocks, whole, added } = compared(
      '<p style="color:#222">灯</p><p>路灯</p>',
      '<p style="letter-spacing: 1px">灯</p><p style="letter-spacing: 1px">路灯</p>',
    );
    expect({ blocks, whole, added }).toEqual({ blocks: 2, whole: 1, added: [['letter-spacing', 2]] });
  });

  it('says everything in English too', () => {
    const { differences } = compared(
      '<h2 style="color:#222">灯</h2><p>看<em>灯</em></p>',
      '<p style="color:#333">灯</p><p>看灯</p>',
    );
    for (const difference of differences) expect(sayDifference('en', difference)).toMatch(/^[\x20-\x7e“”灯]+$/);
  });

  it('finds nothing where nothing happened, in every theme', () => {
    fc.assert(
      fc.property(anySource, fc.constantFrom(...themeIds), (source, theme) => {
        const { html = '' } = adapt({ source, format, theme }).extra;
        expect(compared(html, html).differences).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

/** Cases kept from the studio (the paste-back sheet) or written by hand: an editor can add one as a file. */
const folder = join(import.meta.dirname, '../../fixtures/article/cases');
describe('cases of what editors did', () => {
  it.each(readdirSync(folder))('%s is seen as it was seen when it was kept', (file) => {
    const kept = JSON.parse(readFileSync(join(folder, file), 'utf8')) as PasteCase;
    expect(compared(kept.ours, kept.theirs).differences).toEqual(kept.differences);
    const again = writeCase({ format: kept.format, theme: 'plain', ours: kept.ours, theirs: kept.theirs });
    expect(again?.name).toBe(file);
    const rules = format.format.paste as PasteRules;
    const survived = survive(kept.ours, { rules, picture: (number, alt) => sayPicture('zh', number, alt) });
    expect(survived?.changes, 'what was copied had been made to live').toEqual([]);
  });
});
