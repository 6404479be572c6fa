import type { BlockNode, Doc } from '../model/doc';
import { blockText } from '../model/docText';
import { canonical } from '../plan/canonical';
import { codePointCount } from '../text/length';
import { diffLists } from './lists';
import { diffText, type Part } from './text';

/** What became of one block between two versions of a body. */
export type BlockChange =
  | { readonly kind: 'same'; readonly before: BlockNode; readonly after: BlockNode }
  /** The same block, rewritten; `shape` when its kind, its formatting or its marks changed, perhaps its text not at all. */
  | {
      readonly kind: 'changed';
      readonly before: BlockNode;
      readonly after: BlockNode;
      readonly parts: readonly Part[];
      readonly shape: boolean;
    }
  /** `moved` when the same words went or came elsewhere in the text. */
  | { readonly kind: 'added'; readonly after: BlockNode; readonly moved: boolean }
  | { readonly kind: 'removed'; readonly before: BlockNode; readonly moved: boolean };

/**
 * How one body became the other, block by block and then word by word. Blocks that stayed are found first; what lies
 * between them is paired by block id, else by likeness. Law: `docBefore` and `docAfter` of the answer are the two bodies.
 */
export function diffBlocks(before: Doc, after: Doc): readonly BlockChange[] {
  const a = before.content;
  const b = after.content;
  const runs = diffLists(a.map(contentKey), b.map(contentKey)) ?? [];
  const changes: BlockChange[] = [];
  let from = 0;
  let to = 0;
  let gone: BlockNode[] = [];
  let come: BlockNode[] = [];
  const flush = (): void => {
    changes.push(...paired(gone, come));
    gone = [];
    come = [];
  };
  for (const { kind, count } of runs) {
    if (kind === 'removed') {
      gone.push(...a.slice(from, from + count));
      from += count;
    } else if (kind === 'added') {
      come.push(...b.slice(to, to + count));
      to += count;
    } else {
      flush();
      for (let step = 0; step < count; step += 1)
        changes.push({ kind: 'same', before: a[from + step] as BlockNode, after: b[to + step] as BlockNode });
      from += count;
      to += count;
    }
  }
  flush();
  return withMoves(changes);
}

/** Everything but the id: a block pasted back under a new id is the same block to a reader. */
const contentKey = (block: BlockNode): string => {
  const { id: _id, ...attrs } = (block.attrs ?? {}) as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(attrs).filter(([, value]) => !isEmpty(value)));
  return canonical({ ...block, attrs: kept });
};
/** A mark that is off and a mark that is absent are the same mark. */
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);

/** Alignment of a rewritten stretch in reading order: the pairs that together are most alike. */
function paired(gone: readonly BlockNode[], come: readonly BlockNode[]): readonly BlockChange[] {
  const removed = (before: BlockNode): BlockChange => ({ kind: 'removed', before, moved: false });
  const added = (after: BlockNode): BlockChange => ({ kind: 'added', after, moved: false });
  if (gone.length === 0 || come.length === 0 || gone.length * come.length > MOST_PAIRS)
    return [...gone.map(removed), ...come.map(added)];
  const bags = { gone: gone.map(bagOf), come: come.map(bagOf) };
  const width = come.length + 1;
  // best[i * width + j]: the most likeness of gone[i…] and come[j…].
  const best = new Float64Array((gone.length + 1) * width);
  const like = (i: number, j: number) =>
    likeness(gone[i] as BlockNode, come[j] as BlockNode, bags.gone[i] as Bag, bags.come[j] as Bag);
  for (let i = gone.length - 1; i >= 0; i -= 1)
    for (let j = come.length - 1; j >= 0; j -= 1) {
      const score = like(i, j);
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j] ?? 0,
        best[i * width + j + 1] ?? 0,
        score > 0 ? score + (best[(i + 1) * width + j + 1] ?? 0) : 0,
      );
    }
  const changes: BlockChange[] = [];
  let i = 0;
  let j = 0;
  while (i < gone.length && j < come.length) {
    const here = best[i * width + j] ?? 0;
    const score = like(i, j);
    if (score > 0 && here === score + (best[(i + 1) * width + j + 1] ?? 0)) {
      changes.push(changed(gone[i] as BlockNode, come[j] as BlockNode));
      i += 1;
      j += 1;
    } else if (here === (best[(i + 1) * width + j] ?? 0)) {
      changes.push(removed(gone[i] as BlockNode));
      i += 1;
    } else {
      changes.push(added(come[j] as BlockNode));
      j += 1;
    }
  }
  return [...changes, ...gone.slice(i).map(removed), ...come.slice(j).map(added)];
}

/** Beyond this a stretch is a new text, and pairing its blocks would cost more than it says. */
const MOST_PAIRS = 40_000;
/** Share of signs two blocks must have in common to count as one block rewritten. */
const LEAST_LIKE = 0.4;

type Bag = { readonly counts: ReadonlyMap<string, number>; readonly size: number };

function bagOf(block: BlockNode): Bag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const sign of blockText(block).slice(0, 4_000)) {
    if (sign === ' ' || sign === '\n') continue;
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
    size += 1;
  }
  return { counts, size };
}

/** 2 for the same id, up to 1 for common signs (Dice), 0 for strangers. An empty block is like nothing but its own id. */
function likeness(a: BlockNode, b: BlockNode, x: Bag, y: Bag): number {
  const id = a.attrs?.id ?? null;
  if (id !== null && id === (b.attrs?.id ?? null)) return 2;
  if (a.type === 'image' && b.type === 'image') return a.attrs.src === b.attrs.src ? 1 : 0;
  if (x.size === 0 || y.size === 0) return 0;
  let common = 0;
  for (const [sign, count] of x.counts) common += Math.min(count, y.counts.get(sign) ?? 0);
  const dice = (2 * common) / (x.size + y.size);
  return dice >= LEAST_LIKE ? dice : 0;
}

function changed(before: BlockNode, after: BlockNode): BlockChange {
  const parts = diffText(blockText(before), blockText(after));
  const shape = shapeKey(before) !== shapeKey(after) || parts.every(({ kind }) => kind === 'same');
  return { kind: 'changed', before, after, parts, shape };
}

/** Kind and marks of a block without its words. */
const shapeKey = (block: BlockNode): string => {
  const { id: _id, ...attrs } = (block.attrs ?? {}) as Record<string, unknown>;
  return canonical({
    type: block.type,
    attrs: Object.fromEntries(Object.entries(attrs).filter(([, value]) => !isEmpty(value))),
  });
};

/** The same words gone in one place and come in another were moved. */
function withMoves(changes: readonly BlockChange[]): readonly BlockChange[] {
  const textOf = (change: BlockChange): string =>
    change.kind === 'added' ? blockText(change.after) : change.kind === 'removed' ? blockText(change.before) : '';
  const texts = (kind: BlockChange['kind']) =>
    new Set(
      changes
        .filter((change) => change.kind === kind)
        .map(textOf)
        .filter((text) => text !== ''),
    );
  const gone = texts('removed');
  const come = texts('added');
  return changes.map((change) => {
    if (change.kind === 'added') return { ...change, moved: gone.has(textOf(change)) };
    if (change.kind === 'removed') return { ...change, moved: come.has(textOf(change)) };
    return change;
  });
}

/** The body before, of a list of changes. */
export const docBefore = (changes: readonly BlockChange[]): Doc => ({
  type: 'doc',
  content: changes.flatMap((change) => (change.kind === 'added' ? [] : [change.before])),
});

/** The body after: applying the difference. */
export const docAfter = (changes: readonly BlockChange[]): Doc => ({
  type: 'doc',
  content: changes.flatMap((change) => (change.kind === 'removed' ? [] : [change.after])),
});

/** Unicode code points that came and went, white space aside; what was only moved counts as neither. */
export function extentOf(changes: readonly BlockChange[]): { readonly added: number; readonly removed: number } {
  let added = 0;
  let removed = 0;
  const size = (text: string): number => codePointCount(text.replace(/\s+/gu, ''));
  for (const change of changes) {
    if (change.kind === 'added' && !change.moved) added += size(blockText(change.after));
    if (change.kind === 'removed' && !change.moved) removed += size(blockText(change.before));
    if (change.kind === 'changed')
      for (const part of change.parts) {
        if (part.kind === 'added') added += size(part.text);
        if (part.kind === 'removed') removed += size(part.text);
      }
  }
  return { added, removed };
}
