import { useId, useState } from 'react';
import type { Json } from '../../../core/model/json';
import type { Occasion } from '../../../core/model/records';
import { isWallDate } from '../../../core/time/wallDate';
import { occasionWords } from '../../../core/words/occasions';
import { useWords } from '../../state/StudioProvider';
import classes from './Occasions.module.css';

type DayEdit = readonly (readonly [register: string, value: Json])[];

/**
 * First and last day, and the hottest of a hot topic. A first day moved past the last takes it along; a last day before the first,
 * or a hottest outside of both, is not taken.
 */
export function Days({
  occasion,
  onSave,
}: {
  readonly occasion: Occasion;
  readonly onSave: (values: DayEdit) => void;
}) {
  const t = useWords(occasionWords);
  const id = useId();
  const [fault, setFault] = useState<'field.end_early' | 'field.peak_out' | null>(null);
  const { start, end, peak, kind } = occasion;
  return (
    <div className={classes.row}>
      <label htmlFor={`${id}a`}>{t('field.start')}</label>
      <div>
        <span className={classes.days}>
          <input
            id={`${id}a`}
            className={classes.input}
            type="date"
            value={start ?? ''}
            onChange={({ currentTarget: { value } }) => {
              setFault(null);
              if (!isWallDate(value)) return;
              onSave(
                end === null || end >= value
                  ? [['start', value]]
                  : [
                      ['start', value],
                      ['end', value],
                    ],
              );
            }}
          />
          <label htmlFor={`${id}b`}>{t(kind === 'hot' ? 'field.end_hot' : 'field.end')}</label>
          <input
            id={`${id}b`}
            className={classes.input}
            type="date"
            value={end ?? start ?? ''}
            min={start ?? undefined}
            onChange={({ currentTarget: { value } }) => {
              const early = start !== null && value < start;
              setFault(early ? 'field.end_early' : null);
              if (isWallDate(value) && !early) onSave([['end', value]]);
            }}
          />
        </span>
        {kind === 'hot' && start !== null && end !== null && end > start && (
          <span className={classes.days}>
            <label htmlFor={`${id}c`}>{t('field.peak')}</label>
            <input
              id={`${id}c`}
              className={classes.input}
              type="date"
              value={peak ?? start}
              min={start}
              max={end}
              onChange={({ currentTarget: { value } }) => {
                if (!isWallDate(value)) return;
                const out = value < start || value > end;
                setFault(out ? 'field.peak_out' : null);
                if (!out) onSave([['peak', value]]);
              }}
            />
          </span>
        )}
        {(start === null || fault !== null) && (
          <p className={classes.note} role="alert">
            {t(start === null ? 'field.start_missing' : (fault ?? 'field.end_early'))}
          </p>
        )}
      </div>
    </div>
  );
}
