import { cutAtFields } from '../brief/fields';
import { briefKeys, type Lang, type PieceKind } from '../model/vocabulary';
import { defineWords, say } from './say';

/** Every key of every kind's brief: `function`, `obstacle`, `deadline` … */
export type BriefKey = (typeof briefKeys)[PieceKind][number];

/**
 * The labels of the brief's fields, apart from the hints because every screen that shows a title needs them. The key
 * itself is shown beside the label in the form, because it is what one types in the text: `{{deadline}}`.
 */
export const briefLabels = defineWords<BriefKey>({
  zh: {
    function: '产品功能',
    scene: '生活时刻',
    value: '感受到的价值',
    place: '地点',
    partner: '伙伴',
    protagonist: '主角',
    obstacle: '难处',
    turn: '转折',
    outcome: '结果',
    evidence: '证据',
    mechanic: '玩法',
    participate: '怎么参加',
    reward: '奖励',
    deadline: '截止时间',
    hashtag: '话题',
    rules: '规则',
  },
  en: {
    function: 'Product function',
    scene: 'Moment of life',
    value: 'Felt value',
    place: 'Place',
    partner: 'Partner',
    protagonist: 'Protagonist',
    obstacle: 'Obstacle',
    turn: 'Turn',
    outcome: 'Outcome',
    evidence: 'Evidence',
    mechanic: 'Mechanic',
    participate: 'How to take part',
    reward: 'Reward',
    deadline: 'Deadline',
    hashtag: 'Hashtag',
    rules: 'Rules',
  },
});

const known: ReadonlySet<string> = new Set(Object.values(briefKeys).flat());
export const isBriefKey = (name: string): name is BriefKey => known.has(name);

/** The label of a brief field by its key; a key of a user's own is its own label. */
export const sayBriefLabel = (lang: Lang, key: string): string => (isBriefKey(key) ? say(briefLabels, lang, key) : key);

/** A plain text for people: open fields by their labels, `〔地点〕，还有人醒着`. */
export const sayFields = (lang: Lang, text: string): string =>
  text.includes('{{')
    ? cutAtFields(text)
        .map(({ text: part, name }) => (name === null ? part : bracketed(lang, sayBriefLabel(lang, name))))
        .join('')
    : text;

const bracketed = (lang: Lang, label: string): string => (lang === 'zh' ? `〔${label}〕` : `[${label}]`);
