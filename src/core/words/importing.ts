import { type DocumentCode, documentCodes, type SheetCode, sheetCodes } from '../importing/messages';
import type { RowMessage } from '../importing/model';
import type { Lang } from '../model/vocabulary';
import type { FailureCode } from '../result';
import { sayFailure } from './failures';
import { sayWarning, warningWords } from './markdown';
import { defineWords, say } from './say';

/** What is told about a row of an import. */
export const messageWords = defineWords<DocumentCode | SheetCode>({
  zh: {
    guessed_encoding: '文件没有注明编码，按 {encoding} 读出。看一眼文字是否正常',
    filth_removed: '去掉了 {count} 处网页脚本、样式或看不见的内容',
    table_flattened: '表格改成一行一行的文字',
    remote_image: '图片「{name}」在网上，没有下载，只留下地址',
    image_outside: '图片「{name}」不在所选文件夹里，没有带进来。把它放进文件夹再导入',
    title_from_file: '没有标题，用文件名「{name}」',
    title_shortened: '标题太长，只取了前 {count} 个字；全文留在正文里',
    conflict_copy: '像是同步工具留下的冲突副本，请看清楚再选',
    empty_text: '没有正文',
    persona_unknown: '这里没有叫「{name}」的人设，先空着',
    campaign_unknown: '这里没有叫「{name}」的活动，先空着',
    owner_unknown: '成员里没有「{name}」，先空着',
    account_unknown: '这里没有「{name}」这个账号，排期没有建',
    account_several: '「{name}」对得上 {count} 个账号，排期没有建。写明是哪一个',
    platform_unknown: '不认识平台「{name}」，排期没有建',
    format_unknown: '「{account}」不能发「{name}」，改用它平常的形式',
    day_missing: '没有日期，只导入内容，不排期',
    variants_left: '这篇在原计划里有 {count} 个改过的版本，只带原稿进来',
    word_note: 'Word 里的「{name}」没有对应的样子，按普通文字处理',
    double_in_import: '和这次导入里的「{name}」一样',
    cell_date_unclear: '「{column}」写的是「{value}」，按 {read} 读。请核对年月日',
    cell_date_wrong: '「{column}」里的「{value}」不是日期。写成 2026-10-14 再试',
    cell_time_wrong: '「{column}」里的「{value}」不是时间。写成 18:00 再试',
    cell_zone_wrong: '「{column}」里的「{value}」不是时区，按工作区的时区处理',
    cell_state_unknown: '「{column}」里的「{value}」不是已知状态，按「写作中」处理',
    cell_kind_unknown: '「{column}」里的「{value}」不是已知类型，按「场景」处理',
    cell_lang_unknown: '「{column}」里的「{value}」不是中文或英文，按文字判断',
    cell_too_long: '「{column}」超过 {limit} 个字符，没有导入这一行。缩短后再试',
    cell_left_aside: '「{column}」的「{value}」放不进任何一栏，记在备注里',
    row_without_text: '这一行没有标题，也没有正文',
    row_ragged: '这一行有 {found} 格，表头有 {expected} 格',
  },
  en: {
    guessed_encoding: 'the file does not say its encoding; it was read as {encoding}. Check that the text looks right',
    filth_removed:
      '{count, plural, one {# script, style or hidden part} other {# scripts, styles or hidden parts}} of the page left out',
    table_flattened: 'the table became lines of text',
    remote_image: 'the picture “{name}” is on the web; it was not fetched and stays an address',
    image_outside:
      'the picture “{name}” lies outside the chosen folder and was not taken. Put it inside and import again',
    title_from_file: 'no title: the file’s name “{name}” is used',
    title_shortened: 'the title is too long; its first {count} characters are used, all of it stays in the text',
    conflict_copy: 'looks like a conflict copy of a sync tool; look before you take it',
    empty_text: 'there is no text',
    persona_unknown: 'there is no persona “{name}” here; left empty',
    campaign_unknown: 'there is no campaign “{name}” here; left empty',
    owner_unknown: 'there is no member “{name}”; left empty',
    account_unknown: 'there is no account “{name}” here; not planned',
    account_several: '“{name}” fits {count} accounts; not planned. Say which one',
    platform_unknown: 'unknown platform “{name}”; not planned',
    format_unknown: '“{account}” does not take “{name}”; its usual format is used',
    day_missing: 'there is no day: the piece comes in unplanned',
    variants_left:
      '{count, plural, one {# edited version} other {# edited versions}} of the other plan stay there; only the source comes in',
    word_note: 'Word’s “{name}” has no counterpart and became plain text',
    double_in_import: 'the same as “{name}” of this import',
    cell_date_unclear: '“{column}” says “{value}”, read as {read}. Check day and month',
    cell_date_wrong: '“{column}”: “{value}” is not a date. Write 2026-10-14 and try again',
    cell_time_wrong: '“{column}”: “{value}” is not a time. Write 18:00 and try again',
    cell_zone_wrong: '“{column}”: “{value}” is not a time zone; the workspace’s is used',
    cell_state_unknown: '“{column}”: “{value}” is not a known state; taken as drafting',
    cell_kind_unknown: '“{column}”: “{value}” is not a known kind; taken as a scene',
    cell_lang_unknown: '“{column}”: “{value}” is neither Chinese nor English; told from the text',
    cell_too_long: '“{column}” is over {limit} characters; the row was not taken. Shorten it and try again',
    cell_left_aside: '“{column}”: “{value}” fits no field and goes into the notes',
    row_without_text: 'this row has neither title nor text',
    row_ragged: 'this row has {found} cells, the header {expected}',
  },
});

const ownCodes: ReadonlySet<string> = new Set([...documentCodes, ...sheetCodes]);

/** One message as a sentence without its place; the row's source is shown beside it. */
export function sayRowMessage(lang: Lang, { code, params }: Pick<RowMessage, 'code' | 'params'>): string {
  if (ownCodes.has(code)) return say(messageWords, lang, code as DocumentCode | SheetCode, { ...unsaid, ...params });
  if (Object.hasOwn(warningWords.zh, code))
    return sayWarning(lang, {
      code: code as Parameters<typeof sayWarning>[1]['code'],
      name: String(params.name ?? ''),
    });
  return sayFailure(lang, { code: code as FailureCode, params });
}

/** A parameter that was not given reads as “?” rather than hiding the sentence. */
const unsaid = {
  encoding: '?',
  count: 0,
  name: '?',
  account: '?',
  column: '?',
  value: '?',
  read: '?',
  limit: '?',
  found: '?',
  expected: '?',
};
