import type { ExportChoice } from '../../../contract';
import type { Prepared } from '../../../core/adapt/prepare';
import { assetsOf, sourceOf } from '../../../core/adapt/source';
import { exportEntry } from '../../../core/export/entry';
import { sayFilter } from '../../../core/export/shownFilter';
import type { ExportModel, ExportPiece } from '../../../core/export/types';
import type { Account, Placement } from '../../../core/model/records';
import type { FindingKind } from '../../../core/schedule/filter';
import { fromInstant } from '../../../core/time/instant';
import type { WallDate } from '../../../core/time/wall';
import type { StoreContext } from '../context';
import { piecesOf } from '../library/targets';
import { readBody } from '../pieces/pieces';
import { prepareFrom, withSameText } from '../pieces/variants';
import { placementsBetween, placementsWithoutDay } from '../plan/placements';
import { editedAt, listViews, readView, readViews } from '../rows';
import { workspaceOf } from '../workspace';
import { guessed, type Look, withPictures } from './exportPictures';
import type { Pace } from './pace';

const FIRST_DAY = '0001-01-01' as WallDate;
const LAST_DAY = '9999-12-31' as WallDate;

export type Gathered = {
  readonly model: ExportModel;
  readonly prepared: readonly Prepared[];
  /** Placements whose piece, account, format or text is missing. */
  readonly missing: number;
};

/** A plan that changes while it is read is read again, so often at most; then it is read in one go. */
const READ_AGAIN = 3;

/**
 * Reads what was chosen and adapts it: what every exporter works from. `look` tells what is known of made pictures. Others
 * have their turn meanwhile, and still everything is of one moment: a change in between begins the reading anew.
 */
export async function gather(store: StoreContext, choice: ExportChoice, pace: Pace, look = guessed): Promise<Gathered> {
  for (let tries = 0; ; tries += 1) {
    const turn = store.turn();
    const gathered = await gatherOnce(store, choice, tries < READ_AGAIN ? pace : inOneGo, look);
    if (store.turn() === turn) return gathered;
  }
}

const inOneGo: Pace = { step: () => Promise.resolve() };

async function gatherOnce(store: StoreContext, choice: ExportChoice, pace: Pace, look: Look): Promise<Gathered> {
  const { db } = store;
  const workspace = workspaceOf(db);
  const packs = store.packs();
  const pieceIds = choice.pieces === null ? null : await piecesOf(store, choice.pieces);
  const accounts = listViews(db, 'account');
  const campaigns = new Map(listViews(db, 'campaign').map(({ id, name }) => [id, name]));
  const chosen = chosenPlacements(store, choice, accounts, pieceIds);
  const ready: Prepared[] = [];
  for (const [at, placement] of chosen.entries()) {
    await pace.step('reading', at, chosen.length);
    const found = prepareFrom(db, placement, packs);
    if (found !== null) ready.push(withSameText(db, found));
  }
  const prepared = ready
    .filter(({ format }) => allows(choice.platforms, format.platform.id))
    .filter(({ piece }) => allows(choice.pieceKinds, piece.kind) && allows(choice.states, piece.state))
    .filter((entry) => choice.findings.length === 0 || foundIn(entry).some((kind) => choice.findings.includes(kind)));
  const entries = prepared.map((entry) =>
    withPictures(
      exportEntry(entry, {
        editedAt: Math.max(editedAt(db, 'placement', entry.placement.id), editedAt(db, 'piece', entry.piece.id)),
        campaign: campaigns.get(entry.placement.campaignId ?? ''),
      }),
      entry,
      look,
    ),
  );
  const now = fromInstant(store.clock.now(), workspace.zone);
  const model: ExportModel = {
    lang: choice.lang,
    today: store.today(),
    zone: workspace.zone,
    title: workspace.name,
    packs,
    entries,
    pieces: pieceIds === null ? piecesIn(entries) : pieceIds.flatMap((id) => exportPiece(store, id) ?? []),
    accounts: accounts.filter(({ closed }) => !closed).sort((a, b) => (a.order < b.order ? -1 : 1)),
    backdrop: {
      weekStart: workspace.weekStart,
      campaigns: listViews(db, 'campaign').filter(({ id }) => allows(choice.campaignIds, id)),
      phases: listViews(db, 'phase'),
      workspace,
    },
    shown: { look: choice.look, from: choice.from, to: choice.to, filter: filterOf(store, choice, accounts) },
    stamp: { by: meOf(store), at: `${store.today()} ${now.time}` },
  };
  return { model, prepared, missing: chosen.length - ready.length };
}

const allows = <T>(list: readonly T[], value: T | null): boolean =>
  list.length === 0 || (value !== null && list.includes(value));

/** Where no days are asked for, what waits for one is chosen too, at the end. */
function chosenPlacements(
  { db }: StoreContext,
  choice: ExportChoice,
  accounts: readonly Account[],
  pieceIds: readonly string[] | null,
): readonly Placement[] {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const ofPieces = pieceIds === null ? null : new Set(pieceIds);
  const all = [
    ...placementsBetween(db, choice.from ?? FIRST_DAY, choice.to ?? LAST_DAY),
    ...(choice.from === null && choice.to === null ? placementsWithoutDay(db) : []),
  ];
  return all.filter(
    ({ id, outcome, campaignId, accountId, pieceId }) =>
      (choice.outcomes.length === 0 ? outcome !== 'skipped' : choice.outcomes.includes(outcome)) &&
      (ofPieces === null || (pieceId !== null && ofPieces.has(pieceId))) &&
      allows(choice.placementIds, id) &&
      allows(choice.campaignIds, campaignId) &&
      allows(choice.accountIds, accountId) &&
      allows(choice.personaIds, byId.get(accountId ?? '')?.personaId ?? null),
  );
}

/** As a filter of the plan asks for it: what is settled can no longer be mended. */
function foundIn({ placement, adapted, behind }: Prepared): readonly FindingKind[] {
  if (placement.outcome === 'live' || placement.outcome === 'skipped') return ['clean'];
  const found = (['error', 'warning'] as const).filter((severity) =>
    adapted.findings.some((finding) => finding.severity === severity),
  );
  const all: readonly FindingKind[] = behind ? [...found, 'behind'] : found;
  return all.length === 0 ? ['clean'] : all;
}

/** The pieces of these entries, each once, in order of first appearance. */
const piecesIn = (entries: ExportModel['entries']): readonly ExportPiece[] => [
  ...new Map(entries.map(({ piece, doc, persona, images }) => [piece.id, { piece, doc, persona, images }])).values(),
];

/** A piece as forms about pieces take it; null when it is gone or its text cannot be read. */
export function exportPiece({ db }: StoreContext, id: string): ExportPiece | null {
  const piece = readView(db, 'piece', id);
  const { doc } = readBody(db, id);
  if (piece === null || doc === null) return null;
  const assets = readViews(db, 'asset', assetsOf(piece, doc));
  const hashes = new Map(assets.map((asset) => [asset.id, asset.hash]));
  const persona = piece.personaId === null ? null : readView(db, 'persona', piece.personaId);
  const images = sourceOf(piece, doc, assets).images.map((image) => ({ ...image, hash: hashes.get(image.src) ?? '' }));
  return { piece, doc, persona, images };
}

function filterOf(store: StoreContext, choice: ExportChoice, accounts: readonly Account[]): readonly string[] {
  const { db } = store;
  const { lang } = choice;
  const packs = store.packs();
  return sayFilter(lang, {
    campaigns: choice.campaignIds.map((id) => readView(db, 'campaign', id)?.name ?? id),
    platforms: choice.platforms.map((id) => packs.find((pack) => pack.id === id)?.[lang] ?? id),
    accounts: choice.accountIds.map((id) => accounts.find((account) => account.id === id)?.name ?? id),
    personas: choice.personaIds.map((id) => readView(db, 'persona', id)?.name ?? id),
    kinds: choice.pieceKinds,
    states: choice.states,
    outcomes: choice.outcomes,
    findings: choice.findings,
    picked: choice.placementIds.length + (choice.pieces?.kind === 'ids' ? choice.pieces.ids.length : 0),
  });
}

/** The name of the person at this machine; empty where a plan came without one. */
const meOf = ({ db, clock }: StoreContext): string =>
  listViews(db, 'member').find(({ nodes }) => nodes.includes(clock.node))?.name ?? '';
