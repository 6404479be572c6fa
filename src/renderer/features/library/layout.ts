import { type LibraryLayout, START } from '../../state/library';
import { type Desk, libraryOf } from './desk';
import { rememberLayout } from './layoutMemory';

/** Lays the same pieces out another way. The cursor stays on its piece; the plain library's layout is remembered. */
export function setLayout(desk: Desk, layout: LibraryLayout): void {
  const { boot, setLibrary } = desk.studio.getState();
  const { viewId, cursor } = libraryOf(desk);
  const here = desk.layout?.here() ?? null;
  setLibrary({ layout, cursor: { ...START, id: here?.id ?? cursor.id }, anchor: null, scroll: [] });
  if (viewId === null) rememberLayout(boot?.workspace?.key ?? '', layout);
  // The layout that stands now is another one; the focus goes on in it, once it is drawn.
  setTimeout(() => desk.layout?.focus(), 0);
}
