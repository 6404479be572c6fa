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
  'cell_date_unclear',
  'cell_date_wrong',
  'cell_time_wrong',
  'cell_zone_wrong',
  'cell_state_unknown',
  'cell_kind_unknown',
  'cell_lang_unknown',
  'cell_too_long',
  'cell_left_aside',
  'row_without_text',
  'row_ragged',
] as const;
export type SheetCode = (typeof sheetCodes)[number];

/** Warnings of the Markdown reader and failures keep their own names and words. */
export type MessageCode = DocumentCode | SheetCode | WarningCode | 'missing_image' | FailureCode;
