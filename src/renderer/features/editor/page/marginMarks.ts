import type { Editor } from '@tiptap/core';
import type { BlockMarks } from '../../../../core/model/doc';
import { isMarked, marksOf, topBlockAt } from '../extensions/blocks';

/** A block that shows something in the margin: its marks, or the handle because caret or mouse is at it. */
export type MarginEntry = {
  readonly pos: number;
  /** Distance from the top of the text, and the height of the block's first line, in pixels. */
  readonly top: number;
  readonly line: number;
  readonly marks: BlockMarks;
  readonly here: boolean;
};

/** Reads the marked blocks and the one with the caret. Only their boxes are measured. */
export function readMargin(editor: Editor): readonly MarginEntry[] {
  const { doc, selection } = editor.state;
  const caret = editor.isEditable ? topBlockAt(doc, selection.from) : null;
  const found: MarginEntry[] = [];
  doc.forEach((node, pos) => {
    const marks = marksOf(node);
    const here = caret?.pos === pos;
    if (!here && !isMarked(marks)) return;
    const dom = editor.view.nodeDOM(pos);
    if (!(dom instanceof HTMLElement)) return;
    found.push({ pos, ...measured(dom), marks, here });
  });
  return found;
}

/** Where a block's entry stands, in pixels: beside its first line. */
export function measured(block: HTMLElement): Pick<MarginEntry, 'top' | 'line'> {
  const tall = Number.parseFloat(getComputedStyle(block).lineHeight);
  return { top: block.offsetTop, line: Number.isFinite(tall) ? tall : 31 };
}

export const sameMargin = (a: readonly MarginEntry[], b: readonly MarginEntry[]): boolean =>
  a.length === b.length &&
  a.every((entry, index) => {
    const other = b[index];
    return (
      other !== undefined &&
      entry.pos === other.pos &&
      entry.top === other.top &&
      entry.line === other.line &&
      entry.here === other.here &&
      sameMarks(entry.marks, other.marks)
    );
  });

const sameMarks = (a: BlockMarks, b: BlockMarks): boolean =>
  a.keep === b.keep &&
  a.lead === b.lead &&
  a.optional === b.optional &&
  a.only.join(' ') === b.only.join(' ') &&
  a.not.join(' ') === b.not.join(' ');

/** What a choice in the menu changes. `keep` and `optional` exclude each other; so do `only` and `not`. */
export function toggled(
  marks: BlockMarks,
  choice:
    | { readonly kind: 'lead' | 'keep' | 'optional' }
    /** `among`: every format of the platform, when `ref` is one of them. */
    | { readonly kind: 'only' | 'not'; readonly ref: string; readonly among?: readonly string[] }
    | { readonly kind: 'clear' },
): Partial<Omit<BlockMarks, 'id'>> {
  switch (choice.kind) {
    case 'lead':
      return { lead: !marks.lead };
    case 'keep':
      return marks.keep ? { keep: false } : { keep: true, optional: false };
    case 'optional':
      return marks.optional ? { optional: false } : { optional: true, keep: false };
    case 'only':
      return { only: flip(marks.only, choice.ref, choice.among), not: [] };
    case 'not':
      return { not: flip(marks.not, choice.ref, choice.among), only: [] };
    case 'clear':
      return { only: [], not: [], keep: false, lead: false, optional: false };
  }
}

/** Switches a platform, its single formats with it; or one format, also out of its whole platform. */
const flip = (list: readonly string[], ref: string, among: readonly string[] = []): string[] => {
  const whole = ref.split('/', 1)[0] ?? ref;
  if (whole !== ref && list.includes(whole))
    return [...list.filter((other) => other !== whole), ...among.filter((other) => other !== ref)].sort();
  const rest = list.filter((other) => other !== ref && !other.startsWith(`${ref}/`));
  return rest.length < list.length ? rest : [...rest, ref].sort();
};
