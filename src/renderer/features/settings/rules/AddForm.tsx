import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useWords } from '../../../state/StudioProvider';
import classes from './Rules.module.css';

/** A form that adds something to the rules: its fields, why it was refused, and the two ways out. Escape is the second. */
export function AddForm({
  label,
  refused,
  onAdd,
  onCancel,
  children,
}: {
  readonly label: string;
  readonly refused: string | null;
  readonly onAdd: () => void;
  readonly onCancel: () => void;
  /** Its heading and fields. */
  readonly children: ReactNode;
}) {
  const t = useWords(rulePackWords);
  return (
    <form
      className={classes.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onAdd();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      {children}
      <p className={classes.note}>{t('form_rest')}</p>
      {refused !== null && (
        <p className={classes.fault} role="alert">
          {refused}
        </p>
      )}
      <div className={classes.acts}>
        <Button type="submit" variant="filled">
          {t('form_save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('form_cancel')}
        </Button>
      </div>
    </form>
  );
}
