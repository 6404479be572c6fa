/** Made-up pieces for measurements: 1.3 kB each, from a seeded generator over 20,000 words, Zipf-weighted. */
const HAN =
  '夜景拍摄船灯江面城市晚风街口渡轮手持曝光镜头传感器工程师用户故事挑战作品征集投票命名内测抽奖评论区公众号视频号';

function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

export function pieceMaker(seed = 7) {
  const next = random(seed);
  const words = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => HAN[Math.floor(next() * HAN.length)]).join(''),
  );
  const word = () => words[Math.floor(words.length ** next()) - 1] ?? words[0];
  const text = (length) => {
    let made = '';
    while (made.length < length) made += word();
    return made;
  };
  const kinds = ['scene', 'story', 'interactive'];
  const states = ['idea', 'drafting', 'in_review', 'ready'];
  const piece = (index) => ({
    id: `p_${String(index).padStart(6, '0')}`,
    draft: {
      title: text(18),
      kind: kinds[index % 3],
      state: states[index % 4],
      lang: 'zh',
      createdOn: '2026-09-01',
      product: '星野 X9',
      tags: [word(), word()],
      brief: index % 3 === 0 ? { function: text(12), scene: text(12), value: text(12), place: text(6) } : {},
    },
    doc: {
      type: 'doc',
      content: Array.from({ length: 3 }, () => ({ type: 'paragraph', content: [{ type: 'text', text: text(120) }] })),
    },
  });
  return { piece };
}
