import { useCallback, useEffect, useRef, useState } from 'react';
import type { HistoryPoint, PieceState } from '../../../../contract';
import { useStudioHandle } from '../../../state/StudioProvider';

export type History = {
  /** Newest first; null while the first page is read. */
  readonly points: readonly HistoryPoint[] | null;
  readonly total: number;
  readonly more: () => Promise<void>;
  readonly reload: () => Promise<void>;
};

const PAGE = 100;

/** The points of a piece, read page by page. */
export function useHistory(id: string): History {
  const { api } = useStudioHandle();
  const [points, setPoints] = useState<readonly HistoryPoint[] | null>(null);
  const [total, setTotal] = useState(0);
  const read = useCallback(
    async (before: readonly HistoryPoint[], limit: number) => {
      const answer = await api.call('piece.history', { id, after: before.at(-1)?.key ?? null, limit });
      setPoints(answer.ok ? [...before, ...answer.value.points] : before);
      if (answer.ok) setTotal(answer.value.total);
    },
    [api, id],
  );
  const reload = useCallback(() => read([], PAGE), [read]);
  useEffect(() => void reload(), [reload]);
  return { points, total, reload, more: () => read(points ?? [], PAGE) };
}

/** A side of a comparison: a point by its key, the present, or nothing at all. */
export const NOW = '@now';
export const NOTHING = '@nothing';

export type Compared = { readonly from: PieceState | null; readonly to: PieceState };

/** The piece at two moments, read when either changes; null while reading, or when one of them is not there any more. */
export function useCompared(
  id: string,
  from: string,
  to: string,
): { readonly compared: Compared | null; readonly reread: () => Promise<void> } {
  const { api } = useStudioHandle();
  const [compared, setCompared] = useState<Compared | null>(null);
  const latest = useRef(0);
  const reread = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    const at = async (moment: string) => {
      if (moment === NOTHING) return null;
      const answer = await api.call('piece.point', { id, key: moment === NOW ? null : moment });
      return answer.ok ? answer.value : null;
    };
    const [a, b] = await Promise.all([at(from), at(to)]);
    if (mine === latest.current)
      setCompared(b === null || (a === null && from !== NOTHING) ? null : { from: a, to: b });
  }, [api, id, from, to]);
  useEffect(() => void reread(), [reread]);
  return { compared, reread };
}
