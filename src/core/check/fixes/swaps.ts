/**
 * Sober words for claims, where the sentence stands as it did: 最好的角度 → 很好的角度. A term without an entry needs a
 * person; an empty word takes the term out. `unless` names what may not follow: the sentence would break.
 */
export type Swap = { readonly to: string; readonly unless?: RegExp };

const adjectives = [
  '好',
  '优秀',
  '强',
  '先进',
  '舒适',
  '安全',
  '环保',
  '专业',
  '有效',
  '便宜',
  '实惠',
  '轻薄',
  '薄',
  '快',
  '流行',
  '时尚',
  '受欢迎',
  '美',
  '牛',
  '火',
  '爱',
  '值得',
  '超值',
  '畅销',
  '权威',
] as const;

export const swaps: Readonly<Record<string, Swap>> = {
  ...Object.fromEntries(adjectives.map((word) => [`最${word}`, { to: `很${word}` }])),
  最佳: { to: '上佳' },
  最优: { to: '较优' },
  最大程度: { to: '很大程度' },
  最新科技: { to: '新科技' },
  最新技术: { to: '新技术' },
  极佳: { to: '很好' },
  绝佳: { to: '上佳' },
  极致: { to: '出色' },
  顶尖: { to: '出色' },
  无与伦比: { to: '出色' },
  独一无二: { to: '特别' },
  史无前例: { to: '少见' },
  前所未有: { to: '少见' },
  绝对: { to: '', unless: /^(?:的|地|性|优势|领先|第一|是)/u },
  永久: { to: '长期' },
  万能: { to: '多用途' },
  奢华: { to: '考究' },
  王牌: { to: '主力' },
};
