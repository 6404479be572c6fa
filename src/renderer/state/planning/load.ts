import type { PlacementCard } from '../../../contract';
import type { Target } from '../../../core/schedule/move';
import type { WallTime } from '../../../core/time/wallDate';
import { selectedIds } from '../selection';
import type { StudioState } from '../studio';

/**
 * What is being carried: placements grabbed at one of them, or a piece from the tray. The cards are those of the
 * moment they were taken up, so that they can be carried to days whose plan is loaded in their stead.
 */
export type Load =
  | {
      readonly kind: 'placements';
      readonly ids: readonly string[];
      readonly cards: readonly PlacementCard[];
      readonly grabbed: PlacementCard;
    }
  | {
      readonly kind: 'piece';
      readonly pieceId: string;
      readonly title: string;
      /** A post that is only proposed: by its key, with where it stands in the proposal. */
      readonly proposed?: { readonly key: string; readonly at: Target; readonly time: WallTime };
    };

/** Where a load is: over a cell, over the tray, or nowhere it could be let go. */
export type Over = Target | 'tray' | null;

/** A placement with all that are selected, when it is one of them; null when it is not on the plan in view. */
export function loadOf({ cards, selection }: StudioState, id: string): Load | null {
  const chosen = selectedIds(selection);
  return loadOfAll(cards, chosen.includes(id) ? chosen : [id], id);
}

export function loadOfAll(cards: readonly PlacementCard[], ids: readonly string[], grabbedId: string): Load | null {
  const taken = cards.filter((card) => ids.includes(card.id) && card.day !== null);
  const grabbed = taken.find((card) => card.id === grabbedId);
  if (grabbed === undefined) return null;
  return { kind: 'placements', ids: taken.map((card) => card.id), cards: taken, grabbed };
}
