import type { Failure } from '../../core/result';
import { sayFailure } from '../../core/words/failures';
import { shellWords } from '../../core/words/shell';
import { useLang, useStudio, useWords } from '../state/StudioProvider';
import { ReadySignal } from './ReadySignal';
import classes from './Shell.module.css';

/** The workspace did not open: what, why, and the way to the data. */
export function Broken({ failure }: { readonly failure: Failure }) {
  const t = useWords(shellWords);
  const lang = useLang();
  const start = useStudio((state) => state.start);
  const act = useStudio((state) => state.act);
  return (
    <main className={classes.broken}>
      <h1>{t('broken.title')}</h1>
      <p>{sayFailure(lang, failure)}</p>
      <div>
        <button type="button" className={classes.retry} data-primary onClick={() => void start()}>
          {t('broken.again')}
        </button>
        <button type="button" className={classes.retry} onClick={() => void act('studio.reveal', { what: 'data' })}>
          {t('broken.folder')}
        </button>
      </div>
      <ReadySignal />
    </main>
  );
}
