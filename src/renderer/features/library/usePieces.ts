import { useEffect, useRef, useState } from 'react';
import type { PieceCard, PieceFilter, PieceList } from '../../../contract';
import type { Failure } from '../../../core/result';
import { useStudioHandle } from '../../state/StudioProvider';
import { useChangeTurn } from '../../state/useChangeTurn';
import type { Window } from '../../ui/useWindowing';

export type Pieces = Omit<PieceList, 'items'> & {
  /** By place in the list; a hole is one whose page is on its way. */
  readonly rows: ReadonlyMap<number, PieceCard>;
  readonly failure: Failure | null;
  /** Nothing has been answered yet. */
  readonly waiting: boolean;
  /** Counts the readings, so that who follows a piece knows that places may have moved. */
  readonly turn: number;
};

const PAGE = 100;
/** Rest before the list follows what is typed into the search field, in milliseconds. */
const TYPING_REST = 90;
/** One edit makes several facts; they are answered by one reading. In milliseconds. */
const CHANGE_REST = 60;

export const nothingRead: Pieces = {
  rows: new Map(),
  total: 0,
  exact: true,
  hidden: 0,
  unindexed: 0,
  unchecked: 0,
  notes: [],
  failure: null,
  waiting: true,
  turn: 0,
};

/** The pieces of a filter, read by pages as they come into sight, and again after a change. */
export function usePieces(filter: PieceFilter, seen: Window): Pieces {
  const { api } = useStudioHandle();
  const [pieces, setPieces] = useState<Pieces>(nothingRead);
  const turn = useChangeTurn(CHANGE_REST, shown);
  const round = useRef({ key: '', id: 0, pages: new Set<number>(), fresh: true });
  const key = JSON.stringify([filter, turn]);

  const from = Math.floor(seen.first / PAGE);
  const to = Math.floor(Math.max(seen.first, seen.last - 1) / PAGE);
  useEffect(() => {
    const now = round.current;
    const fresh = now.key !== key;
    if (fresh) round.current = { key, id: now.id + 1, pages: new Set(), fresh: true };
    const { id, pages } = round.current;
    const [wanted] = JSON.parse(key) as [PieceFilter, number];
    const read = async (page: number): Promise<void> => {
      pages.add(page);
      const answer = await api.call('piece.list', { filter: wanted, limit: PAGE, offset: page * PAGE });
      if (round.current.id !== id) return;
      if (!answer.ok) {
        pages.delete(page);
        setPieces((before) => ({ ...before, failure: answer.failure, waiting: false }));
        return;
      }
      const { items, ...facts } = answer.value;
      // The first page of a new reading takes the place of the old one at once, so nothing flickers in between.
      const first = round.current.fresh;
      round.current.fresh = false;
      setPieces((before) => {
        const rows = new Map(first ? [] : before.rows);
        items.forEach((item, index) => {
          rows.set(page * PAGE + index, item);
        });
        return { ...facts, rows, failure: null, waiting: false, turn: id };
      });
    };
    const readSeen = (): void => {
      for (let page = from; page <= to; page += 1) if (!pages.has(page)) void read(page);
    };
    if (!fresh || wanted.query === '') {
      readSeen();
      return;
    }
    const timer = setTimeout(readSeen, TYPING_REST);
    return () => clearTimeout(timer);
  }, [api, key, from, to]);

  return pieces;
}

/** Records whose change may be seen in a list of pieces. */
const shown: ReadonlySet<string> = new Set(['piece', 'placement', 'variant', 'persona', 'campaign', 'account']);
