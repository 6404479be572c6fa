import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MergeResult } from '../../../contract';
import { receivedPlanWords } from '../../../core/words/receivedPlan';
import { useStudio, useWords } from '../../state/StudioProvider';
import { useTakesLostFocus } from '../../ui/useLostFocus';
import classes from './Merge.module.css';

/** What was written, where the copy from before is, and the two ways on: undo it, or settle what waits. */
export function Done({ result }: { readonly result: MergeResult }) {
  const t = useWords(receivedPlanWords);
  const go = useStudio((state) => state.go);
  const undo = useStudio((state) => state.undo);
  /** Undo of this merge is offered only while it is the last step. */
  const isLast = useStudio((state) => state.history.undo?.code === 'plan_merge');
  const [undone, setUndone] = useState(false);
  const first = useTakesLostFocus<HTMLButtonElement>();
  const { changed, assets, waiting, backup } = result;
  const takeBack = async (): Promise<void> => {
    await undo();
    setUndone(true);
  };
  return (
    <>
      <p className={classes.lead} role="status">
        {undone ? t('done.undone') : t('done.text', { changed, assets, waiting })}
      </p>
      {backup !== null && <p className={classes.quiet}>{t('done.backup', { name: backup })}</p>}
      <div className={classes.doors}>
        {waiting > 0 && !undone && (
          <Button ref={first} variant="filled" onClick={() => go({ screen: 'conflicts' })}>
            {t('done.waiting', { count: waiting })}
          </Button>
        )}
        <Button
          ref={waiting > 0 && !undone ? null : first}
          variant={waiting > 0 && !undone ? 'default' : 'filled'}
          onClick={() => go({ screen: 'matrix' })}
        >
          {t('done.close')}
        </Button>
        {isLast && !undone && <Button onClick={() => void takeBack()}>{t('done.undo')}</Button>}
      </div>
    </>
  );
}
