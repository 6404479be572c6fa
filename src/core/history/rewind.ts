import { MAP_SEPARATOR } from '../model/record';
import type { Piece } from '../model/records';
import type { Op } from '../plan/ops';

/** A small edit of one piece's fields, as history keeps it: everything but texts. */
export type FieldOp = Extract<Op, { readonly kind: 'set' | 'add' | 'remove' }>;

export const isFieldOp = (op: Op): op is FieldOp => op.kind === 'set' || op.kind === 'add' || op.kind === 'remove';

/** The visible piece with edits taken back; what is already so stays so. */
export const rewound = (piece: Piece, inverses: readonly FieldOp[]): Piece => inverses.reduce(withOp, piece);

function withOp(piece: Piece, op: FieldOp): Piece {
  if (op.kind === 'set') return withRegister(piece, op.register, op.value);
  const before = (piece as unknown as Readonly<Record<string, readonly string[]>>)[op.set] ?? [];
  const after =
    op.kind === 'add'
      ? [...new Set([...before, op.element])].sort()
      : before.filter((element) => element !== op.element);
  return { ...piece, [op.set]: after };
}

function withRegister(piece: Piece, register: string, value: unknown): Piece {
  const dot = register.indexOf(MAP_SEPARATOR);
  if (dot < 0) return { ...piece, [register]: value };
  const map = register.slice(0, dot) as 'brief';
  const key = register.slice(dot + 1);
  const { [key]: _before, ...rest } = piece[map];
  return { ...piece, [map]: value === null ? rest : { ...rest, [key]: String(value) } };
}

/** Names under which a field is compared and shown: `title`, `brief.deadline`, `tags`. */
export type FieldChange = { readonly field: string; readonly before: string; readonly after: string };

/** Fields that say what the piece is, apart from its text; where it stands in the plan is not history of the writing. */
const compared = [
  'title',
  'kind',
  'subkind',
  'lang',
  'state',
  'personaId',
  'campaignId',
  'ownerId',
  'product',
  'link',
  'notes',
  'coverId',
] as const;

/** What differs between two states of a piece, text aside: fields in a fixed order, then the brief's. Lists are joined. */
export function fieldChanges(before: Piece, after: Piece): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const look = (field: string, a: string | null | undefined, b: string | null | undefined): void => {
    if ((a ?? '') !== (b ?? '')) changes.push({ field, before: a ?? '', after: b ?? '' });
  };
  for (const field of compared) look(field, before[field], after[field]);
  for (const key of new Set([...Object.keys(before.brief), ...Object.keys(after.brief)]))
    look(`brief.${key}`, before.brief[key], after.brief[key]);
  look('tags', before.tags.join('、'), after.tags.join('、'));
  return changes;
}

/**
 * The ops that bring a piece's fields back to an earlier state. The writing's state, the trash and the names of points
 * stay as they are: restoring old words does not un-approve or un-name anything.
 */
export function restoreFieldOps(now: Piece, then: Piece): readonly FieldOp[] {
  const { id } = now;
  const set = (register: string, value: string | null): FieldOp => ({
    kind: 'set',
    type: 'piece',
    id,
    register,
    value,
  });
  const ops: FieldOp[] = [];
  for (const field of compared) if (field !== 'state' && now[field] !== then[field]) ops.push(set(field, then[field]));
  for (const key of new Set([...Object.keys(now.brief), ...Object.keys(then.brief)]))
    if (now.brief[key] !== then.brief[key]) ops.push(set(`brief.${key}`, then.brief[key] ?? null));
  for (const tag of now.tags)
    if (!then.tags.includes(tag)) ops.push({ kind: 'remove', type: 'piece', id, set: 'tags', element: tag });
  for (const tag of then.tags)
    if (!now.tags.includes(tag)) ops.push({ kind: 'add', type: 'piece', id, set: 'tags', element: tag });
  return ops;
}
