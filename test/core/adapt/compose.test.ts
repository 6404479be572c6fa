import { describe, expect, test } from 'vitest';
import { compose, plainSheet } from '../../../src/core/adapt/compose';
import type { Paragraph, Sentence } from '../../../src/core/adapt/draft';

const sentence = (text: string, gap = ''): Sentence => ({
  source: text,
  gap,
  runs: [{ kind: 'text', text, marks: [] }],
});
const textOf = (...sentences: readonly Sentence[]): string => {
  const paragraph: Paragraph = {
    kind: 'text',
    level: 0,
    marker: '',
    src: '',
    block: 0,
    keep: false,
    lead: false,
    optional: false,
    sentences,
  };
  return compose(plainSheet('blank'), { paragraphs: [paragraph], closings: [] });
};

describe('Sentences that meet because the one between them was left out', () => {
  test.each([
    ['two addresses', 'https://a.example/lamps', 'https://b.example', 'https://a.example/lamps https://b.example'],
    ['a Latin word and a number', 'StillLit', '2026', 'StillLit 2026'],
  ])('are parted where they would read as one: %s', (_, before, after, text) => {
    expect(textOf(sentence(before), sentence(after))).toBe(text);
  });

  test.each([
    ['Chinese sentences', '灯亮着。', '路灯也亮着。', '灯亮着。路灯也亮着。'],
    ['a Latin word after Chinese', '灯亮着。', 'StillLit', '灯亮着。StillLit'],
  ])('stand as they are otherwise: %s', (_, before, after, text) => {
    expect(textOf(sentence(before), sentence(after))).toBe(text);
  });

  test('keep the white space they had, past a sentence that shows nothing', () => {
    expect(textOf(sentence('One.'), sentence('', ' '), sentence('Two.', ' '))).toBe('One. Two.');
    expect(textOf(sentence('one'), sentence(''), sentence('two'))).toBe('one two');
  });
});
