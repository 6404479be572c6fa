import { type ReactNode, useId } from 'react';
import classes from './Mapping.module.css';

/** A question about the sheet with what is known of its answer below; `isOpen` when it waits for one. */
export function Fact({
  label,
  note,
  isOpen = false,
  children,
}: {
  readonly label: string;
  readonly note: string;
  readonly isOpen?: boolean;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={classes.fact} data-open={isOpen || undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      <small>{note}</small>
    </div>
  );
}
