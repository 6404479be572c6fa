import type { ImportCard, ImportDetail } from '../../../contract';
import { bodyKey, compareRow, type Existing, type Library } from '../../../core/importing/compare';
import type { ImportRow } from '../../../core/importing/model';
import { type Known, resolveRow } from '../../../core/importing/resolve';
import { docText } from '../../../core/model/docText';
import { platformNames } from '../../../core/sheets/values/platforms';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { readBody } from '../pieces/pieces';
import { editedAt, listViews, readView } from '../rows';

/** A candidate row as the dry run keeps it. */
export type Entry = {
  readonly row: ImportRow;
  /** Places in the plan that can be made of it: those whose account is here. */
  readonly planned: number;
  /** The piece it equals or changes, and that piece's body version at the time. */
  readonly existing: { readonly id: string; readonly version: string | null } | null;
};

/** Compares and resolves rows as they arrive, against the workspace as it was when the reading began. */
export class Comparison {
  private readonly earlier = new Map<string, string>();
  private readonly byName: ReadonlyMap<string, readonly string[]>;
  private readonly known: Known;

  constructor(private readonly store: StoreContext) {
    this.byName = piecesByName(store.db);
    this.known = knownIn(store);
  }

  entryOf(read: ImportRow): Entry {
    const { row, existingId } = compareRow(read, this.library, this.earlier);
    const { messages, placements } = resolveRow(row, this.known);
    return {
      planned: placements.length,
      row: messages.length === 0 ? row : { ...row, messages: [...row.messages, ...messages] },
      existing: existingId === null ? null : { id: existingId, version: readBody(this.store.db, existingId).version },
    };
  }

  private readonly library: Library = (title, sourceKey) => {
    const ids = new Set([
      ...(sourceKey === '' ? [] : (this.byName.get(`key ${sourceKey}`) ?? [])),
      ...(title === '' ? [] : (this.byName.get(`title ${title}`) ?? [])),
    ]);
    return [...ids].flatMap((id): Existing[] => {
      const { doc } = readBody(this.store.db, id);
      return doc === null ? [] : [{ id, bodyKey: bodyKey(doc) }];
    });
  };
}

/** Living pieces by title and by source key, read once: a title has no index. */
function piecesByName(db: ReadDb): ReadonlyMap<string, readonly string[]> {
  const rows = prepared(
    db,
    "SELECT id, title, json_extract(registers, '$.sourceKey') AS source FROM piece WHERE alive = 1 AND trashed = 0 ORDER BY id",
  ).all() as { id: string; title: string; source: string | null }[];
  const found = new Map<string, string[]>();
  const put = (name: string, id: string): void => {
    const ids = found.get(name);
    if (ids === undefined) found.set(name, [id]);
    else ids.push(id);
  };
  for (const { id, title, source } of rows) {
    put(`title ${title}`, id);
    if (source !== null && source !== '') put(`key ${source}`, id);
  }
  return found;
}

export function knownIn({ db, packs: packsOf }: StoreContext): Known {
  const packs = packsOf();
  return {
    personas: listViews(db, 'persona'),
    campaigns: listViews(db, 'campaign'),
    members: listViews(db, 'member'),
    accounts: listViews(db, 'account'),
    packs,
    names: platformNames(packs),
  };
}

/** Longest excerpt of a row in lists, in UTF-16 units. */
const EXCERPT = 120;

export function cardOf({ row, planned, existing }: Entry, index: number): ImportCard {
  const { piece } = row;
  return {
    index,
    verdict: row.verdict,
    source: row.source,
    title: piece?.title ?? '',
    kind: piece?.kind ?? null,
    state: piece?.state ?? null,
    excerpt: piece === null ? '' : docText(piece.body).slice(0, EXCERPT).toWellFormed().replaceAll('\n', ' '),
    tags: piece?.tags ?? [],
    images: piece?.images.filter(({ found }) => found !== null).length ?? 0,
    placements: planned,
    messages: row.messages,
    existingId: existing?.id ?? null,
  };
}

/** Longest text of the piece that is there, for comparing by eye. */
const EXISTING_TEXT = 20_000;

export function detailOf(store: StoreContext, entry: Entry, index: number): ImportDetail {
  const { db } = store;
  const { placements } = resolveRow(entry.row, knownIn(store));
  const accountOf = (draft: object): string | null => placements.find((one) => one.draft === draft)?.accountId ?? null;
  const existing = entry.existing === null ? null : readView(db, 'piece', entry.existing.id);
  const doc = existing === null ? null : readBody(db, existing.id).doc;
  return {
    card: cardOf(entry, index),
    piece: entry.row.piece,
    placements: entry.row.placements.map((draft) => ({ ...draft, accountId: accountOf(draft) })),
    existing:
      existing === null
        ? null
        : {
            id: existing.id,
            title: existing.title,
            text: doc === null ? '' : docText(doc).slice(0, EXISTING_TEXT).toWellFormed(),
            updatedAt: editedAt(db, 'piece', existing.id),
          },
  };
}
