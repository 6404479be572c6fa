import type { CampaignFacts, TileReport } from '../../../contract';
import type { CampaignCount, CampaignPiece, CopyFacts } from '../../../core/campaign/facts';
import { variantId } from '../../../core/model/ids';
import type { Placement, Wave } from '../../../core/model/records';
import type { Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { reportsOf } from '../pieces/reports';
import { prepareFrom, reportOf } from '../pieces/variants';
import { viewOfState } from '../recordViews';
import { readView, rowToView, type ViewRow } from '../rows';
import { workspaceOf } from '../workspace';
import { placementCards } from './placements';

/** What stands under each campaign, and under none: two counts, however many campaigns. */
export function campaignCounts(db: ReadDb): readonly CampaignCount[] {
  const counts = new Map<string | null, CampaignCount>();
  const add = (campaignId: string | null, more: Partial<CampaignCount>): void => {
    counts.set(campaignId, { ...(counts.get(campaignId) ?? { ...nothingCounted, campaignId }), ...more });
  };
  for (const { campaignId, ...row } of prepared(
    db,
    `SELECT json_extract(registers, '$.campaignId') AS campaignId, count(*) AS placements,
       sum(outcome = 'live') AS live, sum(outcome = 'handed_over') AS handedOver, sum(outcome = 'skipped') AS skipped
     FROM placement WHERE alive = 1 GROUP BY 1`,
  ).all() as CampaignCount[])
    add(campaignId, row);
  for (const { campaignId, pieces } of prepared(
    db,
    'SELECT campaign_id AS campaignId, count(*) AS pieces FROM piece WHERE alive = 1 AND trashed = 0 GROUP BY 1',
  ).all() as CampaignCount[])
    add(campaignId, { pieces });
  return [...counts.values()];
}

const nothingCounted = { placements: 0, live: 0, handedOver: 0, skipped: 0, pieces: 0 };

/** Versions adapted in one go: the first reading of a campaign adapts all of them, and no other call should wait for that. */
const SLICE = 8;
const breathe = (): Promise<void> => new Promise((next) => setImmediate(next));

/** Placements, pieces and what adaptation says of each copy; null where there are more than `most`. */
export async function campaignFacts(
  store: StoreContext,
  id: string,
  most: number | null,
): Promise<CampaignFacts | null> {
  const { db } = store;
  const waves = wavesOf(db, id);
  const found = placementsOf(db, id, waves);
  if (most !== null && found.length > most) return null;
  const placements = placementCards(db, found);
  const ids = placements.map((placement) => placement.id);
  const reports = new Map<string, TileReport>();
  for (let from = 0; from < ids.length; from += SLICE) {
    if (from > 0) await breathe();
    for (const report of reportsOf(store, ids.slice(from, from + SLICE))) reports.set(report.placementId, report);
  }
  const figures = figuresOf(db, ids);
  const shown = new Set(placements.flatMap((placement) => [placement.id, placement.waveId ?? '']));
  return {
    campaignId: id,
    placements,
    pieces: piecesOf(db, id, waves),
    copies: [
      ...placements.map(
        (placement): CopyFacts => ({
          ...said(reports.get(placement.id)),
          placementId: placement.id,
          waveId: placement.waveId,
          approval: placement.approval,
          figures: figures.get(placement.id) ?? 0,
        }),
      ),
      ...waves
        .filter((wave) => !shown.has(wave.placementId ?? '') && !shown.has(wave.id))
        .map((wave) => waveCopy(store, wave)),
    ],
  };
}

function wavesOf(db: ReadDb, campaignId: string): readonly Wave[] {
  const rows = prepared(
    db,
    "SELECT id, registers, sets FROM wave WHERE alive = 1 AND json_extract(registers, '$.campaignId') = ? ORDER BY id",
  ).all(campaignId) as ViewRow[];
  return rows.map((row) => rowToView('wave', row));
}

/** A wave may show a placement that somebody took out of the campaign: it still goes out with it. */
function placementsOf(db: ReadDb, campaignId: string, waves: readonly Wave[]): readonly Placement[] {
  const rows = prepared(
    db,
    `SELECT id, registers, sets FROM placement
     WHERE alive = 1 AND (json_extract(registers, '$.campaignId') = ? OR id IN (SELECT value FROM json_each(?)))
     ORDER BY day IS NULL, day, json_extract(registers, '$.time'), id`,
  ).all(campaignId, JSON.stringify(waves.flatMap(({ placementId }) => placementId ?? []))) as ViewRow[];
  return rows.map((row) => rowToView('placement', row));
}

function piecesOf(db: ReadDb, campaignId: string, waves: readonly Wave[]): readonly CampaignPiece[] {
  return prepared(
    db,
    `SELECT id, title, kind, state, lang FROM piece
     WHERE alive = 1 AND trashed = 0 AND (campaign_id = ? OR id IN (SELECT value FROM json_each(?)))
     ORDER BY title, id`,
  ).all(campaignId, JSON.stringify(waves.flatMap(({ pieceId }) => pieceId ?? []))) as CampaignPiece[];
}

function figuresOf(db: ReadDb, placementIds: readonly string[]): ReadonlyMap<string, number> {
  const rows = prepared(
    db,
    `SELECT placement_id AS id, count(*) AS n FROM metric
     WHERE alive = 1 AND placement_id IN (SELECT value FROM json_each(?)) GROUP BY 1`,
  ).all(JSON.stringify(placementIds)) as { id: string; n: number }[];
  return new Map(rows.map(({ id, n }) => [id, n]));
}

const said = (report: TileReport | undefined) => ({
  adapted: report !== undefined,
  errors: report?.errors ?? 0,
  warnings: report?.warnings ?? 0,
  media: report?.media ?? 0,
  behind: report?.behind ?? false,
  reworded: report?.reworded ?? false,
});

/** A wave that has no placement yet is adapted as if it had one. */
function waveCopy({ db, packs }: StoreContext, { id, pieceId, accountId, format }: Wave): CopyFacts {
  const zone = workspaceOf(db).zone;
  const ready = prepareFrom(db, viewOfState('placement', id, { pieceId, accountId, format, zone }), packs());
  const shown = pieceId === null || format === null ? null : variantId(pieceId, format, accountId);
  return {
    ...said(ready === null ? undefined : reportOf(ready)),
    placementId: null,
    waveId: id,
    approval: shown === null ? 'none' : (readView(db, 'variant', shown)?.approval ?? 'none'),
    figures: 0,
  };
}

/**
 * Deletes a campaign with its phases and waves. Pieces and placements are work of their own: they stay, and no longer
 * name what is gone.
 */
export function removeOps(db: ReadDb, id: string): readonly Op[] {
  if (readView(db, 'campaign', id) === null) return refuse('not_found', { where: `campaign ${id}` });
  const waves = wavesOf(db, id);
  const phases = prepared(
    db,
    "SELECT id FROM phase WHERE alive = 1 AND json_extract(registers, '$.campaignId') = ? ORDER BY id",
  ).all(id) as { readonly id: string }[];
  const pieces = prepared(db, 'SELECT id FROM piece WHERE alive = 1 AND campaign_id = ? ORDER BY id').all(id) as {
    readonly id: string;
  }[];
  const clear = (type: 'placement' | 'piece', target: string, register: string): Op => ({
    kind: 'set',
    type,
    id: target,
    register,
    value: null,
  });
  return [
    ...pieces.map((piece) => clear('piece', piece.id, 'campaignId')),
    ...placementsOf(db, id, waves).flatMap((placement) => [
      ...(placement.campaignId === id ? [clear('placement', placement.id, 'campaignId')] : []),
      ...(placement.waveId === null ? [] : [clear('placement', placement.id, 'waveId')]),
    ]),
    ...waves.map((wave): Op => ({ kind: 'delete', type: 'wave', id: wave.id })),
    ...phases.map((phase): Op => ({ kind: 'delete', type: 'phase', id: phase.id })),
    { kind: 'delete', type: 'campaign', id },
  ];
}
