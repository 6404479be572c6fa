import { printChapters } from '../adapt/chapters';
import { printShots } from '../adapt/shotText';
import { printShow } from '../adapt/showText';
import { type Variant as Adapted, type OverrideField, overrideFields } from '../adapt/types';
import type { Doc } from '../model/doc';
import { digest } from '../model/ids';
import type { Piece } from '../model/records';
import { canonical } from '../plan/canonical';
import { bodyWords } from './docWords';

/** One text a reader judges: `title`, `body`, `part 2`, `tags` … and its words, exactly as they will be pasted. */
export type ReviewText = { readonly field: string; readonly text: string };

/** What a piece says before anything is made of it: its title and its body, one line per paragraph. */
export const pieceTexts = ({ title }: Pick<Piece, 'title'>, doc: Doc): readonly ReviewText[] =>
  some([
    ['title', title],
    ['body', bodyWords(doc)],
  ]);

/** Everything of a version that somebody reads, in the order of reading. */
export function versionTexts({ title, body, parts, tags, extra }: Adapted): readonly ReviewText[] {
  const posts: readonly Named[] =
    parts.length > 1 ? parts.map((text, index) => [`part ${index + 1}`, text]) : [['body', body]];
  return some([
    ['title', title],
    ['cover', extra.cover],
    ...posts,
    ['tags', extra.topics === undefined ? tags.join('\n') : ''],
    ['topics', extra.topics?.join('\n')],
    ['digest', extra.digest],
    ['script', extra.script === undefined ? '' : printShots(extra.script)],
    ['chapters', extra.chapters === undefined ? '' : printChapters(extra.chapters)],
    ['runOfShow', extra.runOfShow === undefined ? '' : printShow(extra.runOfShow)],
    ['firstComment', extra.firstComment],
    ['sourceUrl', extra.sourceUrl],
  ]);
}

/**
 * What an approval binds to: SHA-256, as 64 hex digits, of the exact words. Any other word, in any field, is another
 * hash; pictures and looks are not words.
 */
export const textHash = (texts: readonly ReviewText[]): string =>
  digest(canonical(texts.map(({ field, text }) => [field, text])));

/** The field of a version that a person's own words for this text are kept in; null where nobody can write over it. */
export function overrideOf(field: string): OverrideField | null {
  if (/^part \d+$/.test(field)) return 'body';
  return overrideFields.find((name) => name === field) ?? null;
}

type Named = readonly [field: string, text: string | null | undefined];

const some = (named: readonly Named[]): readonly ReviewText[] =>
  named.flatMap(([field, text]) => (text === null || text === undefined || text === '' ? [] : [{ field, text }]));
