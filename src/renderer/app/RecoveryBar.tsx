import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { pieceHistoryWords } from '../../core/words/pieceHistory';
import { useStudio, useWords } from '../state/StudioProvider';
import classes from './RecoveryBar.module.css';

const clock = (millis: number): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(millis);

/** After an unexpected end: until when the words are safe, what was being written, and what that visit changed. */
export function RecoveryBar() {
  const t = useWords(pieceHistoryWords);
  const recovery = useStudio((state) => state.recovery);
  const show = useStudio((state) => state.showRecovery);
  const settle = useStudio((state) => state.settleRecovery);
  if (recovery === null) return null;
  return (
    <section className={classes.bar} aria-label={t('recovery.region')} role="status">
      <IconHistory size={16} stroke={1.6} aria-hidden="true" />
      <span>{t('recovery.text', { time: clock(recovery.savedAt) })}</span>
      {recovery.pieces.map(({ id, title, added, removed }) => (
        <span key={id} className={classes.piece}>
          <b>{title === '' ? t('untitled') : title}</b>
          <span className={classes.extent}>{t('recovery.extent', { added, removed })}</span>
          <Button onClick={() => show(id)} data-testid="recovery-see">
            {t('recovery.see')}
          </Button>
        </span>
      ))}
      <Button variant="subtle" onClick={() => void settle(null)}>
        {t('recovery.close')}
      </Button>
    </section>
  );
}
