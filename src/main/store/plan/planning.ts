import { openSlots, type Slot } from '../../../core/cadence/slots';
import type { Lang, Piece, Series, Wave } from '../../../core/model/records';
import { createOp, type Op } from '../../../core/plan/ops';
import type { PlatformPack } from '../../../core/platforms/pack';
import { refuse } from '../../../core/result';
import type { WallDate, WallTime } from '../../../core/time/wall';
import { dayKind } from '../../../core/time/workdays';
import { prepared, type ReadDb, type WriteDb } from '../database';
import { listViews, readView, rowToView, type ViewRow } from '../rows';
import { workspaceOf } from '../workspace';
import { defaultFormat } from './placements';

/** Planning a piece: the placement that is made, and what it takes its place in: a cascade, a series. */

/** Time of day for a placement that was given none: the evening peak most teams plan for. */
const USUAL_TIME = '18:00' as WallTime;

/** Where and when; without a format the account's usual one. */
export type Place = {
  readonly accountId: string;
  readonly format: string | null;
  readonly day: WallDate;
  readonly time: WallTime | null;
};
type Plans = { readonly db: WriteDb; readonly packs: () => readonly PlatformPack[] };

/** Plans a piece; where the account writes another language, its sibling in that language, if there is one. */
export function planOps(plans: Plans, id: string, input: Place & { readonly pieceId: string }): readonly Op[] {
  const piece = readView(plans.db, 'piece', input.pieceId) ?? refuse('not_found', { where: `piece ${input.pieceId}` });
  const lang = readView(plans.db, 'account', input.accountId)?.lang ?? piece.lang;
  const sibling = lang === piece.lang ? undefined : siblingIn(plans.db, piece, lang);
  return placeOps(plans, id, input, sibling === undefined ? piece : { ...piece, id: sibling });
}

const siblingIn = (db: ReadDb, { siblingGroup }: Piece, lang: Lang): string | undefined =>
  siblingGroup === null
    ? undefined
    : (prepared(
        db,
        `SELECT id FROM piece WHERE alive = 1 AND sibling_group = ? AND lang = ?
           AND COALESCE(json_extract(registers, '$.trashed'), 0) = 0 ORDER BY id LIMIT 1`,
      )
        .pluck()
        .get(siblingGroup, lang) as string | undefined);

/** Plans a piece that may be made in the same change. */
export function placeOps(
  { db, packs }: Plans,
  id: string,
  place: Place,
  piece: Pick<Piece, 'id' | 'campaignId'>,
): readonly Op[] {
  const account =
    readView(db, 'account', place.accountId) ?? refuse('not_found', { where: `account ${place.accountId}` });
  const wave = waitingWave(db, piece.id, account.id);
  const slot = slotAt(db, account.id, place.day);
  const time = place.time ?? slot?.time ?? USUAL_TIME;
  return [
    createOp('placement', id, {
      pieceId: piece.id,
      accountId: account.id,
      format: place.format ?? wave?.format ?? slot?.format ?? defaultFormat(account, packs()),
      day: place.day,
      time,
      ...(slot === null ? {} : { seriesId: slot.seriesId, slotDay: slot.slotDay }),
      zone: workspaceOf(db).zone,
      campaignId: wave?.campaignId ?? piece.campaignId,
      waveId: wave?.id ?? null,
    }),
    ...(wave === undefined ? [] : waveOps(db, wave, id, { day: place.day, time })),
  ];
}

/** The wave that waits for this piece on this account: taken back to the tray and planned again, it follows as before. */
function waitingWave(db: ReadDb, pieceId: string, accountId: string): Wave | undefined {
  const row = prepared(
    db,
    `SELECT id, registers, sets FROM wave
     WHERE alive = 1 AND json_extract(registers, '$.pieceId') = ? AND json_extract(registers, '$.accountId') = ?
       AND NOT EXISTS (SELECT 1 FROM placement
         WHERE placement.id = json_extract(wave.registers, '$.placementId') AND placement.alive = 1)
     ORDER BY id LIMIT 1`,
  ).get(pieceId, accountId) as ViewRow | undefined;
  return row === undefined ? undefined : rowToView('wave', row);
}

/** The wave has its placement. The lead's also says when its campaign opens, as moving it does. */
function waveOps(db: ReadDb, wave: Wave, placementId: string, { day, time }: Opening): readonly Op[] {
  const ops: Op[] = [{ kind: 'set', type: 'wave', id: wave.id, register: 'placementId', value: placementId }];
  const campaign = wave.campaignId === null ? null : readView(db, 'campaign', wave.campaignId);
  if (campaign === null || campaign.leadWaveId !== wave.id) return ops;
  if (campaign.zeroDay !== day)
    ops.push({ kind: 'set', type: 'campaign', id: campaign.id, register: 'zeroDay', value: day });
  if (wave.rule.kind === 'lead' && wave.rule.time !== time)
    ops.push({ kind: 'set', type: 'wave', id: wave.id, register: 'rule', value: { kind: 'lead', time } });
  return ops;
}
type Opening = { readonly day: WallDate; readonly time: WallTime };

/** The date of a series that waits on an account's day: what is planned there fills it. */
function slotAt(db: ReadDb, accountId: string, day: WallDate): (Slot & Pick<Series, 'format'>) | null {
  for (const series of listViews(db, 'series')) {
    if (series.accountId !== accountId) continue;
    const filled = prepared(
      db,
      `SELECT json_extract(registers, '$.seriesId') AS seriesId, json_extract(registers, '$.slotDay') AS slotDay
       FROM placement WHERE alive = 1 AND json_extract(registers, '$.seriesId') = ?`,
    ).all(series.id) as { seriesId: string; slotDay: WallDate | null }[];
    const [slot] = openSlots(series, filled, day, day, (on) => dayKind(on) === 'holiday');
    if (slot !== undefined) return { ...slot, format: series.format };
  }
  return null;
}
