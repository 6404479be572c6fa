import type { PlacementCard } from '../../../contract';
import { deskWords } from '../../../core/words/desk';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { PersonDot } from '../../ui/PersonDot';
import { useDraft } from '../../ui/useDraft';
import { doAndSay } from './acts';
import classes from './NoteCard.module.css';

const LONGEST = 2_000;

/** Who posts it, and a word to them. */
export function NoteCard({ card }: { readonly card: PlacementCard }) {
  const t = useWords(deskWords);
  const studio = useStudioHandle();
  const members = useStudio((state) => state.outline?.member);
  const note = useDraft({
    value: card.handNote,
    when: 'leaving',
    onCommit: (text) => void doAndSay(studio, card, { kind: 'note', note: text.trim() }),
  });
  const name = members?.find(({ id }) => id === card.handTo)?.name;
  return (
    <section className={classes.note} aria-label={t('note')}>
      <PersonDot name={name ?? '·'} hint={false} size="large" />
      <div className={classes.noteBody}>
        <div className={classes.noteHead}>
          <h3>{t('note')}</h3>
          {members !== undefined && members.length > 0 && (
            <select
              className={classes.noteTo}
              aria-label={t('note_to')}
              value={card.handTo ?? ''}
              onChange={(event) =>
                void doAndSay(studio, card, { kind: 'to', memberId: event.currentTarget.value || null })
              }
            >
              <option value="">{t('note_to_none')}</option>
              {members.map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
            </select>
          )}
        </div>
        <textarea
          className={classes.noteText}
          rows={2}
          maxLength={LONGEST}
          aria-label={t('note')}
          placeholder={t('note_hint')}
          {...note}
        />
      </div>
    </section>
  );
}
