import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { ComparedCard, CompareGroup, CompareSummary, MergeState } from '../../../contract';
import { receivedPlanWords } from '../../../core/words/receivedPlan';
import { useStudio, useWords } from '../../state/StudioProvider';
import look from '../../ui/dryRun/dryRun.module.css';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { useTakeCommand } from '../../ui/useTakeCommand';
import { ComparedDetail } from './ComparedDetail';
import { ComparedRows } from './ComparedRows';
import { MassDeletionBar } from './MassDeletionBar';
import { Cancel, OpenButton } from './MergeScreen';
import { MergeTotals } from './MergeTotals';

export type Shown = { readonly group: CompareGroup | null; readonly type: string | null };

/** What merging would do, before it does anything: how many of each and by whom, every record, one record whole. */
export function DryRun({
  state,
  summary,
  views,
}: {
  readonly state: MergeState;
  readonly summary: CompareSummary;
  readonly views: ReactNode;
}) {
  const t = useWords(receivedPlanWords);
  const act = useStudio((studio) => studio.act);
  const [shown, setShown] = useState<Shown>({ group: null, type: null });
  const [card, setCard] = useState<ComparedCard | null>(null);
  const announce = useStudio((studio) => studio.announce);
  const number = useRef<HTMLInputElement>(null);
  const [named, setNamed] = useState<number | null>(null);
  const { mass } = summary;
  const count = changesIn(summary);
  const isLocked = mass !== null && named !== mass.count;
  const merge = (): void => {
    if (isLocked) {
      announce(t('mass.wait'));
      number.current?.focus();
    } else void act('plan.merge', { job: state.job, deletions: named });
  };
  useTakeCommand('merge.take', receivedPlanWords, 'command.merge', merge);
  return (
    <Screen
      label={t('title')}
      toolbar={
        <>
          <b>{t('title')}</b>
          <span className={look.quiet}>{state.name}</span>
          {views}
          <ToolbarGap />
          <OpenButton again />
          <Cancel job={state.job} />
          <Button
            variant="filled"
            disabled={isLocked}
            title={isLocked ? t('mass.wait') : undefined}
            leftSection={<IconGitMerge size={15} stroke={1.6} aria-hidden="true" />}
            onClick={merge}
          >
            {t('take', { count })}
          </Button>
        </>
      }
    >
      <h1 className="visually-hidden">{t('title')}</h1>
      {mass !== null && (
        <MassDeletionBar
          mass={mass}
          named={named}
          onName={setNamed}
          input={number}
          onTake={merge}
          onLook={() => setShown({ group: 'deleted', type: mass.type })}
        />
      )}
      <div className={look.columns}>
        <MergeTotals state={state} summary={summary} shown={shown} onShow={setShown} />
        <ComparedRows
          key={`${shown.group} ${shown.type}`}
          job={state.job}
          shown={shown}
          total={totalOf(summary, shown)}
          authors={state.authors}
          onCard={setCard}
        />
        <ComparedDetail job={state.job} card={card} authors={state.authors} />
      </div>
    </Screen>
  );
}

/** All records that would be told of. */
export const changesIn = ({ counts }: Pick<CompareSummary, 'counts'>): number =>
  Object.values(counts).reduce((sum, one) => sum + one, 0);

/** How many records a choice of group and type leaves. */
export function totalOf({ counts, types }: CompareSummary, { group, type }: Shown): number {
  const of = type === null ? counts : types.find((one) => one.type === type)?.counts;
  if (of === undefined) return 0;
  return group === null ? changesIn({ counts: of }) : of[group];
}
