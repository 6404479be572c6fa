import { useMemo } from 'react';
import type { WallDate } from '../../../core/time/wallDate';
import { sayDay } from '../../../core/words/dates';
import { useDayMarks } from '../../state/days';
import { useLang } from '../../state/StudioProvider';
import { DayBadge } from '../../ui/plan/DayBadge';
import { DayLine, useDayNames } from '../../ui/plan/DayLine';

function useOneDay(day: WallDate) {
  const days = useMemo(() => [day], [day]);
  const marks = useDayMarks(days)?.get(day) ?? null;
  return { marks, names: useDayNames(marks) };
}

/** The head of a day in the list: the date with its weekday, whether it is worked, and what names it. */
export function ListDay({ day }: { readonly day: WallDate }) {
  const lang = useLang();
  const { marks, names } = useOneDay(day);
  return (
    <span className="plan-list-day">
      <b>{sayDay(lang, day)}</b>
      <DayBadge work={marks?.work ?? null} />
      <DayLine names={names} />
    </span>
  );
}

/** The head of a day in the month: what names it at the left, the date at the right. */
export function MonthDay({ day, date }: { readonly day: WallDate; readonly date: string }) {
  const { marks, names } = useOneDay(day);
  return (
    <>
      <span className="plan-month-note">
        <DayBadge work={marks?.work ?? null} />
        <DayLine names={names} />
      </span>
      <span className="plan-month-date">{date}</span>
    </>
  );
}
