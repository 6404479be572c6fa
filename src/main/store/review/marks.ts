import type { MarkAct, MarkCard, MarkedDetail, MarkedText, MarksDryRun } from '../../../contract';
import type { ReviewMark } from '../../../core/model/records';
import { canonical } from '../../../core/plan/canonical';
import type { Op } from '../../../core/plan/ops';
import { Refusal, refuse } from '../../../core/result';
import { locate } from '../../../core/review/locate';
import { readMarks } from '../../../core/review/marksFile';
import type { MarksPage } from '../../../core/review/marksPage';
import { type MaybeNewer, newerOf } from '../../../core/review/newer';
import type { ReviewTarget } from '../../../core/review/reviewTarget';
import { isOpenMark, standingOf } from '../../../core/review/standing';
import { judgeMarks, type MarksPlan, marksOps } from '../../../core/review/takeMarks';
import type { StoreContext } from '../context';
import { readReceived } from '../files/received';
import { change } from '../handlers/answering';
import { listViews, readView } from '../rows';
import { workspaceIdOf } from '../workspace';
import { marksOfPiece } from './reviewFacts';
import { type StandingText, standingText } from './shownTexts';
import { goesIntoSource, suggestedOps } from './suggested';

/** Reads a file of marks that answers something of this workspace. */
function marksIn(store: StoreContext, path: string): { readonly page: MarksPage & MaybeNewer; readonly name: string } {
  const { bytes, name } = readReceived(path);
  const read = readMarks(bytes, name);
  if (!read.ok) throw new Refusal(read.error);
  if (read.value.workspace !== workspaceIdOf(store.db)) return refuse('file_elsewhere', { file: name });
  return { page: read.value, name };
}

type StandingPlan = Omit<MarksPlan, 'shown'> & { readonly shown: (target: ReviewTarget) => StandingText | null };

/** Each text is adapted once, however many marks it has. */
function planOf(store: StoreContext): StandingPlan {
  const texts = new Map<string, StandingText | null>();
  return {
    shown: (target) => {
      const key = canonical(target);
      const known = texts.get(key);
      if (known !== undefined) return known;
      const text = standingText(store, target);
      texts.set(key, text);
      return text;
    },
    known: (id) => readView(store.db, 'review', id),
  };
}

export function previewMarks(store: StoreContext, path: string): MarksDryRun {
  const { page, name } = marksIn(store, path);
  return { file: name, ...judgeMarks(page, planOf(store)), ...newerOf(page) };
}

export function takeMarks(store: StoreContext, path: string): { readonly taken: number } {
  const { page } = marksIn(store, path);
  const plan = planOf(store);
  const taken = judgeMarks(page, plan).rows.filter(({ fate, news }) => fate !== 'gone' && news !== 'known').length;
  const params = page.by === '' ? { count: taken } : { title: page.by, count: taken };
  change(store, { code: 'marks_take', params }, marksOps(page, plan));
  return { taken };
}

type Marked = { readonly target: ReviewTarget; readonly marks: readonly ReviewMark[] };

/** Marks of a piece, or all, by the text they are about; those of versions nobody knows any more are left out. */
function markedTexts({ db }: StoreContext, pieceId: string | null): readonly Marked[] {
  const byTarget = new Map<string, { target: ReviewTarget; marks: ReviewMark[] }>();
  for (const mark of pieceId === null ? listViews(db, 'review') : marksOfPiece(db, pieceId)) {
    const target = targetOf(db, mark);
    if (target === null) continue;
    const key = canonical(target);
    const entry = byTarget.get(key) ?? { target, marks: [] };
    entry.marks.push(mark);
    byTarget.set(key, entry);
  }
  return [...byTarget.values()];
}

function targetOf(db: StoreContext['db'], { pieceId, variantId: version }: ReviewMark): ReviewTarget | null {
  if (pieceId === null) return null;
  if (version === null) return { pieceId, format: null, accountId: null };
  const variant = readView(db, 'variant', version);
  return variant === null || variant.format === null
    ? null
    : { pieceId, format: variant.format, accountId: variant.accountId };
}

export function listMarked(store: StoreContext, pieceId: string | null): readonly MarkedText[] {
  const plan = planOf(store);
  return markedTexts(store, pieceId)
    .flatMap(({ target, marks }): readonly MarkedText[] => {
      const text = plan.shown(target);
      return text === null ? [] : [cardOf(target, text, marks)];
    })
    .sort((a, b) => Number(b.open > 0) - Number(a.open > 0) || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

function cardOf(target: ReviewTarget, text: StandingText, marks: readonly ReviewMark[]): MarkedText {
  const { title, platform, format, account } = text;
  const open = marks.filter(isOpenMark).length;
  return { target, title, platform, format, account, standing: standingOf(text), open, all: marks.length };
}

/** A text with its marks beside it, in reading order; those about all of it first, those whose words are gone last. */
export function openMarked(store: StoreContext, target: ReviewTarget): MarkedDetail {
  const text = standingText(store, target) ?? refuse('not_found', { where: `piece ${target.pieceId}` });
  const marks =
    markedTexts(store, target.pieceId).find((one) => canonical(one.target) === canonical(target))?.marks ?? [];
  const order = new Map(text.texts.map(({ field }, index) => [field, index]));
  const placed = (mark: MarkCard): number => {
    if (mark.field === '') return -1;
    return mark.at === null ? Number.MAX_SAFE_INTEGER : (order.get(mark.field) ?? 0) * 1_000_000 + mark.at;
  };
  return {
    ...cardOf(target, text, marks),
    lang: text.lang,
    texts: text.texts,
    marks: marks.map((mark) => markCard(store, mark, text)).sort((a, b) => placed(a) - placed(b)),
  };
}

function markCard({ db }: StoreContext, mark: ReviewMark, text: StandingText): MarkCard {
  const { id, verdict, comment, quote, suggestion, field, settled, answer, byName, byMemberId, onDay } = mark;
  const words = text.texts.find((one) => one.field === (field || 'body'))?.text ?? '';
  const member = byMemberId === null ? null : readView(db, 'member', byMemberId);
  return {
    id,
    verdict,
    comment,
    quote,
    suggestion,
    // A mark from before marks named their text is about the body where its words are found there.
    field: field === '' && quote !== '' && locate(words, null, quote) !== null ? 'body' : field,
    settled,
    answer,
    by: byName || (member?.name ?? ''),
    day: onDay,
    at: locate(words, mark.at, quote),
    older: mark.textHash !== text.hash,
    intoSource: goesIntoSource(mark, text),
  };
}

/** Answers one mark as one step of undo; a suggestion that is taken is written into the text in the same step. */
export function answerMark(store: StoreContext, id: string, act: MarkAct): null {
  const { db } = store;
  const mark = readView(db, 'review', id) ?? refuse('not_found', { where: `review ${id}` });
  const target = targetOf(db, mark);
  const text = target === null ? null : standingText(store, target);
  if (target === null || text === null) return refuse('not_found', { where: `review ${id}` });
  const set = (register: string, value: string | boolean): Op => ({ kind: 'set', type: 'review', id, register, value });
  const answer = act === 'take' ? 'taken' : act === 'decline' ? 'declined' : 'open';
  const ops = [
    ...(act === 'take' ? suggestedOps(store, mark, target, text) : []),
    set('answer', answer),
    set('settled', act !== 'reopen'),
  ];
  change(store, { code: act === 'take' ? 'suggestion_take' : 'mark_answer', params: { title: text.title } }, ops);
  return null;
}
