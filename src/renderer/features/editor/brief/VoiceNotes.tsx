import { IconCheck } from '@tabler/icons-react';
import { useStore } from 'zustand';
import type { Piece } from '../../../../core/model/records';
import { editorWords } from '../../../../core/words/editor';
import { useStudio, useWords } from '../../../state/StudioProvider';
import { FindingMark } from '../../../ui/FindingMark';
import type { Session } from '../session';
import classes from './BriefPanel.module.css';

/** How the piece's persona speaks: words it uses, words it avoids, and whether one of those slipped in. */
export function VoiceNotes({ session, piece }: { readonly session: Session; readonly piece: Piece }) {
  const t = useWords(editorWords);
  const persona = useStudio((state) => state.outline?.persona.find(({ id }) => id === piece.personaId) ?? null);
  const turn = useStore(session, (state) => state.bodyTurn);
  if (persona === null || (persona.useWords.length === 0 && persona.avoidWords.length === 0)) return null;
  const found = avoidedIn(session, piece, persona.avoidWords, turn);
  return (
    <section className={classes.group} aria-label={t('voice', { name: persona.name })}>
      <h2 className={classes.head}>{t('voice', { name: persona.name })}</h2>
      {persona.useWords.length > 0 && (
        <p className={classes.voice}>
          <span className={classes.rowLabel}>{t('voice.use')}</span>
          <span>{persona.useWords.join('、')}</span>
        </p>
      )}
      {persona.avoidWords.length > 0 && (
        <p className={classes.voice}>
          <span className={classes.rowLabel}>{t('voice.avoid')}</span>
          <span>{persona.avoidWords.join('、')}</span>
          {found.length === 0 ? (
            <span className={classes.clear}>
              <IconCheck size={13} stroke={1.8} aria-hidden="true" />
              {t('voice.clear')}
            </span>
          ) : (
            <span className={classes.found}>
              <FindingMark severity="warning" /> {t('voice.found', { words: found.join('、') })}
            </span>
          )}
        </p>
      )}
    </section>
  );
}

/** Read when the text rests (`turn`), never per key. */
function avoidedIn(session: Session, piece: Piece, words: readonly string[], _turn: number): readonly string[] {
  const text = `${piece.title}\n${session.editor()?.state.doc.textContent ?? ''}`.toLowerCase();
  return words.filter((word) => word !== '' && text.includes(word.toLowerCase()));
}
