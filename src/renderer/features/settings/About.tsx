import { settingsWords } from '../../../core/words/settings';
import { useStudio, useWords } from '../../state/StudioProvider';
import classes from './Settings.module.css';

/** Which studio this is, what it runs on, and what it never does. */
export function About() {
  const t = useWords(settingsWords);
  const versions = useStudio((state) => state.boot?.versions ?? null);
  if (versions === null) return null;
  return (
    <div className={classes.about} data-selectable>
      <p className={classes.promise}>{t('about.promise')}</p>
      <p>{t('about.promise_note')}</p>
      <p className={classes.note}>{t('about.version', { version: versions.app })}</p>
      <p className={classes.note}>{t('about.runtime', versions)}</p>
      <p className={classes.note}>{t('about.licence')}</p>
    </div>
  );
}
