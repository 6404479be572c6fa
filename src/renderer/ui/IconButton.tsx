import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Keys } from './Keys';

/** An icon in a 28 px target with its name, and its keys, on hover and focus. */
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
    <Tooltip
      label={
        keys === undefined ? (
          label
        ) : (
          <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
            {label}
            <Keys keys={keys} />
          </span>
        )
      }
    >
      <ActionIcon
        aria-label={label}
        aria-disabled={disabled || undefined}
        {...(disabled ? { "data-disabled": true } : {})}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onClick={() => {
          if (!disabled) onClick();
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
