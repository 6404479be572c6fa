import type { Prepared } from '../../../core/adapt/prepare';
import type { Doc } from '../../../core/model/doc';
import type { ReviewMark } from '../../../core/model/records';
import type { Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import { bodyWords, replaceWords } from '../../../core/review/docWords';
import { locate } from '../../../core/review/locate';
import type { ReviewTarget } from '../../../core/review/reviewTarget';
import { overrideOf } from '../../../core/review/texts';
import { occurrences } from '../../../core/text/occurrences';
import type { StoreContext } from '../context';
import { overrideOps } from '../pieces/variants';
import type { StandingText } from './shownTexts';

/** What the reader would write, in the place of the words they quoted, and nowhere else. Refuses `words_gone`. */
export function suggestedOps(
  { db }: StoreContext,
  mark: ReviewMark,
  target: ReviewTarget,
  text: StandingText,
): readonly Op[] {
  const { field, at, quote, suggestion } = mark;
  if (suggestion === null) return refuse('words_gone');
  const type = 'piece';
  if (target.format === null || text.prepared === null) {
    const id = target.pieceId;
    const words = text.texts.find((one) => one.field === field)?.text ?? '';
    const place = locate(words, at, quote) ?? refuse('words_gone');
    if (field === 'title')
      return [{ kind: 'set', type, id, register: 'title', value: spliced(words, place, quote, suggestion) }];
    const doc = text.doc === null ? null : replaceWords(text.doc, place, place + quote.length, suggestion);
    return [{ kind: 'write', type, id, doc: doc ?? refuse('words_gone') }];
  }
  const doc = sourceWith(mark, text.prepared);
  if (doc !== null) return [{ kind: 'write', type, id: text.prepared.piece.id, doc }];
  const written = overrideOf(field) ?? refuse('words_gone');
  // A thread is one text to whoever writes over it; its posts are divided anew.
  const isPost = field.startsWith('part ');
  const words = isPost ? text.prepared.adapted.body : (text.texts.find((one) => one.field === field)?.text ?? '');
  const place = locate(words, isPost ? null : at, quote) ?? refuse('words_gone');
  const value = spliced(words, place, quote, suggestion);
  return overrideOps(db, { ...target, format: target.format, field: written, value });
}

/** Whether taking it changes the source and not the version alone. */
export const goesIntoSource = (mark: ReviewMark, { prepared }: StandingText): boolean =>
  prepared !== null && mark.suggestion !== null && sourceWith(mark, prepared) !== null;

/**
 * The source with the suggestion in it, where it was made on the body of an article: an article is its source with its
 * headings, pictures and links, and writing over its body would pin all of it as bare words for the sake of one sentence.
 * Null where the words stand there not once, or a person has written over the article already.
 */
function sourceWith({ field, quote, suggestion }: ReviewMark, { doc, format, variant }: Prepared): Doc | null {
  if (field !== 'body' || format.format.family !== 'article' || (variant?.overrides.body ?? null) !== null) return null;
  const [place, ...others] = quote === '' ? [] : occurrences(bodyWords(doc), quote, true);
  if (place === undefined || others.length > 0) return null;
  return replaceWords(doc, place, place + quote.length, suggestion ?? '');
}

const spliced = (words: string, at: number, quote: string, suggestion: string): string =>
  words.slice(0, at) + suggestion + words.slice(at + quote.length);
