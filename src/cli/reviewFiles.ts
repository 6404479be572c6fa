import { readSlip } from '../core/desk/slip';
import type { Lang } from '../core/model/records';
import type { FileKind } from '../core/plan/file/fileExtensions';
import { fileKindOf } from '../core/plan/file/fileKind';
import type { Result } from '../core/result';
import { readMarks } from '../core/review/marksFile';
import { type MaybeNewer, newerOf } from '../core/review/newer';
import { readReview } from '../core/review/reviewFile';
import { cliReviewWords } from '../core/words/cliReview';
import { speaker } from '../core/words/say';
import { type Io, stopped } from './io';
import { folderOf, MAX_PLAN } from './planFile';
import { readBytes } from './readFile';

type Kind = Exclude<FileKind, 'plan'>;
/** What a file of a review or of the desk holds, in figures. */
export type ReviewSurvey = MaybeNewer & {
  readonly kind: Kind;
  readonly workspace: string;
  readonly by: string;
  readonly day: string;
  readonly holds: Readonly<Record<string, number>>;
};

/** Reads a file of marks, a review or a slip whole; null for anything else, told by what is in it. */
export async function surveyReviewFile(io: Io, lang: Lang, file: string): Promise<ReviewSurvey | null> {
  if ((await folderOf(io, file)) !== null) return null;
  const bytes = await readBytes(io, lang, file, MAX_PLAN);
  const kind = fileKindOf(bytes);
  if (kind === null || kind === 'plan') return null;
  const whole = <T>(read: Result<T, Parameters<typeof stopped>[1]>): T => {
    if (!read.ok) throw stopped(lang, read.error);
    return read.value;
  };
  switch (kind) {
    case 'review': {
      const read = whole(readReview(bytes, file));
      const { by, day, items } = read.page;
      const holds = { texts: items.length, pictures: read.pictures.size };
      return { kind, workspace: read.workspaceId, by, day, holds, ...newerOf(read) };
    }
    case 'marks': {
      const read = whole(readMarks(bytes, file));
      const count = (wanted: string): number => read.marks.filter((mark) => mark.kind === wanted).length;
      const kinds = ['approve', 'change', 'comment', 'suggest'];
      const holds = Object.fromEntries(kinds.map((name) => [name, count(name)]));
      return { kind, workspace: read.workspace, by: read.by, day: read.day, holds, ...newerOf(read) };
    }
    case 'slip': {
      const read = whole(readSlip(bytes, file, io.now()));
      const facts = read.states.reduce((sum, { registers }) => sum + Object.keys(registers).length, 0);
      const holds = { placements: read.states.length, facts };
      return { kind, workspace: read.workspaceId, by: read.by, day: read.day, holds, ...newerOf(read) };
    }
  }
}

export function sayReviewSurvey(lang: Lang, file: string, survey: ReviewSurvey): string {
  const t = speaker(cliReviewWords, lang);
  const { kind, workspace, by, day, holds, newer } = survey;
  const lines = [
    t(kind, { file, by: by || 'none', day, ...holds }),
    t('of', { workspace }),
    ...(newer === undefined ? [] : [t('newer', { version: newer.version, count: newer.leftOut })]),
  ];
  return `${lines.join('\n')}\n`;
}
