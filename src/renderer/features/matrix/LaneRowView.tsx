import { IconChevronDown } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Lang } from '../../../core/model/records';
import type { LaneRow } from '../../../core/schedule/geometry';
import { type LaneNote, laneSummary } from '../../../core/schedule/load';
import { sayDate } from '../../../core/words/dates';
import { sayKind, sayRole } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { type Say, useLang, useStudio, useWords } from '../../state/StudioProvider';
import { FindingMark } from '../../ui/FindingMark';
import { gridCell, gridRow, gridRowHeader } from '../../ui/gridRoles';
import { Hint } from '../../ui/Hint';
import { KindMark } from '../../ui/KindMark';
import { HEAD, LEFT } from './frame';
import classes from './LaneRow.module.css';
import { useModel } from './model';

const noTargets = {};

/** A role's line: folds the lane, and says whether it does its job this week. */
export function LaneRowView({
  row,
  index,
  viewWidth,
}: {
  readonly row: LaneRow;
  readonly index: number;
  readonly viewWidth: number;
}) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const { lane } = row;
  const { columns, week, ahead, allCells, today } = useModel();
  const folded = useStudio((state) => state.foldedRoles.has(lane.role));
  const toggle = useStudio((state) => state.toggleRole);
  const targets = useStudio((state) => state.outline?.workspace[0]?.kindTargets ?? noTargets);
  const summary = useMemo(
    () => laneSummary(lane.accounts, week, ahead, allCells, targets),
    [lane, week, ahead, allCells, targets],
  );
  const name = lane.name ?? sayRole(lang, lane.role);
  const { load, note } = summary;
  const inWeek = week.includes(today);
  const warns = note.kind === 'silent' || note.kind === 'owes' || note.kind === 'empty';
  return (
    <div
      className={classes.lane}
      {...gridRow(index + 2)}
      style={{ top: HEAD + row.top, height: row.height, width: LEFT + (columns.edges.at(-1) ?? 0) }}
    >
      <div className={classes.laneHead} {...gridRowHeader}>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={!folded}
          title={t(folded ? 'lane.unfold' : 'lane.fold', { lane: name })}
          onClick={() => toggle(lane.role)}
        >
          <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
          <b>{name}</b>
          <span>{lane.accounts.length}</span>
        </button>
      </div>
      <div
        className={classes.laneBody}
        {...gridCell(2, { span: columns.days.length })}
        style={{ width: Math.max(0, Math.min(viewWidth - LEFT, columns.edges.at(-1) ?? 0)) }}
      >
        <span>
          {t(inWeek ? 'lane.week' : 'lane.week_of', {
            count: load.count,
            capacity: load.capacity,
            day: week[0] === undefined ? '' : sayDate(lang, week[0]),
          })}
        </span>
        {summary.shares.map(({ kind, count, wanted }) => {
          const words = t('lane.share', { kind: sayKind(lang, kind), count, wanted });
          return (
            <Hint key={kind} label={words}>
              <span className={classes.share} role="img" aria-label={words}>
                <KindMark kind={kind} size={8} />
                <span className={classes.bar} data-kind={kind}>
                  <i style={{ width: `${Math.round(100 * Math.min(1, count / Math.max(1, wanted)))}%` }} />
                </span>
              </span>
            </Hint>
          );
        })}
        <span className={classes.note} data-warns={warns || undefined}>
          {warns && <FindingMark severity="warning" />}
          {sayNote(t, lang, note)}
        </span>
      </div>
    </div>
  );
}

function sayNote(t: Say<keyof (typeof matrixWords)['zh']>, lang: Lang, note: LaneNote): string {
  switch (note.kind) {
    case 'silent':
      return t('lane.silent', { day: sayDate(lang, note.from), days: note.days });
    case 'owes':
      return t('lane.owes', { kind: sayKind(lang, note.what), count: note.count });
    case 'steady':
      return t('lane.steady', { longest: note.longest });
    case 'empty':
      return t('lane.empty');
  }
}
