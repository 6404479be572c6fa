import { useLayoutEffect, useRef } from 'react';

/** What a row gives up, in this order, until what is left has room: words of quiet acts, of the other acts, lists one by one, then the air between. */
const steps = ['acts', 'names', 'lists', 'close'] as const;

/**
 * Keeps a row of acts within its width: as many of the steps as it takes stand in its `data-tight`, and styles leave out what
 * each names. Measured, since words differ by language, by zone and by what is filtered. Answers the row's ref.
 */
export function useFitted(): { readonly current: HTMLDivElement | null } {
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null) return undefined;
    const fit = () => {
      for (let taken = 0; taken <= steps.length; taken += 1) {
        const tight = steps.slice(0, taken).join(' ');
        if (element.dataset.tight !== tight) element.dataset.tight = tight;
        if (element.scrollWidth <= element.clientWidth) return;
      }
    };
    const resized = new ResizeObserver(fit);
    resized.observe(element);
    const changed = new MutationObserver(fit);
    changed.observe(element, { childList: true, characterData: true, subtree: true });
    void document.fonts?.ready.then(fit);
    return () => {
      resized.disconnect();
      changed.disconnect();
    };
  }, []);
  return row;
}
