import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { MergeState } from '../../../contract';
import { sayFailure } from '../../../core/words/failures';
import { receivedPlanWords } from '../../../core/words/receivedPlan';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import look from '../../ui/dryRun/dryRun.module.css';
import { LostValues } from '../../ui/LostValues';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { Segments } from '../../ui/Segments';
import { useTakesLostFocus } from '../../ui/useLostFocus';
import { Done } from './Done';
import { changesIn, DryRun } from './DryRun';
import classes from './Merge.module.css';
import { PastMerges } from './PastMerges';
import { useMerge } from './useMerge';

const tabs = ['run', 'past', 'lost'] as const;
type Tab = (typeof tabs)[number];

/** A received copy of this plan: what it would change, merging it, and the ones that were merged before. */
export function MergeScreen() {
  const t = useWords(receivedPlanWords);
  const state = useMerge();
  const [tab, setTab] = useState<Tab>(
    useStudio(({ route }) => (route.screen === 'merge' ? route.tab : undefined)) ?? 'run',
  );
  // A file that comes while another tab is open is what somebody wants to see now.
  const [known, setKnown] = useState<string | null | undefined>(undefined);
  const job = state === undefined ? undefined : (state?.job ?? null);
  if (job !== known) {
    setKnown(job);
    if (known !== undefined) setTab('run');
  }
  const views = (
    <Segments
      label={t('tab.label')}
      value={tab}
      options={tabs.map((value) => ({ value, label: t(`tab.${value}`) }))}
      onChange={setTab}
    />
  );
  if (tab === 'run' && state?.phase === 'ready' && state.summary !== null && hasNews(state))
    return <DryRun key={state.job} state={state} summary={state.summary} views={views} />;
  return (
    <Screen
      label={t('title')}
      toolbar={
        <>
          <b>{t('title')}</b>
          {views}
          <ToolbarGap />
          {tab !== 'run' && <OpenButton />}
        </>
      }
    >
      <h1 className="visually-hidden">{t('title')}</h1>
      {tab === 'past' && <PastMerges />}
      {tab === 'lost' && (
        <div className={classes.page}>
          <LostValues type={null} id={null} />
        </div>
      )}
      {tab === 'run' && state !== undefined && (
        <div className={look.center}>{state === null ? <Begin /> : <Phase state={state} />}</div>
      )}
    </Screen>
  );
}

const hasNews = ({ summary }: MergeState): boolean => summary !== null && changesIn(summary) > 0;

function Begin() {
  const t = useWords(receivedPlanWords);
  return (
    <>
      <p className={look.lead}>{t('begin.text')}</p>
      <OpenButton isFirst />
      <p className={look.quiet}>{t('begin.drop')}</p>
    </>
  );
}

/** The dialog of any file: what it is, is told by its content. */
export function OpenButton({
  isFirst = false,
  again = false,
}: {
  readonly isFirst?: boolean;
  readonly again?: boolean;
}) {
  const t = useWords(receivedPlanWords);
  const choose = useStudio((studio) => studio.chooseImport);
  const first = useTakesLostFocus<HTMLButtonElement>();
  return (
    <Button
      ref={isFirst ? first : null}
      variant={isFirst ? 'filled' : 'default'}
      leftSection={<IconFileImport size={15} stroke={1.6} aria-hidden="true" />}
      onClick={() => void choose('files')}
    >
      {t(again ? 'again' : 'open')}
    </Button>
  );
}

function Phase({ state }: { readonly state: MergeState }): ReactNode {
  const t = useWords(receivedPlanWords);
  const lang = useLang();
  const { phase, name, done, total, failure, result } = state;
  if (phase === 'done' && result !== null && result.changed > 0)
    return <Done result={result} seen={state.summary === null ? result.changed : changesIn(state.summary)} />;
  if (phase === 'done' || phase === 'ready') return <NothingNew state={state} />;
  if (phase === 'cancelled')
    return (
      <>
        <p className={look.lead}>{t('cancelled')}</p>
        <OpenButton isFirst />
      </>
    );
  if (phase === 'failed')
    return (
      <>
        <p className={look.lead} role="alert">
          {failure === null ? '' : sayFailure(lang, failure)}
        </p>
        <p className={look.quiet}>{t('failed')}</p>
        <OpenButton isFirst again />
      </>
    );
  return (
    <>
      <p className={look.lead}>{t(phase === 'applying' ? 'applying' : 'reading', { name })}</p>
      <progress className={look.progress} max={Math.max(1, total)} value={done} aria-label={t('title')} />
      <p className={look.quiet}>{total > 0 && t('reading.count', { done, total })}</p>
      <Cancel job={state.job} />
    </>
  );
}

/** Also in a file that only brings what is held back: then it says what waits. */
function NothingNew({ state }: { readonly state: MergeState }) {
  const t = useWords(receivedPlanWords);
  const studio = useStudioHandle();
  const go = useStudio((one) => one.go);
  const first = useTakesLostFocus<HTMLButtonElement>();
  const held = state.summary?.held ?? 0;
  const keep = async (): Promise<void> => {
    // What lies ahead, and what the sender had seen, is noted all the same; nothing else is written.
    if (state.phase === 'ready') await studio.getState().act('plan.merge', { job: state.job });
    go({ screen: held > 0 ? 'conflicts' : 'matrix' });
  };
  return (
    <>
      <h2 className={classes.big}>{t('none.title')}</h2>
      <p className={look.lead}>{t('none.text', { name: state.name })}</p>
      {held > 0 && <p className={look.lead}>{t('held', { count: held })}</p>}
      <div className={look.doors}>
        <Button ref={first} variant="filled" onClick={() => void keep()}>
          {held > 0 ? t('done.waiting', { count: held }) : t('none.done')}
        </Button>
        <OpenButton again />
      </div>
    </>
  );
}

export function Cancel({ job }: { readonly job: string }) {
  const t = useWords(receivedPlanWords);
  const act = useStudio((studio) => studio.act);
  return <Button onClick={() => void act('plan.merge_cancel', { job })}>{t('cancel')}</Button>;
}
