import { IconCircleCheck } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { shellWords } from '../../core/words/shell';
import { useStudio, useWords } from '../state/StudioProvider';
import { SlotPlace } from '../ui/Slot';
import classes from './Shell.module.css';

const Trouble = lazy(() => import('./Trouble').then((module) => ({ default: module.Trouble })));

/** Quiet facts: when the last change was saved, where the data is, and at the right what the screen adds. */
export function StatusBar() {
  const t = useWords(shellWords);
  return (
    <footer className={classes.statusBar}>
      <Saved />
      <span className={classes.local}>{t('status.local')}</span>
      <span className={classes.statusGap} />
      <SlotPlace name="status" />
    </footer>
  );
}

function Saved() {
  const t = useWords(shellWords);
  const savedAt = useStudio((state) => state.savedAt);
  const trouble = useStudio((state) => state.trouble);
  if (trouble !== null)
    return (
      <Suspense fallback={null}>
        <Trouble failure={trouble} />
      </Suspense>
    );
  return (
    <span className={classes.saved}>
      <IconCircleCheck size={14} stroke={1.6} aria-hidden="true" />
      {savedAt === null ? t('status.saved_before') : t('status.saved', { time: clock(savedAt) })}
    </span>
  );
}

/** The user's own clock: this is about the machine, not about the plan's zone. */
const clock = (millis: number): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(millis);
