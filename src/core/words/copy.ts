import { defineWords } from './say';

/** Taking a version's texts along: one button per field, and the platform's own page to paste them into. */
export const copyWords = defineWords({
  zh: {
    menu: '复制',
    label: '复制{what}',
    rich: '带格式',
    title: '拿去发',
    copied: '已复制{what}',
    'copied.short': '已复制',
    failed: '没能复制{what}，再按一次',
    blocked: '这一版还不能拿走：{reason}',
    publish: '打开{platform}发布页',
    'publish.note': '在浏览器里打开，这里只备稿，不替你发布',
    'publish.none': '规则包里没有{platform}的发布页地址',
    keys: '数字键直接复制',
    command: '复制：{what}',
    empty: '这一版还没有能复制的文字',
  },
  en: {
    menu: 'Copy',
    label: 'Copy: {what}',
    rich: 'formatted',
    title: 'Take it along',
    copied: 'Copied: {what}',
    'copied.short': 'Copied',
    failed: 'Could not copy: {what}. Press again',
    blocked: 'This version cannot go out yet: {reason}',
    publish: 'Open the publishing page of {platform}',
    'publish.note': 'Opens in the browser. Juzhen prepares the copy and never posts it',
    'publish.none': 'The rule pack has no publishing page for {platform}',
    keys: 'Number keys copy at once',
    command: 'Copy: {what}',
    empty: 'This version has no text to copy yet',
  },
});
