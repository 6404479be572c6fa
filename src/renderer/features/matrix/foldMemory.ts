/**
 * Which lanes of a workspace's matrix are folded, remembered on this machine: a habit of the eye, no part of a plan.
 */
const keyOf = (workspace: string): string => `matrix.folded.${workspace}`;

export const recallFolded = (workspace: string): readonly string[] =>
  (localStorage.getItem(keyOf(workspace)) ?? '').split(' ').filter((role) => role !== '');

export const rememberFolded = (workspace: string, folded: ReadonlySet<string>): void =>
  localStorage.setItem(keyOf(workspace), [...folded].join(' '));
