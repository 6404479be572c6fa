import type { WarningCode } from '../markdown/problems';
import type { FailureCode } from '../result';

/**
 * What can be told about a row, in a form that `words/importing.ts` says in the user's language. Readers of sheets add
 * theirs to `sheetCodes`.
 */
export const documentCodes = [
  'guessed_encoding',
  'filth_removed',
  'table_flattened',
  'remote_image',
  'image_outside',
  'title_from_file',
  'title_shortened',
  'conflict_copy',
  'empty_text',
  'persona_unknown',
  'campaign_unknown',
  'owner_unknown',
  'account_unknown',
  'account_several',
  'platform_unknown',
  'format_unknown',
  'day_missing',
  'variants_left',
  'word_note',
  /** The same title and text stood earlier in this import, at `name`. */
  'double_in_import',
] as const;
export type DocumentCode = (typeof documentCodes)[number];

/** What can be told about a sheet's row: `column` is the header, `value` the cell as written. */
export const sheetCodes = [
  /** `read` and `other` are the days it can mean. */
  'cell_date_two_ways',
  'cell_date_wrong',
  'cell_weekday_differs',
  'cell_year_taken',
  'cell_zone_converted',
  'cell_time_wrong',
  'cell_zone_wrong',
  'cell_state_unknown',
  'cell_kind_unknown',
  'cell_lang_unknown',
  'cell_too_long',
  'cell_controls',
  /** `columns` are the headers whose cells went into the notes. */
  'cells_in_notes',
  'title_from_text',
  'platform_missing',
  'accounts_unmatched',
  /** `rows` are the numbers of the rows that are the same piece. */
  'rows_joined',
  'row_without_text',
  'row_ragged',
  /** Told with the first row of a sheet: what stood above the headers, headers said again, what reading noticed. */
  'rows_above',
  'header_repeated',
  'sheet_note',
  'sheets_left',
] as const;
export type SheetCode = (typeof sheetCodes)[number];

/** Warnings of the Markdown reader and failures keep their own names and words. */
export type MessageCode = DocumentCode | SheetCode | WarningCode | 'missing_image' | FailureCode;
