/** Why a sheet cannot be read at all, in a form that `words/sheets.ts` says in the user's language. */
export const sheetProblems = [
  'unknown_format',
  'old_workbook',
  'web_page',
  'no_text',
  'wrong_encoding',
  'damaged',
  'doctype',
  'too_many_bytes',
  'too_many_cells',
  'too_many_rows',
  'too_many_sheets',
  'cell_too_long',
  'too_much_text',
  'too_wide',
  'no_rows',
  'json_broken',
  'json_no_list',
] as const;
export type SheetProblem = (typeof sheetProblems)[number];
