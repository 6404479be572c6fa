import { type ReactNode, useId } from 'react';
import { ChoiceInput, type Option } from '../../ui/inputs/ChoiceInput';
import { TextInput } from '../../ui/inputs/TextInput';
import { useDraft } from '../../ui/useDraft';
import classes from './Settings.module.css';

/** A name at the left, what it is set to at the right, and a word about it below. */
export function Row({
  label,
  note,
  said = false,
  children,
}: {
  readonly label: string;
  readonly note?: string | undefined;
  /** The value is words, not a control: its line starts as high as the label's. */
  readonly said?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.row} data-said={said || undefined}>
      <span className={classes.label}>{label}</span>
      <div className={classes.value}>
        {children}
        {note !== undefined && <p className={classes.note}>{note}</p>}
      </div>
    </div>
  );
}

/** The same around one field, which its label names. */
function FieldRow({
  label,
  note,
  children,
}: {
  readonly label: string;
  readonly note?: string | undefined;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={classes.row}>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      <div className={classes.value}>
        {children(id)}
        {note !== undefined && <p className={classes.note}>{note}</p>}
      </div>
    </div>
  );
}

/** A text, saved when it is left. */
export function TextRow({
  label,
  value,
  note,
  long = false,
  max = 300,
  onSave,
}: {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
  readonly long?: boolean;
  readonly max?: number;
  readonly onSave: (value: string) => void;
}) {
  return (
    <FieldRow label={label} note={note}>
      {(id) => (
        <TextInput
          id={id}
          className={classes.input}
          value={value}
          max={max}
          rows={long ? 2 : undefined}
          onSave={onSave}
        />
      )}
    </FieldRow>
  );
}

/** A whole number, saved when it is left. What is not one is not taken. */
export function NumberRow({
  label,
  value,
  unit,
  note,
  min = 0,
  max,
  empty = false,
  onSave,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly unit?: string;
  readonly note?: string | undefined;
  readonly min?: number;
  readonly max: number;
  /** Whether the field may be emptied. */
  readonly empty?: boolean;
  readonly onSave: (value: number | null) => void;
}) {
  const commit = (text: string): void => {
    if (text.trim() === '' && empty) onSave(null);
    const number = Number(text);
    if (text.trim() !== '' && Number.isInteger(number) && number >= min && number <= max) onSave(number);
  };
  const draft = useDraft({ value: value === null ? '' : String(value), when: 'leaving', onCommit: commit });
  return (
    <FieldRow label={label} note={note}>
      {(id) => (
        <span className={classes.number}>
          <input id={id} className={classes.input} type="number" min={min} max={max} step={1} {...draft} />
          {unit}
        </span>
      )}
    </FieldRow>
  );
}

/** One of several names. */
export function ChoiceRow({
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
    <FieldRow label={label} note={note}>
      {(id) => <ChoiceInput id={id} className={classes.input} value={value} options={options} onSave={onSave} />}
    </FieldRow>
  );
}
