/** What can be wrong with a Markdown file, in a form that `words/markdown.ts` says in the user's language. */
export const problemCodes = [
  'yaml',
  'not_a_map',
  'not_closed',
  'wrong_kind',
  'wrong_subkind',
  'wrong_lang',
  'not_text',
  'not_a_list',
  'not_brief',
  'too_long',
  'too_many',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const warningCodes = [
  'no_front_matter',
  'no_title',
  'no_kind',
  'unknown_key',
  'unknown_brief_key',
  'unknown_mark',
  'unknown_ref',
  'mark_without_block',
  'html_as_text',
  'table_as_lines',
  'nested_too_deep',
] as const;
export type WarningCode = (typeof warningCodes)[number];

export type MarkdownWarning = {
  readonly code: WarningCode;
  /** Line of the file, from 1. */
  readonly line: number;
  /** What it is about: a key, a mark, a reference. */
  readonly name: string;
};
