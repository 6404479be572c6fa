import { IconAlertTriangle } from '@tabler/icons-react';
import type { Failure } from '../../core/result';
import { sayFailure } from '../../core/words/failures';
import { shellWords } from '../../core/words/shell';
import { useLang, useWords } from '../state/StudioProvider';
import { Hint } from '../ui/Hint';
import classes from './Shell.module.css';

/** Says in the status bar that something could not be read or written; on hover and focus what it was. */
export function Trouble({ failure }: { readonly failure: Failure }) {
  const t = useWords(shellWords);
  const lang = useLang();
  return (
    <Hint label={sayFailure(lang, failure)}>
      <span className={classes.saved} data-trouble>
        <IconAlertTriangle size={14} stroke={1.6} aria-hidden="true" />
        {t('status.trouble')}
      </span>
    </Hint>
  );
}
