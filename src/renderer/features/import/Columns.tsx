import type { SheetCard, SheetChoiceInput } from '../../../contract';
import type { SheetChoice } from '../../../core/sheets/sheetRows';
import { importWords } from '../../../core/words/importScreen';
import { useWords } from '../../state/StudioProvider';
import look from '../../ui/dryRun/dryRun.module.css';
import classes from './Import.module.css';
import type { Said } from './importView';
import { SheetColumns } from './mapping/SheetColumns';

/** What each column of each sheet is read as. A change reads the sheet again. */
export function Columns({
  busy,
  sheets,
  onSay,
}: {
  readonly busy: boolean;
  readonly sheets: readonly SheetCard[];
  readonly onSay: (said: Said) => void;
}) {
  const t = useWords(importWords);
  return (
    <div className={classes.sheets}>
      <p className={look.quiet}>{t('columns.note')}</p>
      {sheets.map((seen) => (
        <SheetColumns
          key={`${seen.path} ${seen.sheet}`}
          seen={seen}
          busy={busy}
          onChoose={(choice) => onSay({ path: seen.path, sheet: seen.sheet, choice: sent(choice) })}
        />
      ))}
    </div>
  );
}

/** Columns travel by name: a key of an object is text. What was remembered is the store's own. */
function sent({ fields = {}, remembered: _kept, ...rest }: SheetChoice): SheetChoiceInput {
  return { ...rest, fields: Object.fromEntries(Object.entries(fields)) };
}
