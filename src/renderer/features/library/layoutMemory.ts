import { type LibraryLayout, libraryLayouts } from '../../state/library';

/**
 * The layout of a workspace's plain library, remembered on this machine: it is a habit of the eye and no part of a
 * plan. A saved view carries its own.
 */
const keyOf = (workspace: string): string => `library.layout.${workspace}`;

export function recallLayout(workspace: string): LibraryLayout {
  const stored = localStorage.getItem(keyOf(workspace));
  return libraryLayouts.find((known) => known === stored) ?? 'list';
}

export const rememberLayout = (workspace: string, layout: LibraryLayout): void =>
  localStorage.setItem(keyOf(workspace), layout);
