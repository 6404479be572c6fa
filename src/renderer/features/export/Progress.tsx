import { Button } from '@mantine/core';
import type { ExportProgress } from '../../../contract';
import { exportWords } from '../../../core/words/export';
import { useWords } from '../../state/StudioProvider';
import page from './Export.module.css';
import classes from './Progress.module.css';

/** How far an export is, and the way to stop it. */
export function Progress({ progress, onStop }: { readonly progress: ExportProgress; readonly onStop: () => void }) {
  const t = useWords(exportWords);
  const { stage, done, total } = progress;
  const said = t(`progress.${stage}`);
  return (
    <div className={classes.progress}>
      <progress aria-label={said} {...(total === null ? {} : { value: done, max: Math.max(1, total) })} />
      <span className={page.quiet}>
        {total === null
          ? done === 0
            ? said
            : t('progress.count', { stage: said, done })
          : t('progress.of', { stage: said, done, total })}
      </span>
      <Button onClick={onStop}>{t('progress.stop')}</Button>
    </div>
  );
}
