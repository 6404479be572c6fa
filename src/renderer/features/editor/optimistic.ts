import { MAP_SEPARATOR } from '../../../core/model/record';
import type { Piece } from '../../../core/model/records';
import type { Op } from '../../../core/plan/ops';

/** The piece as it will be once the ops are committed: what the form shows while they are on their way. */
export const applyOps = (piece: Piece, ops: readonly Op[]): Piece => ops.reduce(applyOp, piece);

function applyOp(piece: Piece, op: Op): Piece {
  if (op.type !== 'piece' || op.id !== piece.id) return piece;
  switch (op.kind) {
    case 'set': {
      const dot = op.register.indexOf(MAP_SEPARATOR);
      if (dot < 0) return { ...piece, [op.register]: op.value };
      const map = op.register.slice(0, dot) as 'brief';
      const { [op.register.slice(dot + 1)]: _before, ...rest } = piece[map];
      return {
        ...piece,
        [map]: op.value === null ? rest : { ...rest, [op.register.slice(dot + 1)]: String(op.value) },
      };
    }
    case 'add':
      return withSet(piece, op.set as 'tags', (before) => [...new Set([...before, op.element])].sort());
    case 'remove':
      return withSet(piece, op.set as 'tags', (before) => before.filter((element) => element !== op.element));
    case 'create':
    case 'write':
    case 'delete':
    case 'revive':
      return piece;
  }
}

const withSet = (
  piece: Piece,
  name: 'tags' | 'formats',
  change: (before: readonly string[]) => readonly string[],
): Piece => ({ ...piece, [name]: change(piece[name]) });
