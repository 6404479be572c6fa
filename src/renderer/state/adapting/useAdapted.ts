import { useEffect, useState } from 'react';
import type { OpenedPiece, PlacementCard } from '../../../contract';
import { useStudio, useStudioHandle } from '../StudioProvider';
import type { Adapted } from './adaptPlacement';

export type AdaptedPlacement = {
  readonly opened: OpenedPiece;
  /** The sibling in the account's language, when the piece itself speaks the other. */
  readonly sibling: OpenedPiece | null;
  readonly adapted: Adapted | null;
  /** What it was made after: another value means that something behind it has changed since. */
  readonly after: string;
};

/** Opens the piece behind a placement and adapts it; again when piece, variant, account or rules change. */
export function useAdapted(card: PlacementCard | undefined): AdaptedPlacement | null {
  const { api } = useStudioHandle();
  const outline = useStudio((state) => state.outline);
  const packs = useStudio((state) => state.packs);
  const report = useStudio((state) => (card === undefined ? undefined : state.reports[card.id]));
  const after = `${useChanges(card?.pieceId ?? null)} ${report?.errors} ${report?.warnings} ${report?.behind}`;
  const [found, setFound] = useState<AdaptedPlacement | null>(null);
  useEffect(() => {
    if (card?.pieceId == null || outline === null || packs === null) return;
    const pieceId = card.pieceId;
    let current = true;
    const read = async () => {
      const answer = await api.call('piece.open', { id: pieceId });
      if (!answer.ok || !current) return;
      const account = outline.account.find((candidate) => candidate.id === card.accountId);
      const other = answer.value.siblings.find(
        (sibling) => account !== undefined && account.lang !== answer.value.piece.lang && sibling.lang === account.lang,
      );
      const sibling = other === undefined ? null : await api.call('piece.open', { id: other.id });
      const { adaptPlacement } = await import('./adaptPlacement');
      if (!current) return;
      const used = sibling?.ok === true ? sibling.value : null;
      setFound({
        opened: answer.value,
        sibling: used,
        adapted: adaptPlacement(card, answer.value, used, outline, packs),
        after,
      });
    };
    void read();
    return () => {
      current = false;
    };
  }, [api, card, outline, packs, after]);
  return found;
}

/** Counts changes that touch a piece, so that an effect can depend on them. */
function useChanges(pieceId: string | null): number {
  const { api } = useStudioHandle();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (pieceId === null) return;
    return api.on('changed', ({ types }) => {
      if (types.some((type) => type === 'piece' || type === 'variant')) setTurn((before) => before + 1);
    });
  }, [api, pieceId]);
  return turn;
}
