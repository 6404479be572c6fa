import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import classes from './Hint.module.css';

/** Milliseconds the pointer rests before a hint shows; focus shows it at once. */
const REST = 300;
const GAP = 6;

/**
 * A name or a few words beside what it wraps, on hover and on keyboard focus. Own and small, because it stands in the
 * first chunk: a positioning library would be the largest part of it.
 */
export function Hint({
  label,
  side = 'below',
  children,
}: {
  readonly label: ReactNode;
  readonly side?: 'below' | 'right';
  readonly children: ReactNode;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  useEffect(() => {
    const element = anchor.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      const box = element.firstElementChild?.getBoundingClientRect();
      if (box === undefined) return;
      setAt(
        side === 'right'
          ? { x: box.right + GAP, y: box.top + box.height / 2 }
          : { x: box.left + box.width / 2, y: box.bottom + GAP },
      );
    };
    const rest = () => {
      timer = setTimeout(show, REST);
    };
    const hide = () => {
      clearTimeout(timer);
      setAt(null);
    };
    const focus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) show();
    };
    const stop = new AbortController();
    element.addEventListener('pointerover', rest, { signal: stop.signal });
    element.addEventListener('focusin', focus, { signal: stop.signal });
    for (const end of ['pointerout', 'pointerdown', 'focusout'])
      element.addEventListener(end, hide, { signal: stop.signal });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [side]);
  return (
    <span ref={anchor} className={classes.anchor}>
      {children}
      {at !== null &&
        createPortal(
          <span
            role="tooltip"
            className={classes.hint}
            data-side={side}
            ref={keepInside}
            style={{ left: at.x, top: at.y }}
          >
            {label}
          </span>,
          document.body,
        )}
    </span>
  );
}

/** Moves a hint that would leave the window back into it. */
function keepInside(hint: HTMLElement | null): void {
  if (hint === null) return;
  const box = hint.getBoundingClientRect();
  const over = box.right - (window.innerWidth - GAP);
  const under = GAP - box.left;
  if (over > 0) hint.style.marginLeft = `${-over}px`;
  else if (under > 0) hint.style.marginLeft = `${under}px`;
}
