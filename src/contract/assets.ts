import { z } from 'zod';
import type { RecordView } from '../core/model/records';
import type { WallDate } from '../core/time/wall';

/** Which assets a list shows. */
export const assetFilter = z
  .object({
    /** Words that must all occur in name, alt text, credit, licence, consent note or tags. */
    query: z.string().max(200).default(''),
    kind: z.enum(['all', 'picture', 'video', 'audio']).default('all'),
    use: z.enum(['all', 'used', 'unused']).default('all'),
    missing: z.enum(['none', 'alt', 'licence']).default('none'),
    /** Deleted ones that can still be taken back. */
    trashed: z.boolean().default(false),
  })
  .strict();
export type AssetFilter = z.infer<typeof assetFilter>;

export type AssetCard = RecordView<'asset'> & {
  /** Pieces and templates that show it. */
  readonly uses: number;
  /** When it was deleted, in milliseconds since 1970; null for one that is there. */
  readonly deletedAt: number | null;
};

/** Where an asset is shown. */
export type AssetUse = {
  readonly type: 'piece' | 'template';
  readonly id: string;
  readonly title: string;
  readonly trashed: boolean;
  readonly cover: boolean;
  /** Formats the piece is written for, and where it is planned, earliest first. */
  readonly formats: readonly string[];
  readonly placements: readonly {
    readonly id: string;
    readonly day: WallDate | null;
    readonly accountId: string | null;
    readonly format: string | null;
  }[];
};

/** A file that lies beside the database and waits for its record: its name there, by hash. */
export const keptFile = z
  .object({ name: z.string().max(300), file: z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{2,5}$/) })
  .strict();
export type KeptFile = z.infer<typeof keptFile>;
