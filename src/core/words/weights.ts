import type { Over, TraceEntry } from '../adapt/types';
import type { Tier, WeightWhy } from '../adapt/weights';
import type { Lang } from '../model/records';
import { platformWords } from './platforms';
import { defineWords, say } from './say';

/** What a sentence is worth when space is short, and why: tiers, the lines of the score, how far over it would be. */
export const tierWords = defineWords<Tier>({
  zh: { optional: '可省', repeated: '重复', ordinary: '普通', fact: '活动事实', keep: '必留' },
  en: {
    optional: 'optional',
    repeated: 'repetition',
    ordinary: 'ordinary',
    fact: 'fact of the promotion',
    keep: 'must keep',
  },
});

export const weightWords = defineWords<WeightWhy>({
  zh: {
    title_line: '标题作首行',
    lead: '标了「开头」',
    opens_text: '全文第一句',
    opens_paragraph: '段首',
    closes_text: '末段',
    brief: '引用策划里的一项',
    brief_term: '用了策划、标题或话题里的词',
    figure: '有数字',
    name: '有名字或引语',
    tag_or_address: '有话题或链接',
    favourite: '用了常用词',
    call: '请读者做事',
    heading: '小标题',
    example: '举例',
    echo: '一半前面说过',
    short: '不足五个字',
  },
  en: {
    title_line: 'the title as first line',
    lead: 'in the block marked lead',
    opens_text: 'first sentence of the text',
    opens_paragraph: 'first of its paragraph',
    closes_text: 'in the last paragraph',
    brief: 'quotes a field of the brief',
    brief_term: 'uses words of the brief, title or tags',
    figure: 'holds a figure',
    name: 'holds a name or a quotation',
    tag_or_address: 'holds a hashtag or an address',
    favourite: 'uses a favourite word',
    call: 'asks readers to do something',
    heading: 'is a heading',
    example: 'introduces an example',
    echo: 'half of it was said before',
    short: 'fewer than five letters',
  },
});

const lineWords = defineWords<'weight' | 'over'>({
  zh: { weight: '{tier}，分量 {weight}', over: '留下会超 {by} {unit}' },
  en: { weight: '{tier}, weight {weight}', over: '{by} {unit} over if it stayed' },
});

/** `普通，分量 2.5：段首 +1，有数字 +1.5；留下会超 22 字`. Empty for a trace entry that was not weighed. */
export function sayWeight(lang: Lang, { tier, weight, parts = [], over }: TraceEntry): string {
  if (tier === undefined || weight === undefined) return '';
  const head = say(lineWords, lang, 'weight', { tier: say(tierWords, lang, tier), weight: number(weight) });
  const why = parts.map(
    (part) => `${say(weightWords, lang, part.why)} ${part.points > 0 ? '+' : ''}${number(part.points)}`,
  );
  const [colon, comma, stop] = lang === 'zh' ? ['：', '，', '；'] : [': ', ', ', '; '];
  const score = why.length === 0 ? head : head + colon + why.join(comma);
  return over === undefined ? score : score + stop + sayOver(lang, over);
}

/** `留下会超 22 字`. */
export const sayOver = (lang: Lang, { unit, by }: Over): string =>
  say(lineWords, lang, 'over', { by, unit: say(platformWords, lang, `unit.${unit}`) });

/** A minus sign as print has it. */
const number = (points: number): string => String(points).replace('-', '−');
