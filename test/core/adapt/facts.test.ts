import { describe, expect, test } from 'vitest';
import { isFactOf } from '../../../src/core/adapt/facts';
import { allFormats } from './anySource';
import { adaptTo, aSource, p } from './aSource';
import { sentFrom } from './campaign';

const factsOf = (source: ReturnType<typeof aSource>, sentences: readonly string[]): readonly string[] =>
  sentences.filter(isFactOf(source));

const filler = Array.from({ length: 40 }, (_, at) => `第 ${at + 1} 盏灯下面有人等车，雨还没有停，路上的水亮着。`);
const drawn = {
  kind: 'interactive',
  subkind: 'lottery',
  title: '',
} as const;

/** A draw whose facts stand in the text's own words, at its end, where tail-cutting loses them. */
const inItsOwnWords = aSource({
  ...drawn,
  brief: { mechanic: '转发抽奖' },
  blocks: [...filler, '抽三位，每位一台 M9。', '11月30日 20:00 截止，名单当晚公布。'],
});
/** One whose facts are quoted from the brief. */
const quoted = aSource({
  ...drawn,
  brief: { deadline: '12月4日 23:59', reward: '汀岸 M9 两台', rules: '用平台抽奖工具开奖；员工不参加' },
  blocks: [...filler, '奖品是{{reward}}。', '{{deadline}} 前转发都算。', '规则：{{rules}}。'],
});
const said: Readonly<Record<string, readonly string[]>> = {
  inItsOwnWords: ['抽三位，每位一台 M9。', '11月30日 20:00 截止，名单当晚公布。'],
  quoted: ['奖品是汀岸 M9 两台。', '12月4日 23:59 前转发都算。', '规则：用平台抽奖工具开奖；员工不参加。'],
};

describe.each([
  ['in its own words', inItsOwnWords, said.inItsOwnWords ?? []],
  ['quoted from the brief', quoted, said.quoted ?? []],
] as const)('The facts of a draw, %s', (_, source, facts) => {
  test('are known', () => {
    expect(factsOf(source, [...facts, ...filler])).toEqual(facts);
  });

  test.each(allFormats.map(({ ref }) => ref))('stay in %s, or are missed aloud', (ref) => {
    const { title, body, parts, findings } = adaptTo(ref, source);
    const shown = [title ?? '', body, ...parts].join('\n').replace(/\s+/g, '');
    for (const fact of facts) {
      const isShown = shown.includes(fact.replace(/\s+/g, ''));
      const isMissed = findings.some(({ code, params }) => code === 'fact_left_out' && params.text === fact);
      expect([fact, isShown || isMissed]).toEqual([fact, true]);
    }
  });
});

test('The draw of the sample keeps its facts on every format', () => {
  for (const { input, variant } of sentFrom('lottery-nine')) {
    const shown = [variant.title ?? '', variant.body, ...variant.parts].join('\n');
    expect(shown).toContain(input.source.brief.deadline);
    expect(shown).toContain(input.source.brief.rules);
    expect(
      variant.findings.filter(({ code }) => code === 'fact_left_out' || code === 'lottery_deadline_unsaid'),
    ).toEqual([]);
  }
});

test('A fact for which there is no room is named, and so is a deadline nobody tells', () => {
  const long = `抽九位，${'灯下的人也有一台，'.repeat(12)}都算。`;
  const tight = adaptTo('weibo/post', aSource({ ...drawn, blocks: [p('今晚抽奖。'), long] }), {
    format: { limits: { body_max: 60 }, threads: false },
  });
  expect(tight.findings).toContainEqual({
    code: 'fact_left_out',
    severity: 'warning',
    field: 'body',
    params: { text: long },
  });
  const codes = (text: string) =>
    adaptTo('weibo/post', aSource({ ...drawn, brief: { deadline: '11月30日 20:00' }, blocks: [text] })).findings.map(
      ({ code }) => code,
    );
  expect(codes('转发就能参加。')).toContain('lottery_deadline_unsaid');
  expect(codes('11 月 30 日开奖。')).not.toContain('lottery_deadline_unsaid');
});

test('What is not interactive promises nothing', () => {
  expect(factsOf(aSource({ kind: 'story', blocks: ['抽三位。'] }), ['抽三位，每位一台。'])).toEqual([]);
});
