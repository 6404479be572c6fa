import { defineWords } from './say';

/** Two versions, or a version and its source, side by side. */
export const compareWords = defineWords({
  zh: {
    title: '并排对比',
    left: '左边',
    right: '右边',
    swap: '左右对调',
    source: '源稿',
    only_left: '只在左边',
    only_right: '只在右边',
    alike: '两边一字不差',
    sum: '左边独有 {left} 字 · 右边独有 {right} 字',
    'field.title': '标题',
    'field.body': '正文',
    'field.digest': '摘要',
    'field.tags': '标签',
    none: '没有',
    one: '只有一个版本，没有可比的',
  },
  en: {
    title: 'Side by side',
    left: 'Left',
    right: 'Right',
    swap: 'Swap the sides',
    source: 'Source',
    only_left: 'Only on the left',
    only_right: 'Only on the right',
    alike: 'Both sides read alike',
    sum: '{left, plural, one {# character} other {# characters}} only on the left, {right} only on the right',
    'field.title': 'Title',
    'field.body': 'Text',
    'field.digest': 'Digest',
    'field.tags': 'Tags',
    none: 'None',
    one: 'There is only one version, so nothing to compare',
  },
});
