import { type PieceKind, pieceKinds, type Subkind, subkinds } from '../model/vocabulary';

/** Kinds and sub-kinds of a filter: pieces of any one of them. */
export type KindChoice = { readonly kinds: readonly PieceKind[]; readonly subkinds: readonly Subkind[] };

/**
 * What is chosen once `values` are ticked. A kind holds all its sub-kinds, so the two never stand beside each other: the
 * one ticked last counts. A sub-kind narrows its own kind, and other kinds stay as they are.
 */
export function chooseKinds(before: readonly string[], values: readonly string[]): KindChoice {
  const isNew = (value: string): boolean => values.includes(value) && !before.includes(value);
  const kinds = pieceKinds.filter((kind) => {
    const own: readonly string[] = subkinds[kind];
    return values.includes(kind) && (isNew(kind) || !own.some(isNew));
  });
  return {
    kinds,
    subkinds: pieceKinds
      .filter((kind) => !kinds.includes(kind))
      .flatMap((kind): readonly Subkind[] => subkinds[kind])
      .filter((subkind) => values.includes(subkind)),
  };
}
