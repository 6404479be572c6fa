import { variantId } from '../model/ids';
import type { Approval, ReviewMark } from '../model/records';
import { createOp, type Op } from '../plan/ops';
import { locate } from './locate';
import { markRecordId } from './marksFile';
import type { Mark, MarksPage } from './marksPage';
import type { ReviewTarget } from './reviewTarget';
import type { ReviewText } from './texts';

/** What the plan says now of a text that was handed out for reading. */
export type ShownText = {
  readonly title: string;
  /** Names of platform, format and account; empty for the piece itself. */
  readonly platform: string;
  readonly format: string;
  readonly account: string;
  readonly texts: readonly ReviewText[];
  /** `textHash` of these texts. */
  readonly hash: string;
  readonly approval: Approval;
  readonly approvedHash: string | null;
  /** A version nobody decided anything about has no record yet. */
  readonly recorded: boolean;
};

/**
 * What taking a mark in comes to. `binds`: the words are the very ones that were read. `lapsed`: they were changed since;
 * the mark is kept beside the text, and an approval approves nothing. `gone`: there is no such text here.
 */
export type Fate = 'binds' | 'lapsed' | 'gone';

export type MarkRow = {
  readonly recordId: string;
  readonly mark: Mark;
  readonly fate: Fate;
  /** `known`: it was taken in before, word for word. */
  readonly news: 'new' | 'known' | 'changed';
  readonly title: string;
  readonly platform: string;
  readonly format: string;
  readonly account: string;
  /** Where the quoted words stand now; null where they are not there any more, or it is about all of the text. */
  readonly at: number | null;
  /** What the verdict makes of the text; null for remarks, and for verdicts that change nothing. */
  readonly becomes: Approval | null;
};

export type MarksReport = {
  readonly by: string;
  readonly day: MarksPage['day'];
  readonly rows: readonly MarkRow[];
};

export type MarksPlan = {
  readonly shown: (target: ReviewTarget) => ShownText | null;
  readonly known: (recordId: string) => ReviewMark | null;
};

/** The dry run: every mark, in the reader's order, with what would become of it. Nothing is changed. */
export function judgeMarks(page: MarksPage, plan: MarksPlan): MarksReport {
  const rows = page.marks.map((mark): MarkRow => {
    const recordId = markRecordId(page, mark.id);
    const shown = plan.shown(mark.target);
    const before = plan.known(recordId);
    const fate: Fate = shown === null ? 'gone' : shown.hash === mark.hash ? 'binds' : 'lapsed';
    const text = shown?.texts.find(({ field }) => field === mark.field)?.text;
    return {
      recordId,
      mark,
      fate,
      news: before === null ? 'new' : sameAs(before, draftOf(page, mark)) ? 'known' : 'changed',
      title: shown?.title ?? '',
      platform: shown?.platform ?? '',
      format: shown?.format ?? '',
      account: shown?.account ?? '',
      at: text === undefined ? null : locate(text, mark.at, mark.quote),
      becomes: shown === null ? null : verdictOn(mark, fate, shown),
    };
  });
  return { by: page.by, day: page.day, rows };
}

/** One change out of all that is new. What is gone here is left out, and the dry run has said so. */
export function marksOps(page: MarksPage, plan: MarksPlan): readonly Op[] {
  const made = new Set<string>();
  return judgeMarks(page, plan).rows.flatMap((row): readonly Op[] => {
    if (row.fate === 'gone' || row.news === 'known') return [];
    const draft = draftOf(page, row.mark);
    const verdict = [
      ...recordOps(row.mark.target, plan, made),
      ...(row.becomes === null ? [] : verdictOps(row.mark, row.becomes)),
    ];
    if (row.news === 'new') return [createOp('review', row.recordId, draft), ...verdict];
    const changed = { ...draft, settled: false, answer: 'open' };
    const sets = Object.entries(changed).map(
      ([register, value]): Op => ({ kind: 'set', type: 'review', id: row.recordId, register, value: value ?? null }),
    );
    return [...sets, ...verdict];
  });
}

/**
 * An approval always says which words it was given to, so one of older words is seen to have lapsed by itself. It never
 * takes the place of one that holds. A wish for changes to words that are no more is kept as a remark and asks nothing.
 */
function verdictOn({ kind, hash }: Mark, fate: Fate, shown: ShownText): Approval | null {
  const holds = shown.approval === 'approved' && shown.approvedHash === shown.hash;
  if (kind === 'change') return fate === 'binds' && shown.approval !== 'changes' ? 'changes' : null;
  if (kind !== 'approve') return null;
  if (shown.approval === 'approved' && shown.approvedHash === hash) return null;
  return fate === 'binds' || (!holds && shown.approval !== 'changes') ? 'approved' : null;
}

/** A mark names the record of its version, which says of what and for whom it is: made where there is none yet. */
function recordOps(target: ReviewTarget, plan: MarksPlan, made: Set<string>): readonly Op[] {
  const { pieceId, format, accountId } = target;
  const id = idOf(target);
  if (format === null || made.has(id) || plan.shown(target)?.recorded === true) return [];
  made.add(id);
  return [createOp('variant', id, { pieceId, format, accountId })];
}

function verdictOps({ target, hash }: Mark, becomes: Approval): readonly Op[] {
  const type = target.format === null ? 'piece' : 'variant';
  const id = idOf(target);
  const set = (register: string, value: string | null): Op => ({ kind: 'set', type, id, register, value });
  return [set('approval', becomes), set('approvedHash', becomes === 'approved' ? hash : null)];
}

const idOf = ({ pieceId, format, accountId }: ReviewTarget): string =>
  format === null ? pieceId : variantId(pieceId, format, accountId);

const verdicts = { approve: 'approve', change: 'change', comment: 'comment', suggest: 'change' } as const;

/** A mark as the record it becomes. */
const draftOf = ({ by, day, review }: MarksPage, { target, hash, kind, ...mark }: Mark) => ({
  pieceId: target.pieceId,
  variantId: target.format === null ? null : variantId(target.pieceId, target.format, target.accountId),
  textHash: hash,
  verdict: verdicts[kind],
  comment: mark.comment,
  quote: mark.quote,
  byName: by,
  onDay: day,
  field: mark.field,
  at: mark.at,
  suggestion: kind === 'suggest' ? (mark.suggestion ?? '') : null,
  fileId: review,
});

/** The day is when the reader saved, not what they said. */
const sameAs = (record: ReviewMark, draft: ReturnType<typeof draftOf>): boolean =>
  Object.entries(draft).every(([name, value]) => name === 'onDay' || record[name as keyof ReviewMark] === value);
