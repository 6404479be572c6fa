import type { Context, Paragraph, Sentence } from './draft';
import { clean } from './flatten';

/**
 * What a sentence is worth when space is short. The score is small on purpose, so that an editor can follow it:
 *
 * | points | for |
 * |--:|---|
 * | 6 | being the title as the first line |
 * | 4 | standing in the lead block |
 * | 3 | being the first sentence of the text |
 * | 1 | being the first sentence of its paragraph |
 * | 1 | standing in the last paragraph (the call to act) |
 * | 2 | each field of the brief it quotes, at most 4 |
 * | 1.5 | holding a figure |
 * | 1 | holding a name: 《》, quotation, @mention, a capitalised word |
 * | 1 | holding a hashtag or an address |
 * | 1 | holding a word the account or its persona likes to use |
 * | −3 | being a heading |
 * | −2 | introducing an example |
 * | −1 | fewer than five letters |
 *
 * Above the score stands the tier: what is marked `keep` outranks facts that a promotion must name (deadline, reward,
 * rules), which outrank the rest; blocks marked `optional` and repetitions go first.
 */
export const tiers = ['optional', 'repeated', 'ordinary', 'fact', 'keep'] as const;
export type Tier = (typeof tiers)[number];

export type Weighed = {
  readonly tier: Tier;
  readonly weight: number;
};

/** Facts of a promotion that the reader must be told. */
const factFields = ['deadline', 'reward', 'rules'];

/** Weighs every sentence; same shape as the paragraphs. */
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
      return {
        tier: keep.has(sentence.source) ? 'keep' : tierOf(paragraph, sentence, repeated, facts),
        weight:
          (paragraph.lead ? 4 : 0) +
          (paragraph.kind === 'title' ? 6 : 0) +
          (paragraph.kind === 'heading' ? -3 : 0) +
          (place === firstText && index === 0 ? 3 : 0) +
          (index === 0 ? 1 : 0) +
          (place === lastText ? 1 : 0) +
          Math.min(4, 2 * brief.filter(({ value }) => quotes(sentence.source, value)).length) +
          (voice.useWords.some((word) => word !== '' && sentence.source.includes(word)) ? 1 : 0) +
          ownWorth(sentence),
      };
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

function ownWorth({ source, runs }: Sentence): number {
  let worth = 0;
  if (/\p{N}/u.test(source)) worth += 1.5;
  if (
    /[《「“"]|\p{Lu}\p{L}*\p{Lu}|(?<=\s)\p{Lu}\p{Ll}+/u.test(source.slice(0, MAX_LOOK)) ||
    runs.some((run) => run.kind === 'mention')
  )
    worth += 1;
  if (runs.some((run) => run.kind === 'hashtag' || run.kind === 'link')) worth += 1;
  if (/^(比如|例如|譬如|举个例子|For example|For instance|E\.g\.|Such as)/iu.test(source)) worth -= 2;
  if (source.length < 5) worth -= 1;
  return worth;
}
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
