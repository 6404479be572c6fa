/** Calls `look` now, and whenever an element is scrolled or grows; answers how to stop. */
export function watchSight(element: HTMLElement, look: () => void): () => void {
  look();
  element.addEventListener('scroll', look, { passive: true });
  const size = new ResizeObserver(look);
  size.observe(element);
  return () => {
    element.removeEventListener('scroll', look);
    size.disconnect();
  };
}
