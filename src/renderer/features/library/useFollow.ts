import { useEffect, useRef } from 'react';
import type { PieceFilter } from '../../../contract';
import type { Cursor } from '../../state/library';
import { type Desk, libraryOf, putCursor } from './desk';
import type { Pieces } from './usePieces';

/**
 * Keeps the cursor on its piece when the list moves under it: after an edit, an undo, a search, and on the way back
 * from the editor, where the piece may stand on another page by now. A piece that left the list leaves the cursor at
 * its place, on the next one.
 */
export function useFollow(
  desk: Desk,
  filter: PieceFilter,
  column: number,
  pieces: Pieces,
  show: (index: number) => void,
): void {
  const looked = useRef(-1);
  useEffect(() => {
    const { cursor } = libraryOf(desk);
    if (pieces.waiting || cursor.column !== column || looked.current === pieces.turn) return;
    const first = looked.current === -1;
    const put = (index: number, id: string | null): void => {
      const next: Cursor = { column, index, id };
      if (next.index !== cursor.index || next.id !== cursor.id) putCursor(desk, next);
      if (index !== cursor.index) show(index);
    };
    if (cursor.id === null) {
      looked.current = pieces.turn;
      put(cursor.index, pieces.rows.get(cursor.index)?.id ?? null);
      return;
    }
    if (pieces.rows.get(cursor.index)?.id === cursor.id) {
      looked.current = pieces.turn;
      return;
    }
    for (const [index, { id }] of pieces.rows)
      if (id === cursor.id) {
        looked.current = pieces.turn;
        put(index, id);
        return;
      }
    // The page it should be on is still on its way: wait for that before calling the piece gone.
    if (cursor.index < pieces.total && !pieces.rows.has(cursor.index)) return;
    looked.current = pieces.turn;
    const stay = (): void => {
      const index = Math.max(0, Math.min(cursor.index, pieces.total - 1));
      put(index, pieces.rows.get(index)?.id ?? null);
    };
    if (!first) {
      stay();
      return;
    }
    void desk.studio.api.call('piece.ids', { filter }).then((answer) => {
      const index = answer.ok ? answer.value.ids.indexOf(cursor.id ?? '') : -1;
      if (libraryOf(desk).cursor !== cursor) return;
      if (index < 0) stay();
      else put(index, cursor.id);
    });
  }, [desk, filter, column, pieces, show]);
}
