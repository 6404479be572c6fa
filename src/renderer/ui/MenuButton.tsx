import { type ComponentType, type ReactNode, Suspense, useRef, useState } from 'react';
import classes from './MenuButton.module.css';

/** What a menu that was loaded late is given: it stands open, below what it fills. */
export type OpenMenu = { readonly label: string; readonly onClose: () => void };

/** A button whose menu is loaded, and drawn, when it is opened. */
export function MenuButton<P extends object>({
  Menu,
  given,
  label,
  className,
  children,
  ...button
}: {
  readonly Menu: ComponentType<P & OpenMenu>;
  readonly given: P;
  /** What the menu is called. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly 'aria-label'?: string;
  readonly 'aria-haspopup'?: 'dialog';
  readonly 'data-on'?: boolean | undefined;
}) {
  const [isOpen, setOpen] = useState(false);
  // The menu closes at the press of the button, and the click that follows must not open it again.
  const wasOpen = useRef(false);
  const element = useRef<HTMLButtonElement>(null);
  return (
    <span className={classes.place}>
      <button
        ref={element}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        {...button}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={() => {
          setOpen(!wasOpen.current);
          wasOpen.current = false;
        }}
      >
        {children}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <Menu
            {...given}
            label={label}
            onClose={() => {
              setOpen(false);
              element.current?.focus();
            }}
          />
        </Suspense>
      )}
    </span>
  );
}
