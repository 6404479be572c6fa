import type { Slice } from './slice';

/** Where the user is. State, not addresses: there is one window and nothing to bookmark. */
export type Route =
  | { readonly screen: 'matrix' | 'calendar' | 'library' | 'media' | 'export' | 'import' }
  /** Settings open at a group when somebody was sent there for it. */
  | { readonly screen: 'settings'; readonly group?: 'accounts' }
  | { readonly screen: 'editor'; readonly pieceId: string; readonly aim?: EditorAim };

/** What to show first in the editor: one version, at the field (of it or of its source) that asks to be mended. */
export type EditorAim = { readonly format: string; readonly accountId: string | null; readonly field: string };

export type Screen = Route['screen'];

export type RouteSlice = {
  readonly route: Route;
  /** Where the user came from, for going back out of the editor. */
  readonly cameFrom: Route | null;
  readonly go: (route: Route) => void;
  readonly openPiece: (pieceId: string, aim?: EditorAim) => void;
  readonly goBack: () => void;
};

export const routeSlice: Slice<RouteSlice> = () => (set, get) => ({
  route: { screen: 'matrix' },
  cameFrom: null,
  go: (route) => {
    const from = get().route;
    if (from.screen === route.screen && from.screen !== 'editor') return;
    set({ route, cameFrom: from });
  },
  openPiece: (pieceId, aim) => get().go({ screen: 'editor', pieceId, ...(aim === undefined ? {} : { aim }) }),
  goBack: () => {
    const from = get().cameFrom;
    set({ route: from === null || from.screen === 'editor' ? { screen: 'library' } : from, cameFrom: null });
  },
});
