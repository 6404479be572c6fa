import { libraryMaker } from './library-pieces.mjs';

/** Fills an open workspace with a made-up library, as an import would, and brings its index up to date. */
export async function fillLibrary(surface, { db, clock }, count, seed) {
  const { applyOp, createOp, makeStamp, writeState, writeVersion } = surface;
  const maker = libraryMaker(seed);
  const base = Date.parse('2024-01-01T00:00:00Z');
  let tick = 0;
  const keep = (op) => {
    const stamp = makeStamp({ millis: base + tick++ * 60_000, counter: 0, node: clock.node });
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
        }),
      );
    for (let index = 0; index < 8; index += 1) keep(createOp('persona', `n_${index}`, { name: `人物 ${index}` }));
    for (let index = 0; index < 20; index += 1) keep(createOp('campaign', `g_${index}`, { name: `战役 ${index}` }));
    for (let index = 0; index < count; index += 1) {
      const { id, draft, doc } = maker.piece(index);
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
        }),
      );
    }
  })();
  clock.last = makeStamp({ millis: base + tick * 60_000, counter: 0, node: clock.node });
  return maker;
}
