import { Extension } from '@tiptap/core';
import type { Node as DocNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { BlockMarks } from '../../../../core/model/doc';

/**
 * Top-level blocks carry a stable id and the marks that tell adaptation what to do with them
 * (`core/model/doc.ts`). They are global attributes of every block type; only the outermost block of a nested
 * structure is marked.
 */

export const blockTypes = [
  'paragraph',
  'heading',
  'blockquote',
  'bulletList',
  'orderedList',
  'codeBlock',
  'image',
  'horizontalRule',
  'table',
] as const;

export const plainMarks: BlockMarks = { id: null, only: [], not: [], keep: false, lead: false, optional: false };

/** The marks of one block, whatever its type. */
export function marksOf(node: DocNode): BlockMarks {
  const { id, only, not, keep, lead, optional } = node.attrs as BlockMarks;
  return { id, only, not, keep, lead, optional };
}

export const isMarked = (marks: BlockMarks): boolean =>
  marks.keep || marks.lead || marks.optional || marks.only.length > 0 || marks.not.length > 0;

/** A new block id: twelve characters of the browser's own random source. */
export const newBlockId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
};

const list = (name: 'only' | 'not') => ({
  default: [] as readonly string[],
  keepOnSplit: false,
  parseHTML: (element: HTMLElement) => (element.getAttribute(`data-${name}`) ?? '').split(' ').filter(Boolean),
  renderHTML: (attrs: Record<string, unknown>) => {
    const refs = attrs[name] as readonly string[];
    return refs.length === 0 ? {} : { [`data-${name}`]: refs.join(' ') };
  },
});

const flag = (name: 'keep' | 'lead' | 'optional') => ({
  default: false,
  keepOnSplit: false,
  parseHTML: (element: HTMLElement) => element.hasAttribute(`data-${name}`),
  renderHTML: (attrs: Record<string, unknown>) => (attrs[name] === true ? { [`data-${name}`]: '' } : {}),
});

/**
 * Gives an id to every top-level block that has none and a new one to copies. Of two blocks with one id the one with
 * text keeps it: Enter at the start of a paragraph must not move its identity to the empty line above.
 * Returns null when there is nothing to do. Exported for its test.
 */
export function withIds(doc: DocNode, tr: Transaction, makeId: () => string): Transaction | null {
  const owner = new Map<string, { readonly pos: number; readonly empty: boolean }>();
  const fresh: { readonly pos: number; readonly copy: boolean }[] = [];
  doc.forEach((node, pos) => {
    const id = node.attrs.id as string | null;
    if (id === null) {
      fresh.push({ pos, copy: false });
      return;
    }
    const empty = node.isTextblock && node.content.size === 0;
    const held = owner.get(id);
    if (held === undefined) owner.set(id, { pos, empty });
    else if (held.empty && !empty) {
      fresh.push({ pos: held.pos, copy: true });
      owner.set(id, { pos, empty });
    } else fresh.push({ pos, copy: true });
  });
  if (fresh.length === 0) return null;
  for (const { pos, copy } of fresh) {
    tr.setNodeAttribute(pos, 'id', makeId());
    if (copy) tr.setNodeAttribute(pos, 'lead', false);
  }
  return tr.setMeta('addToHistory', false);
}

/**
 * Whether the blocks carry the same ids in the same order as those of a document whose ids were in order: a typed letter
 * changes one block and no id, so a key pays for a comparison of references and not for a table of all ids.
 * Exported for its test.
 */
export function sameIds(settled: DocNode, doc: DocNode): boolean {
  if (settled === doc) return true;
  if (settled.childCount !== doc.childCount) return false;
  const before = settled.children;
  return doc.children.every((node, index) => node === before[index] || node.attrs.id === before[index]?.attrs.id);
}

/** Attributes on all block types, and the plugin that keeps ids present and unique. */
export const Blocks = Extension.create({
  name: 'blocks',

  addGlobalAttributes() {
    return [
      {
        types: [...blockTypes],
        attributes: {
          id: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element) => element.getAttribute('data-block'),
            renderHTML: (attrs) => (typeof attrs.id === 'string' ? { 'data-block': attrs.id } : {}),
          },
          only: list('only'),
          not: list('not'),
          keep: flag('keep'),
          lead: flag('lead'),
          optional: flag('optional'),
        },
      },
    ];
  },

  addProseMirrorPlugins() {
    const { editor } = this;
    /** The last document whose ids were all there and unique. */
    let settled: DocNode | null = null;
    return [
      new Plugin({
        key: new PluginKey('blockIds'),
        appendTransaction: (transactions, _before, after) => {
          // Setting an attribute redraws the block and would break a composition in it; the next change after it catches up.
          if (!transactions.some((tr) => tr.docChanged) || editor.view.composing) return null;
          const tr = settled !== null && sameIds(settled, after.doc) ? null : withIds(after.doc, after.tr, newBlockId);
          if (tr === null) settled = after.doc;
          return tr;
        },
      }),
    ];
  },
});

/** Position of the top-level block that holds a document position; null outside of any. */
export function topBlockAt(doc: DocNode, pos: number): { readonly node: DocNode; readonly pos: number } | null {
  const inside = doc.resolve(Math.min(pos, doc.content.size));
  if (inside.depth > 0) return { node: inside.node(1), pos: inside.before(1) };
  const { nodeAfter, nodeBefore } = inside;
  if (nodeAfter !== null) return { node: nodeAfter, pos: inside.pos };
  return nodeBefore === null ? null : { node: nodeBefore, pos: inside.pos - nodeBefore.nodeSize };
}

/** The transaction that changes some marks of the block at `pos`. `only` and `not` exclude each other per platform. */
export function setMarks(tr: Transaction, pos: number, change: Partial<Omit<BlockMarks, 'id'>>): Transaction {
  for (const [name, value] of Object.entries(change)) tr.setNodeAttribute(pos, name, value);
  return tr;
}
