import type { PieceKind } from '../model/records';
import type { FormatPack } from '../platforms/pack';
import { lawfulTitle } from '../platforms/titleSigns';
import { addressesIn } from '../text/addresses';
import { hasHan } from '../text/han';
import { clauses } from '../text/sentences';
import { clean } from './flatten';
import { countIn } from './measure';
import type { TraceReason } from './reasons';
import type { Source } from './types';

/**
 * Shortens a title by taking whole clauses, never words apart. Tried in this order until one is within the limits:
 *
 * 1. as many clauses from the beginning as fit;
 * 2. the same without bracketed parts;
 * 3. the longest run of clauses from anywhere;
 * 4. a field of the brief, or its first clauses.
 *
 * Signs that the platform's titles refuse become spaces. Nothing lawful fits: the title is empty and reported.
 */
export type FittedTitle = { readonly title: string; readonly reason: TitleReason };
export type TitleReason = Extract<TraceReason, `title_${string}`>;

export function fitTitle(
  title: string,
  source: Pick<Source, 'kind' | 'brief' | 'lang'>,
  format: FormatPack,
): FittedTitle {
  const max = format.limits.title_max ?? Number.POSITIVE_INFINITY;
  const min = format.limits.title_min ?? 0;
  const size = countIn(format.count.title);
  const shaped = lawfulTitle(title, format);
  if (title === '' || (title.length <= MAX_TITLE && size(shaped) <= max))
    return { title: shaped, reason: shaped === title ? 'title_fits' : 'title_signs' };
  for (const candidate of candidates(title.slice(0, MAX_TITLE), source)) {
    if (candidate.text.length > max * 16) continue;
    const text = lawfulTitle(candidate.text, format);
    const count = size(text);
    if (count > 0 && count >= min && count <= max) return { title: text, reason: candidate.reason };
  }
  return { title: '', reason: 'title_too_long' };
}

/** A short line for a cover: the same rules with the length a cover can carry. */
export function coverLine(title: string, source: Pick<Source, 'kind' | 'brief' | 'lang'>, maxHan: number): string {
  const fits = (text: string) => text !== '' && halfWidthOf(text) <= maxHan;
  if (fits(title)) return title;
  for (const { text } of candidates(title.slice(0, MAX_TITLE), source)) if (fits(text)) return text;
  return '';
}
const halfWidthOf = countIn('half_width');

/** Longer titles are hostile; only their beginning is searched for clauses. */
const MAX_TITLE = 2_000;
const MAX_PIECES = 40;

type Candidate = { readonly text: string; readonly reason: TitleReason };

function* candidates(title: string, source: Pick<Source, 'kind' | 'brief' | 'lang'>): Generator<Candidate> {
  const pieces = titlePieces(title, source.lang);
  yield* prefixes(pieces, 'title_clauses');
  const bare = withoutBrackets(title);
  if (bare !== '' && bare !== title) {
    yield { text: bare, reason: 'title_without_brackets' };
    yield* prefixes(titlePieces(bare, source.lang), 'title_without_brackets');
  }
  yield* runs(pieces, 'title_clauses');
  for (const key of titleFields[source.kind]) {
    const value = clean(Object.hasOwn(source.brief, key) ? (source.brief[key] ?? '') : '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MAX_TITLE);
    if (value === '') continue;
    yield { text: trimEnds(value), reason: 'title_from_brief' };
    yield* prefixes(titlePieces(value, source.lang), 'title_from_brief');
  }
}

/** Fields of the brief that can stand for a title, best first. */
const titleFields: { readonly [K in PieceKind]: readonly string[] } = {
  scene: ['value', 'scene', 'function', 'place'],
  story: ['turn', 'outcome', 'protagonist'],
  interactive: ['hashtag', 'reward', 'mechanic'],
};

function* prefixes(pieces: readonly string[], reason: TitleReason): Generator<Candidate> {
  for (let count = pieces.length - 1; count >= 1; count -= 1)
    yield { text: trimEnds(pieces.slice(0, count).join('')), reason };
}

function* runs(pieces: readonly string[], reason: TitleReason): Generator<Candidate> {
  for (let count = pieces.length - 1; count >= 1; count -= 1)
    for (let from = 1; from + count <= pieces.length; from += 1)
      yield { text: trimEnds(pieces.slice(from, from + count).join('')), reason };
}

/** Clauses of a title, divided further at spaces beside Han text and at `|`; never inside brackets, quotes, addresses. */
function titlePieces(title: string, lang: Source['lang']): readonly string[] {
  const parts = clauses(title, lang).flatMap((clause) => clause.split(/(?<=[|｜·])|(?<=[？！?!])(?=\S)|(?<=\s)/u));
  const addresses = addressesIn(title);
  const pieces: string[] = [];
  let at = 0;
  for (const part of parts) {
    const last = pieces.at(-1);
    const isInside = addresses.some(({ start, end }) => start < at && at < end);
    if (last !== undefined && (isInside || !isBalanced(last) || isLatinJoint(last, part)))
      pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
    at += part.length;
  }
  return pieces.slice(0, MAX_PIECES);
}

/** A space between two Latin words joins them; beside Han text, after punctuation or between scripts it parts them. */
const isLatinJoint = (left: string, right: string): boolean =>
  /[^\s，。；：！？,;:!?|｜·—]\s$/u.test(left) &&
  !(hasHan(left.trimEnd().slice(-1)) || hasHan(right.slice(0, 1))) &&
  !/[，。；：！？,;:!?|｜·—]\s+$/u.test(left);

const pairs: readonly (readonly [string, string])[] = [
  ['（', '）'],
  ['(', ')'],
  ['【', '】'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['“', '”'],
  ['[', ']'],
];
const isBalanced = (text: string): boolean =>
  pairs.every(([open, close]) => text.split(open).length === text.split(close).length);

/** Brackets go with what is in them; those of an address (`…/x(y)z`) are part of it, and it goes or stays whole. */
function withoutBrackets(title: string): string {
  const addresses = addressesIn(title);
  if (addresses.length > 0 && title.includes(MASK)) return title;
  let masked = title;
  for (const { start, end } of [...addresses].reverse()) masked = masked.slice(0, start) + MASK + masked.slice(end);
  let next = 0;
  let rest = '';
  // Odd parts are the brackets.
  for (const [index, part] of masked.split(/(（[^（）]*）|\([^()]*\)|【[^【】]*】|\[[^[\]]*\])/).entries()) {
    const shown = part.replaceAll(MASK, () => {
      const { start = 0, end = 0 } = addresses[next++] ?? {};
      return title.slice(start, end);
    });
    if (index % 2 === 0) rest += (MEETS.test(rest.slice(-1) + shown.charAt(0)) ? ' ' : '') + shown;
  }
  return trimEnds(rest.replace(/\s{2,}/g, ' '));
}
/** Words or addresses that only a bracket kept apart (`M9（夜拍）Pro`) would read as one. */
const MEETS = /^[A-Za-z0-9/]{2}$/;
/** Stands for an address while brackets are looked for. */
const MASK = '\ue000';

/** Separators left at either end by taking a piece out. */
const trimEnds = (text: string): string => text.replace(/^[\s，。；：、,;:·|｜—–-]+|[\s，。；：、,;:·|｜—–-]+$/gu, '');
