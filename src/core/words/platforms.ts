import type { Count } from '../adapt/types';
import type { Lang } from '../model/records';
import type { confidences, Family } from '../platforms/pack';
import { sayBriefLabel } from './briefLabels';
import { defineWords, say } from './say';

/**
 * Names of what rule packs are made of: units, fields of a variant, families of formats, confidence of a figure.
 * A unit's name stands behind a figure (`15/20 半角`); its note says how it is measured.
 */
type Unit = Count['unit'];
type FieldKey =
  | 'title'
  | 'body'
  | 'part'
  | 'total'
  | 'tags'
  | 'digest'
  | 'cover'
  | 'firstComment'
  | 'script'
  | 'chapters'
  | 'runOfShow'
  | 'images'
  | 'video'
  | 'link'
  | 'brief';
type Keys =
  | `unit.${Unit}`
  | `unit_note.${Unit}`
  | `field.${FieldKey}`
  | `family.${Family}`
  | `confidence.${(typeof confidences)[number]}`;

export const platformWords = defineWords<Keys>({
  zh: {
    'unit.twitter_v3': '加权',
    'unit.weibo_half': '半角',
    'unit.mastodon': '字',
    'unit.bluesky': '字',
    'unit.xhs_title': '半角',
    'unit.threads': '字',
    'unit.code_points': '字',
    'unit.utf16_units': '字符',
    'unit.graphemes': '字',
    'unit.utf8_bytes': '字节',
    'unit.half_width': '半角',
    'unit.items': '个',
    'unit.youtube_tags': '字符',
    'unit_note.twitter_v3': '拉丁字母算 1，中文和 emoji 算 2，链接一律 23',
    'unit_note.weibo_half': '两个半角字符算 1，汉字算 1，链接算 10',
    'unit_note.mastodon': '看到的一个字算 1，链接算 23，@ 只算用户名',
    'unit_note.bluesky': '看到的一个字算 1，另有字节上限',
    'unit_note.xhs_title': '两个半角字符算 1，汉字算 1，emoji 算 2',
    'unit_note.threads': '一个字算 1，emoji 按字节算',
    'unit_note.code_points': '一个汉字、字母或标点算 1',
    'unit_note.utf16_units': '一个汉字或字母算 1，多数 emoji 算 2',
    'unit_note.graphemes': '看到的一个字算 1，组合 emoji 也算 1',
    'unit_note.utf8_bytes': '一个汉字 3 字节，字母 1 字节，emoji 4 字节起',
    'unit_note.half_width': '两个半角字符算 1，汉字算 1',
    'unit_note.items': '按个数',
    'unit_note.youtube_tags': '所有标签合计，逗号也算，带空格的标签多算 2',
    'field.title': '标题',
    'field.body': '正文',
    'field.part': '第 {number} 条',
    'field.total': '标题和正文',
    'field.tags': '标签',
    'field.digest': '摘要',
    'field.cover': '封面文字',
    'field.firstComment': '首条评论',
    'field.script': '脚本',
    'field.chapters': '章节',
    'field.runOfShow': '直播流程',
    'field.images': '图片',
    'field.video': '视频',
    'field.link': '链接',
    'field.brief': '简报 · {name}',
    'family.short_post': '短帖',
    'family.image_note': '图文',
    'family.video': '视频',
    'family.live': '直播',
    'family.article': '长文',
    'family.private': '私域',
    'confidence.official': '官方',
    'confidence.code': '开源代码',
    'confidence.secondary': '二手资料',
    'confidence.unverified': '未核实',
  },
  en: {
    'unit.twitter_v3': 'weighted',
    'unit.weibo_half': 'half-width',
    'unit.mastodon': 'characters',
    'unit.bluesky': 'characters',
    'unit.xhs_title': 'half-width',
    'unit.threads': 'characters',
    'unit.code_points': 'characters',
    'unit.utf16_units': 'UTF-16 units',
    'unit.graphemes': 'characters',
    'unit.utf8_bytes': 'bytes',
    'unit.half_width': 'half-width',
    'unit.items': 'items',
    'unit.youtube_tags': 'characters',
    'unit_note.twitter_v3': 'Latin letters count 1, Chinese and emoji 2, any link 23',
    'unit_note.weibo_half': 'Two half-width characters count 1, a Chinese one 1, a link 10',
    'unit_note.mastodon': 'Each visible character counts 1, a link 23, a mention only its user name',
    'unit_note.bluesky': 'Each visible character counts 1; bytes are limited too',
    'unit_note.xhs_title': 'Two half-width characters count 1, a Chinese one 1, an emoji 2',
    'unit_note.threads': 'A character counts 1, an emoji its bytes',
    'unit_note.code_points': 'A Chinese character, letter or mark counts 1',
    'unit_note.utf16_units': 'A Chinese character or letter counts 1, most emoji 2',
    'unit_note.graphemes': 'Each visible character counts 1, joined emoji too',
    'unit_note.utf8_bytes': 'A Chinese character takes 3 bytes, a letter 1, an emoji 4 or more',
    'unit_note.half_width': 'Two half-width characters count 1, a Chinese one 1',
    'unit_note.items': 'Counted one by one',
    'unit_note.youtube_tags': 'All tags together, commas included; a tag with a space costs 2 more',
    'field.title': 'Title',
    'field.body': 'Body',
    'field.part': 'Post {number}',
    'field.total': 'Title and body',
    'field.tags': 'Tags',
    'field.digest': 'Digest',
    'field.cover': 'Cover line',
    'field.firstComment': 'First comment',
    'field.script': 'Script',
    'field.chapters': 'Chapters',
    'field.runOfShow': 'Run of show',
    'field.images': 'Images',
    'field.video': 'Video',
    'field.link': 'Link',
    'field.brief': 'Brief · {name}',
    'family.short_post': 'Short post',
    'family.image_note': 'Image note',
    'family.video': 'Video',
    'family.live': 'Live',
    'family.article': 'Article',
    'family.private': 'Private domain',
    'confidence.official': 'Official',
    'confidence.code': 'Open source',
    'confidence.secondary': 'Secondary',
    'confidence.unverified': 'Unverified',
  },
});

/** `半角`, `字节`, `weighted`: what stands behind a figure. */
export const sayUnit = (lang: Lang, unit: Unit): string => say(platformWords, lang, `unit.${unit}`);

const fieldKeys: ReadonlySet<string> = new Set<FieldKey>([
  'title',
  'body',
  'total',
  'tags',
  'digest',
  'cover',
  'firstComment',
  'script',
  'chapters',
  'runOfShow',
  'images',
  'video',
  'link',
]);
const isPlainField = (field: string): field is Exclude<FieldKey, 'part' | 'brief'> => fieldKeys.has(field);

/** The name of a field as findings and counts call it: `part 2` → 第 2 条, `brief.deadline` → 简报 · 截止时间. */
export function sayField(lang: Lang, field: string): string {
  if (isPlainField(field)) return say(platformWords, lang, `field.${field}`);
  const part = /^part (\d+)$/.exec(field)?.[1];
  if (part !== undefined) return say(platformWords, lang, 'field.part', { number: part });
  if (field.startsWith('brief.'))
    return say(platformWords, lang, 'field.brief', { name: sayBriefLabel(lang, field.slice('brief.'.length)) });
  return field;
}

export const isUnit = (name: unknown): name is Unit =>
  typeof name === 'string' && Object.hasOwn(platformWords.zh, `unit.${name}`);
