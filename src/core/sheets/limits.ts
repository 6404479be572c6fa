/**
 * How much a sheet may ask of the machine that reads it, counted on what really comes out of the file. A plan of three
 * years and thirty accounts is a tenth of it.
 */
export const sheetLimits = {
  /** Bytes of the file. */
  bytes: 64 * 1024 * 1024,
  sheets: 50,
  rows: 200_000,
  /** Cells up to the last filled one of each row, over all sheets. */
  cells: 1_000_000,
  /** UTF-16 units of one cell. */
  cellLength: 1_000_000,
  /** UTF-16 units of all cells together; a shared string counts wherever it stands. */
  textLength: 64 * 1024 * 1024,
  /** Columns that a sheet can be mapped by. */
  columns: 16_384,
  xmlDepth: 64,
  /** Inflated bytes of a workbook's parts that are read. */
  inflated: 256 * 1024 * 1024,
} as const;
