import { describe, expect, it } from 'vitest';
import type { ReviewMark } from '../../../src/core/model/records';
import { makeStamp, type NodeId, nextStamp } from '../../../src/core/model/stamp';
import { applyOp } from '../../../src/core/plan/ops';
import { viewOf } from '../../../src/core/plan/state';
import { readMarks, writeMarks } from '../../../src/core/review/marksFile';
import { type Mark, type MarksPage, marksPage } from '../../../src/core/review/marksPage';
import { judgeMarks, type MarksPlan, marksOps, type ShownText } from '../../../src/core/review/takeMarks';
import { textHash } from '../../../src/core/review/texts';
import { wallDate } from '../../../src/core/time/wall';

const texts = [{ field: 'body', text: '今晚七点，龙门石窟见。别忘了带伞。' }];
const older = textHash([{ field: 'body', text: '今晚六点，龙门石窟见。' }]);
const target = { pieceId: 'p1', format: 'weibo/post', accountId: 'a1' };
const shown: ShownText = {
  title: '夜游龙门',
  platform: '微博',
  format: '微博',
  account: '官微',
  texts,
  hash: textHash(texts),
  approval: 'requested',
  approvedHash: null,
  recorded: true,
};
const aMark = (mark: Partial<Mark> = {}): Mark => ({
  id: 'm1',
  target,
  hash: shown.hash,
  kind: 'comment',
  field: '',
  at: null,
  quote: '',
  comment: '',
  suggestion: null,
  ...mark,
});
const page = (...marks: Mark[]): MarksPage => ({
  format: 'juzhen-marks',
  version: 1,
  workspace: 'w1',
  review: 'rv_1',
  reader: 'k1',
  by: '老周',
  day: wallDate('2026-10-11'),
  marks,
});
const plan = (now: Partial<ShownText> | null = {}, known: MarksPlan['known'] = () => null): MarksPlan => ({
  shown: ({ pieceId }) => (pieceId === 'p1' && now !== null ? { ...shown, ...now } : null),
  known,
});
const one = (mark: Partial<Mark>, now: Partial<ShownText> | null = {}) =>
  judgeMarks(page(aMark(mark)), plan(now)).rows[0];
const approvalOps = (mark: Partial<Mark>, now: Partial<ShownText> = {}) =>
  marksOps(page(aMark(mark)), plan(now)).flatMap((op) =>
    op.kind === 'set' && op.type === 'variant' ? [[op.register, op.value]] : [],
  );

describe('marks that come back', () => {
  it('an approval of the very words binds to them', () => {
    expect(one({ kind: 'approve' })).toMatchObject({ fate: 'binds', news: 'new', becomes: 'approved' });
    expect(approvalOps({ kind: 'approve' })).toEqual([
      ['approval', 'approved'],
      ['approvedHash', shown.hash],
    ]);
  });

  it('an approval of older words has lapsed: it says which words, and never passes for these', () => {
    expect(one({ kind: 'approve', hash: older })?.fate).toBe('lapsed');
    expect(approvalOps({ kind: 'approve', hash: older })).toEqual([
      ['approval', 'approved'],
      ['approvedHash', older],
    ]);
  });

  it('an approval of older words takes no place of one that holds, nor of a wish for changes', () => {
    expect(approvalOps({ kind: 'approve', hash: older }, { approval: 'approved', approvedHash: shown.hash })).toEqual(
      [],
    );
    expect(approvalOps({ kind: 'approve', hash: older }, { approval: 'changes' })).toEqual([]);
  });

  it('a wish for changes asks only of the words it was about', () => {
    expect(approvalOps({ kind: 'change' })).toEqual([
      ['approval', 'changes'],
      ['approvedHash', null],
    ]);
    expect(approvalOps({ kind: 'change', hash: older })).toEqual([]);
  });

  it('makes the version a record where nobody had decided anything about it yet, once', () => {
    const ops = marksOps(
      page(aMark({ kind: 'approve' }), aMark({ id: 'm2', kind: 'change' })),
      plan({ recorded: false }),
    );
    expect(ops.filter(({ kind, type }) => kind === 'create' && type === 'variant')).toHaveLength(1);
  });

  it('a remark finds its sentence where it stands now, or nowhere', () => {
    const quote = '别忘了带伞。';
    expect(one({ field: 'body', at: 2, quote })).toMatchObject({ at: 11, becomes: null });
    expect(one({ field: 'body', at: 2, quote: '别忘了带雨衣。' })?.at).toBeNull();
    expect(one({ field: 'title', at: 0, quote })?.at).toBeNull();
  });

  it('what is about a text that is not here is named and left out', () => {
    expect(one({ kind: 'approve' }, null)).toMatchObject({ fate: 'gone', becomes: null });
    expect(marksOps(page(aMark({ kind: 'approve' })), plan(null))).toEqual([]);
  });

  it('the same file again changes nothing; a mark saved anew takes the place of its older self', () => {
    const first = page(aMark({ comment: '几点？', field: 'body', at: 0, quote: '今晚七点，' }));
    const [create] = marksOps(first, plan());
    if (create?.kind !== 'create') throw new Error('A remark becomes a record.');
    const node = '0123456789abcdef' as NodeId;
    const stamp = makeStamp({ millis: 1, counter: 0, node });
    let state = applyOp(null, create, stamp)?.state;
    const known = (): ReviewMark | null => (state === undefined ? null : viewOf('review', state));
    expect(known()).toMatchObject({ byName: '老周', comment: '几点？', verdict: 'comment', settled: false });
    expect(marksOps({ ...first, day: wallDate('2026-10-12') }, plan({}, known))).toEqual([]);
    const again = page(aMark({ comment: '七点半吧', field: 'body', at: 0, quote: '今晚七点，' }));
    expect(judgeMarks(again, plan({}, known)).rows[0]).toMatchObject({ news: 'changed', recordId: create.id });
    let last = stamp;
    for (const op of marksOps(again, plan({}, known))) {
      last = nextStamp(last, 2, node);
      state = applyOp(state ?? null, op, last)?.state ?? state;
    }
    expect(known()?.comment).toBe('七点半吧');
  });

  it('two readers who call themselves the same keep their marks apart', () => {
    const [a] = judgeMarks(page(aMark()), plan()).rows;
    const [b] = judgeMarks({ ...page(aMark()), reader: 'k2' }, plan()).rows;
    expect(a?.recordId).not.toBe(b?.recordId);
  });
});

describe('the file of marks', () => {
  const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  const whole = page(aMark({ kind: 'suggest', quote: '七点', suggestion: '八点' }));

  it('reads what it writes', () => {
    expect(readMarks(new TextEncoder().encode(writeMarks(whole)), 'x')).toEqual({ ok: true, value: whole });
  });

  it.each([
    ['another file', bytes({ format: 'juzhen' }), 'file_not_kind'],
    ['no JSON', new TextEncoder().encode('{"format":"juzhen-marks"'), 'file_not_kind'],
    ['a newer one that older readers must not read', bytes({ ...whole, version: 2, reads: 2 }), 'file_future'],
    ['two marks of one name', bytes({ ...whole, marks: [aMark(), aMark()] }), 'file_damaged'],
    ['a name that is none', bytes({ ...whole, marks: [aMark({ id: '../x' })] }), 'file_damaged'],
    ['a hash that is none', bytes({ ...whole, marks: [aMark({ hash: 'x' })] }), 'file_damaged'],
    ['a remark of a book', bytes({ ...whole, marks: [aMark({ comment: 'x'.repeat(20_001) })] }), 'file_damaged'],
    ['half a character', bytes({ ...whole, by: '\ud83d' }), 'file_not_kind'],
    [
      'depth',
      new TextEncoder().encode(`{"format":"juzhen-marks","x":${'['.repeat(200)}${']'.repeat(200)}}`),
      'file_not_kind',
    ],
    ['nine megabytes', new Uint8Array(9 * 1024 * 1024), 'file_too_big'],
  ])('refuses %s', (_name, file, code) => {
    const read = readMarks(file, '批注.juzhen-marks');
    expect(read.ok ? null : read.error.code).toBe(code);
  });

  it('a mark named like what every object has is a mark like any other', () => {
    const named = marksPage.parse({ ...whole, marks: [aMark({ id: '__proto__' })] });
    expect(judgeMarks(named, plan()).rows[0]?.news).toBe('new');
  });
});
