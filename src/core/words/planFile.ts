import type { Lang } from '../model/records';
import type { KeptAside } from '../plan/survey/keptAside';
import { sayRecordType } from './recordTypes';
import { defineWords, speaker } from './say';

/** What is told of a plan file from a later version: what is kept aside. Used by the command line and where files are opened. */
export const planFileWords = defineWords({
  zh: {
    newer: '由更新的版本写成（格式 {version}）。看得懂的都打开了，下面的原样保留，导出时照原样写回：',
    kept: '有些内容这个版本看不懂，原样保留，导出时照原样写回：',
    kept_types: '{type}：{count} 条记录',
    kept_field: '{type}的「{name}」：{count} 条记录',
    kept_value: '{type}的「{name}」里的值：{count} 条记录，显示默认值',
    kept_members: '计划的附加部分：{names}',
    kept_files: '附带的文件：{names}',
    kept_texts: '{count} 篇正文，只能看，不能改',
  },
  en: {
    newer:
      'Written by a newer version (format {version}). Everything understood was opened; this is kept as it came and written back:',
    kept: 'Some of it is unknown to this version; it is kept as it came and written back:',
    kept_types: '{type}: {count, plural, one {# record} other {# records}}',
    kept_field: '“{name}” of {type}: {count, plural, one {# record} other {# records}}',
    kept_value: 'the value of “{name}” of {type}: {count, plural, one {# record} other {# records}}, shown by default',
    kept_members: 'parts beside the records: {names}',
    kept_files: 'files beside the plan: {names}',
    kept_texts: '{count, plural, one {# text} other {# texts}}, read-only',
  },
});

/** What is kept aside, as lines: a sentence, then what it is about. Empty when there is nothing to tell. */
export function sayKeptAside(
  lang: Lang,
  { version, members, files, types, fields, values, texts }: KeptAside,
): readonly string[] {
  const t = speaker(planFileWords, lang);
  const of = (type: string) => sayRecordType(lang, type);
  const rows = [
    ...types.map(({ type, records }) => t('kept_types', { type, count: records })),
    ...fields.map(({ type, name, records }) => t('kept_field', { type: of(type), name, count: records })),
    ...values.map(({ type, name, records }) => t('kept_value', { type: of(type), name, count: records })),
    ...(members.length === 0 ? [] : [t('kept_members', { names: members.join(lang === 'zh' ? '、' : ', ') })]),
    ...(files.length === 0 ? [] : [t('kept_files', { names: files.join(lang === 'zh' ? '、' : ', ') })]),
    ...(texts === 0 ? [] : [t('kept_texts', { count: texts })]),
  ];
  if (version === null) return rows.length === 0 ? [] : [t('kept'), ...rows];
  return [t('newer', { version }), ...rows];
}
