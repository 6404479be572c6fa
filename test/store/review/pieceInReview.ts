import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { createOp, type Op } from '../../../src/core/plan/ops';
import { writeMarks } from '../../../src/core/review/marksFile';
import type { Mark, MarksPage } from '../../../src/core/review/marksPage';
import { type ReviewFile, readReview } from '../../../src/core/review/reviewFile';
import { wallDate } from '../../../src/core/time/wall';
import { bridge, type TestBridge, TODAY, value } from '../../helpers/bridge';

/** The studio of the planner, and a folder for what is handed over and comes back. */
export let studio: TestBridge;
export let out: string;

/** Before each test of the file: a piece in review and its version for Weibo, planned for today. */
export function withPieceInReview(): void {
  beforeEach(async () => {
    studio = await bridge();
    out = mkdtempSync(join(tmpdir(), 'juzhen-review-'));
    await make([
      createOp('account', 'a_1', { name: '官微', platform: 'weibo', lang: 'zh' }),
      createOp(
        'piece',
        'p_1',
        { title: '夜游龙门', state: 'in_review', lang: 'zh' },
        {
          type: 'doc',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: '今晚七点，龙门石窟见。' }] },
            { type: 'paragraph', content: [{ type: 'text', text: '别忘了带伞。' }] },
          ],
        },
      ),
      createOp('placement', 'l_1', { pieceId: 'p_1', accountId: 'a_1', format: 'weibo/post', day: TODAY }),
    ]);
  });
  afterEach(() => {
    studio.close();
    rmSync(out, { recursive: true, force: true });
  });
}

export const make = async (ops: readonly Op[]) =>
  value(await studio.call('change.make', { label: { code: 'import', params: {} }, ops: [...ops] }));
export const source = { pieceId: 'p_1', format: null, accountId: null };
export const version = { pieceId: 'p_1', format: 'weibo/post', accountId: 'a_1' };
export const standing = async () =>
  Object.fromEntries(
    value(await studio.call('review.offer', { pieceIds: ['p_1'] })).offers.map((offer) => [
      offer.target.format ?? 'source',
      offer.standing,
    ]),
  );

/** Hands both texts over and answers what the reviewer got. */
export async function handed(): Promise<ReviewFile & { readonly html: string; readonly names: readonly string[] }> {
  const choice = { targets: [source, version], by: '小林', note: '五点前', lang: 'zh' as const, pictures: true };
  const { folder } = value(await studio.call('review.write', { choice, token: studio.choose(out) }));
  const names = readdirSync(folder).sort();
  const [html = '', file = ''] = names;
  const read = readReview(readFileSync(join(folder, file)), file);
  if (!read.ok) throw new Error(read.error.code);
  return { ...read.value, html: readFileSync(join(folder, html), 'utf8'), names };
}

let marksMade = 0;
/** A file of marks as a reviewer saves it, as a token. */
export function marksOf(review: ReviewFile, marks: readonly Partial<Mark>[], change: Partial<MarksPage> = {}): string {
  const page: MarksPage = {
    format: 'juzhen-marks',
    version: 1,
    workspace: review.workspaceId,
    review: review.page.id,
    reader: 'k1',
    by: '老周',
    day: wallDate('2026-10-10'),
    marks: marks.map((mark, index) => {
      const item = review.page.items.find(({ target }) => target.format === (mark.target ?? version).format);
      return {
        id: `m${index}`,
        target: version,
        hash: item?.hash ?? '',
        kind: 'comment',
        field: '',
        at: null,
        quote: '',
        comment: '',
        suggestion: null,
        ...mark,
      };
    }),
    ...change,
  };
  marksMade += 1;
  const path = join(out, `批注 ${marksMade}.juzhen-marks`);
  writeFileSync(path, writeMarks(page));
  return studio.choose(path);
}
export const take = async (token: string) => value(await studio.call('marks.take', { token }));
export const shownWords = async (target: typeof source | typeof version, field: string) =>
  value(await studio.call('marks.open', { target })).texts.find((text) => text.field === field)?.text;
export const undo = async () => value(await studio.call('history.undo', {}));
