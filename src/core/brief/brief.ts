import { briefKeys, type Piece, type PieceKind } from '../model/records';

/** How far a brief is filled in: only the fields its kind asks for count. */
export type BriefProgress = { readonly filled: number; readonly all: number };

export const briefProgress = (piece: Pick<Piece, 'kind' | 'brief'>): BriefProgress => {
  const keys = fieldsOf(piece.kind);
  return { filled: keys.filter((key) => isFilled(piece.brief, key)).length, all: keys.length };
};

export const fieldsOf = (kind: PieceKind): readonly string[] => briefKeys[kind];

export const isFilled = (brief: Piece['brief'], key: string): boolean =>
  Object.hasOwn(brief, key) && (brief[key] ?? '').trim() !== '';

/**
 * What the form shows: the fields of the kind in their order, then whatever else the brief holds (a kind was changed,
 * or a file brought its own). Nothing that was written ever disappears from sight.
 */
export const shownFields = (piece: Pick<Piece, 'kind' | 'brief'>): readonly string[] => {
  const asked = fieldsOf(piece.kind);
  return [...asked, ...Object.keys(piece.brief).filter((key) => !asked.includes(key) && isFilled(piece.brief, key))];
};
