import { IconChevronDown, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { libraryWords } from '../../../../core/words/library';
import { useWords } from '../../../state/StudioProvider';
import classes from './Filters.module.css';

/** A chip around the button that opens its choices; while it narrows, a cross takes the condition away. */
export function Chip({
  name,
  on,
  onOff,
  children,
}: {
  readonly name: string;
  readonly on: boolean;
  readonly onOff: () => void;
  readonly children: ReactNode;
}) {
  const t = useWords(libraryWords);
  return (
    <span className={classes.chip} data-on={on || undefined}>
      {children}
      {on && (
        <button type="button" className={classes.off} aria-label={t('filter.off', { name })} onClick={onOff}>
          <IconX size={12} stroke={2} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}

/** What stands on a chip: the condition's name, and what was chosen (null while it is off). */
export function ChipFace({ name, said }: { readonly name: string; readonly said: string | null }) {
  return said === null ? (
    <>
      {name}
      <IconChevronDown size={13} stroke={1.6} aria-hidden="true" />
    </>
  ) : (
    <>
      {name}
      <b>{said}</b>
    </>
  );
}

/** Up to two names as they are, more as a number. */
export const saidOf = (labels: readonly string[], joint: string, many: (count: number) => string): string | null =>
  labels.length === 0 ? null : labels.length <= 2 ? labels.join(joint) : many(labels.length);
