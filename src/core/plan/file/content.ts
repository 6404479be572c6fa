import type { Json } from '../../model/json';
import type { Horizon } from '../../model/stamp';
import type { RecordState } from '../state';

/**
 * What a plan file holds, as values: a workspace's records and the pictures they name. `docs/plan-file.md` describes
 * how it is written.
 */
export type PlanContent = {
  readonly workspaceId: string;
  /** One state per record, in any order; written sorted by type and id. Only the heads of bodies travel. */
  readonly states: readonly RecordState[];
  /** Bytes by file name, `<sha256 of the bytes>.<ext>`. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /**
   * A file of a later format that this version can read for the most part: its number, and members of the manifest that
   * are unknown here. Both are written back, so that nobody takes what is carried for less than it is.
   */
  readonly newer?: Newer | undefined;
  /**
   * What the owner of the file had seen beyond what stands in it: edits that were replaced since leave no clock behind, and
   * without this they would look like edits nobody knew of.
   */
  readonly seen?: Horizon | undefined;
  /**
   * It holds a part of the plan (`part.ts`): what its owner had seen was not all handed over, so whoever reads it has
   * seen no more than the records that are in it.
   */
  readonly part?: true | undefined;
  /** Top-level members of `plan.json` that this version does not know, carried as they came. */
  readonly more?: Readonly<Record<string, Json>> | undefined;
};

export type Newer = {
  readonly version: number;
  readonly manifest: Readonly<Record<string, Json>>;
  /** Files in the zip beside those this version knows, by path. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
};

/** One file of an unpacked plan, or one entry of the zip; paths with forward slashes. */
export type PlanEntry = { readonly path: string; readonly bytes: Uint8Array };

/** The name an asset's file has beside `plan.json`: the digest of its bytes and a lower-case extension. */
export const assetFileName = /^[0-9a-f]{64}\.[a-z0-9]{1,8}$/;

export const FORMAT = 'juzhen';
export const VERSION = 1;
export const MANIFEST_PATH = 'manifest.json';
export const PLAN_PATH = 'plan.json';
export const ASSET_FOLDER = 'assets/';
