import { describe, expect, test } from 'vitest';
import { type PieceFilterInput, pieceFilter } from '../../../src/contract';
import { value } from '../../helpers/bridge';
import { handed, marksOf, source, studio, take, undo, version, withPieceInReview } from './pieceInReview';

withPieceInReview();

describe('what the library says of review', () => {
  const settled = async () => {
    while (await studio.store.idle());
    const filter = (reviews: PieceFilterInput['reviews'] = []) => pieceFilter.parse({ reviews });
    const found = value(await studio.call('piece.list', { filter: filter(), limit: 10, offset: 0 }));
    const { reviews } = value(await studio.call('piece.counts', { filter: filter(['open']) }));
    const shown = async (...names: NonNullable<PieceFilterInput['reviews']>) =>
      value(await studio.call('piece.ids', { filter: filter(names), limit: 10 })).ids.length;
    const [card] = found.items;
    return { badge: [card?.review, card?.openMarks], reviews, shown };
  };

  test('a piece is waited for, approved once all its texts are, and lapsed when one of them changes', async () => {
    expect((await settled()).badge).toEqual(['none', 0]);
    const review = await handed();
    const asked = await settled();
    expect(asked.badge).toEqual(['requested', 0]);
    expect(asked.reviews).toEqual({ requested: 1, open: 0 });
    await take(marksOf(review, [{ kind: 'approve' }]));
    expect((await settled()).badge).toEqual(['requested', 0]);
    await take(marksOf(review, [{ kind: 'approve', target: source }], { reader: 'k2' }));
    expect((await settled()).badge).toEqual(['approved', 0]);
    await studio.call('variant.override', { ...version, field: 'body', value: '今晚八点。' });
    const late = await settled();
    expect(late.badge).toEqual(['lapsed', 0]);
    expect([await late.shown('lapsed'), await late.shown('approved'), await late.shown('approved', 'lapsed')]).toEqual([
      1, 0, 1,
    ]);
    await undo();
    expect((await settled()).badge).toEqual(['approved', 0]);
  });

  test('marks are counted until they are answered, and found by the filter', async () => {
    const review = await handed();
    await take(marksOf(review, [{ comment: '几点？' }, { comment: '在哪？', target: source }, { kind: 'change' }]));
    const before = await settled();
    expect(before.badge).toEqual(['changes', 2]);
    expect(before.reviews).toEqual({ changes: 1, open: 1 });
    expect([await before.shown('open'), await before.shown('approved')]).toEqual([1, 0]);
    const ofPiece = value(await studio.call('marks.list', { pieceId: 'p_1' }));
    expect(ofPiece.map(({ open }) => open)).toEqual([1, 1]);
    expect(value(await studio.call('marks.list', { pieceId: 'p_other' }))).toEqual([]);
    for (const { target } of ofPiece)
      for (const { id } of value(await studio.call('marks.open', { target })).marks)
        value(await studio.call('marks.answer', { id, act: 'settle' }));
    const after = await settled();
    expect(after.badge).toEqual(['changes', 0]);
    expect(await after.shown('open')).toBe(0);
  });
});
