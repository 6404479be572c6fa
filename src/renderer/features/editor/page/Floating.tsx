import { FocusTrap, Portal } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import type { Editor } from '@tiptap/core';
import type { ReactNode } from 'react';
import classes from './Page.module.css';

/** A small card below a place in the text. Escape and a click outside close it; focus returns to the text. */
export function Floating({
  editor,
  at,
  label,
  wide = false,
  onClose,
  children,
}: {
  readonly editor: Editor;
  readonly at: number;
  readonly label: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const ref = useClickOutside<HTMLDivElement>(onClose);
  const { left, top } = placeOf(editor, at, wide ? 260 : 110);
  return (
    <Portal>
      <FocusTrap active>
        <div
          ref={ref}
          role="dialog"
          aria-label={label}
          className={classes.floating}
          data-wide={wide || undefined}
          style={{ left: Math.min(left, window.innerWidth - 360), top }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onClose();
            editor.view.focus();
          }}
        >
          {children}
        </div>
      </FocusTrap>
    </Portal>
  );
}

/** Below the block or the line; above the window's lower edge. */
function placeOf(editor: Editor, at: number, height: number): { left: number; top: number } {
  const dom = editor.view.nodeDOM(at);
  const box = dom instanceof HTMLElement ? dom.getBoundingClientRect() : editor.view.coordsAtPos(Math.max(0, at));
  return { left: box.left, top: Math.max(60, Math.min(box.bottom + 6, window.innerHeight - height - 40)) };
}
