/**
 * How much a plan file may ask of the machine that opens it. All are counted on real bytes, never on what the file
 * says about itself, and before anything is copied. Assets that are stored plain are bounded by the file alone.
 */
export const limits = {
  /** Packed bytes of `manifest.json` and `plan.json` together. */
  packedJson: 64 * 1024 * 1024,
  /** Bytes that come out of inflating, over all entries. */
  inflated: 256 * 1024 * 1024,
  /** Inflated bytes per packed byte; deflate itself reaches 1,032. */
  ratio: 200,
  /** Below this many inflated bytes the ratio says nothing. */
  ratioFrom: 1024 * 1024,
  assetBytes: 2 * 1024 * 1024 * 1024,
  entries: 10_000,
  entryNameBytes: 255,
  jsonDepth: 64,
  /** UTF-16 units of one string. */
  stringLength: 2_000_000,
  records: 200_000,
  /** Registers and set elements of one record. */
  partsOfRecord: 20_000,
  /** Length of the name of a type, register, set or element. */
  name: 200,
} as const;
