import { z } from 'zod';
import type { Layout } from '../core/cascade/lay';
import type { Follower } from '../core/cascade/move';
import type { Unkept } from '../core/cascade/pattern';
import type { Entry } from '../core/cascade/timetable';
import { formatRefSchema, idSchema } from '../core/model/ids';
import type { CascadePattern, Lang, Role, WaveRule } from '../core/model/records';
import { wallDateSchema, wallTimeSchema } from '../core/time/wall';

/** One placement's new place; what is not named stays. */
export const placementMove = z
  .object({
    id: idSchema,
    day: wallDateSchema,
    time: wallTimeSchema.nullable().optional(),
    accountId: idSchema.optional(),
    format: formatRefSchema.optional(),
  })
  .strict();
export const placementMoves = z.array(placementMove).min(1).max(5_000);

/** A wave that follows what is moved, with what it is called: its own name, else its piece's title. */
export type FollowerCard = Follower & { readonly title: string };

/** A campaign's waves beside their rules, and what laying them out would make. */
export type CascadeTable = {
  readonly entries: readonly (Entry & {
    readonly title: string;
    /** The rule that says where a wave that disagrees with its own stands; null where there is none or no need. */
    readonly fitted: WaveRule | null;
  })[];
  readonly layout: Layout;
};

/** What a person may decide about a placement and its rule. */
export const waveSettlements = [
  /** It stays where it is, whatever its anchor does. */
  'pin',
  'unpin',
  /** It goes where the rule wants it, quiet hours and the like notwithstanding. */
  'fit',
  /** The rule says from now on what was done by hand. */
  'rule',
] as const;
export type WaveSettlement = (typeof waveSettlements)[number];

/** A cascade to start a campaign from: one that comes with the studio, or the team's own. */
export type CascadeTemplateEntry = {
  readonly id: string;
  readonly own: boolean;
  readonly name: string;
  readonly about: string;
  readonly lang: Lang;
  readonly pattern: CascadePattern;
};

/** A wave that was made without an account, because the team has none of this kind. */
export type MissingAccount = { readonly wave: string; readonly role: Role; readonly platform: string };

export type KeptCascade = { readonly id: string; readonly unkept: readonly Unkept[] };
