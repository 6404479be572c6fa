import { useStore } from 'zustand';
import { briefProgress, shownFields } from '../../../../core/brief/brief';
import type { Piece } from '../../../../core/model/records';
import { briefWords } from '../../../../core/words/brief';
import { editorWords } from '../../../../core/words/editor';
import { useWords } from '../../../state/StudioProvider';
import type { Session } from '../session';
import { Belongings } from './Belongings';
import { BriefField } from './BriefField';
import classes from './BriefPanel.module.css';
import { VoiceNotes } from './VoiceNotes';

/** The left column: what the piece promises, where it belongs, and how its persona speaks. */
export function BriefPanel({
  session,
  readOnly,
  onInsert,
}: {
  readonly session: Session;
  readonly readOnly: boolean;
  readonly onInsert: (name: string) => void;
}) {
  const piece = useStore(session, (state) => state.piece);
  return (
    <div className={classes.panel}>
      <Brief session={session} piece={piece} readOnly={readOnly} onInsert={onInsert} />
      <Belongings session={session} piece={piece} readOnly={readOnly} />
      <VoiceNotes session={session} piece={piece} />
    </div>
  );
}

function Brief({
  session,
  piece,
  readOnly,
  onInsert,
}: {
  readonly session: Session;
  readonly piece: Piece;
  readonly readOnly: boolean;
  readonly onInsert: (name: string) => void;
}) {
  const t = useWords(editorWords);
  const b = useWords(briefWords);
  const progress = briefProgress(piece);
  const title = b(`title.${piece.kind}`);
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.head}>
        {title}
        <span className={classes.progress}>
          <span aria-hidden="true">{t('brief.done', progress)}</span>
          <span className="visually-hidden">{t('brief.done_label', progress)}</span>
        </span>
      </h2>
      {shownFields(piece).map((name) => (
        <BriefField
          key={name}
          name={name}
          subkind={piece.subkind}
          value={piece.brief[name] ?? ''}
          lang={piece.lang}
          readOnly={readOnly}
          onChange={(value) => session.setField(`brief.${name}`, value === '' ? null : value)}
          onLeave={() => void session.flush()}
          onInsert={() => onInsert(name)}
        />
      ))}
    </section>
  );
}
