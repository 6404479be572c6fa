import type { MarkdownWarning, ProblemCode, WarningCode } from '../markdown/problems';
import type { Lang } from '../model/records';
import { subkinds } from '../model/vocabulary';
import type { Failure } from '../result';
import { defineWords, say } from './say';

/** What is wrong with a Markdown file, and what to do about it. */
export const problemWords = defineWords<ProblemCode>({
  zh: {
    yaml: '写法不对（{value}）。检查缩进、冒号后的空格和引号',
    not_a_map: '应当是「键: 值」的形式，例如 title: 标题',
    not_closed: '文件头没有收尾，在最后一行后面加上 ---',
    wrong_kind: 'kind 写成 scene、story 或 interactive，现在是「{value}」',
    wrong_subkind: 'subkind 没有「{value}」。可用：{known}',
    wrong_lang: 'lang 写成 zh 或 en，现在是「{value}」',
    not_text: '「{key}」应当是一行文字',
    not_a_list: '「{key}」应当是列表，例如 [夜拍, 手机摄影]',
    not_brief: 'brief 下面应当是「键: 值」，每行一项',
    too_long: '「{key}」太长，最多 {value} 个字符',
    too_many: '「{key}」的项数太多，最多 200 项',
  },
  en: {
    yaml: 'it is not valid YAML ({value}). Check indentation, the space after colons, and quotes',
    not_a_map: 'write “key: value” lines, for example title: My title',
    not_closed: 'it does not end; add a line with --- behind it',
    wrong_kind: 'kind is scene, story or interactive, not “{value}”',
    wrong_subkind: 'there is no subkind “{value}”. Known: {known}',
    wrong_lang: 'lang is zh or en, not “{value}”',
    not_text: '“{key}” must be one line of text',
    not_a_list: '“{key}” must be a list, for example [night photos, phones]',
    not_brief: 'brief takes “key: value” lines below it',
    too_long: '“{key}” is too long; at most {value} characters',
    too_many: '“{key}” has too many items; at most 200',
  },
});

/** What a reading left aside: of the text, and pictures that do not lie beside the file. */
type Aside = WarningCode | 'missing_image';

export const warningWords = defineWords<Aside>({
  zh: {
    no_front_matter: '没有文件头，标题取自第一个小标题，类型按场景',
    no_title: '没有 title，用「{name}」作标题',
    no_kind: '没有 kind，按 {name} 处理',
    unknown_key: '不认识的键「{name}」，已忽略',
    unknown_brief_key: 'brief 里的「{name}」不是这类内容的项，照样保留',
    unknown_mark: '不认识的注释「{name}」，已忽略。可用：only、not、keep、lead、optional',
    unknown_ref: '「{name}」不像平台或格式，写成 weibo 或 weibo/post',
    mark_without_block: '这个标记后面没有段落',
    html_as_text: 'HTML 当作文字处理：{name}',
    table_as_lines: '表格改成一行一行的文字',
    nested_too_deep: '嵌套太深，里层改成普通文字',
    missing_image: '找不到图片「{name}」',
  },
  en: {
    no_front_matter: 'no front matter: the title is the first heading, the kind is scene',
    no_title: 'no title: “{name}” is used',
    no_kind: 'no kind: {name} is used',
    unknown_key: 'unknown key “{name}”, ignored',
    unknown_brief_key: '“{name}” is not a field of this kind’s brief; kept all the same',
    unknown_mark: 'unknown comment “{name}”, ignored. Known: only, not, keep, lead, optional',
    unknown_ref: '“{name}” is not a platform or format; write weibo or weibo/post',
    mark_without_block: 'no block follows this mark',
    html_as_text: 'HTML is taken as text: {name}',
    table_as_lines: 'the table became lines of text',
    nested_too_deep: 'nested too deep; the inner part became plain text',
    missing_image: 'the picture “{name}” was not found',
  },
});

/** The middle of a `markdown_front_matter` failure's sentence. */
export function sayProblem(lang: Lang, { params }: Pick<Failure, 'params'>): string {
  const known = Object.values(subkinds).flat().join(', ');
  const code = String(params.problem ?? 'yaml');
  const problem: ProblemCode = Object.hasOwn(problemWords.zh, code) ? (code as ProblemCode) : 'yaml';
  return say(problemWords, lang, problem, { key: '', value: '', known, ...params });
}

export const sayWarning = (
  lang: Lang,
  { code, name }: { readonly code: Aside; readonly name: MarkdownWarning['name'] },
): string => say(warningWords, lang, code, { name });
