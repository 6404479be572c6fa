import type { ReactNode } from 'react';
import type { DayFact } from '../../../core/time/workdays';
import { workdayWords } from '../../../core/words/workdays';
import { useWords } from '../../state/StudioProvider';
import classes from './DayLine.module.css';

/** 休 on a statutory day off, 班 on a make-up workday; otherwise what is given, or nothing. */
export function DayBadge({
  work,
  otherwise = null,
}: {
  readonly work: DayFact | null;
  readonly otherwise?: ReactNode;
}) {
  const t = useWords(workdayWords);
  if (work?.kind !== 'holiday' && work?.kind !== 'make_up') return otherwise;
  return (
    <span className={classes.badge} data-kind={work.kind}>
      {t(`mark.${work.kind}`)}
    </span>
  );
}
