import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGraphemeBreak } from '../../../src/core/text/grapheme';
import { clauses, sentences } from '../../../src/core/text/sentences';
import { tokensIn } from '../../../src/core/text/tokens';
import { hostileText } from './hostile';

const zh = (text: string) => sentences(text, 'zh');
const en = (text: string) => sentences(text, 'en');

describe('sentences', () => {
  it('end after Chinese full stops, with the closing marks behind them', () => {
    expect(zh('今晚出发。带上手机！准备好了吗？走吧')).toEqual(['今晚出发。', '带上手机！', '准备好了吗？', '走吧']);
    expect(zh('他只说了一句：“走吧。”我们就出发了。')).toEqual(['他只说了一句：“走吧。”', '我们就出发了。']);
    expect(zh('真的？！当然。')).toEqual(['真的？！', '当然。']);
  });

  it('keep a quotation, a bracket and the words that say who spoke in one piece', () => {
    expect(zh('“拍一张。再拍一张。”然后收工。')).toEqual(['“拍一张。再拍一张。”', '然后收工。']);
    expect(zh('“真的不用三脚架？”他问。没人回答。')).toEqual(['“真的不用三脚架？”他问。', '没人回答。']);
    expect(zh('截止十月一日（以发布时间为准。逾期不算）。别忘了。')).toEqual([
      '截止十月一日（以发布时间为准。逾期不算）。',
      '别忘了。',
    ]);
  });

  it('end at line ends, which stay with the piece before them', () => {
    expect(zh('第一段\n\n第二段\n第三段')).toEqual(['第一段\n\n', '第二段\n', '第三段']);
  });

  it('do not take decimals, addresses, abbreviations or initials for ends', () => {
    expect(
      en('It costs 3.14 per cent. See https://mi.com/a.b?c=d. Dr. Lin agrees, e.g. at night. J. Doe too.'),
    ).toEqual([
      'It costs 3.14 per cent. ',
      'See https://mi.com/a.b?c=d. ',
      'Dr. Lin agrees, e.g. at night. ',
      'J. Doe too.',
    ]);
    expect(zh('传感器 1/1.3 英寸，光圈 f/1.6。官网 mi.com。')).toEqual([
      '传感器 1/1.3 英寸，光圈 f/1.6。',
      '官网 mi.com。',
    ]);
    expect(en('We shipped it in the U.S. Next comes Europe.')).toEqual([
      'We shipped it in the U.S. ',
      'Next comes Europe.',
    ]);
    expect(en('Yahoo! is old... really old. Fine.')).toEqual(['Yahoo! is old... really old. ', 'Fine.']);
    expect(en('1. First point. 2. Second point.')).toEqual(['1. First point. ', '2. Second point.']);
  });

  it('keep a short opening that trails off with what follows', () => {
    expect(zh('那一刻……我忽然明白。')).toEqual(['那一刻……我忽然明白。']);
    expect(zh('我们在河边等了整整四个小时……天终于黑了。')).toEqual(['我们在河边等了整整四个小时……', '天终于黑了。']);
  });

  it('concatenate to the input and never split a grapheme or a token, in sentences and in clauses', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('zh' as const, 'en' as const), (text, lang) => {
        for (const pieces of [sentences(text, lang), clauses(text, lang)]) {
          expect(pieces.join('')).toBe(text);
          const tokens = tokensIn(text);
          let at = 0;
          for (const piece of pieces) {
            expect(piece).not.toBe('');
            expect(isGraphemeBreak(text, at)).toBe(true);
            expect(tokens.some((token) => token.start < at && at < token.end)).toBe(false);
            at += piece.length;
          }
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('clauses', () => {
  it('divide sentences further after commas, semicolons and colons', () => {
    expect(clauses('续航翻倍；拍照更稳，价格不变。就今晚', 'zh')).toEqual([
      '续航翻倍；',
      '拍照更稳，',
      '价格不变。',
      '就今晚',
    ]);
    expect(clauses('It costs 1,000 yuan, tripod included; see you.', 'en')).toEqual([
      'It costs 1,000 yuan, ',
      'tripod included; ',
      'see you.',
    ]);
  });
});
