import type { Lang } from '../model/records';
import type { CounterId, FormatPack, Numbering } from '../platforms/pack';
import { type RuleKey, type RuleUnit, ruleOf } from '../platforms/rules';
import type { RuleFault } from '../platforms/ruleText';
import { sayUnit } from './platforms';
import { defineWords, say } from './say';

/** Values of the rules of a pack, their units, and what is wrong with one. Used where packs are shown and edited. */
type ChoiceKey =
  | `title.${FormatPack['title']}`
  | `bodyOn.${FormatPack['count']['bodyOn']}`
  | `lines.${FormatPack['lines']}`
  | `markup.${FormatPack['markup']}`
  | `syntax.${FormatPack['tags']['syntax']}`
  | `where.${FormatPack['tags']['where']}`
  | `mention.${FormatPack['mentions']['syntax']}`
  | `policy.${FormatPack['links']['policy']}`
  | `outside.${NonNullable<FormatPack['links']['outside']>}`
  | `numbering.${Numbering | 'off'}`
  | `flag.${'true' | 'false'}`
  | `counter.${CounterId}`;
type Keys =
  | `unit.${Exclude<RuleUnit, 'title' | 'body' | 'bytes' | 'items'>}`
  | `fault.${RuleFault | 'bad_value' | 'unknown_key' | 'unknown_platform' | 'contradiction' | 'window_empty' | 'no_format'}`
  | ChoiceKey;

export const packWords = defineWords<Keys>({
  zh: {
    'unit.lines': '行',
    'unit.mb': 'MB',
    'unit.seconds': '秒',
    'unit.pixels': '像素',
    'unit.half': '半角',
    'unit.rate': '每秒',

    'title.field': '单独一栏',
    'title.first_line': '正文第一行',
    'title.none': '没有标题',
    'bodyOn.text': '看到的文字',
    'bodyOn.html_source': 'HTML 源码',
    'lines.blank': '空一行',
    'lines.single': '换行',
    'lines.collapse': '不留换行',
    'markup.plain': '纯文字',
    'markup.wechat_html': '公众号 HTML',
    'markup.html': 'HTML',
    'markup.markdown': 'Markdown',
    'syntax.pair': '#话题#',
    'syntax.hash': '#话题',
    'syntax.hash_space': '#话题 加空格',
    'syntax.list': '单独填写',
    'syntax.none': '没有标签',
    'where.inline': '写在正文里',
    'where.apart': '和正文分开',
    'mention.at_space': '@名字 加空格',
    'mention.at': '@名字',
    'mention.none': '不能 @',
    'outside.open': '可以写',
    'outside.banned': '写了会被限流或删除',
    'policy.keep': '留在正文',
    'policy.footnote': '放到文末',
    'policy.first_comment': '放首条评论',
    'policy.source_url': '一个原文链接',
    'policy.drop': '去掉并提醒',
    'numbering.off': '不拆，按分量取舍',
    'numbering.slash': '拆成几条，2/5',
    'numbering.bracket': '拆成几条，(2/5)',
    'numbering.corner': '拆成几条，【2/5】',
    'numbering.of': '拆成几条，2 of 5',
    'numbering.none': '拆成几条，不编号',
    'flag.true': '是',
    'flag.false': '否',
    'counter.twitter_v3': 'X 的加权数法',
    'counter.weibo_half': '微博的半角数法',
    'counter.mastodon': 'Mastodon 的数法',
    'counter.bluesky': 'Bluesky 的数法',
    'counter.xhs_title': '小红书标题的数法',
    'counter.threads': 'Threads 的数法',
    'counter.code_points': '一个字算一个',
    'counter.utf16_units': '按 UTF-16 单元',
    'counter.graphemes': '看到的一个字算一个',
    'counter.utf8_bytes': '按 UTF-8 字节',
    'counter.half_width': '两个半角算一个',

    'fault.not_number': '这里要一个数字，例如 140',
    'fault.not_whole': '这里要整数',
    'fault.not_positive': '要大于 0；没有这条规则就写「不限」',
    'fault.not_ratio': '比例写成 3:4 这样，几个就用空格隔开',
    'fault.not_slots': '写成 3:4 或 3:4 1200x1600，几个就用逗号隔开',
    'fault.not_pairs': '写成 旧=新，几个之间空一格，例如 b=strong',
    'fault.not_choice': '从列表里选一个',
    'fault.bad_value': '这个值不合这条规则，没有存',
    'fault.unknown_key': '这个版本没有这条规则',
    'fault.unknown_platform': '这个版本没有这个平台',
    'fault.contradiction': '和「{other}」矛盾：两条不能同时成立，先改那一条',
    'fault.window_empty': '「至少提前」要比「最多提前」短，不然一条也定不了时；1 天是 1440 分钟',
    'fault.no_format': '这个平台还没有格式，先加一种',
  },
  en: {
    'unit.lines': 'lines',
    'unit.mb': 'MB',
    'unit.seconds': 's',
    'unit.pixels': 'px',
    'unit.half': 'half-widths',
    'unit.rate': 'a second',

    'title.field': 'a field of its own',
    'title.first_line': 'first line of the text',
    'title.none': 'no title',
    'bodyOn.text': 'the visible text',
    'bodyOn.html_source': 'the HTML source',
    'lines.blank': 'an empty line',
    'lines.single': 'a line break',
    'lines.collapse': 'no line breaks',
    'markup.plain': 'plain text',
    'markup.wechat_html': 'WeChat HTML',
    'markup.html': 'HTML',
    'markup.markdown': 'Markdown',
    'syntax.pair': '#tag#',
    'syntax.hash': '#tag',
    'syntax.hash_space': '#tag and a space',
    'syntax.list': 'a field of their own',
    'syntax.none': 'no tags',
    'where.inline': 'in the text',
    'where.apart': 'apart from the text',
    'mention.at_space': '@name and a space',
    'mention.at': '@name',
    'mention.none': 'no mentions',
    'outside.open': 'allowed',
    'outside.banned': 'throttled or removed',
    'policy.keep': 'kept in the text',
    'policy.footnote': 'at the end',
    'policy.first_comment': 'first comment',
    'policy.source_url': 'one source link',
    'policy.drop': 'dropped, with a finding',
    'numbering.off': 'one post, shortened by weight',
    'numbering.slash': 'several posts, 2/5',
    'numbering.bracket': 'several posts, (2/5)',
    'numbering.corner': 'several posts, 【2/5】',
    'numbering.of': 'several posts, 2 of 5',
    'numbering.none': 'several posts, no numbers',
    'flag.true': 'yes',
    'flag.false': 'no',
    'counter.twitter_v3': 'as X weighs',
    'counter.weibo_half': 'as Weibo counts half-widths',
    'counter.mastodon': 'as Mastodon counts',
    'counter.bluesky': 'as Bluesky counts',
    'counter.xhs_title': 'as Xiaohongshu counts titles',
    'counter.threads': 'as Threads counts',
    'counter.code_points': 'every character one',
    'counter.utf16_units': 'UTF-16 units',
    'counter.graphemes': 'every visible character one',
    'counter.utf8_bytes': 'UTF-8 bytes',
    'counter.half_width': 'two half-widths one',

    'fault.not_number': 'A number is needed here, for example 140',
    'fault.not_whole': 'A whole number is needed here',
    'fault.not_positive': 'More than 0, please; write “none” where there is no such rule',
    'fault.not_ratio': 'Write a ratio like 3:4, several with spaces between',
    'fault.not_slots': 'Write 3:4 or 3:4 1200x1600, several with commas between',
    'fault.not_pairs': 'write old=new with spaces between, such as b=strong',
    'fault.not_choice': 'Choose one of the list',
    'fault.bad_value': 'This does not fit the rule and was not saved',
    'fault.unknown_key': 'This version knows no such rule',
    'fault.unknown_platform': 'This version knows no such platform',
    'fault.contradiction': 'It excludes “{other}”: change that one first',
    'fault.window_empty':
      'The least time ahead must be shorter than the most, or nothing could be timed; a day is 1,440 minutes',
    'fault.no_format': 'This platform has no format yet; add one',
  },
});

/** Words of a choice, by the rule that offers it; null for a rule whose choices are told otherwise. */
const choiceGroups = {
  title: 'title',
  'count.title': 'counter',
  'count.body': 'counter',
  'count.bodyOn': 'bodyOn',
  lines: 'lines',
  markup: 'markup',
  'tags.syntax': 'syntax',
  'tags.where': 'where',
  'mentions.syntax': 'mention',
  'links.policy': 'policy',
  'links.outside': 'outside',
} as const satisfies Partial<Record<RuleKey, string>>;

/** A choice by name: `tags.syntax`, `pair` → #话题#. */
export function sayChoice(lang: Lang, key: RuleKey, value: string): string {
  const { kind } = ruleOf(key).value;
  const group = kind === 'numbering' ? 'numbering' : kind === 'flag' ? 'flag' : groupOf(key);
  const word = `${group}.${value}`;
  return isWord(word) ? say(packWords, lang, word) : value;
}

const groupOf = (key: RuleKey): string | undefined => (choiceGroups as Partial<Record<RuleKey, string>>)[key];
const isWord = (word: string): word is Keys => Object.hasOwn(packWords.zh, word);

/** What stands behind a rule's number: 半角, MB, 秒; empty where nothing does. */
export function sayRuleUnit(lang: Lang, unit: RuleUnit, format: Pick<FormatPack, 'count'>): string {
  if (unit === 'items') return '';
  if (unit === 'title' || unit === 'body') return sayUnit(lang, format.count[unit]);
  if (unit === 'bytes') return sayUnit(lang, 'utf8_bytes');
  return say(packWords, lang, `unit.${unit}`);
}
