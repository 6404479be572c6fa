import { addDays, type WallDate, type WallTime } from '../time/wall';
import { momentOf } from './campaign';
import { bySlug, type SampleContext, type SampleRecord } from './context';
import { sampleId } from './ids';
import { pieceIdFor } from './pieces';
import type { SamplePlacement } from './schema';

/** Units of the figures, worded for the edition. Rates stand as shares between 0 and 1. */
const units: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  impressions: { zh: '次', en: 'times' },
  views: { zh: '次', en: 'times' },
  reach: { zh: '人', en: 'people' },
  profile_visits: { zh: '次', en: 'times' },
  followers_gained: { zh: '人', en: 'people' },
  completion: { zh: '比率', en: 'share' },
  cover_ctr: { zh: '比率', en: 'share' },
};
const count = { zh: '次', en: 'times' };

/** Every account, day and time of the plan, and the figures that came back for what is live. */
export function placementsOf(context: SampleContext): readonly SampleRecord[] {
  return [...context.source.placements.map((placement) => placementOf(context, placement)), ...metricsOf(context)];
}

function placementOf(context: SampleContext, placement: SamplePlacement): SampleRecord {
  const { source, say, zone } = context;
  const account = bySlug(source.accounts, placement.account);
  const { day, time } = whenOf(context, placement);
  const inCampaign = bySlug(source.pieces, placement.piece).campaign;
  return {
    type: 'placement',
    id: sampleId.placement(placement.piece, placement.account),
    draft: {
      pieceId: pieceIdFor(context, placement.piece, placement.account),
      format: formatOf(context, placement),
      accountId: sampleId.account(account.slug),
      day,
      time,
      zone: placement.zone ?? zone,
      outcome: placement.outcome,
      campaignId: inCampaign ? sampleId.campaign(source.campaign.slug) : null,
      waveId: placement.wave === undefined ? null : sampleId.wave(placement.wave),
      pinned: placement.pinned,
      liveLink: placement.live?.link ?? '',
      liveDay: placement.live === undefined ? null : day,
      liveTime: placement.live?.time ?? null,
      skipReason: placement.skipped === undefined ? '' : say(placement.skipped),
    },
  };
}

/** The format of a placement: its own, its wave's, or the account's usual one. */
export function formatOf({ source }: SampleContext, placement: SamplePlacement): string | null {
  const wave = placement.wave === undefined ? undefined : bySlug(source.campaign.waves, placement.wave);
  return placement.format ?? wave?.format ?? bySlug(source.accounts, placement.account).formats[0] ?? null;
}

function whenOf(
  { source, today, on }: SampleContext,
  { wave, day, time }: SamplePlacement,
): { readonly day: WallDate | null; readonly time: WallTime | null } {
  if (wave !== undefined) return momentOf(source.campaign, bySlug(source.campaign.waves, wave).rule, today);
  return { day: day === undefined ? null : on(day), time: time ?? null };
}

const metricsOf = (context: SampleContext): readonly SampleRecord[] =>
  context.source.metrics.flatMap(({ piece, account, file, row, after, figures }) => {
    const placement = context.source.placements.find((one) => one.piece === piece && one.account === account);
    if (placement === undefined) throw new Error(`The sample has figures of ${piece} on ${account}, but no placement.`);
    const { day } = whenOf(context, placement);
    return Object.entries(figures).map(
      ([key, value]): SampleRecord => ({
        type: 'metric',
        id: sampleId.metric(piece, account, key),
        draft: {
          placementId: sampleId.placement(piece, account),
          pieceId: pieceIdFor(context, piece, account),
          accountId: sampleId.account(account),
          key,
          value,
          unit: (units[key] ?? count)[context.edition],
          onDay: day === null ? null : addDays(day, after),
          sourceFile: file,
          sourceRow: row,
        },
      }),
    );
  });
