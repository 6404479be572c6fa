import { z } from 'zod';
import type { CampaignCount } from '../../core/campaign/facts';
import type { Unlaid } from '../../core/cascade/lay';
import type { Unfit } from '../../core/cascade/settle';
import { idSchema } from '../../core/model/ids';
import { text } from '../../core/model/json';
import { langs, waveRule } from '../../core/model/records';
import { wallDateSchema, wallTimeSchema } from '../../core/time/wall';
import {
  type CascadeTable,
  type CascadeTemplateEntry,
  type FollowerCard,
  type KeptCascade,
  type MissingAccount,
  placementMoves,
  waveSettlements,
} from '../cascade';
import type { CampaignFacts } from '../placements';
import { ids, nothing, store } from './spec';

/** Campaigns, and waves that follow their lead by rules. */
export const cascadeCalls = {
  'campaign.counts': store(nothing).returns<readonly CampaignCount[]>(),
  /** Adapts every placement of the campaign, in slices. Null for one with more than `most` of them. */
  'campaign.facts': store(
    z.object({ id: idSchema, most: z.number().int().min(1).nullable().default(null) }).strict(),
  ).returns<CampaignFacts | null>(),
  /** Deletes the campaign with its phases and waves; its pieces and placements stay, outside of it. One step of undo. */
  'campaign.remove': store(z.object({ id: idSchema }).strict()).returns<{ readonly changed: number }>(),

  /** What became of the waves that follow, if this were moved; nothing is changed. */
  'cascade.preview': store(z.object({ moves: placementMoves }).strict()).returns<readonly FollowerCard[]>(),
  'cascade.table': store(z.object({ campaignId: idSchema }).strict()).returns<CascadeTable>(),
  /** Makes a placement for every wave that has none, at the moment of its rule: one step of undo. */
  'cascade.lay': store(z.object({ campaignId: idSchema }).strict()).returns<{
    readonly made: number;
    readonly left: readonly Unlaid[];
  }>(),
  /** Pins placements of waves, brings them back to their rules, or changes the rules to where they are. Answers which could not. */
  'cascade.settle': store(z.object({ ids: ids.min(1), how: z.enum(waveSettlements) }).strict()).returns<{
    readonly changed: number;
    readonly left: readonly Unfit[];
  }>(),
  /** Writes a wave's rule; with `move` its placement goes where the rule wants it, and its own followers with it. */
  'cascade.rule': store(
    z
      .object({
        waveId: idSchema,
        rule: waveRule,
        onlyWorkdays: z.boolean(),
        afterWaveId: idSchema.nullable(),
        move: z.boolean(),
      })
      .strict(),
  ).returns<{ readonly followers: readonly FollowerCard[] }>(),
  /** The team's own cascades, then those that come with the studio in one language. */
  'cascade.templates': store(z.object({ lang: z.enum(langs) }).strict()).returns<readonly CascadeTemplateEntry[]>(),
  /** A campaign with phases and waves on the team's accounts. What has no account is made without one and named. */
  'cascade.apply': store(
    z
      .object({
        templateId: idSchema,
        name: text(200).min(1),
        zeroDay: wallDateSchema,
        time: wallTimeSchema.nullable(),
      })
      .strict(),
  ).returns<{ readonly campaignId: string; readonly missing: readonly MissingAccount[] }>(),
  /** Keeps a campaign's cascade as a template; `over` names the one it replaces. */
  'cascade.keep': store(
    z
      .object({
        campaignId: idSchema,
        name: text(200).min(1),
        about: text(500),
        over: idSchema.nullable().default(null),
      })
      .strict(),
  ).returns<KeptCascade>(),
  'cascade.forget': store(z.object({ id: idSchema }).strict()).returns<{ readonly changed: number }>(),
} as const;
