import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { readClock } from '../../../core/desk/readClock';
import type { WallTime } from '../../../core/time/wallDate';
import { deskWords } from '../../../core/words/desk';
import { useWords } from '../../state/StudioProvider';
import { TextButton } from '../../ui/TextButton';
import classes from './ItemFoot.module.css';

/** A time of one's own to be reminded at; one that is over today is tomorrow's. */
export function SnoozeForm({
  onSnooze,
  onCancel,
}: {
  readonly onSnooze: (time: WallTime) => void;
  readonly onCancel: () => void;
}) {
  const t = useWords(deskWords);
  const [text, setText] = useState('');
  const [bad, setBad] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (): void => {
    const time = readClock(text);
    setBad(time === null);
    if (time !== null) onSnooze(time);
  };
  return (
    <footer className={classes.foot}>
      <div className={classes.footRow}>
        <label className={classes.field} data-wide data-bad={bad || undefined}>
          <input
            ref={field}
            value={text}
            inputMode="numeric"
            maxLength={5}
            placeholder="19:15"
            aria-label={t('snooze.at')}
            aria-invalid={bad || undefined}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) submit();
              if (event.key === 'Escape') {
                event.stopPropagation();
                onCancel();
              }
            }}
          />
        </label>
      </div>
      {bad && (
        <p className={classes.fault} role="alert">
          {t('time_bad')}
        </p>
      )}
      <div className={classes.footRow}>
        <Button className={classes.main} variant="filled" onClick={submit}>
          {t('snooze.at')}
        </Button>
        <TextButton onClick={onCancel}>{t('snooze.not')}</TextButton>
      </div>
    </footer>
  );
}
