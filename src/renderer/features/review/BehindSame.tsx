import { useState } from 'react';
import type { SourceRow } from '../../../core/adapt/behind';
import { reviewWords } from '../../../core/words/review';
import { useWords } from '../../state/StudioProvider';
import behind from './Behind.module.css';

/** Unchanged sentences: the last two before a change are context, the rest is a number. */
export function Same({ rows }: { readonly rows: readonly SourceRow[] }) {
  const t = useWords(reviewWords);
  const [open, setOpen] = useState(rows.length <= CONTEXT);
  const shown = open ? rows : rows.slice(-1);
  return (
    <>
      {!open && (
        <li>
          <button type="button" className={behind.more} onClick={() => setOpen(true)}>
            {t('behind.same_rows', { count: rows.length - 1 })}
          </button>
        </li>
      )}
      {numbered(shown).map(({ key, row }) => (
        <li key={key} className={behind.row} data-kind="same">
          <p>{row.before}</p>
          <p>{row.after}</p>
        </li>
      ))}
    </>
  );
}
const CONTEXT = 3;
const numbered = (rows: readonly SourceRow[]) => rows.map((row, index) => ({ key: `${index} ${row.after}`, row }));

/** Without a basis: the source now, by itself. */
export const Whole = ({ sentences }: { readonly sentences: readonly (readonly string[])[] }) =>
  sentences
    .map((block, index) => ({ key: `block ${index + 1}`, text: block.join('') }))
    .filter(({ text }) => text !== '')
    .map(({ key, text }) => (
      <li key={key} className={behind.row} data-kind="same">
        <p />
        <p>{text}</p>
      </li>
    ));
