import type { ExportChoice } from '../../../contract';
import type { Piece, Placement } from '../../../core/model/records';
import type { PlanAbout } from '../../../core/plan/part';
import type { StoreContext } from '../context';
import { piecesOf } from '../library/targets';
import { listViews } from '../rows';
import { gather } from './exportModel';
import type { Pace } from './pace';

/**
 * What a plan file of a choice is about; null for the whole workspace. Wider than what the other forms write: what is
 * not dated yet, was skipped, or has no account or text belongs to a plan too.
 */
export async function planAbout(store: StoreContext, choice: ExportChoice, pace: Pace): Promise<PlanAbout | null> {
  if (choice.plan.part === 'all') return null;
  const { db } = store;
  const pieces = new Map(listViews(db, 'piece').map((piece) => [piece.id, piece]));
  const accounts = new Map(listViews(db, 'account').map((account) => [account.id, account]));
  const chosen = choice.pieces === null ? null : new Set(await piecesOf(store, choice.pieces));
  const found = choice.findings.length === 0 ? null : await withFindings(store, choice, pace);
  const isTold = ({ kind, state, trashed }: Piece): boolean =>
    !trashed && allows(choice.pieceKinds, kind) && allows(choice.states, state);
  const isChosen = ({ id, pieceId, accountId, campaignId, format, day, outcome }: Placement): boolean => {
    const piece = pieces.get(pieceId ?? '');
    const account = accounts.get(accountId ?? '');
    const platform = account?.platform ?? format?.split('/', 1)[0] ?? null;
    return (
      (choice.from === null || (day !== null && day >= choice.from)) &&
      (choice.to === null || (day !== null && day <= choice.to)) &&
      (chosen === null || chosen.has(pieceId ?? '')) &&
      (found === null || found.has(id)) &&
      (piece === undefined ? choice.pieceKinds.length + choice.states.length === 0 : isTold(piece)) &&
      allows(choice.outcomes, outcome) &&
      allows(choice.placementIds, id) &&
      allows(choice.campaignIds, campaignId) &&
      allows(choice.accountIds, accountId) &&
      allows(choice.platforms, platform) &&
      allows(choice.personaIds, account?.personaId ?? null)
    );
  };
  const placements = listViews(db, 'placement').filter(isChosen);
  const planned = placements.flatMap(({ pieceId }) => pieceId ?? []);
  const ofCampaigns = narrowsPosts(choice)
    ? []
    : [...pieces.values()].filter(
        (piece) => piece.campaignId !== null && choice.campaignIds.includes(piece.campaignId) && isTold(piece),
      );
  return {
    placements: new Set(placements.map(({ id }) => id)),
    pieces: new Set([...planned, ...(chosen ?? []), ...ofCampaigns.map(({ id }) => id)]),
    campaigns: new Set(choice.campaignIds),
  };
}

const allows = <T>(list: readonly T[], value: T | null): boolean =>
  list.length === 0 || (value !== null && list.includes(value));

/** Asked for posts of some days, accounts or outcomes: a campaign's unplanned pieces are not among them. */
const narrowsPosts = ({
  from,
  to,
  platforms,
  accountIds,
  personaIds,
  outcomes,
  findings,
  placementIds,
  pieces,
}: ExportChoice) =>
  from !== null ||
  to !== null ||
  pieces !== null ||
  [platforms, accountIds, personaIds, outcomes, findings, placementIds].some(({ length }) => length > 0);

/** Placements whose version says what was asked for: adaptation alone knows. */
async function withFindings(store: StoreContext, choice: ExportChoice, pace: Pace): Promise<ReadonlySet<string>> {
  const { prepared } = await gather(store, choice, pace);
  return new Set(prepared.map(({ placement }) => placement.id));
}
