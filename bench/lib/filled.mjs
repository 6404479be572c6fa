import { pieceMaker } from './pieces.mjs';

/**
 * Fills an open workspace with pieces and, for each tenth, a placement, and brings its index up to date. `maker` makes
 * the pieces (`pieceMaker` of `pieces.mjs`, `libraryMaker` of `library-pieces.mjs`).
 */
export const fillWith = (surface, open, count, maker = pieceMaker()) =>
  surface.fillQuickly(open, opsOf(surface, count, maker), { from: Date.parse('2024-01-01T00:00:00Z'), step: 60_000 });

function* opsOf({ createOp }, count, maker) {
  for (let index = 0; index < 12; index += 1)
    yield createOp('account', `c_${index}`, {
      platform: ['weibo', 'douyin', 'xiaohongshu', 'bilibili'][index % 4],
      name: `账号 ${index}`,
      role: ['traffic', 'traffic', 'niche', 'circle'][index % 4],
    });
  for (let index = 0; index < 8; index += 1) yield createOp('persona', `n_${index}`, { name: `人物 ${index}` });
  for (let index = 0; index < 20; index += 1) yield createOp('campaign', `g_${index}`, { name: `战役 ${index}` });
  for (let index = 0; index < count; index += 1) {
    const { id, draft, doc } = maker.piece(index);
    yield createOp('piece', id, draft, doc);
    if (index % 10 !== 0) continue;
    const day = new Date(Date.parse('2026-10-01') + (index % 62) * 86_400_000).toISOString().slice(0, 10);
    yield createOp('placement', `l_${id}`, {
      pieceId: id,
      accountId: `c_${index % 12}`,
      format: 'weibo/post',
      day,
      time: '18:00',
      zone: 'Asia/Shanghai',
    });
  }
}
