import { Button } from '@mantine/core';
import { useState } from 'react';
import { libraryWords } from '../../../../core/words/library';
import { useWords } from '../../../state/StudioProvider';
import classes from './Views.module.css';

/** Asks for the name of a view. An empty name is nothing to find it by, so it cannot be kept. */
export function NameForm({
  name,
  onKeep,
  onCancel,
}: {
  readonly name: string;
  readonly onKeep: (name: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useWords(libraryWords);
  const [text, setText] = useState(name);
  const kept = text.trim();
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (kept !== '') onKeep(kept);
      }}
    >
      <label>
        {t('view.name')}
        <input
          data-autofocus
          value={text}
          maxLength={100}
          placeholder={t('view.name_hint')}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
      <span className={classes.formActs}>
        <Button variant="subtle" onClick={onCancel}>
          {t('view.cancel')}
        </Button>
        <Button type="submit" variant="filled" disabled={kept === ''}>
          {t('view.keep')}
        </Button>
      </span>
    </form>
  );
}
