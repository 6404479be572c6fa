type Drag = typeof import('./drag');

/**
 * Binds an element to being carried or dropped on, once the code for it is there: it is read after the first screen,
 * which can be looked at and walked by keys without it. Answers what takes the binding away again.
 */
export function withDrag(bind: (drag: Drag) => () => void): () => void {
  let isGone = false;
  let unbind: (() => void) | null = null;
  void import('./drag').then((drag) => {
    if (!isGone) unbind = bind(drag);
  });
  return () => {
    isGone = true;
    unbind?.();
  };
}
