import { isWorkday } from '../../../core/time/workdays';
import classes from './Backdrop.module.css';
import { LEFT } from './frame';
import { useModel } from './model';

/** What lies behind the rows: one strip per day in view with its phase, its rest and today's line. */
export function Backdrop({ first, end }: { readonly first: number; readonly end: number }) {
  const { columns, phases, today } = useModel();
  return columns.days.slice(first, end).map((day, offset) => {
    const index = first + offset;
    const left = columns.edges[index] ?? 0;
    return (
      <div
        key={day}
        className={classes.column}
        data-phase={day === today ? undefined : (phases[index] ?? undefined)}
        data-weekend={!isWorkday(day) || undefined}
        data-today={day === today || undefined}
        style={{ left: LEFT + left, width: (columns.edges[index + 1] ?? left) - left }}
        aria-hidden="true"
      />
    );
  });
}
