import type { Context, Paragraph, Sentence } from './draft';
import { clean } from './flatten';
import { scored, type Tier, type Weighed, type WeightWhy } from './weights';

/** Facts of a promotion that the reader must be told. */
const factFields = ['deadline', 'reward', 'rules'];

/** Weighs every sentence by the table of `weights.ts`; same shape as the paragraphs. */
export function weigh(
  paragraphs: readonly Paragraph[],
  { source, voice, keep }: Pick<Context, 'source' | 'voice' | 'keep'>,
): readonly (readonly Weighed[])[] {
  const brief = Object.entries(source.brief)
    .map(([name, value]) => ({ name, value: clean(value).trim() }))
    .filter(({ value }) => value.length > 1);
  const facts = source.kind === 'interactive' ? brief.filter(({ name }) => factFields.includes(name)) : [];
  const seen = new Seen();
  const lastText = paragraphs.findLastIndex((paragraph) => paragraph.sentences.length > 0);
  const firstText = paragraphs.findIndex((paragraph) => paragraph.sentences.length > 0);
  return paragraphs.map((paragraph, place) =>
    paragraph.sentences.map((sentence, index) => {
      const repeated = seen.has(sentence.source);
      seen.add(sentence.source);
      return scored(keep.has(sentence.source) ? 'keep' : tierOf(paragraph, sentence, repeated, facts), {
        title_line: Number(paragraph.kind === 'title'),
        lead: Number(paragraph.lead),
        opens_text: Number(place === firstText && index === 0),
        opens_paragraph: Number(index === 0),
        closes_text: Number(place === lastText),
        brief: brief.filter(({ value }) => quotes(sentence.source, value)).length,
        favourite: Number(voice.useWords.some((word) => word !== '' && sentence.source.includes(word))),
        heading: Number(paragraph.kind === 'heading'),
        ...ownWorth(sentence),
      });
    }),
  );
}

function tierOf(
  paragraph: Paragraph,
  sentence: Sentence,
  repeated: boolean,
  facts: readonly { readonly value: string }[],
): Tier {
  if (paragraph.keep) return 'keep';
  if (paragraph.optional) return 'optional';
  if (repeated && paragraph.kind !== 'title') return 'repeated';
  return facts.some(({ value }) => quotes(sentence.source, value)) ? 'fact' : 'ordinary';
}

/** A field is quoted when the sentence holds it whole, or the sentence is a part of it. */
const quotes = (sentence: string, value: string): boolean =>
  sentence.includes(value) || (sentence.length >= 6 && value.includes(sentence.replace(/[。！？.!?]$/u, '')));

/** What its own words are worth. */
const ownWorth = ({ source, runs }: Sentence): Partial<Record<WeightWhy, number>> => ({
  figure: Number(/\p{N}/u.test(source)),
  name: Number(
    /[《「“"]|\p{Lu}\p{L}*\p{Lu}|(?<=\s)\p{Lu}\p{Ll}+/u.test(source.slice(0, MAX_LOOK)) ||
      runs.some((run) => run.kind === 'mention'),
  ),
  tag_or_address: Number(runs.some((run) => run.kind === 'hashtag' || run.kind === 'link')),
  example: Number(/^(比如|例如|譬如|举个例子|For example|For instance|E\.g\.|Such as)/iu.test(source)),
  short: Number(source.length < 5),
});
const MAX_LOOK = 2_000;

/**
 * Remembers what was said. A sentence repeats when nearly all of its letter groups stood in earlier sentences; one
 * pass over the text, no comparison of every two sentences.
 */
class Seen {
  readonly #groups = new Set<string>();
  readonly #whole = new Set<string>();

  has(sentence: string): boolean {
    const letters = lettersOf(sentence);
    if (this.#whole.has(letters)) return true;
    const all = groupsOf(letters);
    if (all.length < 8) return false;
    return all.filter((group) => this.#groups.has(group)).length >= all.length * REPEATED;
  }

  add(sentence: string): void {
    const letters = lettersOf(sentence);
    this.#whole.add(letters);
    for (const group of groupsOf(letters)) this.#groups.add(group);
  }
}

/** Share of known letter groups above which a sentence says nothing new. */
const REPEATED = 0.9;
const lettersOf = (text: string): string =>
  text
    .slice(0, MAX_LOOK)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
/** Groups of three Han characters or seven Latin letters, which are about as telling. */
function groupsOf(letters: string): readonly string[] {
  const size = /^[\x20-\u024f]*$/.test(letters.slice(0, 40)) ? 7 : 3;
  const groups: string[] = [];
  for (let at = 0; at + size <= letters.length; at += 1) groups.push(letters.slice(at, at + size));
  return groups;
}

/** Whether a sentence of this source tells a fact that a promotion must name. */
export function isFactOf({ kind, brief }: Pick<Context['source'], 'kind' | 'brief'>): (sentence: string) => boolean {
  if (kind !== 'interactive') return () => false;
  const values = factFields
    .map((name) => (Object.hasOwn(brief, name) ? clean(brief[name] ?? '').trim() : ''))
    .filter((value) => value.length > 1);
  return (sentence) => values.some((value) => quotes(sentence, value));
}
