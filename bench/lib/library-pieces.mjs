/**
 * A made-up library for measurements: seeded, 1.3 kB a piece, words of the 3,755 commonest Chinese characters (GB 2312,
 * first level) and of Latin letters, over a vocabulary of 24,000 words weighted as words are in real texts (Zipf).
 */
const VOCABULARY = 24_000;

function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function commonHan() {
  const bytes = [];
  for (let row = 0xb0; row <= 0xd7; row += 1)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  return [...new TextDecoder('gbk').decode(Uint8Array.from(bytes))];
}

/** A generator of pieces and of the words they are made of, the commonest first. */
export function libraryMaker(seed = 11) {
  const next = random(seed);
  const han = commonHan();
  // Shuffled, so that what is common is not what sorts first.
  for (let at = han.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [han[at], han[other]] = [han[other], han[at]];
  }
  const zipf = (count) => Math.min(count - 1, Math.floor(count ** next()) - 1);
  const letters = 'aeioubcdfghklmnprstvwxyz';
  const vocabulary = new Set();
  while (vocabulary.size < VOCABULARY) {
    const latin = next() < 0.08;
    const length = latin ? 2 + Math.floor(next() * 7) : [1, 2, 2, 2, 2, 3, 3, 4][Math.floor(next() * 8)];
    let word = '';
    for (let at = 0; at < length; at += 1)
      word += latin ? letters[Math.floor(next() * letters.length)] : han[Math.floor(han.length * next() ** 1.6)];
    vocabulary.add(latin ? ` ${word} ` : word);
  }
  const words = [...vocabulary];
  const word = () => words[zipf(words.length)];
  const text = (length) => {
    let made = '';
    while (made.length < length) made += word() + (next() < 0.12 ? '，' : '');
    return made.replaceAll(/ {2,}/g, ' ').trim();
  };
  const pick = (list) => list[Math.floor(next() * list.length)];
  const tags = words.filter((one) => one.trim().length >= 2).slice(0, 400);
  const piece = (index) => {
    const kind = pick(['scene', 'story', 'interactive']);
    return {
      id: `p_${String(index).padStart(6, '0')}`,
      draft: {
        title: text(16),
        kind,
        state: pick(['idea', 'drafting', 'drafting', 'in_review', 'ready', 'archived']),
        lang: 'zh',
        createdOn: new Date(Date.parse('2024-01-01') + index * 600_000).toISOString().slice(0, 10),
        personaId: next() < 0.7 ? `n_${Math.floor(next() * 8)}` : null,
        campaignId: next() < 0.5 ? `g_${Math.floor(next() * 20)}` : null,
        product: '星野 X9',
        tags: [...new Set([pick(tags), pick(tags)].map((tag) => tag.trim()))],
        brief: kind === 'scene' ? { function: text(12), scene: text(12) } : {},
      },
      doc: {
        type: 'doc',
        content: Array.from({ length: 3 }, () => ({ type: 'paragraph', content: [{ type: 'text', text: text(115) }] })),
      },
    };
  };
  return { piece, words: words.map((one) => one.trim()), next };
}
