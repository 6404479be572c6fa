import type { ReactNode } from 'react';
import { proposeWords } from '../../../core/words/propose';
import { useWords } from '../../state/StudioProvider';
import classes from './CheckList.module.css';
import form from './Form.module.css';

type Row = { readonly id: string; readonly label: ReactNode };

/** Boxes to tick, folded under how many are; all or none by one button each. */
export function CheckList({
  summary,
  groups,
  chosen,
  onChange,
}: {
  readonly summary: string;
  readonly groups: readonly { readonly id: string; readonly label: string | null; readonly rows: readonly Row[] }[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const t = useWords(proposeWords);
  const set = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    onChange(next);
  };
  const every = groups.flatMap(({ rows }) => rows.map(({ id }) => id));
  return (
    <details className={classes.checks}>
      <summary>{summary}</summary>
      <div className={classes.allNone}>
        <button type="button" onClick={() => set(every, true)}>
          {t('all')}
        </button>
        <button type="button" onClick={() => set(every, false)}>
          {t('none')}
        </button>
      </div>
      {groups.map(({ id, label, rows }) => (
        <fieldset key={id} className={form.sub}>
          <legend className={label === null ? 'visually-hidden' : classes.groupName}>{label ?? summary}</legend>
          {rows.map((row) => (
            <label key={row.id} className={classes.check}>
              <input
                type="checkbox"
                checked={chosen.has(row.id)}
                onChange={({ target }) => set([row.id], target.checked)}
              />
              {row.label}
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}
