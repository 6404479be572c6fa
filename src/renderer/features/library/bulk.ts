import type { PieceState } from '../../../core/model/records';
import type { ChangeLabel } from '../../../core/plan/labels';
import type { Op } from '../../../core/plan/ops';

/** What can be done to many pieces at once; each is one change with one undo. */
export type Bulk =
  | { readonly kind: 'trash' | 'restore' }
  | { readonly kind: 'state'; readonly state: PieceState }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'campaign'; readonly id: string; readonly name: string };

const set = (id: string, register: string, value: string | boolean | null): Op => ({
  kind: 'set',
  type: 'piece',
  id,
  register,
  value,
});

function opFor(id: string, bulk: Bulk): Op {
  switch (bulk.kind) {
    case 'trash':
      return set(id, 'trashed', true);
    case 'restore':
      return set(id, 'trashed', false);
    case 'state':
      return set(id, 'state', bulk.state);
    case 'tag':
      return { kind: 'add', type: 'piece', id, set: 'tags', element: bulk.tag };
    case 'campaign':
      return set(id, 'campaignId', bulk.id);
  }
}

const codes = {
  trash: 'piece_trash',
  restore: 'piece_restore',
  state: 'piece_edit',
  tag: 'piece_edit',
  campaign: 'piece_edit',
} as const satisfies Record<Bulk['kind'], ChangeLabel['code']>;

/** The one change for all of them, named after the piece when there is only one. */
export function bulkChange(
  pieces: readonly { readonly id: string; readonly title: string }[],
  bulk: Bulk,
): { readonly label: ChangeLabel; readonly ops: Op[] } {
  const [only] = pieces;
  const params: ChangeLabel['params'] =
    pieces.length === 1 && only !== undefined
      ? { count: 1, title: only.title.slice(0, 500) }
      : { count: pieces.length };
  return { label: { code: codes[bulk.kind], params }, ops: pieces.map(({ id }) => opFor(id, bulk)) };
}
