import { isWallTime, type WallTime } from '../../../core/time/wallDate';
import { cadenceWords } from '../../../core/words/cadence';
import { useWords } from '../../state/StudioProvider';
import { useDraft } from '../../ui/useDraft';
import classes from './Settings.module.css';

/** From when until when; each saved when it is left. */
export function HoursRow({
  label,
  from,
  to,
  note,
  onSave,
}: {
  readonly label: string;
  readonly from: WallTime | null;
  readonly to: WallTime | null;
  readonly note?: string;
  readonly onSave: (which: 'quietFrom' | 'quietTo', time: WallTime) => void;
}) {
  const t = useWords(cadenceWords);
  const save = (which: 'quietFrom' | 'quietTo') => (text: string) => {
    if (isWallTime(text)) onSave(which, text);
  };
  const begins = useDraft({ value: from ?? '', when: 'leaving', onCommit: save('quietFrom') });
  const ends = useDraft({ value: to ?? '', when: 'leaving', onCommit: save('quietTo') });
  return (
    <div className={classes.row}>
      <span className={classes.label}>{label}</span>
      <div className={classes.value}>
        <span className={classes.number}>
          <input className={classes.input} type="time" aria-label={t('hours.from')} {...begins} />–
          <input className={classes.input} type="time" aria-label={t('hours.to')} {...ends} />
        </span>
        {note !== undefined && <p className={classes.note}>{note}</p>}
      </div>
    </div>
  );
}
