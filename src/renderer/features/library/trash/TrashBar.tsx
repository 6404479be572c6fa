import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { TrashState } from '../../../../contract';
import { TRASH_DAYS } from '../../../../core/plan/trash';
import { libraryWords } from '../../../../core/words/library';
import { noFilter } from '../../../state/library';
import { useStudioHandle, useWords } from '../../../state/StudioProvider';
import { changeFilter, type Desk } from '../desk';
import classes from './Trash.module.css';

/** What the trash promises, and what has had its time: offered, never taken. */
export function TrashBar({ desk }: { readonly desk: Desk }) {
  const t = useWords(libraryWords);
  const state = useTrash();
  const due = state?.due ?? [];
  return (
    <section className={classes.bar} aria-label={t('trash.title')}>
      <Button
        leftSection={<IconArrowLeft size={15} stroke={1.6} aria-hidden="true" />}
        onClick={() => changeFilter(desk, noFilter)}
      >
        {t('trash.leave')}
      </Button>
      <span className={classes.about}>
        {due.length === 0
          ? t('trash.about', { days: TRASH_DAYS })
          : t('trash.due', { count: due.length, days: TRASH_DAYS })}
      </span>
      {due.length > 0 && <Button onClick={() => desk.askPurge(due)}>{t('trash.clear_due')}</Button>}
    </section>
  );
}

/** Read again after every commit: any may have put something in or taken something out. */
function useTrash(): TrashState | null {
  const { api } = useStudioHandle();
  const [state, setState] = useState<TrashState | null>(null);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const answer = await api.call('trash.state', {});
      if (current && answer.ok) setState(answer.value);
    };
    void read();
    const stop = api.on('changed', () => void read());
    return () => {
      current = false;
      stop();
    };
  }, [api]);
  return state;
}
