import { useId, useState } from 'react';
import { isWallDate } from '../../../core/time/wallDate';
import { sayDay } from '../../../core/words/dates';
import { proposeWords } from '../../../core/words/propose';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import checks from './CheckList.module.css';
import classes from './Form.module.css';
import { HandOverPick } from './HandOverPick';
import frame from './Propose.module.css';
import type { DraftProps } from './ProposeForm';

const noPersonas: readonly { readonly id: string; readonly name: string }[] = [];

/** The rules the user may turn, and which are kept whatever is said here. */
export function RulePick({ draft, setDraft }: DraftProps) {
  const t = useWords(proposeWords);
  const id = useId();
  const personas = useStudio((state) => state.outline?.persona ?? noPersonas);
  return (
    <fieldset className={classes.group}>
      <legend>{t('rules')}</legend>
      <div className={classes.line}>
        <label htmlFor={`${id}n`}>{t('rules.per_piece')}</label>
        <input
          id={`${id}n`}
          type="number"
          min={1}
          max={20}
          aria-describedby={`${id}nn`}
          value={draft.accountsPerPiece}
          onChange={({ target }) =>
            setDraft((now) => ({
              ...now,
              accountsPerPiece: Math.min(20, Math.max(1, Math.round(Number(target.value)) || 1)),
            }))
          }
        />
      </div>
      <p id={`${id}nn`} className={frame.note}>
        {t('rules.per_piece_note')}
      </p>
      <label className={checks.check}>
        <input
          type="checkbox"
          checked={draft.keepHolidaysFree}
          onChange={({ target }) => setDraft((now) => ({ ...now, keepHolidaysFree: target.checked }))}
        />
        <span>{t('rules.holidays')}</span>
      </label>
      <label className={checks.check}>
        <input
          type="checkbox"
          checked={draft.keepWeekendsFree}
          onChange={({ target }) => setDraft((now) => ({ ...now, keepWeekendsFree: target.checked }))}
        />
        <span>{t('rules.weekends')}</span>
      </label>
      <FreeDays draft={draft} setDraft={setDraft} />
      <HandOverPick draft={draft} setDraft={setDraft} />
      {personas.length > 0 && (
        <fieldset className={classes.sub}>
          <legend className={classes.wide}>{t('rules.silent')}</legend>
          <div className={classes.chips}>
            {personas.map((persona) => (
              <label key={persona.id} className={checks.check}>
                <input
                  type="checkbox"
                  checked={draft.silentPersonas.has(persona.id)}
                  onChange={({ target }) =>
                    setDraft((now) => {
                      const silentPersonas = new Set(now.silentPersonas);
                      if (target.checked) silentPersonas.add(persona.id);
                      else silentPersonas.delete(persona.id);
                      return { ...now, silentPersonas };
                    })
                  }
                />
                <span>{persona.name}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <p className={frame.note}>{t('rules.standing')}</p>
    </fieldset>
  );
}

function FreeDays({ draft, setDraft }: DraftProps) {
  const t = useWords(proposeWords);
  const lang = useLang();
  const id = useId();
  const [day, setDay] = useState('');
  const add = () => {
    if (!isWallDate(day) || draft.freeDays.includes(day)) return;
    setDraft((now) => ({ ...now, freeDays: [...now.freeDays, day].sort() }));
    setDay('');
  };
  return (
    <>
      <div className={classes.line}>
        <label htmlFor={id}>{t('rules.free_days')}</label>
        <input
          id={id}
          type="date"
          value={day}
          onChange={({ target }) => setDay(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" className={frame.small} onClick={add} disabled={!isWallDate(day)}>
          {t('rules.free_days_add')}
        </button>
      </div>
      {draft.freeDays.length > 0 && (
        <div className={classes.chips}>
          {draft.freeDays.map((free) => (
            <button
              key={free}
              type="button"
              className={frame.small}
              aria-label={t('rules.free_days_remove', { day: sayDay(lang, free) })}
              onClick={() => setDraft((now) => ({ ...now, freeDays: now.freeDays.filter((one) => one !== free) }))}
            >
              {sayDay(lang, free)} ×
            </button>
          ))}
        </div>
      )}
    </>
  );
}
