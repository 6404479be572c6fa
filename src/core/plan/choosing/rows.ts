import { type BlockChange, diffBlocks } from '../../diff/blocks';
import type { Part } from '../../diff/text';
import type { BlockNode, Doc } from '../../model/doc';
import { canonical } from '../canonical';

/** What of a place where two texts differ goes into the text that will stand. */
export const picks = ['mine', 'theirs', 'both'] as const;
export type Pick = (typeof picks)[number];

/**
 * One place of two texts laid side by side. Where they differ, `usual` is what follows from the text both began from
 * without a decision: the side that changed it, or was alone in writing it. Null: both changed it, a person chooses.
 */
export type ChoiceRow =
  | { readonly kind: 'same'; readonly block: BlockNode }
  | {
      readonly kind: 'differs';
      readonly mine: BlockNode | null;
      readonly theirs: BlockNode | null;
      /** The words from mine to theirs, where both have the block. */
      readonly parts: readonly Part[];
      readonly usual: Pick | null;
    };

/**
 * Two concurrent texts as rows, in reading order. Without the text they began from, what only one side has stays (nothing
 * is lost by keeping it) and what both have in two forms is for a person.
 *
 * Laws: `chosenDoc` of all `mine` is mine, of all `theirs` is theirs, but for the ids of blocks that say the same.
 */
export function choiceRows(base: Doc | null, mine: Doc, theirs: Doc): readonly ChoiceRow[] {
  const before = base === null ? null : baseOf(base);
  return diffBlocks(mine, theirs).map((change) => rowOf(before, change));
}

function rowOf(base: Base | null, change: BlockChange): ChoiceRow {
  switch (change.kind) {
    case 'same':
      return { kind: 'same', block: change.before };
    case 'changed': {
      const { before: mine, after: theirs, parts } = change;
      return { kind: 'differs', mine, theirs, parts, usual: usualOfTwo(base, mine, theirs) };
    }
    case 'removed': {
      const usual = change.moved ? 'mine' : usualOfOne(base, change.before, 'mine');
      return { kind: 'differs', mine: change.before, theirs: null, parts: [], usual };
    }
    case 'added': {
      // What was moved stands where mine has it already.
      const usual = change.moved ? 'mine' : usualOfOne(base, change.after, 'theirs');
      return { kind: 'differs', mine: null, theirs: change.after, parts: [], usual };
    }
  }
}

type Base = { readonly held: ReadonlySet<string>; readonly ids: ReadonlySet<string> };

const baseOf = ({ content }: Doc): Base => ({
  held: new Set(content.map(keyOf)),
  ids: new Set(content.flatMap(({ attrs }) => attrs?.id ?? [])),
});

/** A block without its id and without marks that are off: what a reader sees of it. */
const keyOf = (block: BlockNode): string => {
  const { id: _id, ...attrs } = (block.attrs ?? {}) as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(attrs).filter(([, value]) => value != null && value !== false));
  return canonical({ ...block, attrs: kept } as never);
};

/** The side that changed it; null when both did, or nobody knows. */
function usualOfTwo(base: Base | null, mine: BlockNode, theirs: BlockNode): Pick | null {
  if (base === null) return null;
  const [hadMine, hadTheirs] = [base.held.has(keyOf(mine)), base.held.has(keyOf(theirs))];
  if (hadMine === hadTheirs) return null;
  return hadMine ? 'theirs' : 'mine';
}

/** `side` alone has the block: it put it in, or the other took it out, perhaps while this side was rewriting it. */
function usualOfOne(base: Base | null, block: BlockNode, side: 'mine' | 'theirs'): Pick | null {
  const other = side === 'mine' ? 'theirs' : 'mine';
  if (base === null) return side;
  if (base.held.has(keyOf(block))) return other;
  const id = block.attrs?.id ?? null;
  return id !== null && base.ids.has(id) ? null : side;
}

/** How many places still wait for a choice. */
export const openRows = (rows: readonly ChoiceRow[], chosen: ReadonlyMap<number, Pick>): number =>
  rows.filter((row, at) => row.kind === 'differs' && (chosen.get(at) ?? row.usual) === null).length;

/** What a place puts into the text, `usual` unless somebody said otherwise; null while it waits. */
export function blocksOf(row: ChoiceRow, said: Pick | undefined): readonly BlockNode[] | null {
  if (row.kind === 'same') return [row.block];
  const pick = said ?? row.usual;
  if (pick === null) return null;
  const sides = [pick === 'theirs' ? null : row.mine, pick === 'mine' ? null : row.theirs];
  return sides.filter((block) => block !== null);
}

/** The text as chosen, `usual` where nobody said otherwise; null while a place waits. An empty choice is an empty paragraph. */
export function chosenDoc(rows: readonly ChoiceRow[], chosen: ReadonlyMap<number, Pick>): Doc | null {
  if (openRows(rows, chosen) > 0) return null;
  const content = rows.flatMap((row, at) => blocksOf(row, chosen.get(at)) ?? []);
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : withOwnIds(content) };
}

/** Two forms of one block keep standing under one id only once: the second goes without, and gets its own when it is edited. */
function withOwnIds(content: readonly BlockNode[]): Doc['content'] {
  const seen = new Set<string>();
  return content.map((block): BlockNode => {
    const id = block.attrs?.id ?? null;
    if (id === null || id === '') return block;
    if (!seen.has(id)) {
      seen.add(id);
      return block;
    }
    return { ...block, attrs: { ...block.attrs, id: null } } as BlockNode;
  });
}
