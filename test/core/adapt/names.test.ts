import { expect, test } from 'vitest';
import { phrasesOf, termsOf } from '../../../src/core/adapt/briefTerms';
import { holdsName } from '../../../src/core/adapt/names';

test.each([
  '老周把外套拉链拉到顶。',
  '拍完我给罗姐看。',
  '《夜拍手册》出了第二版。',
  '汀岸M9 今晚开拍。',
  'We asked Xiaoman first.',
  '他说：「够了。」',
])('%s names somebody or something', (sentence) => {
  expect(holdsName(sentence)).toBe(true);
});

test.each(['老板把灯往外挪了挪。', '他沿着小路往上走。', '等了一个小时。', 'Nobody asks why the light stays on.'])(
  '%s names nobody',
  (sentence) => {
    expect(holdsName(sentence)).toBe(false);
  },
);

test('What a piece is about is known by its product, its account and the first words of its brief', () => {
  const terms = termsOf(
    {
      title: '一百盏灯，回照相馆了',
      product: '汀岸 M9',
      brief: { protagonist: '覃卫东，影像测试工程师', place: '重庆 · 十八梯往上', outcome: '抖动台能放出真实的手抖' },
      tags: ['StillLit'],
    },
    { names: ['汀岸实验室'] },
  );
  expect(terms.names('覃卫东没有走。')).toBe(true);
  expect(terms.names('从十八梯往上数。')).toBe(true);
  expect(terms.names('汀岸实验室来了六个人。')).toBe(true);
  expect(terms.names('影像组没有走。')).toBe(false);
  expect(terms.takesUp(phrasesOf('那台抖动台能放四千段。'))).toBe(true);
  expect(terms.takesUp(phrasesOf('Everything is still there.'))).toBe(false);
  expect(terms.takesUp(phrasesOf('Tag it StillLit.'))).toBe(true);
});
