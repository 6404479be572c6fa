import type { BlockNode, Doc } from '../model/doc';
import { blockText } from '../model/docText';
import { canonical } from '../plan/canonical';
import { codePointCount } from '../text/length';
import { diffLists } from './lists';
import { type Bag, bagOf, likenessOf, pairAlike } from './pairs';
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

function paired(gone: readonly BlockNode[], come: readonly BlockNode[]): readonly BlockChange[] {
  const bags = {
    gone: gone.map((block) => bagOf(blockText(block))),
    come: come.map((block) => bagOf(blockText(block))),
  };
  const like = (i: number, j: number) =>
    likeness(gone[i] as BlockNode, come[j] as BlockNode, bags.gone[i] as Bag, bags.come[j] as Bag);
  return pairAlike(gone, come, like).map((pair): BlockChange => {
    if (pair.kind === 'both') return changed(pair.before, pair.after);
    if (pair.kind === 'gone') return { kind: 'removed', before: pair.before, moved: false };
    return { kind: 'added', after: pair.after, moved: false };
  });
}

/** 2 for the same id, up to 1 for common signs, 0 for strangers. An empty block is like nothing but its own id. */
function likeness(a: BlockNode, b: BlockNode, x: Bag, y: Bag): number {
  const id = a.attrs?.id ?? null;
  if (id !== null && id === (b.attrs?.id ?? null)) return 2;
  if (a.type === 'image' && b.type === 'image') return a.attrs.src === b.attrs.src ? 1 : 0;
  return likenessOf(x, y);
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
