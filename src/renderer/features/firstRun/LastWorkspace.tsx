import { Button } from '@mantine/core';
import { sayFailure } from '../../../core/words/failures';
import { firstRunWords } from '../../../core/words/firstRun';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import classes from './FirstRunScreen.module.css';

type Props = { readonly enter: (open: () => Promise<boolean>) => Promise<void>; readonly shut: boolean };

/** Why the workspace of last time is not here, what to do about it, and the other ones on this machine. */
export function LastWorkspace({ enter, shut }: Props) {
  const t = useWords(firstRunWords);
  const lang = useLang();
  const boot = useStudio((state) => state.boot);
  const openWorkspace = useStudio((state) => state.openWorkspace);
  if (boot === null || (boot.trouble === null && boot.workspaces.length === 0)) return null;
  const { trouble, workspaces } = boot;
  const others = workspaces.filter(({ key }) => key !== trouble?.key);
  return (
    <section className={classes.last}>
      {trouble !== null && (
        <div role="alert">
          <h2>
            {t('trouble.title', { name: workspaces.find(({ key }) => key === trouble.key)?.name ?? trouble.key })}
          </h2>
          <p>{sayFailure(lang, trouble.failure)}</p>
          <div className={classes.acts}>
            {trouble.failure.code === 'database_damaged' && (
              <Button
                variant="filled"
                disabled={shut}
                onClick={() => void enter(() => openWorkspace(trouble.key, true))}
              >
                {t('trouble.repair')}
              </Button>
            )}
            <Button disabled={shut} onClick={() => void enter(() => openWorkspace(trouble.key))}>
              {t('trouble.retry')}
            </Button>
            {trouble.failure.code === 'database_damaged' && <span>{t('trouble.kept')}</span>}
          </div>
        </div>
      )}
      {others.length > 0 && (
        <p className={classes.known}>
          {t('known')}
          {others.map(({ key, name }) => (
            <button key={key} type="button" disabled={shut} onClick={() => void enter(() => openWorkspace(key))}>
              {name}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}
