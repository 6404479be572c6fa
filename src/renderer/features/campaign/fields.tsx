import { type ReactNode, useId, useRef, useState } from 'react';
import { isWallDate, type WallDate } from '../../../core/time/wallDate';
import { ChoiceInput, type Option } from '../../ui/inputs/ChoiceInput';
import { TextInput } from '../../ui/inputs/TextInput';
import classes from './fields.module.css';

/** A name and, below or beside it, what it is set to. */
export function Field({
  label,
  wide = false,
  note,
  children,
}: {
  readonly label: string;
  readonly wide?: boolean;
  readonly note?: string | undefined;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={classes.field} data-wide={wide || undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {note !== undefined && <p className={classes.note}>{note}</p>}
    </div>
  );
}

/** A text, saved when it is left or Enter is pressed; Escape gives the old one back. */
export function TextField({
  label,
  value,
  long = false,
  wide = false,
  max,
  placeholder,
  onSave,
}: {
  readonly label: string;
  readonly value: string;
  readonly long?: boolean;
  readonly wide?: boolean;
  readonly max: number;
  readonly placeholder?: string;
  readonly onSave: (value: string) => void;
}) {
  return (
    <Field label={label} wide={wide}>
      {(id) => (
        <TextInput
          id={id}
          className={classes.input}
          value={value}
          max={max}
          rows={long ? 1 : undefined}
          placeholder={placeholder}
          onSave={onSave}
        />
      )}
    </Field>
  );
}

/** A day, or none. Chosen in the calendar it counts at once; typed, when it is left: a year arrives digit by digit. */
export function DateInput({
  id,
  label,
  value,
  onSave,
}: {
  readonly id?: string;
  /** Where no visible label names it. */
  readonly label?: string;
  readonly value: WallDate | null;
  readonly onSave: (day: WallDate | null) => void;
}) {
  const typed = useRef(false);
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (text: string): void => {
    setDraft(null);
    if (text === (value ?? '')) return;
    if (text === '') onSave(null);
    else if (isWallDate(text)) onSave(text);
  };
  return (
    <input
      id={id}
      type="date"
      className={classes.input}
      aria-label={label}
      value={draft ?? value ?? ''}
      onChange={(event) => {
        if (typed.current) setDraft(event.currentTarget.value);
        else commit(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        typed.current = event.key !== 'Enter';
        if (event.key === 'Enter' && draft !== null) commit(draft);
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation();
          setDraft(null);
        }
      }}
      onPointerDown={() => {
        typed.current = false;
      }}
      onBlur={() => {
        if (draft !== null) commit(draft);
        typed.current = false;
      }}
    />
  );
}

/** One of several names. */
export function ChoiceField({
  label,
  value,
  options,
  note,
  onSave,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly note?: string | undefined;
  readonly onSave: (value: string) => void;
}) {
  return (
    <Field label={label} note={note}>
      {(id) => <ChoiceInput id={id} className={classes.input} value={value} options={options} onSave={onSave} />}
    </Field>
  );
}
