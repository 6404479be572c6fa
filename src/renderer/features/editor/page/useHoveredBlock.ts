import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { marksOf, topBlockAt } from '../extensions/blocks';
import { type MarginEntry, measured } from './marginMarks';

/**
 * The block beside the mouse, so that its marks can be set without putting the caret into it. Anywhere in the page's
 * width counts: on the way from the text to the margin the handle must not go. Typing puts it away.
 */
export function useHoveredBlock(editor: Editor): MarginEntry | null {
  const [hovered, setHovered] = useState<MarginEntry | null>(null);
  useEffect(() => {
    const { dom } = editor.view;
    const area = dom.closest<HTMLElement>('[data-page]') ?? dom;
    let last: Element | null = null;
    const show = (block: Element | null): void => {
      if (block === last) return;
      last = block;
      setHovered(block === null ? null : entryOf(editor, block));
    };
    const none = (): void => show(null);
    const stop = new AbortController();
    area.addEventListener(
      'pointermove',
      ({ clientY, pointerType }) => {
        if (pointerType === 'mouse' && editor.isEditable && !editor.view.composing) show(blockAt(dom, clientY));
      },
      { signal: stop.signal },
    );
    area.addEventListener('pointerleave', none, { signal: stop.signal });
    editor.on('update', none);
    return () => {
      stop.abort();
      editor.off('update', none);
    };
  }, [editor]);
  return hovered;
}

/** The outermost block at this height of the window; null between blocks and below the last. */
function blockAt(dom: HTMLElement, y: number): Element | null {
  const box = dom.getBoundingClientRect();
  let here = document.elementFromPoint(box.left + 1, y);
  while (here !== null && here.parentElement !== dom) here = here.parentElement;
  return here;
}

function entryOf(editor: Editor, block: Element): MarginEntry | null {
  const found = topBlockAt(editor.state.doc, editor.view.posAtDOM(block, 0, -1));
  return found === null || !(block instanceof HTMLElement)
    ? null
    : { pos: found.pos, ...measured(block), marks: marksOf(found.node), here: false };
}
