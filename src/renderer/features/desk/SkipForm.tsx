import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { deskWords } from '../../../core/words/desk';
import { useWords } from '../../state/StudioProvider';
import { TextButton } from '../../ui/TextButton';
import classes from './ItemFoot.module.css';

/** Why it is left out: whoever reads the plan later wants to know. */
export function SkipForm({
  onSkip,
  onCancel,
}: {
  readonly onSkip: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useWords(deskWords);
  const [reason, setReason] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <footer className={classes.foot}>
      <div className={classes.footRow}>
        <label className={classes.field} data-wide>
          <input
            ref={field}
            value={reason}
            maxLength={500}
            placeholder={t('skip_hint')}
            aria-label={t('skip_reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) onSkip(event.currentTarget.value.trim());
              if (event.key === 'Escape') {
                event.stopPropagation();
                onCancel();
              }
            }}
          />
        </label>
      </div>
      <div className={classes.footRow}>
        <Button className={classes.main} variant="filled" onClick={() => onSkip(reason.trim())}>
          {t('skip_do')}
        </Button>
        <TextButton onClick={onCancel}>{t('skip_cancel')}</TextButton>
      </div>
    </footer>
  );
}
