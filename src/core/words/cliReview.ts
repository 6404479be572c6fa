import { defineWords } from './say';

/** What `juzhen validate` says of the files a review and the hand-over desk send. */
export const cliReviewWords = defineWords({
  zh: {
    review:
      '「{file}」完整：送审文件，{by, select, none {没署名} other {{by}}} {day}，{texts} 段文字，{pictures} 张配图',
    marks:
      '「{file}」完整：批注文件，{by, select, none {没署名} other {{by}}} {day}，通过 {approve}，要改 {change}，批注 {comment}，改字 {suggest}',
    slip: '「{file}」完整：发布回执，{by, select, none {没署名} other {{by}}} {day}，{placements} 处排期，{facts} 件事实',
    of: '  工作区 {workspace}',
    newer: '  由更新的版本写成（格式 {version}）；看不懂的 {count} 处会留在文件里',
  },
  en: {
    review:
      '“{file}” is whole: texts for review, {by, select, none {no name} other {{by}}}, {day}, {texts, plural, one {# text} other {# texts}}, {pictures, plural, one {# picture} other {# pictures}}',
    marks:
      '“{file}” is whole: marks, {by, select, none {no name} other {{by}}}, {day}; approved {approve}, needs changes {change}, comments {comment}, other words {suggest}',
    slip: '“{file}” is whole: a slip of the desk, {by, select, none {no name} other {{by}}}, {day}, {placements, plural, one {# placement} other {# placements}}, {facts, plural, one {# fact} other {# facts}}',
    of: '  Workspace {workspace}',
    newer: '  Written by a later version (format {version}); what is not understood stays in the file: {count}',
  },
});
