import type { Target } from '../../../../core/schedule/move';
import type { Choice } from '../../../state/planning/acts';
import type { Load } from '../../../state/planning/load';

type Point = { readonly x: number; readonly y: number };
type Placements = Extract<Load, { kind: 'placements' }>;

/** A small menu of the plan at a point of the window: the twin of every drag and of every key. */
export type PlanMenu = Point &
  (
    | { readonly kind: 'tile'; readonly load: Placements }
    | { readonly kind: 'slip'; readonly pieceId: string }
    /** A post that is only proposed. */
    | { readonly kind: 'proposed'; readonly load: Load }
    | { readonly kind: 'cell'; readonly target: Target }
    | { readonly kind: 'choose'; readonly choice: Choice }
    /** A place to be given by hand. */
    | { readonly kind: 'place'; readonly load: Load; readonly copy: boolean }
  );
