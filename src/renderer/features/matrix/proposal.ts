import { useMemo } from 'react';
import { type Cells, cellKey } from '../../../core/schedule/cells';
import type { Planned } from '../../../core/schedule/planned';
import { type Proposing, proposedKey, proposedOf } from '../../state/proposing';
import { useStudio } from '../../state/StudioProvider';

/** A proposed post as the matrix draws it. */
export type GhostPost = Planned & { readonly key: string };

const none: readonly GhostPost[] = [];

/** What is proposed and still chosen, as posts of the plan that are not there yet. */
export function useGhostPosts(): readonly GhostPost[] {
  const all = useStudio(({ proposing }) => proposedOf(proposing));
  const chosen = useStudio(({ proposing }) => proposing?.chosen ?? null);
  const pieces = useStudio(({ proposing }: { readonly proposing: Proposing | null }) => proposing?.state?.pieces);
  return useMemo(() => {
    if (all.length === 0 || chosen === null) return none;
    return all
      .filter((one) => chosen.has(proposedKey(one)))
      .map(
        (one): GhostPost => ({
          key: proposedKey(one),
          id: proposedKey(one),
          pieceId: one.pieceId,
          accountId: one.accountId,
          format: one.format,
          day: one.day,
          time: one.time,
          outcome: 'planned',
          pieceState: 'idea',
          kind: one.facts.kind,
          title: pieces?.[one.pieceId]?.title ?? '',
          campaignId: null,
        }),
      );
  }, [all, chosen, pieces]);
}

/** The cells with room for what is proposed; the same map while nothing is. */
export function useWithProposal<P extends Planned>(cells: Cells<P>): Cells<Planned> {
  const ghosts = useGhostPosts();
  return useMemo(() => {
    if (ghosts.length === 0) return cells;
    const joined = new Map<string, readonly Planned[]>(cells);
    for (const ghost of ghosts) {
      if (ghost.accountId === null || ghost.day === null) continue;
      const key = cellKey(ghost.accountId, ghost.day);
      joined.set(key, [...(joined.get(key) ?? []), ghost]);
    }
    return joined;
  }, [cells, ghosts]);
}
