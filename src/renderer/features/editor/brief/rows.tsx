import type { ReactNode } from 'react';
import { useDraft } from '../../../ui/useDraft';
import classes from './BriefPanel.module.css';

/** A named line of the brief. */
export function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.row}>
      <span className={classes.rowLabel}>{label}</span>
      <div className={classes.rowValue}>{children}</div>
    </div>
  );
}

/** One of a few. */
export function Choice({
  label,
  value,
  options,
  readOnly,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly readOnly: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <select
      className={classes.choice}
      aria-label={label}
      value={value}
      disabled={readOnly}
      data-none={value === '' || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** A line of text, saved as it is typed and as it is left. */
export function Line({
  label,
  value,
  hint,
  readOnly,
  onCommit,
  onLeave,
}: {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly readOnly: boolean;
  readonly onCommit: (value: string) => void;
  readonly onLeave: () => void;
}) {
  const draft = useDraft({ value, when: 'typing', onCommit, onLeave });
  return (
    <textarea className={classes.line} aria-label={label} placeholder={hint} rows={1} readOnly={readOnly} {...draft} />
  );
}
