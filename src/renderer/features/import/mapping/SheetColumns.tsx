import { Checkbox } from '@mantine/core';
import { choiceOf, saysWhere } from '../../../../core/sheets/recognise/choice';
import { type SheetField, sheetFields } from '../../../../core/sheets/recognise/fields';
import type { MappedColumn, SheetMapping } from '../../../../core/sheets/recognise/mapping';
import type { SheetChoice, SheetText } from '../../../../core/sheets/sheetRows';
import { mappingWords } from '../../../../core/words/mapping';
import { useWords } from '../../../state/StudioProvider';
import classes from './Mapping.module.css';
import { SheetFacts } from './SheetFacts';

/** A sheet as it was understood. */
export type SheetSeen = {
  readonly path: string;
  /** Empty for a text file. */
  readonly sheet: string;
  readonly hidden: boolean;
  readonly taken: boolean;
  readonly mapping: SheetMapping;
  readonly text: SheetText | null;
};

/** Columns beyond these are named by number only: nobody corrects a hundred by hand. */
const SHOWN = 60;

/**
 * What each column of a sheet was taken for, why, and a choice against it. Everything said goes out as one whole choice,
 * by which the sheet is read again; nothing is kept here.
 */
export function SheetColumns({
  seen,
  busy,
  onChoose,
}: {
  readonly seen: SheetSeen;
  /** The sheet is being read again. */
  readonly busy: boolean;
  readonly onChoose: (choice: SheetChoice) => void;
}) {
  const t = useWords(mappingWords);
  const { mapping, sheet, path, hidden, taken, text } = seen;
  const name = sheet === '' ? (path.split('/').at(-1) ?? path) : sheet;
  const say = (change: SheetChoice): void => onChoose({ ...choiceOf(mapping), take: taken, ...change });
  const more = mapping.columns.length - SHOWN;
  return (
    <section className={classes.sheet} aria-label={`${t('title')} · ${name}`} aria-busy={busy}>
      <header className={classes.head}>
        <h3>{name}</h3>
        {mapping.dialect !== null && <span className={classes.dialect}>{t(`dialect.${mapping.dialect}`)}</span>}
        {hidden && <span className={classes.quiet}>{t('hidden')}</span>}
        <span className={classes.gap} aria-live="polite">
          {busy ? t('busy') : ''}
        </span>
        {sheet !== '' && (
          <Checkbox
            size="xs"
            label={t('take')}
            checked={taken}
            aria-disabled={busy}
            onChange={(event) => say({ take: event.currentTarget.checked })}
          />
        )}
      </header>
      {taken ? (
        <>
          <SheetFacts mapping={mapping} text={text} needsTarget={!saysWhere(mapping)} busy={busy} onChoose={say} />
          <div className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('column')}</th>
                  <th scope="col">{t('sample')}</th>
                  <th scope="col">{t('field')}</th>
                  <th scope="col">{t('reason')}</th>
                </tr>
              </thead>
              <tbody>
                {mapping.columns.slice(0, SHOWN).map((column) => (
                  <ColumnRow
                    key={column.index}
                    column={column}
                    busy={busy}
                    onChoose={(field) => say({ fields: { ...choiceOf(mapping).fields, [column.index]: field } })}
                  />
                ))}
              </tbody>
            </table>
          </div>
          {more > 0 && <p className={classes.quiet}>{t('more_columns', { count: more })}</p>}
        </>
      ) : (
        <p className={classes.quiet}>{t('left')}</p>
      )}
    </section>
  );
}

function ColumnRow({
  column,
  busy,
  onChoose,
}: {
  readonly column: MappedColumn;
  readonly busy: boolean;
  readonly onChoose: (field: SheetField) => void;
}) {
  const t = useWords(mappingWords);
  const { name, field, reason, sample } = column;
  return (
    <tr data-quiet={field === 'notes' || field === 'ignore' || undefined}>
      <th scope="row" title={name}>
        {name}
      </th>
      <td className={classes.sample} title={sample.join('\n')}>
        {sample.map((cell) => cell.replaceAll('\n', ' ')).join(' · ')}
      </td>
      <td>
        <select
          className={classes.input}
          aria-label={t('field_of', { name })}
          value={field}
          aria-disabled={busy}
          onChange={(event) => {
            const chosen = sheetFields.find((known) => known === event.currentTarget.value);
            if (chosen !== undefined) onChoose(chosen);
          }}
        >
          {sheetFields.map((known) => (
            <option key={known} value={known}>
              {t(`field.${known}`)}
            </option>
          ))}
        </select>
      </td>
      <td className={classes.quiet}>{t(`reason.${reason}`)}</td>
    </tr>
  );
}
