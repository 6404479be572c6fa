import { useId } from 'react';
import type { ReviewOffer } from '../../../contract';
import { marksWords } from '../../../core/words/marks';
import { useWords } from '../../state/StudioProvider';
import classes from './Hand.module.css';
import shared from './Marks.module.css';

/** What is said to the reader, and whether pictures go along. */
export type Letter = { readonly by: string; readonly note: string; readonly pictures: boolean };

/** The letter to the reader, and before anything is written: what goes in and what stays here. */
export function HandSide({
  ticked,
  letter,
  onLetter,
}: {
  readonly ticked: readonly ReviewOffer[];
  readonly letter: Letter;
  readonly onLetter: (letter: Letter) => void;
}) {
  const t = useWords(marksWords);
  const [byId, noteId] = [useId(), useId()];
  const { by, note, pictures } = letter;
  const hasPictures = ticked.some((offer) => offer.pictures > 0);
  const more = ticked.reduce((sum, offer) => sum + offer.morePictures, 0);
  const goes = [
    t('hand.goes.texts', { count: ticked.length }),
    t('hand.goes.names'),
    ...(pictures && hasPictures ? [t('hand.goes.pictures')] : []),
    t('hand.goes.you'),
  ];
  const stays = [
    t('hand.stays.notes'),
    t('hand.stays.marks'),
    ...(hasPictures ? [t(pictures ? 'hand.stays.pictures' : 'hand.stays.no_pictures')] : []),
    ...(pictures && more > 0 ? [t('hand.stays.more_pictures', { count: more })] : []),
  ];
  return (
    <div className={classes.side}>
      <label htmlFor={byId}>{t('hand.by')}</label>
      <input
        id={byId}
        value={by}
        maxLength={200}
        onChange={(event) => onLetter({ ...letter, by: event.currentTarget.value })}
      />
      <label htmlFor={noteId}>{t('hand.note')}</label>
      <textarea
        id={noteId}
        rows={5}
        value={note}
        maxLength={4_000}
        placeholder={t('hand.note_hint')}
        onChange={(event) => onLetter({ ...letter, note: event.currentTarget.value })}
      />
      <label className={`${shared.tick} ${classes.pictures}`}>
        <input
          type="checkbox"
          checked={pictures}
          onChange={(event) => onLetter({ ...letter, pictures: event.currentTarget.checked })}
        />
        {t('hand.pictures')}
      </label>
      <Told name={t('hand.goes')} rows={goes} />
      <Told name={t('hand.stays')} rows={stays} />
    </div>
  );
}

function Told({ name, rows }: { readonly name: string; readonly rows: readonly string[] }) {
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </section>
  );
}
