import { Button } from '@mantine/core';
import { useImperativeHandle, useMemo, useState } from 'react';
import { basisOf, readBasis } from '../../../core/adapt/basis';
import { changesIn, type SourceRow, sourceRows } from '../../../core/adapt/behind';
import { type Decision, placesOf, settledTexts, takeAll } from '../../../core/adapt/decide';
import type { OverrideField } from '../../../core/adapt/types';
import { reviewWords } from '../../../core/words/review';
import { type Outcome, overridesOf } from '../../state/adapting/adaptTask';
import { useWords } from '../../state/StudioProvider';
import { htmlLang } from '../../ui/adapted/names';
import { Keys } from '../../ui/Keys';
import behind from './Behind.module.css';
import { Change } from './BehindChange';
import { Mine } from './BehindMine';
import { Same, Whole } from './BehindSame';
import { runsOf, TITLE } from './behindRuns';
import classes from './Review.module.css';

/** What the review's keys do here. */
export type BehindHandle = {
  readonly step: (by: 1 | -1) => void;
  readonly decide: (kind: 'take' | 'mine') => void;
  /** Opens the field to write the sentence anew. */
  readonly write: () => void;
  readonly all: () => void;
  readonly finish: () => void;
};

/**
 * A version that fell behind: the source it was edited from, the source now, and the version itself. Each changed
 * sentence is taken, left, or written anew; nothing is stored until the version is settled, as one step of undo.
 */
export function BehindPanes({
  outcome,
  handle,
  onSettle,
  onLater,
}: {
  readonly outcome: Outcome;
  readonly handle: React.RefObject<BehindHandle | null>;
  readonly onSettle: (overrides: Partial<Record<OverrideField, string | null>>) => void;
  readonly onLater: () => void;
}) {
  const t = useWords(reviewWords);
  const { task, source } = outcome;
  const overrides = useMemo(() => overridesOf(task.variant), [task.variant]);
  const basis = useMemo(() => readBasis(task.variant), [task.variant]);
  const now = useMemo(
    () => basisOf({ title: source.title, brief: source.brief, lang: source.lang }, source.body),
    [source],
  );
  const rows = useMemo(() => (basis === null ? [] : sourceRows(basis, now)), [basis, now]);
  const places = useMemo(() => placesOf(overrides, rows), [overrides, rows]);
  const [decisions, setDecisions] = useState<ReadonlyMap<number, Decision>>(() => new Map());
  const [current, setCurrent] = useState<number | null>(null);
  const [writing, setWriting] = useState<number | null>(null);
  const hasTitle = basis !== null && basis.title !== now.title && overrides.title !== undefined;
  const open = [...(hasTitle ? [TITLE] : []), ...rows.flatMap(({ kind }, index) => (kind === 'same' ? [] : [index]))];
  const isOpen = (row: number): boolean => row === TITLE || places[row] === 'held' || places[row] === 'new';
  const undecided = open.filter((row) => isOpen(row) && !decisions.has(row)).length;
  const decide = (row: number, decision: Decision): void => {
    setDecisions((before) => new Map(before).set(row, decision));
    const rest = open.slice(open.indexOf(row) + 1).find((other) => isOpen(other) && !decisions.has(other));
    setCurrent(rest ?? row);
  };
  const all = (): void =>
    setDecisions((before) => {
      const taken = new Map<number, Decision>([...takeAll(places), ...before]);
      if (hasTitle && !taken.has(TITLE)) taken.set(TITLE, { kind: 'take' });
      return taken;
    });
  const finish = (): void => onSettle(settledTexts(overrides, rows, decisions, decisions.get(TITLE)));
  useImperativeHandle(handle, () => ({
    step: (by) => {
      const at = current === null ? (by === 1 ? -1 : open.length) : open.indexOf(current);
      setCurrent(open[Math.min(open.length - 1, Math.max(0, at + by))] ?? null);
    },
    decide: (kind) => {
      const row = current ?? open.find((one) => isOpen(one) && !decisions.has(one));
      if (row !== undefined) decide(row, { kind });
    },
    write: () => {
      const row = current ?? open.find(isOpen);
      if (row === undefined || !isOpen(row)) return;
      setCurrent(row);
      setWriting(row);
    },
    all,
    finish,
  }));
  const shared = { decisions, current, writing, onCurrent: setCurrent, onDecide: decide, onWrite: setWriting };
  return (
    <div className={behind.whole}>
      <header className={behind.head}>
        <h2>{t('behind.title', { count: changesIn(rows) + (hasTitle ? 1 : 0) })}</h2>
        <span className={classes.quiet} role="status">
          {basis === null
            ? t('behind.no_basis')
            : open.length === 0
              ? t('behind.no_changes')
              : t('behind.undecided', { count: undecided })}
        </span>
        <span className={behind.gap} />
        <Button variant="subtle" onClick={onLater}>
          {t('behind.later')}
        </Button>
        {open.length > 0 && (
          <Button onClick={all} rightSection={<Keys keys="a" />}>
            {t('behind.all')}
          </Button>
        )}
        <Button variant="filled" onClick={finish}>
          {t('behind.finish')}
        </Button>
      </header>
      <div className={behind.panes}>
        <div className={behind.source} data-pane="changes">
          <div className={behind.names} aria-hidden="true">
            <span>{t('behind.then')}</span>
            <span>{t('behind.now')}</span>
          </div>
          <ol className={behind.rows} lang={htmlLang(source.lang)}>
            {hasTitle && (
              <Change
                {...shared}
                row={TITLE}
                number={1}
                change={{ kind: 'changed', before: basis.title, after: now.title, opens: true }}
                place="held"
                note={t('behind.title_row')}
              />
            )}
            {basis === null && now.blocks.flat().length > 0 && <Whole sentences={now.blocks} />}
            {runsOf(rows).map((run) =>
              run.kind === 'same' ? (
                <Same key={`same ${run.from}`} rows={rows.slice(run.from, run.to)} />
              ) : (
                <Change
                  key={`row ${run.from}`}
                  {...shared}
                  row={run.from}
                  number={open.indexOf(run.from) + 1}
                  change={rows[run.from] as SourceRow}
                  place={places[run.from] ?? 'none'}
                />
              ),
            )}
          </ol>
        </div>
        <Mine outcome={outcome} rows={rows} decisions={decisions} />
      </div>
    </div>
  );
}
