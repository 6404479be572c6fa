import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { editorWords } from '../../../core/words/editor';
import { sayFailure } from '../../../core/words/failures';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import classes from './EditorPage.module.css';
import type { Session } from './session';

/** What stands between the words and the disk, said where the words are. Nothing here when all is well. */
export function SaveNotice({ session, unreadable }: { readonly session: Session; readonly unreadable: boolean }) {
  const t = useWords(editorWords);
  const lang = useLang();
  const save = useStore(session, (state) => state.save);
  const fieldFailure = useStore(session, (state) => state.fieldFailure);
  const act = useStudio((state) => state.act);

  if (unreadable)
    return (
      <Bar>
        <b>{t('unreadable.title')}</b>
        <span>{t('unreadable.text')}</span>
      </Bar>
    );
  if (save.kind === 'stale')
    return (
      <Bar>
        <b>{t('stale.title')}</b>
        <span>{t('stale.text')}</span>
        <Button title={t('stale.mine_note')} onClick={() => void session.keepMine()}>
          {t('stale.mine')}
        </Button>
        <Button
          title={t('stale.theirs_note')}
          onClick={() => void session.takeTheirs().then((text) => act('studio.copy', { text }))}
        >
          {t('stale.theirs')}
        </Button>
      </Bar>
    );
  const failure = save.kind === 'failed' ? save.failure : fieldFailure;
  if (failure === null) return null;
  return (
    <Bar>
      <span>{t('save.failed', { why: sayFailure(lang, failure) })}</span>
      <Button onClick={session.retry}>{t('save.retry')}</Button>
    </Bar>
  );
}

function Bar({ children }: { readonly children: ReactNode }) {
  return (
    <div role="alert" className={classes.notice}>
      <IconAlertTriangle size={16} stroke={1.6} aria-hidden="true" />
      {children}
    </div>
  );
}
