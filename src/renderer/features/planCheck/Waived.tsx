import { useState } from 'react';
import { planCheckWords } from '../../../core/words/planCheck';
import { planCheckScreenWords } from '../../../core/words/planCheckScreen';
import { say } from '../../../core/words/say';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { unwaive } from './acts';
import classes from './PlanCheck.module.css';

const none: readonly never[] = [];

/** What the team leaves as it is, with why; each can be taken up again. */
export function Waived() {
  const t = useWords(planCheckScreenWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const waived = useStudio((state) => state.planCheck?.waived ?? none);
  const [open, setOpen] = useState(false);
  if (waived.length === 0) return null;
  return (
    <section className={classes.group}>
      <h3>
        <button type="button" className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('waived', { count: waived.length })}
        </button>
      </h3>
      {open && (
        <ul aria-label={t('waived', { count: waived.length })}>
          {waived.map(({ key, waiver, finding }) => (
            <li key={key} className={classes.waived}>
              <b>{waiver.about === '' ? say(planCheckWords, lang, `name.${waiver.code}`) : waiver.about}</b>
              <small>
                {waiver.reason === '' ? t('waived.none') : waiver.reason}
                {finding === null ? ` · ${t('waived.gone')}` : ''}
              </small>
              <button type="button" className={classes.quiet} onClick={() => void unwaive(studio, key, waiver)}>
                {t('waived.back')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
