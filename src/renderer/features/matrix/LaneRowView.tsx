import { memo, useMemo, useRef } from 'react';
import type { Lang } from '../../../core/model/records';
import type { LaneRow } from '../../../core/schedule/geometry';
import { type LaneRhythm, type LaneSummary, laneSummary } from '../../../core/schedule/load';
import type { WallDate } from '../../../core/time/wallDate';
import { sayDate } from '../../../core/words/dates';
import { sayKind } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { type Say, useLang, useStudio, useWords } from '../../state/StudioProvider';
import { share } from '../../state/share';
import { FindingMark } from '../../ui/FindingMark';
import { gridCell, gridRow } from '../../ui/gridRoles';
import { HEAD, LEFT } from './frame';
import { LaneHead } from './LaneHead';
import classes from './LaneRow.module.css';
import { LaneShares } from './LaneShares';
import { nameOf } from './laneActs';
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
  const lang = useLang();
  const { lane } = row;
  const { columns, week, allCells, today } = useModel();
  const targets = useStudio((state) => state.outline?.workspace[0]?.kindTargets ?? noTargets);
  const before = useRef<LaneSummary | null>(null);
  const summary = useMemo(() => {
    const now = laneSummary(lane.accounts, week, columns.days, today, allCells, targets);
    before.current = before.current === null ? now : share(before.current, now);
    return before.current;
  }, [lane, week, columns.days, today, allCells, targets]);
  return (
    <div
      className={classes.lane}
      {...gridRow(index + 2)}
      style={{ top: HEAD + row.top, height: row.height, width: LEFT + (columns.edges.at(-1) ?? 0) }}
    >
      <LaneHead lane={lane} />
      <div
        className={classes.laneBody}
        {...gridCell(2, { span: columns.days.length })}
        style={{ width: Math.max(0, Math.min(viewWidth - LEFT, columns.edges.at(-1) ?? 0)) }}
      >
        <Body summary={summary} lane={nameOf(lang, lane)} week={week} today={today} />
      </div>
    </div>
  );
}

type BodyProps = {
  readonly summary: LaneSummary;
  readonly lane: string;
  readonly week: readonly WallDate[];
  readonly today: WallDate;
};

/** Kept while the lane's numbers are the same: a drop elsewhere changes none of them. */
const Body = memo(function Body({ summary, lane, week, today }: BodyProps) {
  return (
    <>
      <Load summary={summary} week={week} today={today} />
      <LaneShares shares={summary.shares} lane={lane} />
      <Notes summary={summary} />
    </>
  );
});

function Load({ summary: { load }, week, today }: Omit<BodyProps, 'lane'>) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const over = load.capacity > 0 ? load.count - load.capacity : 0;
  return (
    <span className={classes.load} data-over={over > 0 || undefined}>
      {t(week.includes(today) ? 'lane.week' : 'lane.week_of', {
        ...load,
        day: week[0] === undefined ? '' : sayDate(lang, week[0]),
      })}
      {over > 0 && t('lane.over', { count: over })}
    </span>
  );
}

/** What is wrong first; a line that has no room for the second leaves it out whole. */
function Notes({ summary: { rhythm, owed } }: { readonly summary: LaneSummary }) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const still = rhythm.kind !== 'steady';
  const said = sayRhythm(t, lang, rhythm);
  return (
    <span className={classes.notes}>
      {still && <Warning text={said} />}
      {owed !== null && rhythm.kind !== 'empty' && (
        <Warning text={t('lane.owes', { kind: sayKind(lang, owed.kind), count: owed.count })} />
      )}
      {!still && owed === null && <span className={classes.note}>{said}</span>}
    </span>
  );
}

function Warning({ text }: { readonly text: string }) {
  return (
    <span className={classes.note} data-warns>
      <FindingMark severity="warning" />
      {text}
    </span>
  );
}

function sayRhythm(t: Say<keyof (typeof matrixWords)['zh']>, lang: Lang, rhythm: LaneRhythm): string {
  switch (rhythm.kind) {
    case 'silent':
      return t('lane.silent', { day: sayDate(lang, rhythm.from), days: rhythm.days });
    case 'steady':
      return t('lane.steady', { longest: rhythm.longest });
    case 'empty':
      return t('lane.empty');
  }
}
