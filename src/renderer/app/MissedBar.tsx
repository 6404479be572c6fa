import { Button } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { wallAt } from '../../core/desk/clock';
import { sayMoment } from '../../core/words/dates';
import { reminderWords } from '../../core/words/reminder';
import { deskZone } from '../state/desk';
import { useLang, useStudio, useWords } from '../state/StudioProvider';
import classes from './RecoveryBar.module.css';

/** Named here; the desk has them all. */
const SHOWN = 3;

/** What came due while the studio was not running, with the way to each. */
export function MissedBar() {
  const t = useWords(reminderWords);
  const lang = useLang();
  const zone = useStudio(deskZone);
  const missed = useStudio((state) => state.reminders?.missed);
  const openDesk = useStudio((state) => state.openDesk);
  const seen = useStudio((state) => state.seenReminders);
  if (missed === undefined || missed.length === 0) return null;
  const show = (id: string | null): void => {
    void openDesk(id);
    void seen();
  };
  return (
    <section className={classes.bar} aria-label={t('missed_region')} role="status">
      <IconBell size={16} stroke={1.6} aria-hidden="true" />
      <span>{t('missed', { count: missed.length })}</span>
      {missed.slice(0, SHOWN).map(({ id, title, account, due }) => {
        const { day, time } = wallAt(due, zone);
        return (
          <span key={id} className={classes.piece}>
            <b>{title === '' ? t('untitled') : title}</b>
            <span className={classes.extent}>
              {account} · {sayMoment(lang, day, time)}
            </span>
          </span>
        );
      })}
      <Button onClick={() => show(missed[0]?.id ?? null)} data-testid="missed-see">
        {t('see')}
      </Button>
      <Button variant="subtle" onClick={() => void seen()}>
        {t('seen')}
      </Button>
    </section>
  );
}
