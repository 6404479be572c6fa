import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseShow, printShow } from '../../../../src/core/adapt/showText';
import type { Segment } from '../../../../src/core/adapt/types';
import { adaptTo, aSource } from '../aSource';

const h = (text: string) => ({
  type: 'heading' as const,
  attrs: { level: 2 as const },
  content: [{ type: 'text' as const, text }],
});

describe('A live stream', () => {
  test('gets a run of show, an item per heading, in whole minutes that follow each other', () => {
    const { extra, body } = adaptTo(
      'douyin/live',
      aSource({
        blocks: [
          h('十二点，面馆'),
          '先看面馆。你家楼下还亮着哪盏灯？',
          '再看修车摊。',
          h('一点，改题'),
          '最后看一张照片。',
        ],
      }),
    );
    expect(extra.runOfShow).toEqual([
      {
        at: 0,
        minutes: 2,
        title: '十二点，面馆',
        say: ['先看面馆。你家楼下还亮着哪盏灯？', '再看修车摊。'],
        ask: ['你家楼下还亮着哪盏灯？'],
        links: [],
        risks: [],
      },
      { at: 2, minutes: 1, title: '一点，改题', say: ['最后看一张照片。'], ask: [], links: [], risks: [] },
    ]);
    expect(extra.script).toBeUndefined();
    expect(body).toContain('先看面馆。');
  });

  test('without headings has an item per paragraph', () => {
    const { extra } = adaptTo('kuaishou/live', aSource({ blocks: ['先看面馆。再看修车摊。', '最后抽奖。'] }));
    expect(extra.runOfShow?.map(({ say }) => say)).toEqual([['先看面馆。再看修车摊。'], ['最后抽奖。']]);
  });

  test('says what an interactive brief asks of viewers, where the text quotes it and else at the end', () => {
    const { extra } = adaptTo(
      'wechat_channels/live',
      aSource({
        kind: 'interactive',
        brief: { reward: '汀岸 M9 九台', deadline: '11月30日 20:00' },
        blocks: ['今晚抽汀岸 M9 九台。', '先看面馆。'],
      }),
    );
    expect(extra.runOfShow?.map(({ ask }) => ask)).toEqual([['汀岸 M9 九台'], ['11月30日 20:00']]);
  });

  test('names the addresses to show and the words to be careful with, each with its article', () => {
    const { extra } = adaptTo(
      'douyin/live',
      aSource({
        link: 'https://tingan.example/m9',
        blocks: ['这是全国最好的相机，看 https://tingan.example/a 。', '再见。'],
      }),
    );
    expect(extra.runOfShow?.map(({ links }) => links)).toEqual([
      ['https://tingan.example/a'],
      ['https://tingan.example/m9'],
    ]);
    expect(extra.runOfShow?.[0]?.risks.join()).toMatch(/最好（广告法第九条/);
  });

  test('takes the run of show a person wrote as it is', () => {
    const written = '0:00 +5 开场\n大家好\n? 今晚吃了什么？';
    const { extra } = adaptTo('douyin/live', aSource(), { overrides: { runOfShow: written } });
    expect(extra.runOfShow).toEqual([
      { at: 0, minutes: 5, title: '开场', say: ['大家好'], ask: ['今晚吃了什么？'], links: [], risks: [] },
    ]);
  });
});

test('A run of show written as text reads back as it was', () => {
  const line = fc.constantFrom('灯', '? 问', '> 看', '! 慎', '\\', '\\? a', '0:05 +3 夜', 'a b', '0:05');
  const lines = fc.array(line, { maxLength: 3 });
  const segment: fc.Arbitrary<Segment> = fc.record({
    at: fc.integer({ min: 0, max: 5000 }),
    minutes: fc.integer({ min: 0, max: 999 }),
    title: fc.oneof(line, fc.constant('')),
    say: lines,
    ask: lines,
    links: lines,
    risks: lines,
  });
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 4 }), (segments) => {
      expect(parseShow(printShow(segments))).toEqual(segments);
    }),
    { numRuns: 300 },
  );
});
