import { diffBlocks } from '../diff/blocks';
import { diffLists } from '../diff/lists';
import type { BlockNode, Doc, InlineNode, ListItemNode } from '../model/doc';

/** One line of two texts side by side: the same block in both languages, or one that only one of them has. */
export type AlignedRow = { readonly mine: number | null; readonly theirs: number | null };

/**
 * Aligns two bodies, as indices of their blocks. Blocks that carry the same id are the same (a sibling made here keeps
 * them); between such anchors the rest is paired in reading order, kind by kind.
 */
export function alignBlocks(mine: Doc, theirs: Doc): readonly AlignedRow[] {
  const keys = (doc: Doc, side: string) => doc.content.map((block, at) => block.attrs?.id ?? `${side}${at}`);
  const runs = diffLists(keys(mine, 'mine '), keys(theirs, 'theirs ')) ?? [];
  const rows: AlignedRow[] = [];
  let a = 0;
  let b = 0;
  let gapMine: number[] = [];
  let gapTheirs: number[] = [];
  const flush = (): void => {
    rows.push(...pairUp(mine, theirs, gapMine, gapTheirs));
    gapMine = [];
    gapTheirs = [];
  };
  for (const { kind, count } of runs)
    for (let step = 0; step < count; step += 1) {
      if (kind === 'removed') gapMine.push(a++);
      else if (kind === 'added') gapTheirs.push(b++);
      else {
        flush();
        rows.push({ mine: a++, theirs: b++ });
      }
    }
  flush();
  return rows;
}

/** Kinds decide who stands beside whom; what is left over stands alone, in order. */
function pairUp(mine: Doc, theirs: Doc, a: readonly number[], b: readonly number[]): readonly AlignedRow[] {
  const kindOf = (doc: Doc, at: number) => doc.content[at]?.type ?? '';
  const runs = diffLists(
    a.map((at) => kindOf(mine, at)),
    b.map((at) => kindOf(theirs, at)),
  );
  const rows: AlignedRow[] = [];
  let i = 0;
  let j = 0;
  for (const { kind, count } of runs ?? [])
    for (let step = 0; step < count; step += 1) {
      if (kind === 'removed') rows.push({ mine: a[i++] ?? null, theirs: null });
      else if (kind === 'added') rows.push({ mine: null, theirs: b[j++] ?? null });
      else rows.push({ mine: a[i++] ?? null, theirs: b[j++] ?? null });
    }
  return rows;
}

/** Blocks of `now`, by index, that are new or rewritten since `then`. */
export function changedSince(then: Doc, now: Doc): readonly number[] {
  const changed: number[] = [];
  let at = 0;
  for (const change of diffBlocks(then, now)) {
    if (change.kind === 'removed') continue;
    if (change.kind !== 'same') changed.push(at);
    at += 1;
  }
  return changed;
}

/** The same blocks with their ids, marks and pictures, and no words: what a translator starts on. Fields and tags stay. */
export const structureOf = (doc: Doc): Doc => ({ type: 'doc', content: doc.content.map(emptied) });

function emptied(block: BlockNode): BlockNode {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: (block.content ?? []).filter(isToken) };
    case 'codeBlock':
    case 'image':
    case 'horizontalRule':
      return block;
    case 'blockquote':
      return { ...block, content: block.content.map(emptied) };
    case 'bulletList':
    case 'orderedList':
      return { ...block, content: block.content.map(emptiedItem) };
    default:
      return block;
  }
}

const emptiedItem = (item: ListItemNode): ListItemNode => ({ ...item, content: item.content.map(emptied) });
const isToken = (node: InlineNode): boolean => node.type === 'field' || node.type === 'mention';
