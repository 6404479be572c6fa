import type { SheetCard, SheetChoiceInput } from '../../../contract';
import { type SheetField, sheetFields } from '../../../core/sheets/recognise/fields';
import { type DateOrder, dateOrders } from '../../../core/sheets/values/dates';
import { importWords, sheetFieldWords } from '../../../core/words/importScreen';
import { useStudioHandle, useWords } from '../../state/StudioProvider';
import classes from './Import.module.css';

/** What each column of each sheet is read as. A change reads the sheet again. */
export function Columns({ job, sheets }: { readonly job: string; readonly sheets: readonly SheetCard[] }) {
  const t = useWords(importWords);
  const studio = useStudioHandle();
  const say = (sheet: SheetCard, choice: SheetChoiceInput): void => {
    void studio.getState().act('import.remap', { job, path: sheet.path, sheet: sheet.sheet, choice });
  };
  return (
    <div className={classes.sheets}>
      <p className={classes.quiet}>{t('columns.note')}</p>
      {sheets.map((sheet) => (
        <SheetColumns key={`${sheet.path} ${sheet.sheet}`} sheet={sheet} onSay={(choice) => say(sheet, choice)} />
      ))}
    </div>
  );
}

function SheetColumns({
  sheet,
  onSay,
}: {
  readonly sheet: SheetCard;
  readonly onSay: (choice: SheetChoiceInput) => void;
}) {
  const t = useWords(importWords);
  const f = useWords(sheetFieldWords);
  const { mapping, taken } = sheet;
  const name = sheet.sheet === '' ? sheet.path : `${sheet.path} · ${sheet.sheet}`;
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <p className={classes.facts}>
        <label>
          <input
            type="checkbox"
            checked={taken}
            onChange={({ currentTarget }) => onSay({ take: currentTarget.checked })}
          />{' '}
          {t('columns.take')}
        </label>
        <span className={classes.quiet}>
          {mapping.headerRow === null ? t('columns.no_header') : t('columns.header', { row: mapping.headerRow })}
        </span>
        {mapping.dates !== null && (
          <label className={classes.field}>
            <span>{t('columns.order')}</span>
            <select
              value={mapping.dates.order ?? ''}
              onChange={({ currentTarget }) => onSay({ order: (currentTarget.value || null) as DateOrder | null })}
            >
              {dateOrders.map((order) => (
                <option key={order} value={order}>
                  {t(`order.${order}`)}
                </option>
              ))}
            </select>
          </label>
        )}
      </p>
      {taken && (
        <table className={classes.mapping}>
          <thead>
            <tr>
              <th scope="col">{t('columns.column')}</th>
              <th scope="col">{t('columns.field')}</th>
              <th scope="col">{t('columns.sample')}</th>
            </tr>
          </thead>
          <tbody>
            {mapping.columns.map((column) => (
              <tr key={column.index}>
                <th scope="row">{column.name}</th>
                <td>
                  <select
                    aria-label={column.name}
                    value={column.field}
                    onChange={({ currentTarget }) =>
                      onSay({ fields: { [column.index]: currentTarget.value as SheetField } })
                    }
                  >
                    {sheetFields.map((field) => (
                      <option key={field} value={field}>
                        {f(field)}
                      </option>
                    ))}
                  </select>
                </td>
                <td className={classes.quiet}>{column.sample.join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
