import type { Delimiter } from '../sheets/table';
import type { Encoding } from '../text/encoding';
import { defineWords } from './say';

/** Signs make poor keys. */
export const delimiterNames = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'stroke',
} as const satisfies Readonly<Record<Delimiter, string>>;

/** How the bytes of a text file were read, and what can be said against it. */
type Keys =
  | `encoding.${Encoding}`
  | `delimiter.${(typeof delimiterNames)[Delimiter]}`
  | 'encoding'
  | 'encoding.by_itself'
  | 'encoding.by_itself_again'
  | 'encoding.told'
  | 'encoding.guessed'
  | 'encoding.chosen'
  | 'delimiter'
  | 'delimiter.by_itself'
  | 'delimiter.by_itself_again'
  | 'delimiter.told'
  | 'delimiter.chosen';

export const textReadWords = defineWords<Keys>({
  zh: {
    encoding: '文字编码',
    'encoding.by_itself': '自动：{name}',
    'encoding.by_itself_again': '自动判断',
    'encoding.told': '从文件里看得出来',
    'encoding.guessed': '文件没写明，是猜的。文字不对就换一种',
    'encoding.chosen': '由你指定',
    'encoding.utf-8': 'UTF-8',
    'encoding.utf-16le': 'UTF-16 LE',
    'encoding.utf-16be': 'UTF-16 BE',
    'encoding.gb18030': 'GB18030 / GBK',
    delimiter: '列之间用什么隔开',
    'delimiter.by_itself': '自动：{name}',
    'delimiter.by_itself_again': '自动判断',
    'delimiter.told': '按各行能分成一样多的列判断',
    'delimiter.chosen': '由你指定',
    'delimiter.comma': '逗号 ,',
    'delimiter.semicolon': '分号 ;',
    'delimiter.tab': '制表符',
    'delimiter.stroke': '竖线 |',
  },
  en: {
    encoding: 'Text encoding',
    'encoding.by_itself': 'Auto: {name}',
    'encoding.by_itself_again': 'Auto',
    'encoding.told': 'the file shows it',
    'encoding.guessed': 'the file does not say; this is a guess. If the text looks wrong, choose another',
    'encoding.chosen': 'your choice',
    'encoding.utf-8': 'UTF-8',
    'encoding.utf-16le': 'UTF-16 LE',
    'encoding.utf-16be': 'UTF-16 BE',
    'encoding.gb18030': 'GB18030 / GBK',
    delimiter: 'Columns are parted by',
    'delimiter.by_itself': 'Auto: {name}',
    'delimiter.by_itself_again': 'Auto',
    'delimiter.told': 'the rows agree on it',
    'delimiter.chosen': 'your choice',
    'delimiter.comma': 'comma ,',
    'delimiter.semicolon': 'semicolon ;',
    'delimiter.tab': 'tab',
    'delimiter.stroke': 'stroke |',
  },
});
