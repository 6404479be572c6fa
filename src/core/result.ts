/**
 * Expected failure as a value. The impossible throws and is caught once at the edge of a process.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** Closes a switch over a union: a new member stops compiling here instead of being forgotten. */
export function assertNever(value: never): never {
  throw new Error(`A case was not decided: ${JSON.stringify(value)}`);
}

/**
 * What went wrong, in a form that crosses processes and is worded in the user's language by `sayFailure`.
 * `params` hold the place (file, row, field) and whatever the sentence names; never rows or stack traces.
 */
export type Failure = {
  readonly code: FailureCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** The closed set of failures. Each has a sentence in both languages in `core/words/failures.ts`. */
export const failureCodes = [
  'bad_input',
  'not_found',
  'not_text',
  'no_workspace',
  'stale_write',
  'unknown_body',
  'version_gone',
  'read_only',
  'disk_full',
  'database_future',
  'database_foreign',
  'database_damaged',
  'database_busy',
  'store_stopped',
  'file_missing',
  'file_too_big',
  'file_not_plan',
  'file_not_kind',
  'file_elsewhere',
  'clock_ahead',
  'clock_others',
  'words_gone',
  'file_damaged',
  'file_future',
  'file_other_workspace',
  'file_unsafe_path',
  'file_empty',
  'file_changing',
  'file_not_text',
  'file_unreadable',
  'file_kind_unknown',
  'file_calendar',
  'file_old_word',
  'folder_too_many_files',
  'reading_stopped',
  'too_many_copies',
  'import_too_much',
  'import_overwrites',
  'import_gone',
  'merge_gone',
  'merge_deletes',
  'conflict_gone',
  'propose_nothing',
  'propose_too_long',
  'propose_stale',
  'image_unreadable',
  'image_too_big',
  'image_broken',
  'image_too_many_pixels',
  'image_slow',
  'image_stopped',
  'image_heic',
  'image_svg',
  'image_other',
  'media_unreadable',
  'asset_used',
  'image_private',
  'image_over_limit',
  'folder_not_writable',
  'disk_full_there',
  'print_stopped',
  'cannot_export',
  'zip_too_big',
  'markdown_front_matter',
  'sheet_unreadable',
  'unknown_format',
  'unknown_rule',
  'rule_unfit',
  'wave_circle',
  'cancelled',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];

export const failure = (code: FailureCode, params: Failure['params'] = {}): Failure => ({ code, params });

/** A failure on its way to the edge. Thrown inside a handler, turned back into data by `answer()`. */
export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
    this.name = 'Refusal';
  }
}

export const refuse = (code: FailureCode, params: Failure['params'] = {}): never => {
  throw new Refusal(failure(code, params));
};
