import type { FirstScreen, Outline } from '../../contract';
import { outlineTypes } from '../../contract/outline';
import { weeksAround } from '../../core/schedule/days';
import type { StoreContext } from './context';
import { historyState } from './history/undo';
import { countPieces, countTray, trayOf } from './library/tray';
import { placementCards, placementsBetween } from './plan/placements';
import { listViews } from './rows';
import { workspaceOf } from './workspace';

/** Everything small that every screen needs. */
export function outlineOf({ db }: StoreContext): Outline {
  const lists = Object.fromEntries(outlineTypes.map((type) => [type, listViews(db, type)]));
  return { ...lists, pieceCount: countPieces(db), trayCount: countTray(db) } as unknown as Outline;
}

/** What the matrix shows when the studio is opened: one answer instead of five calls in a row. */
export async function firstScreen(store: StoreContext): Promise<FirstScreen> {
  const today = store.today();
  const range = weeksAround('fortnight', today, workspaceOf(store.db).weekStart);
  const outline = outlineOf(store);
  const platforms = new Set(outline.account.map(({ platform }) => platform));
  return {
    today,
    range,
    outline,
    cards: placementCards(store.db, placementsBetween(store.db, range.from, range.to)),
    tray: trayOf(store),
    history: historyState(store.db),
    faces: Object.fromEntries(
      store
        .packs()
        .filter(({ id }) => platforms.has(id))
        .map(({ id, zh, en, glyph }) => [id, { zh, en, glyph }]),
    ),
  };
}
