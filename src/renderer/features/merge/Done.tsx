import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { MergeResult } from '../../../contract';
import { madeAtOf } from '../../../core/plan/backupRotation';
import { receivedPlanWords } from '../../../core/words/receivedPlan';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import look from '../../ui/dryRun/dryRun.module.css';
import { sayWhen } from '../../ui/sayWhen';
import { useTakesLostFocus } from '../../ui/useLostFocus';
import classes from './Merge.module.css';

/**
 * What was written, where the copy from before is, and the two ways on: undo it, or settle what waits. `seen` is how many
 * changes the dry run told of; what is not written of them was newer here.
 */
export function Done({ result, seen }: { readonly result: MergeResult; readonly seen: number }) {
  const t = useWords(receivedPlanWords);
  const lang = useLang();
  const { world } = useStudioHandle();
  const go = useStudio((state) => state.go);
  const undo = useStudio((state) => state.undo);
  /** Undo of this merge is offered only while it is the last step. */
  const isLast = useStudio((state) => state.history.undo?.code === 'plan_merge');
  const [undone, setUndone] = useState(false);
  const first = useTakesLostFocus<HTMLButtonElement>();
  const { changed, assets, waiting, backup } = result;
  const asks = waiting > 0 && !undone;
  const takeBack = async (): Promise<void> => {
    await undo();
    setUndone(true);
  };
  return (
    <>
      {!undone && (
        <h2 className={classes.big}>
          <IconCircleCheck className={classes.good} size={22} stroke={1.6} aria-hidden="true" />
          {t('done.title')}
        </h2>
      )}
      <p className={look.lead} role="status">
        {undone ? t('done.undone') : t('done.text', { changed, kept: Math.max(0, seen - changed), assets, waiting })}
      </p>
      <div className={look.doors}>
        {asks && (
          <Button ref={first} variant="filled" onClick={() => go({ screen: 'conflicts' })}>
            {t('done.waiting', { count: waiting })}
          </Button>
        )}
        <Button
          ref={asks ? null : first}
          variant={asks ? 'default' : 'filled'}
          onClick={() => go({ screen: 'matrix' })}
        >
          {t('done.close')}
        </Button>
        {isLast && !undone && <Button onClick={() => void takeBack()}>{t('done.undo')}</Button>}
      </div>
      {backup !== null && (
        <p className={look.quiet}>
          {t('done.backup', { when: sayWhen(lang, madeAtOf(backup), world.now()) })}
          <button type="button" className={classes.link} onClick={() => go({ screen: 'settings', group: 'backups' })}>
            {t('done.backups')}
          </button>
        </p>
      )}
    </>
  );
}
