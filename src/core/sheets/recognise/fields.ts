/**
 * What a column of a sheet can be. `day` takes dates with or without a time, `kind` both kinds of content (故事, 抽奖) and
 * forms (图文, 视频), because sheets call both 类型. What fits nowhere goes to `notes` with its header; `ignore` leaves a
 * column out: the user says so, or it is one of our own that is counted anew.
 */
export const sheetFields = [
  'day',
  'time',
  'week',
  'weekday',
  'zone',
  'platform',
  'account',
  'format',
  'kind',
  'title',
  'body',
  'tags',
  'state',
  'owner',
  'persona',
  'campaign',
  'product',
  'lang',
  'link',
  'liveLink',
  'images',
  'sourceKey',
  'year',
  'month',
  'dayOfMonth',
  'hour',
  'minute',
  'notes',
  'ignore',
] as const;
export type SheetField = (typeof sheetFields)[number];

/** Why a column is taken for what it is, told beside it: from its header, the program it comes from, or its cells. */
export const mappingReasons = ['header', 'header_like', 'dialect', 'cells', 'remembered', 'chosen', 'unknown'] as const;
export type MappingReason = (typeof mappingReasons)[number];
