import { useEffect, useState } from 'react';
import type { OpenedPiece } from '../../../contract';
import { browserTimers } from '../../state/adapting/adaptLoop';
import { useStudio, useStudioHandle } from '../../state/StudioProvider';
import type { Studio } from '../../state/studio';
import { PieceGone } from '../../ui/plan/PieceGone';
import { EditorPage } from './EditorPage';
import { openSession, type Session } from './session';

type Opening =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'open'; readonly session: Session }
  | { readonly kind: 'gone' };

/** The session that was left last, until everything of it is saved. */
const closing = new WeakMap<Studio, Promise<void>>();

/** A piece, full page. Reads it, holds its session while it is shown, and saves what is unsaved on the way out. */
export function EditorScreen() {
  const studio = useStudioHandle();
  const route = useStudio((state) => state.route);
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
    let release: () => void = () => undefined;
    void (async () => {
      // What the piece before it still had to save belongs before the opening.
      await closing.get(studio);
      const [answer, held] = await Promise.all([
        studio.api.call('piece.open', { id: pieceId }),
        studio.getState().holdUndo(),
      ]);
      release = held;
      if (left) held();
      else if (answer.ok) open(answer.value);
      else setOpening({ kind: 'gone' });
    })();
    // Hiding and closing the window save at once: there may be no later.
    const save = () => void session?.flush();
    document.addEventListener('visibilitychange', save);
    window.addEventListener('pagehide', save);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', save);
      window.removeEventListener('pagehide', save);
      release();
      if (session !== null) closing.set(studio, session.close());
    };
  }, [studio, pieceId]);

  if (opening.kind === 'open' && opening.session.getState().piece.id === pieceId)
    return (
      <EditorPage key={pieceId} session={opening.session} aim={route.screen === 'editor' ? route.aim : undefined} />
    );
  return <PieceGone gone={opening.kind === 'gone'} />;
}
