import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { sayFailure } from '../../core/words/failures';
import { shellWords } from '../../core/words/shell';
import { useLang, useStudio, useWords } from '../state/StudioProvider';
import { Hint } from '../ui/Hint';
import { SlotPlace } from '../ui/Slot';
import classes from './Shell.module.css';

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
  const lang = useLang();
  const savedAt = useStudio((state) => state.savedAt);
  const trouble = useStudio((state) => state.trouble);
  if (trouble !== null)
    return (
      <Hint label={sayFailure(lang, trouble)}>
        <span className={classes.saved} data-trouble>
          <IconAlertTriangle size={14} stroke={1.6} aria-hidden="true" />
          {t('status.trouble')}
        </span>
      </Hint>
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
