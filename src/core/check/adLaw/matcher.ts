import { eachLine, remembered } from '../../text/remembered';
import { fold } from './fold';
import { type AdLawCategory, type AdLawData, type AdLawLevel, adLaw, type Law } from './terms';

/** One term found in a text. */
export type TermHit = {
  /** UTF-16 indexes in the text. */
  readonly start: number;
  readonly end: number;
  /** The term as listed, and as it stands in the text. */
  readonly term: string;
  readonly written: string;
  readonly level: AdLawLevel;
  /** A superlative before a figure: a technical value. */
  readonly isFigure: boolean;
  readonly category: AdLawCategory;
  readonly law: Law;
};

/**
 * Finds the terms of advertising law in a text. Harmless compounds (最近, 第一次) are masked first, longest first; a
 * term that touches a masked place is no hit; a shorter term is left out where a longer hit covers it. A superlative
 * directly before a figure is a technical value and only worth a note, and one that counts (第一盏灯) is no claim. Time is
 * linear in the text.
 */
export function findAdLawTerms(text: string): readonly TermHit[] {
  const hits: TermHit[] = [];
  eachLine(text, (line, at) => {
    for (const hit of termsOfLine(line))
      hits.push(at === 0 ? hit : { ...hit, start: hit.start + at, end: hit.end + at });
    return true;
  });
  return hits;
}

/** No term goes beyond its line, and the lines of one piece are the same on most formats. */
const termsOfLine = remembered((text: string): readonly TermHit[] => {
  compiled ??= compile(adLaw());
  const { terms, safe } = compiled;
  const folded = fold(text);
  const masked = maskOf(folded.text, safe);
  const hits: TermHit[] = [];
  let covered = 0;
  for (let start = 0; start < folded.text.length; start += 1) {
    for (const { end, value } of longestFirst(terms, folded.text, start)) {
      if (end <= covered) break;
      if (!isWholeWord(folded.text, start, end) || touches(masked, start, end)) continue;
      if (isOrdinal(value.term, folded.text, start, end)) continue;
      const from = folded.from[start] ?? 0;
      const to = (folded.from[end - 1] ?? from) + 1;
      const isFigure = isSpecification(value.term, folded.text, end);
      const level = isFigure ? 'info' : value.level;
      hits.push({ start: from, end: to, written: text.slice(from, to), ...value, level, isFigure });
      covered = end;
      break;
    }
  }
  return hits;
});

type Entry = Pick<TermHit, 'term' | 'level' | 'category' | 'law'>;
type Node<T> = { readonly next: Map<number, Node<T>>; value: T | null };
type Compiled = { readonly terms: Node<Entry>; readonly safe: Node<'safe' | 'not_safe'> };

let compiled: Compiled | null = null;

/** Latin terms have spellings that mean the same. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  'NO.1': ['no1', 'no 1', 'no.1', 'no. 1', 'number one', 'number 1'],
  TOP1: ['top1', 'top 1', 'top-1'],
  'TOP.1': ['top.1', 'top. 1'],
};

function compile(data: AdLawData): Compiled {
  const laws = new Map(data.laws.map((law) => [law.id, law]));
  const alone = new Set(data.neverAlone);
  const terms = emptyNode<Entry>();
  const safe = emptyNode<'safe' | 'not_safe'>();
  for (const word of data.safe) insert(safe, fold(word).text, 'safe');
  for (const category of data.categories) {
    const law = laws.get(category.laws[0] ?? '');
    if (law === undefined) throw new Error(`ad-law.json: category ${category.id} names no known law`);
    for (const { term, level, safe: harmless } of category.terms) {
      for (const word of harmless) insert(safe, fold(word).text, 'safe');
      if (alone.has(term)) continue;
      const entry: Entry = { term, level: level ?? category.level, category, law };
      for (const spelling of spellings[term] ?? [fold(term).text]) insert(terms, spelling, entry);
    }
  }
  for (const word of data.notSafe) insert(safe, fold(word).text, 'not_safe');
  return { terms, safe };
}

const emptyNode = <T>(): Node<T> => ({ next: new Map(), value: null });

function insert<T>(root: Node<T>, word: string, value: T): void {
  let node = root;
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    let next = node.next.get(unit);
    if (next === undefined) {
      next = emptyNode<T>();
      node.next.set(unit, next);
    }
    node = next;
  }
  node.value ??= value;
}

/** Every word of the tree that starts here, the longest first. */
function longestFirst<T>(
  root: Node<T>,
  text: string,
  start: number,
): readonly { readonly end: number; readonly value: T }[] {
  let node = root.next.get(text.charCodeAt(start));
  if (node === undefined) return [];
  const found: { end: number; value: T }[] = [];
  for (let end = start + 1; node !== undefined; end += 1) {
    if (node.value !== null) found.unshift({ end, value: node.value });
    node = node.next.get(text.charCodeAt(end));
  }
  return found;
}

/** Marks the units that belong to a harmless compound. Compounds may overlap; all of them are masked. */
function maskOf(text: string, safe: Compiled['safe']): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (let start = 0; start < text.length; start += 1) {
    const [longest] = longestFirst(safe, text, start);
    if (longest?.value === 'safe') mask.fill(1, start, longest.end);
  }
  return mask;
}

const touches = (mask: Uint8Array, start: number, end: number): boolean => mask.subarray(start, end).includes(1);

/** A Latin term is no part of a longer word or number: NO.1 is not in NO.10. */
function isWholeWord(text: string, start: number, end: number): boolean {
  const isWord = (char: string) => /[a-z0-9]/.test(char);
  return !(
    (isWord(text.charAt(start)) && isWord(text.charAt(start - 1))) ||
    (isWord(text.charAt(end - 1)) && isWord(text.charAt(end)))
  );
}

function isSpecification(term: string, text: string, end: number): boolean {
  const { terms, before } = adLaw().specContext;
  if (!terms.includes(term)) return false;
  const rest = text.slice(end, end + 8).replace(/^[\s:为约近达至可]+/, '');
  return /^[\d.]/.test(rest) || before.some((word) => text.startsWith(word, end));
}

/**
 * Whether a term only counts: before a measure word (第一盏), or opening a list in prose (“第一，看云量”). With a scope
 * before it (全国第一个) it is another, longer term.
 */
function isOrdinal(term: string, text: string, start: number, end: number): boolean {
  const { terms, counted, ranked, pauses } = adLaw().ordinals;
  if (!terms.includes(term)) return false;
  const follows = (word: string) => text.startsWith(word, end);
  if (ranked.some(follows)) return false;
  return counted.some(follows) || (/^$|[\s。！？；!?;]/u.test(text.charAt(start - 1)) && pauses.some(follows));
}
