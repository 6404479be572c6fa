import {
  type Lang,
  type Outcome,
  type PieceKind,
  type PieceState,
  pieceKinds,
  pieceStates,
  subkinds,
} from '../../model/vocabulary';
import { kindWords } from '../../words/kinds';
import { plain } from './text';

/** Words of sheets for the domain's own: kinds, states, languages. What is not in these lists is not guessed. */

const fold = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');

export type NamedKind = { readonly kind: PieceKind; readonly subkind: string | null };

const kindNames: Readonly<Record<PieceKind, readonly string[]>> = {
  scene: ['场景化', '场景内容', '场景种草', 'scene', 'scenario'],
  story: ['故事化', '故事内容', '品牌故事', '人物故事', '人物', 'story', 'brandstory'],
  interactive: ['互动化', '互动内容', '互动活动', '粉丝互动', 'interactive', 'interaction', 'engagement'],
};
const subkindNames: Readonly<Record<string, readonly string[]>> = {
  founder: ['创始人', '创始人故事', 'founder', 'founderstory'],
  engineer: ['工程师', '研发', '研发故事', 'engineer', 'engineerstory'],
  user: ['用户', '用户故事', '米粉故事', '粉丝故事', 'userstory', 'customerstory', 'testimonial'],
  technology: ['技术', '技术故事', '科技故事', '技术解读', 'technology', 'tech'],
  challenge: ['挑战', '话题挑战', '挑战赛', 'challenge'],
  lottery: ['抽奖', '转发抽奖', '福利', '互动抽奖', '评论抽奖', '抽奖活动', 'lottery', 'giveaway', 'sweepstakes'],
  ugc_call: ['征集', '作品征集', '有奖征集', '投稿', 'ugc', 'ugccall'],
  guess: ['猜价', '竞猜', '有奖竞猜', '猜一猜', '新品猜价', 'guess'],
  vote: ['投票', '功能投票', 'vote', 'poll'],
  naming: ['征名', '命名', '取名', 'naming'],
  beta_test: ['内测', '公测', '内测招募', '体验官', '招募', 'beta', 'betatest'],
};

const kindsByName: ReadonlyMap<string, NamedKind> = (() => {
  const map = new Map<string, NamedKind>();
  for (const kind of pieceKinds) {
    for (const name of [kindWords.zh[`kind.${kind}`], kindWords.en[`kind.${kind}`], ...kindNames[kind]])
      map.set(fold(name), { kind, subkind: null });
    for (const subkind of subkinds[kind])
      for (const name of [
        subkind,
        kindWords.zh[`subkind.${subkind}`],
        kindWords.en[`subkind.${subkind}`],
        ...(subkindNames[subkind] ?? []),
      ])
        map.set(fold(name), { kind, subkind });
  }
  return map;
})();

/** Words long enough to be known inside others: 七夕抽奖 is a lottery. */
const telling = [...kindsByName].filter(
  ([name, { subkind }]) =>
    subkind !== null && /^\p{Script=Han}{2,}$/u.test(name) && !['用户', '技术', '研发', '福利'].includes(name),
);

/** The kind a cell names, alone or as `互动/抽奖`, `互动-抽奖`; null when it names none. */
export function kindNamed(cell: string): NamedKind | null {
  const whole = kindsByName.get(fold(cell));
  if (whole !== undefined) return whole;
  const parts = plain(cell)
    .split(/[/|·>、,，:：()（）-]+/)
    .map((part) => kindsByName.get(fold(part)));
  const known = parts.filter((part) => part !== undefined);
  if (known.length > 0 && known.length === parts.filter((_, at) => parts[at] !== undefined || at > 0).length)
    return known.find(({ subkind }) => subkind !== null) ?? known[0] ?? null;
  const folded = fold(cell);
  return folded.length <= 12 ? (telling.find(([name]) => folded.includes(name))?.[1] ?? null) : null;
}

/** How far the writing is, or what became of the plan: sheets keep both in one column. */
export type NamedState = { readonly state: PieceState | null; readonly outcome: Outcome | null };

const stateNames: readonly (readonly [PieceState | null, Outcome | null, string])[] = [
  [
    'idea',
    null,
    '选题 选题中 想法 灵感 储备 备选 待选 策划 策划中 构思 未开始 待定 待策划 选题通过 idea ideas backlog notstarted todo planned proposed concept',
  ],
  [
    'drafting',
    null,
    '待写 撰写 撰写中 写作中 写稿 写稿中 起草 起草中 草稿 初稿 编写中 编辑中 制作中 进行中 拍摄中 剪辑中 待拍摄 待剪辑 待制作 设计中 修改中 待修改 draft drafting writing inprogress wip doing started inproduction editing',
  ],
  [
    'in_review',
    null,
    '待审 待审核 审核中 在审 送审 审稿 审稿中 待审批 审批中 一审 二审 三审 待确认 inreview review reviewing pending pendingapproval pendingreview needsreview awaitingapproval',
  ],
  [
    'ready',
    null,
    '定稿 已定稿 就绪 已审 已审核 审核通过 已通过 通过 已完成 完成 已确认 待发 待发布 已排期 排期中 已排 定时 已定时 ready approved scheduled final done complete completed queued',
  ],
  ['archived', null, '归档 已归档 archived archive'],
  [null, 'live', '已发布 已发 发布 已上线 上线 已推送 已推 发布成功 已发送 √已发布 published posted live sent success'],
  [
    null,
    'skipped',
    '取消 已取消 作废 已作废 不发 跳过 略过 已略过 暂停 撤回 已删除 cancelled canceled skipped dropped failed',
  ],
  [null, 'handed_over', '已交接 交接 已交付 handedover delivered'],
  [null, 'planned', '计划中 未发布 未发 planned'],
];

const statesByName: ReadonlyMap<string, NamedState> = (() => {
  const map = new Map<string, NamedState>();
  const add = (name: string, named: NamedState) => {
    if (!map.has(fold(name))) map.set(fold(name), named);
  };
  for (const state of pieceStates)
    for (const name of [state, kindWords.zh[`state.${state}`], kindWords.en[`state.${state}`]])
      add(name, { state, outcome: null });
  for (const outcome of ['planned', 'handed_over', 'live', 'skipped'] as const)
    for (const name of [kindWords.zh[`outcome.${outcome}`], kindWords.en[`outcome.${outcome}`]])
      add(name, { state: null, outcome });
  for (const [state, outcome, list] of stateNames) for (const name of list.split(' ')) add(name, { state, outcome });
  return map;
})();

/** Null for words that are no state. A tick means done, and done is not published: nothing more is read into it. */
export const stateNamed = (cell: string): NamedState | null =>
  statesByName.get(fold(cell).replace(/^[√✓✔☑✅]+/, '')) ??
  (/^(?:[√✓✔☑✅]+|是|y|yes|true)$/i.test(plain(cell)) ? { state: 'ready', outcome: null } : null);

const langNames: ReadonlyMap<string, Lang> = new Map([
  ...['中文', '中', '简体', '简体中文', '汉语', '国语', 'zh', 'cn', 'zhcn', 'zhhans', 'chinese', 'mandarin'].map(
    (name) => [name, 'zh'] as const,
  ),
  ...['英文', '英', '英语', 'en', 'enus', 'engb', 'english'].map((name) => [name, 'en'] as const),
]);
export const langNamed = (cell: string): Lang | null => langNames.get(fold(cell)) ?? null;
