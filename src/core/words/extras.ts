import { printChapters } from '../adapt/chapters';
import { printShots } from '../adapt/shotText';
import { mark } from '../adapt/showText';
import type { Extra, Segment, Slot } from '../adapt/types';
import type { Lang } from '../model/records';
import { defineWords, say } from './say';

/** What a format is made of besides title, body and tags, as people read it: in the command line and the copy pack. */
export const extraNames = [
  'cover',
  'digest',
  'topics',
  'sourceUrl',
  'firstComment',
  'fold',
  'slots',
  'covers',
  'timing',
  'script',
  'chapters',
  'srt',
  'runOfShow',
  'sending',
] as const;
export type ExtraName = (typeof extraNames)[number];

export const extraWords = defineWords<
  | ExtraName
  | 'timing.line'
  | 'timing.max'
  | 'timing.min'
  | 'slot'
  | 'slot.whole'
  | 'slot.any'
  | 'slot.cover'
  | 'fold.hides'
  | 'fold.all'
  | `fold.${'link' | 'tag' | 'call'}`
  | 'show.line'
  | 'show.untitled'
  | 'show.ask'
  | 'show.link'
  | 'show.risk'
  | 'sending.tier'
  | `tier.${'core' | 'active' | 'potential'}`
  | 'sending.tone'
  | 'sending.benefit'
  | 'sending.early'
>({
  zh: {
    cover: '封面字',
    digest: '摘要',
    topics: '话题',
    sourceUrl: '原文链接',
    firstComment: '首条评论',
    fold: '折叠',
    slots: '图片',
    covers: '封面裁切',
    timing: '时长',
    script: '分镜脚本',
    chapters: '章节',
    srt: '字幕',
    runOfShow: '直播流程',
    sending: '发给谁，怎么说',
    'timing.line': '全片 {seconds} 秒，按每秒 {han} 个汉字、{words} 个英文词念。',
    'timing.max': '上限 {max} 秒。',
    'timing.min': '至少 {min} 秒。',
    slot: '{number}. {name} · {ratio} · 裁成 {width}×{height}，从 {left},{top} 起',
    'slot.whole': '{number}. {name} · {ratio} · 整张',
    'slot.any': '比例不限',
    'slot.cover': '{place} · {ratio}',
    'fold.hides': '折叠后才看到：{what}',
    'fold.all': '链接、话题和要读者做的事都在折叠线之前，或者没有。',
    'fold.link': '链接 {text}',
    'fold.tag': '话题 {text}',
    'fold.call': '要读者做的事「{text}」',
    'show.line': '{at} {title}（{minutes} 分钟）',
    'show.untitled': '第 {number} 段',
    'show.ask': '互动：{text}',
    'show.link': '挂链接：{text}',
    'show.risk': '慎说：{text}',
    'sending.tier': '这一层：{tier}',
    'tier.core': '铁杆',
    'tier.active': '活跃',
    'tier.potential': '潜在',
    'sending.tone': '口气：{text}',
    'sending.benefit': '权益：{text}',
    'sending.early': '比公开早 {hours} 小时发。',
  },
  en: {
    cover: 'Words on the cover',
    digest: 'Summary',
    topics: 'Topics',
    sourceUrl: 'Link to the original',
    firstComment: 'First comment',
    fold: 'Fold',
    slots: 'Pictures',
    covers: 'Crops of the cover',
    timing: 'Length',
    script: 'Shooting script',
    chapters: 'Chapters',
    srt: 'Subtitles',
    runOfShow: 'Run of show',
    sending: 'Who reads it, and how to speak',
    'timing.line': '{seconds} seconds, read at {han} Chinese characters or {words} English words a second.',
    'timing.max': 'At most {max} seconds.',
    'timing.min': 'At least {min} seconds.',
    slot: '{number}. {name} · {ratio} · cut to {width}×{height} from {left},{top}',
    'slot.whole': '{number}. {name} · {ratio} · whole',
    'slot.any': 'any ratio',
    'slot.cover': '{place} · {ratio}',
    'fold.hides': 'Seen only after opening: {what}',
    'fold.all': 'Link, tag and call stand above the fold, or there are none.',
    'fold.link': 'the link {text}',
    'fold.tag': 'the tag {text}',
    'fold.call': 'the call “{text}”',
    'show.line': '{at} {title} ({minutes, plural, one {# minute} other {# minutes}})',
    'show.untitled': 'Part {number}',
    'show.ask': 'Ask: {text}',
    'show.link': 'Show link: {text}',
    'show.risk': 'Careful with: {text}',
    'sending.tier': 'Tier: {tier}',
    'tier.core': 'core',
    'tier.active': 'active',
    'tier.potential': 'potential',
    'sending.tone': 'Tone: {text}',
    'sending.benefit': 'Benefit: {text}',
    'sending.early': 'Sent {hours, plural, one {# hour} other {# hours}} before the public.',
  },
});

/** One of them as text; empty when the variant has none. */
export const sayExtra = (lang: Lang, name: ExtraName, extra: Extra): string => texts[name](extra, lang);

const texts: { readonly [K in ExtraName]: (extra: Extra, lang: Lang) => string } = {
  cover: ({ cover }) => cover ?? '',
  digest: ({ digest }) => digest ?? '',
  topics: ({ topics }) => (topics ?? []).join('\n'),
  sourceUrl: ({ sourceUrl }) => sourceUrl ?? '',
  firstComment: ({ firstComment }) => firstComment ?? '',
  fold: ({ fold }, lang) => {
    if (fold === undefined) return '';
    if (fold.hides.length === 0) return say(extraWords, lang, 'fold.all');
    const what = fold.hides.map(({ kind, text }) => say(extraWords, lang, `fold.${kind}`, { text }));
    return say(extraWords, lang, 'fold.hides', { what: what.join(lang === 'zh' ? '、' : ', ') });
  },
  slots: ({ slots }, lang) =>
    (slots ?? [])
      .map((slot, index) => slotLine(slot, slot.asset, slot.ratio ?? say(extraWords, lang, 'slot.any'), index, lang))
      .join('\n'),
  covers: ({ covers }, lang) =>
    (covers ?? [])
      .map((slot, index) =>
        slotLine(
          slot,
          slot.asset,
          say(extraWords, lang, 'slot.cover', { place: slot[lang], ratio: slot.ratio ?? '' }),
          index,
          lang,
        ),
      )
      .join('\n'),
  timing: ({ timing }, lang) => {
    if (timing === undefined) return '';
    const { seconds, rate, min, max } = timing;
    return [
      say(extraWords, lang, 'timing.line', { seconds, han: rate.han, words: rate.words }),
      ...(max === null ? [] : [say(extraWords, lang, 'timing.max', { max })]),
      ...(min === null ? [] : [say(extraWords, lang, 'timing.min', { min })]),
    ].join(lang === 'zh' ? '' : ' ');
  },
  script: ({ script }) => (script === undefined ? '' : printShots(script)),
  chapters: ({ chapters }) => (chapters === undefined ? '' : printChapters(chapters)),
  srt: ({ srt }) => (srt ?? '').trimEnd(),
  runOfShow: ({ runOfShow }, lang) =>
    (runOfShow ?? []).map((segment, index) => segmentText(segment, index, lang)).join('\n\n'),
  sending: ({ sending }, lang) => {
    if (sending === undefined) return '';
    const { tier, tone, benefit, earlyHours } = sending;
    return [
      say(extraWords, lang, 'sending.tier', { tier: say(extraWords, lang, `tier.${tier}`) }),
      ...(tone === '' ? [] : [say(extraWords, lang, 'sending.tone', { text: tone })]),
      ...(benefit === '' ? [] : [say(extraWords, lang, 'sending.benefit', { text: benefit })]),
      ...(earlyHours === 0 ? [] : [say(extraWords, lang, 'sending.early', { hours: earlyHours })]),
    ].join('\n');
  },
};

function slotLine({ crop }: Slot, name: string, ratio: string, index: number, lang: Lang): string {
  const number = index + 1;
  return crop === null
    ? say(extraWords, lang, 'slot.whole', { number, name, ratio })
    : say(extraWords, lang, 'slot', { number, name, ratio, ...crop });
}

function segmentText({ at, minutes, title, say: said, ask, links, risks }: Segment, index: number, lang: Lang): string {
  const t = (key: 'show.ask' | 'show.link' | 'show.risk', text: string): string =>
    `- ${say(extraWords, lang, key, { text })}`;
  return [
    `### ${say(extraWords, lang, 'show.line', { at: mark(at), minutes, title: title || say(extraWords, lang, 'show.untitled', { number: index + 1 }) })}`,
    ...said,
    ...ask.map((text) => t('show.ask', text)),
    ...links.map((text) => t('show.link', text)),
    ...risks.map((text) => t('show.risk', text)),
  ].join('\n');
}
