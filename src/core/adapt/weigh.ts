import { phrasesOf, termsOf } from './briefTerms';
import { isCall } from './callToAct';
import type { Context, Paragraph, Sentence } from './draft';
import { isFactOf, quotes } from './facts';
import { holdsFigure } from './figures';
import { clean } from './flatten';
import { holdsName } from './names';
import { scored, type Tier, type Weighed, type WeightWhy } from './weights';

/** Weighs every sentence by the table of `weights.ts`; same shape as the paragraphs. */
export function weigh(
  paragraphs: readonly Paragraph[],
  { source, voice, keep }: Pick<Context, 'source' | 'voice' | 'keep'>,
): readonly (readonly Weighed[])[] {
  const brief = Object.entries(source.brief)
    .map(([name, value]) => ({ name, value: clean(value).trim() }))
    .filter(({ value }) => value.length > 1);
  const isFact = isFactOf(source);
  const terms = termsOf(source, voice);
  const shares = sharesOf(paragraphs.flatMap(({ sentences }) => sentences));
  let number = 0;
  const lastText = paragraphs.findLastIndex((paragraph) => paragraph.sentences.length > 0);
  const firstText = paragraphs.findIndex((paragraph) => paragraph.sentences.length > 0);
  return paragraphs.map((paragraph, place) =>
    paragraph.sentences.map((sentence, index) => {
      const { named: isNamed, phrases, ...worth } = worthOf(sentence);
      const known = shares[number++] ?? 0;
      const quoted = brief.filter(({ value }) => quotes(sentence.source, value)).length;
      return scored(keep.has(sentence.source) ? 'keep' : tierOf(paragraph, sentence, known >= REPEATED, isFact), {
        title_line: Number(paragraph.kind === 'title'),
        lead: Number(paragraph.lead),
        opens_text: Number(place === firstText && index === 0),
        opens_paragraph: Number(index === 0),
        closes_text: Number(place === lastText),
        brief: quoted,
        brief_term: Number(quoted === 0 && paragraph.kind !== 'title' && terms.takesUp(phrases)),
        favourite: Number(voice.useWords.some((word) => word !== '' && sentence.source.includes(word))),
        heading: Number(paragraph.kind === 'heading'),
        echo: Number(known >= ECHO && known < REPEATED),
        ...worth,
        name: Number(isNamed || terms.names(sentence.source)),
      });
    }),
  );
}

function tierOf(
  paragraph: Paragraph,
  sentence: Sentence,
  repeated: boolean,
  isFact: (sentence: string) => boolean,
): Tier {
  if (paragraph.keep) return 'keep';
  if (paragraph.optional) return 'optional';
  if (repeated && paragraph.kind !== 'title') return 'repeated';
  return isFact(sentence.source) ? 'fact' : 'ordinary';
}

/** What its own words are worth, whatever the piece is about. */
type OwnWorth = Readonly<
  Record<Extract<WeightWhy, 'figure' | 'tag_or_address' | 'example' | 'call' | 'short'>, number> & {
    named: boolean;
    phrases: readonly string[];
  }
>;

/** Remembered for the sentence: the same ones compete on every format. */
const worths = new WeakMap<Sentence, OwnWorth>();
function worthOf(sentence: Sentence): OwnWorth {
  const known = worths.get(sentence);
  if (known !== undefined) return known;
  const { source, runs } = sentence;
  const worth: OwnWorth = {
    figure: Number(holdsFigure(source)),
    tag_or_address: Number(runs.some((run) => run.kind === 'hashtag' || run.kind === 'link')),
    example: Number(/^(比如|例如|譬如|举个例子|For example|For instance|E\.g\.|Such as)/iu.test(source)),
    call: Number(isCall(source)),
    short: Number(source.length < 5),
    phrases: phrasesOf(source),
    named: holdsName(source) || runs.some((run) => run.kind === 'mention'),
  };
  worths.set(sentence, worth);
  return worth;
}
const MAX_LOOK = 2_000;

/**
 * How much of each sentence stood in those before it, from 0 to 1, by groups of letters: one pass over the text, no
 * comparison of every two sentences. The same sentences compete on every format, so the last answers are remembered.
 */
function sharesOf(sentences: readonly Sentence[]): readonly number[] {
  const last = sentences.at(-1);
  if (last === undefined) return [];
  const known = readings.get(last) ?? [];
  const same = known.find((reading) => isSame(reading.sentences, sentences));
  if (same !== undefined) return same.shares;
  const shares = readShares(sentences);
  readings.set(last, [{ sentences, shares }, ...known.slice(0, 3)]);
  return shares;
}

type Reading = { readonly sentences: readonly Sentence[]; readonly shares: readonly number[] };
const readings = new WeakMap<Sentence, readonly Reading[]>();
const isSame = (a: readonly Sentence[], b: readonly Sentence[]): boolean =>
  a.length === b.length && a.every(({ source }, index) => source === b[index]?.source);

function readShares(sentences: readonly Sentence[]): readonly number[] {
  const groupsSeen = new Set<string>();
  const seen = new Set<string>();
  return sentences.map((sentence) => {
    const letters = lettersOf(sentence.source);
    const groups = groupsOf(letters);
    let known = 0;
    for (const group of groups) if (groupsSeen.has(group)) known += 1;
    for (const group of groups) groupsSeen.add(group);
    const share = seen.has(letters) ? 1 : groups.length < LEAST_GROUPS ? 0 : known / groups.length;
    seen.add(letters);
    return share;
  });
}

/** Share of known letter groups above which a sentence says nothing new. */
const REPEATED = 0.9;
/** Above this much of it is not news. */
const ECHO = 0.5;
/** Fewer groups agree by chance. */
const LEAST_GROUPS = 8;
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
