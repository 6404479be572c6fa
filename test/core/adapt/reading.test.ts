import { describe, expect, test } from 'vitest';
import { originsByWords, placeKey, readSentences, readText, usesOf } from '../../../src/core/adapt/reading';
import { adaptTo, aSource, p } from './aSource';

describe('The source as it is read beside a version', () => {
  const source = aSource({
    kind: 'interactive',
    title: '河边',
    brief: { deadline: '10月16日 24:00' },
    blocks: [
      p('21:40，渡船离岸。灯退到身后。', { lead: true }),
      p('活动到 10月16日 24:00 截止。', { keep: true }),
      p('只在微博说。', { only: ['weibo'] }),
    ],
  });
  const sentences = readSentences(source);

  test('is numbered sentences; badges stand where their block begins, facts where they are told', () => {
    expect(sentences.map(({ number, text, opens, badges }) => [number, text, opens, badges])).toEqual([
      [1, '21:40，渡船离岸。', true, [{ kind: 'lead' }]],
      [2, '灯退到身后。', false, []],
      [3, '活动到 10月16日 24:00 截止。', true, [{ kind: 'keep' }, { kind: 'fact' }]],
      [4, '只在微博说。', true, [{ kind: 'only', refs: ['weibo'] }]],
    ]);
    expect(readText(sentences)).toBe('21:40，渡船离岸。灯退到身后。\n\n活动到 10月16日 24:00 截止。\n\n只在微博说。');
  });

  test('says of each whether it is seen at once, behind the fold, or not at all', () => {
    const { origins, body } = adaptTo('douyin/video', source);
    const uses = usesOf(origins, body.indexOf('活动到'));
    expect(sentences.map(({ place }) => uses.get(placeKey(place)) ?? 'unused')).toEqual([
      'first',
      'first',
      'folded',
      'unused',
    ]);
  });

  test('finds in a hand-written text the sentences that were left as they are, each once', () => {
    const mine = '先说一句。灯退到身后。21:40，渡船离岸。';
    const found = originsByWords('body', mine, sentences);
    expect(found.map(({ start, end, from }) => [mine.slice(start, end), from])).toEqual([
      ['灯退到身后。', { kind: 'sentence', block: 0, index: 1 }],
      ['21:40，渡船离岸。', { kind: 'sentence', block: 0, index: 0 }],
    ]);
  });
});
