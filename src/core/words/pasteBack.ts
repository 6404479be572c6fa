import type { BlockKind } from '../article/articleBlocks';
import { readColour } from '../article/colours';
import type { Difference } from '../article/pasteBack';
import type { Lang } from '../model/records';
import { defineWords, say } from './say';

/** What an editor made of an article, for somebody who never saw a style. */
const blockWords = defineWords({
  zh: {
    text: '正文',
    heading: '小标题',
    quote: '引文',
    item: '列表项',
    code: '代码',
    rule: '分隔线',
    image: '图片',
    cell: '表格格子',
  },
  en: {
    text: 'paragraph',
    heading: 'heading',
    quote: 'quotation',
    item: 'list item',
    code: 'code',
    rule: 'divider',
    image: 'picture',
    cell: 'table cell',
  },
} satisfies { readonly [L in Lang]: Readonly<Record<BlockKind, string>> });

const lookWords = defineWords({
  zh: {
    color: '字的颜色',
    'background-color': '底色',
    'font-size': '字号',
    'font-weight': '加粗',
    'font-style': '斜体',
    'font-family': '等宽字体',
    'text-decoration': '划线',
    'line-height': '行距',
    'letter-spacing': '字距',
    'text-align': '对齐',
    'text-indent': '首行缩进',
    'border-radius': '圆角',
    'border-top': '上边的线',
    'border-right': '右边的线',
    'border-bottom': '下边的线',
    'border-left': '左边的线',
    'margin-top': '上方留白',
    'margin-right': '右侧留白',
    'margin-bottom': '下方留白',
    'margin-left': '左侧留白',
    'padding-top': '内侧上边距',
    'padding-right': '内侧右边距',
    'padding-bottom': '内侧下边距',
    'padding-left': '内侧左边距',
    width: '宽度',
    height: '高度',
  },
  en: {
    color: 'text colour',
    'background-color': 'ground',
    'font-size': 'size of the letters',
    'font-weight': 'bold',
    'font-style': 'italic',
    'font-family': 'fixed-width letters',
    'text-decoration': 'line through or under',
    'line-height': 'line spacing',
    'letter-spacing': 'letter spacing',
    'text-align': 'alignment',
    'text-indent': 'indent of the first line',
    'border-radius': 'round corners',
    'border-top': 'line above',
    'border-right': 'line on the right',
    'border-bottom': 'line below',
    'border-left': 'line on the left',
    'margin-top': 'space above',
    'margin-right': 'space on the right',
    'margin-bottom': 'space below',
    'margin-left': 'space on the left',
    'padding-top': 'inner space above',
    'padding-right': 'inner space on the right',
    'padding-bottom': 'inner space below',
    'padding-left': 'inner space on the left',
    width: 'width',
    height: 'height',
  },
});
type KnownLook = keyof (typeof lookWords)['zh'];

const sentences = defineWords({
  zh: {
    words: '字变了',
    shape: '{before}变成了{after}',
    look_gone: '{name}没了（原来是 {before}）',
    look_changed: '{name}从 {before} 变成 {after}',
    inside_gone: '「{inside}」的{name}没了',
    inside_changed: '「{inside}」的{name}从 {before} 变成 {after}',
    link_gone: '链接没了：{before}',
    link_changed: '链接变了：{before} 变成 {after}',
    gone: '{was}少了一处',
    came: '{is}多了一处',
  },
  en: {
    words: 'Words changed',
    shape: 'A {before} became a {after}',
    look_gone: 'The {name} is gone (was {before})',
    look_changed: 'The {name} went from {before} to {after}',
    inside_gone: '“{inside}” lost its {name}',
    inside_changed: 'The {name} of “{inside}” went from {before} to {after}',
    link_gone: 'A link is gone: {before}',
    link_changed: 'A link changed: {before} became {after}',
    gone: 'A {was} is missing',
    came: 'A {is} is new',
  },
});

export const sayBlock = (lang: Lang, kind: BlockKind): string => say(blockWords, lang, kind);

const isKnown = (name: string): name is KnownLook => Object.hasOwn(lookWords.zh, name);
/** A look by the word an editor has for it; a rare one by its own name. */
export const sayLook = (lang: Lang, name: string): string => (isKnown(name) ? say(lookWords, lang, name) : name);

/** Colours as designers write them. */
const value = (written: string): string =>
  written.replace(/rgb\([^)]*\)/g, (colour) => {
    const read = readColour(colour);
    return read === null ? colour : `#${read.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  });

export function sayDifference(lang: Lang, difference: Difference): string {
  switch (difference.kind) {
    case 'words':
      return say(sentences, lang, 'words');
    case 'shape':
      return say(sentences, lang, 'shape', {
        before: sayBlock(lang, difference.before),
        after: sayBlock(lang, difference.after),
      });
    case 'look': {
      const { name, before, after, inside } = difference;
      const key = `${inside === null ? 'look' : 'inside'}_${after === null ? 'gone' : 'changed'}` as const;
      return say(sentences, lang, key, {
        name: sayLook(lang, name),
        before: value(before),
        after: value(after ?? ''),
        inside: inside ?? '',
      });
    }
    case 'link':
      return say(sentences, lang, difference.after === null ? 'link_gone' : 'link_changed', {
        before: difference.before,
        after: difference.after ?? '',
      });
    case 'gone':
      return say(sentences, lang, 'gone', { was: sayBlock(lang, difference.was) });
    case 'came':
      return say(sentences, lang, 'came', { is: sayBlock(lang, difference.is) });
  }
}
