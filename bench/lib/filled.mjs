import { pieceMaker } from './pieces.mjs';

/** Fills an open workspace with pieces and, for each tenth, a placement; in one transaction, as an import would. */
export function fillWith(surface, { db, clock }, count) {
  const { applyOp, createOp, makeStamp, writeState, writeVersion } = surface;
  const piece = pieceMaker();
  const base = Date.parse('2026-09-01T00:00:00Z');
  let tick = 0;
  const keep = (op) => {
    const stamp = makeStamp({ millis: base + tick++ * 1000, counter: 0, node: clock.node });
    const { state } = applyOp(null, op, stamp);
    for (const version of Object.values(state.versions)) writeVersion(db, state.id, version);
    writeState(db, state);
  };
  db.transaction(() => {
    for (let index = 0; index < 12; index += 1)
      keep(
        createOp('account', `c_${index}`, {
          platform: ['weibo', 'douyin', 'xiaohongshu', 'bilibili'][index % 4],
          name: `账号 ${index}`,
          role: ['traffic', 'traffic', 'niche', 'circle'][index % 4],
        }),
      );
    for (let index = 0; index < count; index += 1) {
      const { id, draft, doc } = piece(index);
      keep(createOp('piece', id, draft, doc));
      if (index % 10 !== 0) continue;
      const day = new Date(Date.parse('2026-10-01') + (index % 62) * 86_400_000).toISOString().slice(0, 10);
      keep(
        createOp('placement', `l_${id}`, {
          pieceId: id,
          accountId: `c_${index % 12}`,
          format: 'weibo/post',
          day,
          time: '18:00',
          zone: 'Asia/Shanghai',
        }),
      );
    }
  })();
  clock.last = makeStamp({ millis: base + tick * 1000, counter: 0, node: clock.node });
}
