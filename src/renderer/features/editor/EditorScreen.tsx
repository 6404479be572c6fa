import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OpenedPiece } from '../../../contract';
import { editorWords } from '../../../core/words/editor';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { Screen } from '../../ui/Screen';
import { EditorPage } from './EditorPage';
import { openSession, type Session } from './session';
import { browserTimers } from './variants/adaptLoop';

type Opening =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'open'; readonly session: Session }
  | { readonly kind: 'gone' };

/** A piece, full page. Reads it, holds its session while it is shown, and saves what is unsaved on the way out. */
export function EditorScreen() {
  const t = useWords(editorWords);
  const studio = useStudioHandle();
  const route = useStudio((state) => state.route);
  const go = useStudio((state) => state.go);
  const pieceId = route.screen === 'editor' ? route.pieceId : null;
  const [opening, setOpening] = useState<Opening>({ kind: 'waiting' });

  useEffect(() => {
    if (pieceId === null) return;
    let session: Session | null = null;
    let left = false;
    const open = (opened: OpenedPiece): void => {
      session = openSession(studio, opened, browserTimers);
      setOpening({ kind: 'open', session });
    };
    void studio.api.call('piece.open', { id: pieceId }).then((answer) => {
      if (left) return;
      if (answer.ok) open(answer.value);
      else setOpening({ kind: 'gone' });
    });
    // Hiding and closing the window save at once: there may be no later.
    const save = () => void session?.flush();
    document.addEventListener('visibilitychange', save);
    window.addEventListener('pagehide', save);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', save);
      window.removeEventListener('pagehide', save);
      void session?.close();
    };
  }, [studio, pieceId]);

  if (opening.kind === 'open' && opening.session.getState().piece.id === pieceId)
    return (
      <EditorPage key={pieceId} session={opening.session} aim={route.screen === 'editor' ? route.aim : undefined} />
    );
  return (
    <Screen label={t('loading')}>
      {opening.kind === 'gone' && (
        <Empty
          text={`${t('gone.title')}. ${t('gone.text')}`}
          action={<Button onClick={() => go({ screen: 'library' })}>{t('gone.back')}</Button>}
        />
      )}
    </Screen>
  );
}
