import { IconSearch, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './SearchBox.module.css';

/** The frame of a search field: the glass, the field itself (a child), and a button to clear it where there is something. */
export function SearchBox({
  children,
  tall = false,
  clear,
}: {
  readonly children: ReactNode;
  /** In a dialog, where it is the first thing. */
  readonly tall?: boolean;
  readonly clear?: { readonly label: string; readonly run: () => void } | undefined;
}) {
  return (
    <div className={classes.box} data-tall={tall || undefined}>
      <IconSearch size={15} stroke={1.6} aria-hidden="true" />
      {children}
      {clear && (
        <button type="button" aria-label={clear.label} onClick={clear.run}>
          <IconX size={13} stroke={1.8} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
