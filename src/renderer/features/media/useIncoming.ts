import { type RefObject, useEffect, useRef, useState } from 'react';

/** Hears files dropped on an element and pasted anywhere; answers whether files hover over the element now. */
export function useIncoming(ref: RefObject<HTMLElement | null>, take: (files: readonly File[]) => void): boolean {
  const [hovering, setHovering] = useState(false);
  const taking = useRef(take);
  useEffect(() => {
    taking.current = take;
  });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener(
      'dragover',
      (event) => {
        if (event.dataTransfer?.types.includes('Files') !== true) return;
        event.preventDefault();
        setHovering(true);
      },
      { signal },
    );
    element.addEventListener('dragleave', () => setHovering(false), { signal });
    element.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        setHovering(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) taking.current(files);
      },
      { signal },
    );
    document.addEventListener(
      'paste',
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        taking.current(files);
      },
      { signal },
    );
    return () => stop.abort();
  }, [ref]);
  return hovering;
}
