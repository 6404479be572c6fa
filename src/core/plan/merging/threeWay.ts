import { diffLists } from '../../diff/lists';
import { type BlockNode, type Doc, docSchema } from '../../model/doc';
import { canonical } from '../canonical';

/**
 * Raised when anything about laying two texts together changes: it is part of a merged text's id, so two versions of
 * the studio that disagree leave both texts standing instead of two that pretend to be one.
 */
export const MERGE_RULE = 1;

/**
 * One text of two that began from the same one, block by block; null when they touch the same place and a person must
 * choose. What the two sides are called does not matter: the answer is the same.
 *
 * - A block changed, moved or taken out by one side only is as that side has it.
 * - What both did alike was done once.
 * - New blocks go where their side put them; two sides that put different ones in the same place overlap, and so does
 *   a new block beside one the other side took out, which it may lean on.
 *
 * Blocks are known by their ids, kept through edits; those without one by what they hold.
 */
export function mergeDocs(base: Doc, one: Doc, other: Doc): Doc | null {
  const ours = changesOf(base, one);
  const theirs = changesOf(base, other);
  const content: BlockNode[] = [];
  for (let at = 0; at <= base.content.length; at += 1) {
    const come = comeAt(ours, theirs, at);
    if (come === null) return null;
    content.push(...come);
    const block = base.content[at];
    if (block === undefined) break;
    const stays = stayOf(block, ours.kept.get(at), theirs.kept.get(at));
    if (stays === null) return null;
    content.push(...stays);
  }
  const merged: Doc = { type: 'doc', content };
  const wasUnique = [base, one, other].every(hasUniqueIds);
  return (wasUnique && !hasUniqueIds(merged)) || !docSchema.safeParse(merged).success ? null : merged;
}

/** What one side made of the base: blocks that stayed, by their place there, and what came ahead of each place. */
type Changes = {
  readonly kept: ReadonlyMap<number, BlockNode>;
  readonly come: ReadonlyMap<number, readonly BlockNode[]>;
};

function changesOf(base: Doc, side: Doc): Changes {
  const kept = new Map<number, BlockNode>();
  const come = new Map<number, BlockNode[]>();
  let [from, to] = [0, 0];
  for (const { kind, count } of diffLists(keysOf(base), keysOf(side)) ?? [])
    for (let step = 0; step < count; step += 1) {
      if (kind === 'removed') from += 1;
      else if (kind === 'added') come.set(from, [...(come.get(from) ?? []), side.content[to++] as BlockNode]);
      else kept.set(from++, side.content[to++] as BlockNode);
    }
  return { kept, come };
}

/** A block's id where it is the only one of that name; else what it holds, and which of several alike it is. */
function keysOf({ content }: Doc): readonly string[] {
  const ids = content.map((block) => block.attrs?.id ?? null);
  const seen = new Map<string, number>();
  return content.map((block, index) => {
    const id = ids[index];
    if (id != null && id !== '' && ids.indexOf(id) === ids.lastIndexOf(id)) return `id ${id}`;
    const held = normal(block);
    const count = (seen.get(held) ?? 0) + 1;
    seen.set(held, count);
    return `${count} ${held}`;
  });
}

/** A mark that is off and a mark that is absent are the same mark: editors write either. */
const normal = (block: BlockNode): string =>
  canonical({
    ...block,
    attrs: Object.fromEntries(
      Object.entries(block.attrs ?? {}).filter(
        ([, value]) => value != null && value !== false && !(Array.isArray(value) && value.length === 0),
      ),
    ),
  });

const sameBlock = (a: BlockNode, b: BlockNode): boolean => normal(a) === normal(b);

/** The blocks that come at a place; null when the two sides disagree. */
function comeAt(ours: Changes, theirs: Changes, at: number): readonly BlockNode[] | null {
  const [a, b] = [ours.come.get(at) ?? [], theirs.come.get(at) ?? []];
  if (a.length > 0 && b.length > 0)
    return a.length === b.length && a.every((block, index) => sameBlock(block, b[index] as BlockNode))
      ? smaller(a, b)
      : null;
  if (a.length > 0) return leansOnGone(ours, theirs, at) ? null : a;
  if (b.length > 0) return leansOnGone(theirs, ours, at) ? null : b;
  return [];
}

/** What one side puts in stands beside a block that it kept and the other took out. */
const leansOnGone = (puts: Changes, other: Changes, at: number): boolean =>
  [at - 1, at].some((place) => puts.kept.has(place) && !other.kept.has(place));

/** What becomes of a block of the base: itself, one side's form of it, nothing; null when the two sides disagree. */
function stayOf(base: BlockNode, a: BlockNode | undefined, b: BlockNode | undefined): readonly BlockNode[] | null {
  if (a === undefined && b === undefined) return [];
  if (a === undefined || b === undefined) {
    const left = (a ?? b) as BlockNode;
    return sameBlock(left, base) ? [] : null;
  }
  if (sameBlock(a, b)) return smaller([a], [b]);
  if (sameBlock(a, base)) return [b];
  return sameBlock(b, base) ? [a] : null;
}

/** Of two spellings of the same blocks, the same one on every machine. */
const smaller = (a: readonly BlockNode[], b: readonly BlockNode[]): readonly BlockNode[] =>
  canonical(a) <= canonical(b) ? a : b;

function hasUniqueIds({ content }: Doc): boolean {
  const ids = content.flatMap(({ attrs }) => (attrs?.id == null || attrs.id === '' ? [] : [attrs.id]));
  return new Set(ids).size === ids.length;
}
