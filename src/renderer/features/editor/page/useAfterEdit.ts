import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';

/**
 * What a part wants to know about the text, read once per frame after it changed and never on the task of the key
 * itself. The part is drawn again only when the answer differs.
 */
export function useAfterEdit<T>(
  editor: Editor | null,
  read: (editor: Editor) => T,
  same: (a: T, b: T) => boolean,
  initial: T,
): T {
  const [value, setValue] = useState(initial);
  const latest = useRef({ read, same });
  useEffect(() => {
    latest.current = { read, same };
  });
  useEffect(() => {
    if (editor === null) return;
    return afterEdit(editor, () => {
      const next = latest.current.read(editor);
      setValue((before) => (latest.current.same(before, next) ? before : next));
    });
  }, [editor]);
  return value;
}

/** What one editor's parts look at, and the frame in which they all do it: a key asks for one frame, not for one each. */
type Watch = { readonly looks: Set<() => void>; readonly ask: () => void; readonly stop: () => void };
const watches = new WeakMap<Editor, Watch>();

/** Runs `look` in the next frame, and in the frame after each change of the text, the selection or the text's height. */
function afterEdit(editor: Editor, look: () => void): () => void {
  const watch = watches.get(editor) ?? newWatch(editor);
  watches.set(editor, watch);
  watch.looks.add(look);
  watch.ask();
  return () => {
    watch.looks.delete(look);
    if (watch.looks.size > 0) return;
    watch.stop();
    watches.delete(editor);
  };
}

function newWatch(editor: Editor): Watch {
  const looks = new Set<() => void>();
  let frame = 0;
  const ask = (): void => {
    if (frame === 0)
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (!editor.isDestroyed) for (const look of looks) look();
      });
  };
  editor.on('transaction', ask);
  const heights = new ResizeObserver(ask);
  heights.observe(editor.view.dom);
  return {
    looks,
    ask,
    stop: () => {
      cancelAnimationFrame(frame);
      editor.off('transaction', ask);
      heights.disconnect();
    },
  };
}
