import type { HTMLAttributes } from 'react';

/**
 * The semantics of a grid that is not a table: only what is in view stands in the page, so every row and cell says
 * its own place in the whole (ARIA 1.2, grid). Indices count from 1; column 1 is the row's own header.
 */
export const gridRow = (index: number) => ({ role: 'row', 'aria-rowindex': index }) as const;
export const gridCell = (
  column: number,
  { span, label }: { readonly span?: number; readonly label?: string } = {},
) => ({
  role: 'gridcell',
  'aria-colindex': column,
  'aria-colspan': span,
  'aria-label': label,
});
export const gridRowHeader = { role: 'rowheader', 'aria-colindex': 1 } as const;
export const gridColumnHeader = (column: number) => ({ role: 'columnheader', 'aria-colindex': column }) as const;
export const gridRoot = ({
  rows,
  columns,
  label,
  describedBy,
  ...listeners
}: {
  readonly rows: number;
  readonly columns: number;
  readonly label: string;
  readonly describedBy: string;
} & Pick<HTMLAttributes<HTMLElement>, 'onKeyDown' | 'onClick' | 'onDoubleClick' | 'onContextMenu' | 'onBlur'>) => ({
  role: 'grid',
  'aria-rowcount': rows,
  'aria-colcount': columns,
  'aria-label': label,
  'aria-describedby': describedBy,
  ...listeners,
});
