import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Origin } from '../../../src/core/adapt/types';
import { shownText, stretchesIn } from '../../../src/renderer/ui/adapted/preview/articleSpans';
import { titleUpTo } from '../../../src/renderer/ui/adapted/preview/CutTitle';
import { foldByLines, foldOf } from '../../../src/renderer/ui/adapted/preview/foldOf';
import { nightStyle } from '../../../src/renderer/ui/adapted/preview/nightStyle';
import { placeOf, spansOf } from '../../../src/renderer/ui/adapted/preview/spans';

const sentence = (start: number, end: number, index: number): Origin => ({
  field: 'body',
  start,
  end,
  from: { kind: 'sentence', block: 0, index },
});
const textOf = (spans: ReturnType<typeof spansOf>): string =>
  spans.map(({ runs }) => runs.map(({ text }) => text).join('')).join('');

const pieces = fc.constantFrom(
  '灯',
  '#还亮着的灯#',
  ' ',
  '\n',
  'https://tingan.example.com/x',
  '@阿九 ',
  '。',
  'سلام',
  '👨‍👩‍👧',
  'a',
);
const cut = fc.tuple(
  fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
  fc.array(fc.nat(400), { maxLength: 8 }),
  fc.nat(400),
  fc.nat(400),
);

describe('a text drawn sentence by sentence', () => {
  it('loses and adds nothing, wherever sentences and the window lie', () => {
    fc.assert(
      fc.property(cut, ([text, places, a, b]) => {
        const edges = [...new Set(places.map((place) => place % (text.length + 1)))].sort((x, y) => x - y);
        const origins = edges.slice(1).flatMap((end, at) => (at % 2 === 0 ? [sentence(edges[at] ?? 0, end, at)] : []));
        const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const spans = spansOf(text, origins, from, to);
        expect(textOf(spans)).toBe(text.slice(from, to));
        expect(new Set(spans.map(({ key }) => key)).size).toBe(spans.length);
      }),
      { numRuns: 400 },
    );
  });

  it('knows topics, addresses and mentions, and which sentence each belongs to', () => {
    const text = '看灯 #夜拍# 去 https://tingan.example.com/x。谢谢';
    const spans = spansOf(text, [sentence(0, text.indexOf('谢'), 0)]);
    expect(spans.map(({ from }) => placeOf(from))).toEqual([{ block: 0, index: 0 }, null]);
    expect(spans[0]?.runs.map(({ text: words, look }) => [words, look])).toEqual([
      ['看灯 ', 'plain'],
      ['#夜拍#', 'tag'],
      [' 去 ', 'plain'],
      ['https://tingan.example.com/x', 'link'],
      ['。', 'plain'],
    ]);
  });

  it('leaves a topic that the fold runs through on both sides', () => {
    const text = '看 #夜拍# 灯';
    expect(textOf(spansOf(text, [], 0, 4))).toBe('看 #夜');
    expect(spansOf(text, [], 4).flatMap(({ runs }) => runs.map(({ look }) => look))).toEqual(['tag', 'plain']);
  });
});

describe('an article drawn from its HTML', () => {
  it('finds the sentences of its plain text, in order, through emphasis and line breaks', () => {
    const body = '灯亮着。灯亮着。\n风停了。';
    const html = [
      { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: '灯亮着。灯亮着。' }] },
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [
          { type: 'element', tagName: 'strong', properties: {}, children: [{ type: 'text', value: '风' }] },
          { type: 'text', value: '停了。' },
        ],
      },
    ] as const;
    const shown = shownText(html as unknown as Parameters<typeof shownText>[0]);
    expect(shown).toBe('灯亮着。灯亮着。风停了。');
    const origins = [sentence(0, 4, 0), sentence(4, 8, 1), sentence(9, 13, 2), sentence(13, 13, 3)];
    expect(stretchesIn(shown, body, origins).map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [4, 8],
      [8, 12],
    ]);
  });

  it('is recoloured at night as WeChat does it, each word against the ground it stands upon', () => {
    const page = [25, 25, 25] as const;
    expect(nightStyle({ color: '#555', borderLeft: '3px solid #222' }, page)).toEqual({
      ground: page,
      style: { color: 'rgb(145,145,145)', borderLeft: '3px solid rgb(163,163,163)' },
    });
    expect(nightStyle({ backgroundColor: '#f5f5f5' }, page)).toEqual({
      ground: [35, 35, 35],
      style: { background: 'rgb(35,35,35)', color: 'rgb(204,204,204)' },
    });
    expect(nightStyle({ color: 'inherit', background: 'linear-gradient(red, blue)' }, page)).toEqual({
      ground: page,
      style: { color: 'inherit', background: 'linear-gradient(red, blue)' },
    });
    expect(nightStyle(undefined, page)).toEqual({ style: undefined, ground: page });
  });
});

describe('a text folded by lines', () => {
  it('is cut within the line that goes over, by width, and joins to itself', () => {
    const text = `短的一行\n\n${'灯'.repeat(30)}`;
    const folded = foldByLines(text, 3, 20);
    expect(folded?.above).toBe(`短的一行\n\n${'灯'.repeat(10)}`);
    expect(`${folded?.above}${folded?.below}`).toBe(text);
    expect(foldByLines(text, 5, 20)).toBeNull();
  });

  it('folds at whichever comes first, the measure or the lines', () => {
    const rules = {
      limits: { fold: 90, fold_lines: 6 },
      count: { title: 'code_points', body: 'code_points', bodyOn: 'text' },
    } as const;
    expect(foldOf('行\n'.repeat(20), rules)?.by).toBe('lines');
    expect(foldOf('灯'.repeat(100), rules)?.by).toBe('measure');
    expect(foldOf('灯', rules)).toBeNull();
  });

  it('cuts a title between whole signs', () => {
    expect(titleUpTo('灯👨‍👩‍👧船', 3, (part) => part.length)).toBe('灯');
    expect(titleUpTo('灯', 3, (part) => part.length)).toBe('灯');
  });
});
