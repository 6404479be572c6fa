import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { proposeWords } from '../../../core/words/propose';
import { useStudio, useWords } from '../../state/StudioProvider';
import classes from './Working.module.css';

/** How far it is, and the way to stop it. */
export function Working() {
  const t = useWords(proposeWords);
  const share = useStudio((state) => state.proposing?.state?.share ?? 0);
  const cancel = useStudio((state) => state.cancelProposing);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const percent = Math.round(share * 100);
  return (
    <div className={classes.working}>
      <p>{t('working')}</p>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={t('working')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <Button ref={button} onClick={() => void cancel()}>
        {t('working.cancel')}
      </Button>
    </div>
  );
}
