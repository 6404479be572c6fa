import type { ReactNode } from 'react';
import { Hint } from './Hint';
import classes from './IconButton.module.css';
import { Keys } from './Keys';

/** An icon in a 28 px target with its name, and its keys, on hover and focus. Disabled, it still says what it would do. */
export function IconButton({
  label,
  keys,
  onClick,
  disabled = false,
  pressed,
  children,
}: {
  readonly label: string;
  readonly keys?: string | undefined;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Hint
      label={
        <span className={classes.words}>
          {label}
          {keys === undefined ? null : <Keys keys={keys} />}
        </span>
      }
    >
      <button
        type="button"
        className={classes.button}
        aria-label={label}
        aria-disabled={disabled || undefined}
        aria-pressed={pressed}
        onClick={() => {
          if (!disabled) onClick();
        }}
      >
        {children}
      </button>
    </Hint>
  );
}
