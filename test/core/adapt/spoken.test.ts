import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { usesOf } from '../../../src/core/adapt/reading';
import { saidInItem, titleOfItem, voiceOfShot } from '../../../src/core/adapt/spoken';
import type { Variant } from '../../../src/core/adapt/types';
import type { BlockNode } from '../../../src/core/model/doc';
import { anyFormat, anySource, anyVoice } from './anySource';
import { adaptTo, aSource } from './aSource';

const runs = { numRuns: Number(process.env.JUZHEN_PROPERTY_RUNS ?? 100) };

/** Every text a script or run of show is made of, by the name its origins have. */
const textsOf = ({ extra }: Variant): ReadonlyMap<string, string> =>
  new Map([
    ...(extra.script ?? []).map(({ voice }, at) => [voiceOfShot(at + 1), voice] as const),
    ...(extra.runOfShow ?? []).flatMap(({ title, say }, at) => [
      [titleOfItem(at + 1), title] as const,
      ...say.map((text, line) => [saidInItem(at + 1, line + 1), text] as const),
    ]),
  ]);

const heading = (text: string): BlockNode => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
});

const said = (variant: Variant) => {
  const texts = textsOf(variant);
  return (variant.extra.spoken ?? []).map(({ field, start, end, from }) => [
    texts.get(field)?.slice(start, end),
    from.kind === 'sentence' ? `${from.block}/${from.index}` : from.kind,
  ]);
};

describe('Where the words of a script and of a run of show come from', { timeout: 120_000 }, () => {
  test('each spoken stretch of a film points at its sentence, the hook at the title', () => {
    const first = '河边的灯一盏一盏亮了起来，老周把三脚架支在桥头，等最后一班船过去。';
    const source = aSource({ title: '夜拍河边', blocks: [`${first}然后按下快门。`, '第二天再来。'] });
    expect(said(adaptTo('douyin/video', source))).toEqual([
      ['夜拍河边', 'title'],
      [first, '0/0'],
      ['然后按下快门。', '0/1'],
      ['第二天再来。', '1/0'],
    ]);
  });

  test('each line and heading of a run of show points at its sentence', () => {
    const source = aSource({ blocks: [heading('开场'), '大家好。今晚看灯。', heading('抽奖'), '留言抽三位。'] });
    expect(said(adaptTo('douyin/live', source))).toEqual([
      ['开场', '0/0'],
      ['大家好。', '1/0'],
      ['今晚看灯。', '1/1'],
      ['抽奖', '2/0'],
      ['留言抽三位。', '3/0'],
    ]);
  });

  test('a sentence only spoken is neither unused nor behind the fold', () => {
    const from = { kind: 'sentence', block: 0 } as const;
    const uses = usesOf(
      [{ field: 'body', start: 0, end: 3, from: { ...from, index: 0 } }],
      null,
      [0, 1].map((index) => ({ field: voiceOfShot(1), start: index, end: index + 1, from: { ...from, index } })),
    );
    expect([...uses]).toEqual([
      ['0/0', 'first'],
      ['0/1', 'spoken'],
    ]);
  });

  test('a script written by hand points nowhere', () => {
    const variant = adaptTo('douyin/video', aSource(), { overrides: { script: '3 | 桥 | 手写的。 | 字幕' } });
    expect(variant.extra.spoken).toEqual([]);
  });

  test('for any source, the stretches make up every spoken text but the spaces between them', () => {
    fc.assert(
      fc.property(anySource, anyFormat, anyVoice, (source, format, voice) => {
        const variant = adapt({ source, format, voice });
        for (const [field, text] of textsOf(variant)) {
          let at = 0;
          let rest = '';
          for (const origin of (variant.extra.spoken ?? []).filter((one) => one.field === field)) {
            expect(origin.start).toBeGreaterThanOrEqual(at);
            expect(origin.end).toBeGreaterThan(origin.start);
            rest += text.slice(at, origin.start);
            at = origin.end;
          }
          expect(at).toBeLessThanOrEqual(text.length);
          expect((rest + text.slice(at)).trim(), `${format.ref} ${field}`).toBe('');
        }
      }),
      runs,
    );
  });
});
