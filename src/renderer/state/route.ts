import type { Slice } from './slice';

/** Where the user is. State, not addresses: there is one window and nothing to bookmark. */
export type Route =
  | {
      readonly screen: 'matrix' | 'calendar' | 'desk' | 'library' | 'campaign' | 'media' | 'export' | 'import';
    }
  /** What waits for a decision; at one record's when somebody was sent there for it. */
  | { readonly screen: 'conflicts'; readonly id?: string }
  /** A received plan; its tab of the ones merged before when somebody was sent there for it. */
  | { readonly screen: 'merge'; readonly tab?: 'past' }
  /** Texts out for reading and what comes back; with a task, the one file or choice it is about. */
  | { readonly screen: 'marks'; readonly task?: MarksTask }
  /** Settings open at a group when somebody was sent there for it. */
  | { readonly screen: 'settings'; readonly group?: 'accounts' | 'reminders' | 'backups' }
  | { readonly screen: 'editor'; readonly pieceId: string; readonly aim?: EditorAim }
  /** A piece's versions beside its source; the first one that asks for a look, unless one is named. */
  | { readonly screen: 'review'; readonly pieceId: string; readonly target?: ReviewTarget };

/** Texts to hand over, or a file that came: somebody's review, marks on ours, a slip of the desk. */
export type MarksTask =
  | {
      readonly kind: 'hand';
      /** None: what the plan's screens show. */
      readonly pieceIds: readonly string[];
      /** Pieces that were chosen beyond these. */
      readonly more?: number;
      readonly campaignId?: string;
    }
  | { readonly kind: 'review' | 'marks' | 'slip'; readonly token: string }
  /** One text with its marks. */
  | { readonly kind: 'text'; readonly target: ReadTarget };
/** A piece's own text, or its version for a format and an account. */
type ReadTarget = { readonly pieceId: string; readonly format: string | null; readonly accountId: string | null };

/** What to show first in the editor: one version, at the field (of it or of its source) that asks to be mended. */
export type EditorAim = { readonly format: string; readonly accountId: string | null; readonly field: string };

/** One version of a piece. */
export type ReviewTarget = Pick<EditorAim, 'format' | 'accountId'>;

export type Screen = Route['screen'];

export type RouteSlice = {
  readonly route: Route;
  /** Where the user came from, for going back out of the editor. */
  readonly cameFrom: Route | null;
  readonly go: (route: Route) => void;
  readonly openPiece: (pieceId: string, aim?: EditorAim) => void;
  readonly openReview: (pieceId: string, target?: ReviewTarget) => void;
  readonly goBack: () => void;
};

export const routeSlice: Slice<RouteSlice> = () => (set, get) => ({
  route: { screen: 'matrix' },
  cameFrom: null,
  go: (route) => {
    const from = get().route;
    if (from.screen === route.screen && !isOfPiece(from) && route.screen !== 'marks') return;
    // Between a piece and its review one stays with the piece: back leads to where it was opened.
    set({ route, cameFrom: isOfPiece(from) && isOfPiece(route) ? get().cameFrom : from });
  },
  openPiece: (pieceId, aim) => get().go({ screen: 'editor', pieceId, ...(aim === undefined ? {} : { aim }) }),
  openReview: (pieceId, target) => get().go({ screen: 'review', pieceId, ...(target === undefined ? {} : { target }) }),
  goBack: () => {
    const from = get().cameFrom;
    set({ route: from === null || isOfPiece(from) ? { screen: 'library' } : from, cameFrom: null });
  },
});

/** Whether a place is about one piece. */
export const isOfPiece = (route: Route): route is Extract<Route, { readonly pieceId: string }> => 'pieceId' in route;
