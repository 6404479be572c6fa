import type { SheetField } from './fields';
import type { MappingChoice, SheetMapping } from './mapping';

/**
 * What the user has said so far, told back from a mapping, so that the next thing said can be laid over it and nobody
 * keeps a second list of choices.
 */
export function choiceOf({ columns, dates, target, headerRow }: SheetMapping): MappingChoice {
  const fields: Record<number, SheetField> = {};
  for (const { index, field, reason } of columns) if (reason === 'chosen') fields[index] = field;
  return {
    fields,
    headerRow: headerRow ?? 0,
    order: dates?.orderFrom === 'chosen' ? dates.order : null,
    year: dates?.yearFrom === 'chosen' ? dates.year : null,
    target,
  };
}

/** Whether any column says where rows go; without one, an account is chosen for the whole sheet. */
export const saysWhere = ({ columns }: SheetMapping): boolean =>
  columns.some(({ field }) => field === 'platform' || field === 'account');
