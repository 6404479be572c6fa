import type { Source, Voice } from './types';

/**
 * What a piece is about, as words to look for in its sentences: the names it and its account are known by, and the terms
 * of its brief, title and tags. Found once for a text; a sentence is asked in time linear in its length.
 */
export type Terms = {
  /** Whether a sentence names the product, the account, its persona, or who and where the brief says. */
  readonly names: (sentence: string) => boolean;
  /** Whether a sentence, given as its phrases, takes up words of the brief, the title or the tags. */
  readonly takesUp: (phrases: readonly string[]) => boolean;
};

/** Fields of a brief that hold names rather than descriptions. */
const nameFields = ['protagonist', 'partner', 'place', 'hashtag'];
/** Han characters, and Latin letters, that make words too telling to agree by chance. */
const HAN_RUN = 4;
const LATIN_WORD = 5;
const MAX_LOOK = 2_000;

export function termsOf(
  source: Pick<Source, 'title' | 'brief' | 'tags' | 'product'>,
  voice: Pick<Voice, 'names'>,
): Terms {
  const fields = Object.entries(source.brief).map(([name, value]) => [name, value.slice(0, MAX_LOOK)] as const);
  const given = [
    source.product ?? '',
    ...(voice.names ?? []),
    ...fields.filter(isName).flatMap(([, value]) => named(value)),
  ];
  const names = [...new Set(given.map((name) => name.trim()).filter((name) => name.length > 1))];
  const phrases = new Set<string>();
  for (const text of [source.title.slice(0, MAX_LOOK), ...source.tags, ...fields.map(([, value]) => value)])
    for (const phrase of phrasesOf(text)) phrases.add(phrase);
  return {
    names: (sentence) => names.some((name) => sentence.includes(name)),
    takesUp: (given) => given.some((phrase) => phrases.has(phrase)),
  };
}

const isName = ([name]: readonly [string, string]): boolean => nameFields.includes(name);

/** `老周，值夜班的工程师` names 老周; `重庆 · 十八梯` names both. */
const named = (value: string): readonly string[] =>
  value.split(/[，,；;、。·|｜（(]/u).flatMap((part, index) => {
    const name = part.trim();
    return index > 0 && /^(?:and|和|与|及)/iu.test(name) ? [] : name.length <= LONGEST_NAME ? [name] : [];
  });
/** A longer part describes. */
const LONGEST_NAME = 16;

/** Runs of four Han characters, and Latin words of five letters and more that are not mere grammar. */
export function phrasesOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const [run] of text.slice(0, MAX_LOOK).matchAll(/[\p{Script=Han}]{4,}|\p{Script=Latin}{5,}/gu)) {
    const isLatin = run.charCodeAt(0) < 0x250;
    if (isLatin) {
      const word = run.toLowerCase();
      if (run.length >= LATIN_WORD && !common.has(word)) found.push(word);
    } else for (let at = 0; at + HAN_RUN <= run.length; at += 1) found.push(run.slice(at, at + HAN_RUN));
  }
  return found;
}

/** English words of five letters and more that say nothing of a subject. */
const common = new Set(
  (
    'about above after again against almost along already although always among another around because become before ' +
    'behind being below between beyond could during either enough every everyone everything first found great having ' +
    'instead later least little might never nothing often other ought quite rather really right seven shall should since ' +
    'small someone something sometimes still their theirs there these thing things think those three though through today ' +
    'together under until usually wants where whether which while whole whose without would wrong years yourself'
  ).split(' '),
);
