import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Room kept between the caret and the edge of what scrolls, in pixels: ProseMirror's own margin. */
const MARGIN = 5;

/**
 * Whether the caret already stands in sight, so that a key need not scroll. ProseMirror asks every ancestor up to the
 * window for its place and size, at every key; only those that scroll can hide a caret, and nearly always none does.
 * Answers false when in doubt (selected blocks, code, which scrolls by itself): then ProseMirror looks for itself.
 */
export function caretInSight(view: EditorView): boolean {
  const { selection } = view.state;
  if (!(selection instanceof TextSelection) || selection.$head.parent.type.spec.code === true) return false;
  const caret = view.coordsAtPos(selection.head, 1);
  return scrollersOf(view.dom).every((scroller) => {
    const box = scroller.getBoundingClientRect();
    return (
      caret.top >= box.top + MARGIN &&
      caret.bottom <= box.bottom - MARGIN &&
      caret.left >= box.left &&
      caret.right <= box.right
    );
  });
}

/** Which ancestors scroll depends on the window's size alone (`EditorPage.module.css`). */
const known = new WeakMap<HTMLElement, { readonly size: string; readonly scrollers: readonly HTMLElement[] }>();

function scrollersOf(dom: HTMLElement): readonly HTMLElement[] {
  const size = `${window.innerWidth} ${window.innerHeight}`;
  const held = known.get(dom);
  if (held?.size === size) return held.scrollers;
  const scrollers: HTMLElement[] = [];
  for (let element = dom.parentElement; element !== null; element = element.parentElement)
    if (/auto|scroll/.test(getComputedStyle(element).overflowY)) scrollers.push(element);
  known.set(dom, { size, scrollers });
  return scrollers;
}
