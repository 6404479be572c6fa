import { type CSSProperties, useMemo } from 'react';
import type { DayMarks } from '../../../core/occasions/marks';
import { useLang, useStudio } from '../../state/StudioProvider';
import classes from './DayLine.module.css';

/** A day's names: the first, how many more, the lunar day, and all of it as one spoken line. */
export type DayNames = {
  readonly first: string;
  readonly more: number;
  readonly lunar: string;
  readonly kind: string;
  /** The line that runs under the days of a hot topic and fades as it cools. */
  readonly warmth?: CSSProperties | undefined;
  readonly spoken: string;
};
const noNames: DayNames = { first: '', more: 0, lunar: '', kind: '', spoken: '' };

export function useDayNames(marks: DayMarks | null): DayNames {
  const knowledge = useStudio((state) => state.days);
  const lang = useLang();
  return useMemo(() => {
    if (knowledge === null || marks === null) return noNames;
    const said = knowledge.saidMarks(lang, marks);
    const heads = knowledge.headlines(said, marks.day);
    const first = heads[0];
    return {
      first: first?.name ?? '',
      more: Math.max(0, heads.length - 1),
      lunar: marks.lunar === null ? '' : knowledge.sayLunar(lang, marks.lunar),
      kind: first === undefined ? '' : first.mark.kind === 'occasion' ? first.mark.occasion.kind : first.mark.kind,
      warmth: knowledge.warmthOf(marks),
      spoken: [
        marks.work === null || marks.work.name === null ? '' : knowledge.sayDayFact(lang, marks.day),
        marks.lunar === null ? '' : knowledge.sayLunarDay(lang, marks.lunar),
        ...said.map(({ name }) => name),
      ]
        .filter((part) => part !== '')
        .join(lang === 'zh' ? '，' : ', '),
    };
  }, [knowledge, marks, lang]);
}

/** The line under a date: what names the day with how much more there is, else the lunar day, else what is given. */
export function DayLine({ names, otherwise = '' }: { readonly names: DayNames; readonly otherwise?: string }) {
  if (names.first === '')
    return (
      <span className={classes.line} style={names.warmth}>
        {names.lunar || otherwise}
      </span>
    );
  return (
    <span className={classes.line} data-kind={names.kind} style={names.warmth}>
      <span className={classes.name} title={names.first}>
        {names.first}
      </span>
      {names.more > 0 && <span className={classes.more}>+{names.more}</span>}
    </span>
  );
}
