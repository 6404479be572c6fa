import type { Problem, ProposePiece, Unit } from './types';

/** Order of ids: plain text, so that every machine agrees. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** The posts a proposal is asked for, in order of their pieces: what was chosen and has no place yet. */
export const unitsOf = ({ pieces, rules }: Problem): readonly Unit[] =>
  [...pieces].sort(byId).flatMap((piece) => unitsOfPiece(piece, rules.accountsPerPiece));

export function unitsOfPiece({ id, formats, on }: ProposePiece, accountsPerPiece: number): readonly Unit[] {
  if (formats.length > 0)
    return [...formats]
      .sort()
      .filter((format) => !on.some((one) => one.format === format))
      .map((format) => ({ key: `${id} ${format}`, pieceId: id, format }));
  const missing = Math.max(0, accountsPerPiece - on.length);
  return Array.from({ length: missing }, (_, index) => ({ key: `${id} ${index + 1}`, pieceId: id, format: null }));
}
