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
    let frame = 0;
    const look = (): void => {
      frame = 0;
      if (editor.isDestroyed) return;
      const next = latest.current.read(editor);
      setValue((before) => (latest.current.same(before, next) ? before : next));
    };
    const ask = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    ask();
    editor.on('transaction', ask);
    const heights = new ResizeObserver(ask);
    heights.observe(editor.view.dom);
    return () => {
      cancelAnimationFrame(frame);
      editor.off('transaction', ask);
      heights.disconnect();
    };
  }, [editor]);
  return value;
}
