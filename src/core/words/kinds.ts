import type {
  Approval,
  Community,
  Feedback,
  Lang,
  Occasion,
  Outcome,
  Persona,
  PhaseKind,
  PieceKind,
  PieceState,
  Role,
  Subkind,
} from '../model/records';
import { subkinds } from '../model/vocabulary';
import { defineWords, say } from './say';

/**
 * The names of everything the domain counts on its fingers: kinds, sub-kinds, states, outcomes, approvals, roles,
 * phases, tiers, languages. One key per member of the union, so that a new member does not compile until it is named:
 * `say(kindWords, lang, 'state.in_review')`, or the short forms below.
 */
type Keys =
  | `kind.${PieceKind}`
  | `subkind.${Subkind}`
  | `state.${PieceState}`
  | `outcome.${Outcome}`
  | `approval.${Approval}`
  | `role.${Role}`
  | `role_note.${Role}`
  | `phase.${PhaseKind}`
  | `tier.${Community['tier']}`
  | `level.${Persona['level']}`
  | `lang.${Lang}`
  | `occasion.${Occasion['kind']}`
  | `life.${Feedback['life']}`;

export const kindWords = defineWords<Keys>({
  zh: {
    'kind.scene': '场景',
    'kind.story': '故事',
    'kind.interactive': '互动',
    'subkind.founder': '创始人故事',
    'subkind.engineer': '工程师故事',
    'subkind.user': '用户故事',
    'subkind.technology': '技术故事',
    'subkind.challenge': '话题挑战',
    'subkind.lottery': '抽奖',
    'subkind.ugc_call': '作品征集',
    'subkind.guess': '猜一猜',
    'subkind.vote': '投票',
    'subkind.naming': '征名',
    'subkind.beta_test': '内测招募',
    'state.idea': '想法',
    'state.drafting': '起草',
    'state.in_review': '在审',
    'state.ready': '就绪',
    'state.archived': '归档',
    'outcome.planned': '计划中',
    'outcome.handed_over': '已交接',
    'outcome.live': '已发布',
    'outcome.skipped': '已略过',
    'approval.none': '未送审',
    'approval.requested': '等审',
    'approval.approved': '已通过',
    'approval.changes': '要改',
    'role.traffic': '流量入口',
    'role.depth': '深度内容',
    'role.circle': '圈层渗透',
    'role.niche': '细分人群',
    'role.private': '私域',
    'role_note.traffic': '大事件先在这里响，话题、开赛、抽奖',
    'role_note.depth': '长图文，把一件事说透',
    'role_note.circle': '拆解、科普、幕后，给懂的人看',
    'role_note.niche': '按人群说话，第一人称',
    'role_note.private': '社群和一对一，先到、更近',
    'phase.warm_up': '预热',
    'phase.burst': '爆发',
    'phase.long_tail': '长尾',
    'phase.review': '复盘',
    'tier.core': '铁杆',
    'tier.active': '活跃',
    'tier.potential': '潜在',
    'level.core': '核心 IP',
    'level.niche': '细分 IP',
    'lang.zh': '中文',
    'lang.en': '英文',
    'occasion.holiday': '法定节假日',
    'occasion.festival': '节日',
    'occasion.industry': '行业日程',
    'occasion.own': '自家日子',
    'occasion.hot': '热点',
    'life.heard': '听到了',
    'life.planned': '排上了',
    'life.shipped': '做好了',
    'life.told': '说回去了',
  },
  en: {
    'kind.scene': 'Scene',
    'kind.story': 'Story',
    'kind.interactive': 'Interactive',
    'subkind.founder': 'Founder story',
    'subkind.engineer': 'Engineer story',
    'subkind.user': 'User story',
    'subkind.technology': 'Technology story',
    'subkind.challenge': 'Challenge',
    'subkind.lottery': 'Lottery',
    'subkind.ugc_call': 'Call for work',
    'subkind.guess': 'Guess',
    'subkind.vote': 'Vote',
    'subkind.naming': 'Naming',
    'subkind.beta_test': 'Beta test',
    'state.idea': 'Idea',
    'state.drafting': 'Drafting',
    'state.in_review': 'In review',
    'state.ready': 'Ready',
    'state.archived': 'Archived',
    'outcome.planned': 'Planned',
    'outcome.handed_over': 'Handed over',
    'outcome.live': 'Live',
    'outcome.skipped': 'Skipped',
    'approval.none': 'Not sent for review',
    'approval.requested': 'Waiting for review',
    'approval.approved': 'Approved',
    'approval.changes': 'Changes asked for',
    'role.traffic': 'Traffic entrance',
    'role.depth': 'Depth',
    'role.circle': 'Circle',
    'role.niche': 'Niche audience',
    'role.private': 'Private domain',
    'role_note.traffic': 'Big moments start here: topics, openings, lotteries',
    'role_note.depth': 'Long illustrated pieces that tell the whole story',
    'role_note.circle': 'Teardowns, explainers and behind the scenes, for those who know',
    'role_note.niche': 'One audience at a time, in the first person',
    'role_note.private': 'Communities and one-to-one: earlier and closer',
    'phase.warm_up': 'Warm-up',
    'phase.burst': 'Burst',
    'phase.long_tail': 'Long tail',
    'phase.review': 'Review',
    'tier.core': 'Core',
    'tier.active': 'Active',
    'tier.potential': 'Potential',
    'level.core': 'Core IP',
    'level.niche': 'Niche IP',
    'lang.zh': 'Chinese',
    'lang.en': 'English',
    'occasion.holiday': 'Public holiday',
    'occasion.festival': 'Festival',
    'occasion.industry': 'Industry date',
    'occasion.own': 'Own date',
    'occasion.hot': 'Hot topic',
    'life.heard': 'Heard',
    'life.planned': 'Planned',
    'life.shipped': 'Shipped',
    'life.told': 'Told',
  },
});

export const sayKind = (lang: Lang, kind: PieceKind): string => say(kindWords, lang, `kind.${kind}`);
export const sayState = (lang: Lang, state: PieceState): string => say(kindWords, lang, `state.${state}`);
export const sayOutcome = (lang: Lang, outcome: Outcome): string => say(kindWords, lang, `outcome.${outcome}`);
export const sayRole = (lang: Lang, role: Role): string => say(kindWords, lang, `role.${role}`);
export const sayPhase = (lang: Lang, phase: PhaseKind): string => say(kindWords, lang, `phase.${phase}`);

const knownSubkinds: ReadonlySet<string> = new Set(Object.values(subkinds).flat());
const isSubkind = (name: string): name is Subkind => knownSubkinds.has(name);

/** A sub-kind by its id; one that this version does not know (a received plan) is shown as it is written. */
export const saySubkind = (lang: Lang, subkind: string): string =>
  isSubkind(subkind) ? say(kindWords, lang, `subkind.${subkind}`) : subkind;

/** The closest name a piece has: its sub-kind if it has one, else its kind. 「创始人故事」 rather than 「故事」. */
export const sayKindOf = (lang: Lang, piece: { readonly kind: PieceKind; readonly subkind: string | null }): string =>
  piece.subkind === null ? sayKind(lang, piece.kind) : saySubkind(lang, piece.subkind);
