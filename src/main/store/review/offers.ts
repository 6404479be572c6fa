import { exportChoice, type ReviewOffer, type ReviewOffers, type ReviewSource } from '../../../contract';
import type { Placement } from '../../../core/model/records';
import { canonical } from '../../../core/plan/canonical';
import { MOST_PICTURES, type ReviewItem } from '../../../core/review/reviewFile';
import type { ReviewTarget } from '../../../core/review/reviewTarget';
import { standingOf } from '../../../core/review/standing';
import { graphemeCount } from '../../../core/text/grapheme';
import type { StoreContext } from '../context';
import { prepared } from '../database';
import { createPace } from '../files/pace';
import { planAbout } from '../files/planAbout';
import { rowToView, type ViewRow } from '../rows';
import { standingText } from './shownTexts';

/** Pieces looked at for handing over at once. */
const MOST_PIECES = 200;

/** The texts that can be handed over: each piece, then its versions by the day they go out. */
export async function offersOf(store: StoreContext, { pieceIds, plan }: ReviewSource): Promise<ReviewOffers> {
  const { pieces, isAsked } = plan === null ? allOf(pieceIds) : await plannedIn(store, plan);
  const offers = pieces.slice(0, MOST_PIECES).flatMap((pieceId) => {
    const targets = targetsOf(store, pieceId);
    return targets.flatMap((target) => offerOf(store, target, isAsked(target, targets)));
  });
  return { offers, more: Math.max(0, pieces.length - MOST_PIECES) };
}

type Asked = {
  readonly pieces: readonly string[];
  /** Whether a text is one of those that were asked for, and not just another one of its piece. */
  readonly isAsked: (target: ReviewTarget, ofPiece: readonly ReviewTarget[]) => boolean;
};

const allOf = (pieces: readonly string[]): Asked => ({ pieces, isAsked: () => true });

/** What stands in a part of the plan: the versions that go out there, and the source of a piece that goes out nowhere there. */
async function plannedIn(store: StoreContext, plan: NonNullable<ReviewSource['plan']>): Promise<Asked> {
  const choice = exportChoice.parse({ ...plan, plan: { part: 'chosen' } });
  const about = await planAbout(store, choice, createPace(store, null));
  const pieces = [...(about?.pieces ?? [])];
  const placements = pieces.flatMap((id) => placementsOf(store, id)).filter(({ id }) => about?.placements.has(id));
  const versions = new Set(placements.flatMap((one) => keyOf(versionOf(one))));
  const first = new Map<string, string>();
  for (const { pieceId, day, time } of placements) {
    const when = `${day ?? '9'} ${time ?? ''}`;
    if (pieceId !== null && when < (first.get(pieceId) ?? '99')) first.set(pieceId, when);
  }
  const order = (id: string): string => `${first.get(id) ?? '99'} ${id}`;
  return {
    pieces: pieces.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    isAsked: (target, ofPiece) =>
      target.format === null
        ? !ofPiece.some((one) => keyOf(one).some((key) => versions.has(key)))
        : keyOf(target).some((key) => versions.has(key)),
  };
}

const versionOf = ({ pieceId, format, accountId }: Placement): ReviewTarget | null =>
  pieceId === null || format === null || accountId === null ? null : { pieceId, format, accountId };
const keyOf = (target: ReviewTarget | null): readonly string[] => (target === null ? [] : [canonical(target)]);

function offerOf(store: StoreContext, target: ReviewTarget, asked: boolean): readonly ReviewOffer[] {
  const text = standingText(store, target);
  if (text === null) return [];
  const { title, platform, format, account, errors, texts, pictures } = text;
  return [
    {
      target,
      title,
      platform,
      format,
      account,
      ...whenOf(store, target),
      standing: standingOf(text),
      asked,
      length: texts.reduce((sum, one) => sum + graphemeCount(one.text), 0),
      pictures: Math.min(pictures.length, MOST_PICTURES),
      morePictures: Math.max(0, pictures.length - MOST_PICTURES),
      errors,
    },
  ];
}

function targetsOf(store: StoreContext, pieceId: string): readonly ReviewTarget[] {
  const versions = placementsOf(store, pieceId).flatMap((one) => versionOf(one) ?? []);
  // Two places of one format on one account show the same version.
  const distinct = new Map(versions.map((target) => [canonical(target), target]));
  return [{ pieceId, format: null, accountId: null }, ...distinct.values()];
}

/** What is still to go out, the earliest first. */
function placementsOf({ db }: StoreContext, pieceId: string): readonly Placement[] {
  const rows = prepared(
    db,
    `SELECT id, registers, sets FROM placement
     WHERE piece_id = ? AND alive = 1 AND outcome IN ('planned', 'handed_over')
     ORDER BY day IS NULL, day, json_extract(registers, '$.time'), id`,
  ).all(pieceId) as ViewRow[];
  return rows.map((row) => rowToView('placement', row));
}

/** When a version goes out first; nothing for a source. */
export function whenOf(
  store: StoreContext,
  { pieceId, format, accountId }: ReviewTarget,
): Pick<ReviewItem, 'day' | 'time'> {
  const first = placementsOf(store, pieceId).find((one) => one.format === format && one.accountId === accountId);
  return { day: first?.day ?? null, time: first?.time ?? null };
}
