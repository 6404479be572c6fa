import { holdsFigure } from './figures';
import { clean } from './flatten';
import type { Finding, Source } from './types';

/** Facts of a promotion that its readers must be told. */
const factFields = ['deadline', 'reward', 'rules'] as const;

/**
 * Whether a sentence of this source tells such a fact: it quotes the brief, or it says with a figure until when, how many
 * win, or what (`11月30日截止`, `抽九位`). Only interactive pieces promise anything.
 */
export function isFactOf({ kind, brief }: Pick<Source, 'kind' | 'brief'>): (sentence: string) => boolean {
  if (kind !== 'interactive') return () => false;
  const values = factFields
    .map((name) => (Object.hasOwn(brief, name) ? clean(brief[name] ?? '').trim() : ''))
    .filter((value) => value.length > 1);
  return (sentence) =>
    values.some((value) => quotes(sentence, value)) || (promising.test(sentence) && holdsFigure(sentence));
}

/** What is said of such a sentence where it had to go. */
export const factLeftOut = (text: string): Finding => ({
  code: 'fact_left_out',
  severity: 'warning',
  field: 'body',
  params: { text },
});

/** A field is quoted when the sentence holds it whole, or the sentence is a part of it. */
export const quotes = (sentence: string, value: string): boolean =>
  sentence.includes(value) || (sentence.length >= 6 && value.includes(sentence.replace(/[。！？.!?]$/u, '')));

const promising =
  /截止|截至|开奖|中奖|抽[取出]?[^，。；、]{0,4}[位名人]|奖品|奖励|\b(?:deadline|closes?|ends? on|until|winners?|prizes?|drawn|giveaway)\b/iu;
