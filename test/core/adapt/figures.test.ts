import { describe, expect, test } from 'vitest';
import { holdsFigure } from '../../../src/core/adapt/figures';

describe('A sentence states a figure', () => {
  test.each([
    '他数了 47 盏灯。',
    '这次一共三款。',
    '门票二百二十元，学生半价。',
    '每人一盏，先到先得。',
    '八百级台阶，十九个人，爬了一个半小时。',
    '第十二盏在顶上。',
    '两千多个赞都说绿。',
    '误差不到百分之三。',
    '只剩一家还开着。',
    '上百人排到巷口。',
    'It took twelve frames.',
    'Half of us were wrong.',
    'We waited for ninety seconds.',
  ])('%s', (sentence) => {
    expect(holdsFigure(sentence)).toBe(true);
  });
});

describe('It states none', () => {
  test.each([
    '我们一起去，一直走。',
    '后来店就只是一盏灯。',
    '他给了我一个灯泡。',
    '每一张都太暗。',
    '灯三三两两地灭了。',
    '今晚十分安静。',
    '千万别站在灯下面。',
    '万家灯火里有你的那一盏。',
    '他用三角函数算。',
    '路两边都是灯。',
    'Someone left the door open.',
  ])('%s', (sentence) => {
    expect(holdsFigure(sentence)).toBe(false);
  });
});
