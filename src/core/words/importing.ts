import { type DocumentCode, documentCodes, type SheetCode, sheetCodes } from '../importing/messages';
import type { RowMessage } from '../importing/model';
import type { Lang } from '../model/vocabulary';
import type { FailureCode } from '../result';
import { sayFailure } from './failures';
import { sayWarning, warningWords } from './markdown';
import { defineWords, say } from './say';
import { sayReadNote } from './sheets';

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
    cell_date_two_ways: '「{column}」写的是「{value}」，可能是 {read}，也可能是 {other}。在列设置里选定年月日的顺序',
    cell_weekday_differs:
      '「{column}」的星期和日期对不上：{read} 是{weekday, select, 1 {周一} 2 {周二} 3 {周三} 4 {周四} 5 {周五} 6 {周六} 7 {周日} other {另一天}}。请核对',
    cell_year_taken: '「{value}」没有写年份，按 {read} 读',
    cell_zone_converted: '「{value}」是一个时刻，按 {zone} 是 {read}',
    cell_controls: '「{column}」里有看不见的控制字符，已去掉',
    cells_in_notes: '放不进固定栏目的内容记在备注里：{columns}',
    title_from_text: '没有标题，用正文开头「{name}」',
    platform_missing: '有日期，没写平台或账号，排期没有建，日期记在备注里',
    accounts_unmatched: '几个平台对几个账号，分不清谁发在哪，排期没有建，都记在备注里。把账号写成「微博：账号名」',
    rows_joined: '第 {rows} 行是同一篇，合成一篇、多个排期',
    rows_above: '表头上面的第 {rows} 行没有当作内容：{value}',
    header_repeated: '第 {rows} 行又写了一遍表头，跳过',
    sheet_note: '{value}',
    sheets_left: '没有读这些工作表：{names}。要读就在列设置里选上',
    cell_date_wrong: '「{column}」里的「{value}」不是日期。写成 2026-10-14 再试',
    cell_time_wrong: '「{column}」里的「{value}」不是时间。写成 18:00 再试',
    cell_zone_wrong: '「{column}」里的「{value}」不是时区，按工作区的时区处理',
    cell_state_unknown: '「{column}」里的「{value}」不是已知状态，按「起草」处理，原文记在备注里',
    cell_kind_unknown: '「{column}」里的「{value}」不是已知类型，按「场景」处理，原文记在备注里',
    cell_lang_unknown: '「{column}」里的「{value}」不是中文或英文，按文字判断',
    cell_too_long: '「{column}」超过 {limit} 个字符，没有导入这一行。缩短后再试',
    row_without_text: '没有标题，也没有正文：{value}。补上一项再导入',
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
    cell_date_two_ways:
      '“{column}” says “{value}”, which may be {read} or {other}. Choose the order of day and month in the column settings',
    cell_weekday_differs:
      '“{column}”: the weekday does not fit the date; {read} is a {weekday, select, 1 {Monday} 2 {Tuesday} 3 {Wednesday} 4 {Thursday} 5 {Friday} 6 {Saturday} 7 {Sunday} other {different day}}. Check it',
    cell_year_taken: '“{value}” names no year; read as {read}',
    cell_zone_converted: '“{value}” is a moment; in {zone} that is {read}',
    cell_controls: '“{column}” held invisible control characters, which were left out',
    cells_in_notes: 'what fits no field went into the notes: {columns}',
    title_from_text: 'no title: the text’s beginning “{name}” is used',
    platform_missing: 'there is a day but no platform or account: not planned; the day is in the notes',
    accounts_unmatched:
      'several platforms meet several accounts and nothing says which goes where: not planned, all is in the notes. Write accounts as “Weibo: name”',
    rows_joined: 'rows {rows} are the same piece: taken as one piece with several places in the plan',
    rows_above: 'rows {rows} above the headers were not taken as content: {value}',
    header_repeated: 'row {rows} says the headers again and was skipped',
    sheet_note: '{value}',
    sheets_left: 'these sheets were not read: {names}. Choose them in the column settings to read them',
    cell_date_wrong: '“{column}”: “{value}” is not a date. Write 2026-10-14 and try again',
    cell_time_wrong: '“{column}”: “{value}” is not a time. Write 18:00 and try again',
    cell_zone_wrong: '“{column}”: “{value}” is not a time zone; the workspace’s is used',
    cell_state_unknown: '“{column}”: “{value}” is not a known state; taken as drafting, the word is in the notes',
    cell_kind_unknown: '“{column}”: “{value}” is not a known kind; taken as a scene, the word is in the notes',
    cell_lang_unknown: '“{column}”: “{value}” is neither Chinese nor English; told from the text',
    cell_too_long: '“{column}” is over {limit} characters; the row was not taken. Shorten it and try again',
    row_without_text: 'neither title nor text: {value}. Add one and import again',
    row_ragged: 'this row has {found} cells, the header {expected}',
  },
});

const ownCodes: ReadonlySet<string> = new Set([...documentCodes, ...sheetCodes]);

/** One message as a sentence without its place; the row's source is shown beside it. */
export function sayRowMessage(lang: Lang, { code, params }: Pick<RowMessage, 'code' | 'params'>): string {
  if (code === 'sheet_note') return sayReadNote(lang, params);
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
  other: '?',
  weekday: '?',
  zone: '?',
  rows: '?',
  columns: '?',
  names: '?',
};
