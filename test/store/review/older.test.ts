import { describe, expect, test } from 'vitest';
import { sourceHash } from '../../../src/core/adapt/sourceHash';
import { variantId } from '../../../src/core/model/ids';
import { createOp } from '../../../src/core/plan/ops';
import { value } from '../../helpers/bridge';
import { make, standing, studio, undo, version, withPieceInReview } from './pieceInReview';

withPieceInReview();

describe('approvals from before they said which words they are of', () => {
  const approve = async (approvedHash: string | null) => {
    const { pieceId, format, accountId } = version;
    const id = variantId(pieceId, format, accountId);
    await make([createOp('variant', id, { pieceId, format, accountId, approval: 'approved', approvedHash })]);
  };
  const hashOfSource = async () => {
    const { piece, doc } = value(await studio.call('piece.open', { id: 'p_1' }));
    if (doc === null) throw new Error('The piece is readable.');
    return sourceHash(piece, doc);
  };

  test('one that was given to the source holds until the source, or the version by hand, is another', async () => {
    await approve(await hashOfSource());
    expect((await standing())['weibo/post']).toBe('approved');
    await studio.call('variant.override', { ...version, field: 'body', value: '今晚八点。' });
    expect((await standing())['weibo/post']).toBe('lapsed');
    await undo();
    await make([{ kind: 'set', type: 'piece', id: 'p_1', register: 'title', value: '改了' }]);
    expect((await standing())['weibo/post']).toBe('lapsed');
  });

  test('one that names no words at all does not hold: nobody knows what was approved', async () => {
    await approve(null);
    expect((await standing())['weibo/post']).toBe('lapsed');
    await make([{ kind: 'set', type: 'piece', id: 'p_1', register: 'approval', value: 'approved' }]);
    expect((await standing()).source).toBe('lapsed');
  });
});
