import { Button } from '@mantine/core';
import { IconFileImport, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportState } from '../../../contract';
import { sayFailure } from '../../../core/words/failures';
import { importWords } from '../../../core/words/importScreen';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import look from '../../ui/dryRun/dryRun.module.css';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { useTakesLostFocus } from '../../ui/useLostFocus';
import { DryRun } from './DryRun';

/** From files to pieces: choose, look at every row, take, or walk away. */
export function ImportScreen() {
  const t = useWords(importWords);
  const state = useStudio((studio) => studio.importing);
  // Kept here: correcting a column reads the sheets again, and whoever corrects one wants to go on with the next.
  const [columnsOf, setColumnsOf] = useState<string | null>(null);
  const dry = useDry(state);
  if (dry !== null) {
    const view = columnsOf === dry.job ? 'columns' : 'rows';
    const show = (next: typeof view): void => setColumnsOf(next === 'columns' ? dry.job : null);
    return <DryRun key={dry.job} state={dry} busy={dry !== state} view={view} onView={show} />;
  }
  return (
    <Screen
      label={t('title')}
      toolbar={
        <>
          <b>{t('title')}</b>
          <ToolbarGap />
        </>
      }
    >
      <h1 className="visually-hidden">{t('title')}</h1>
      <div className={look.center}>{state === null ? <Begin /> : <Phase state={state} />}</div>
    </Screen>
  );
}

/** What the dry run found; while it is read again by another choice, what it found before, so that nobody loses their place. */
function useDry(state: ImportState | null): ImportState | null {
  const [last, setLast] = useState<ImportState | null>(null);
  if (state?.phase === 'ready') {
    if (last !== state) setLast(state);
    return state;
  }
  return state?.phase === 'reading' && last?.job === state.job ? last : null;
}

/** The door: two ways in, and the third is dropping. */
function Begin({ label }: { readonly label?: 'failed.again' }) {
  const t = useWords(importWords);
  const choose = useStudio((studio) => studio.chooseImport);
  const first = useTakesLostFocus<HTMLButtonElement>();
  return (
    <>
      {label === undefined && <p className={look.lead}>{t('begin.text')}</p>}
      <div className={look.doors}>
        <Button
          ref={first}
          variant="filled"
          leftSection={<IconFileImport size={15} stroke={1.6} aria-hidden="true" />}
          onClick={() => void choose('files')}
        >
          {t(label ?? 'begin.files')}
        </Button>
        <Button
          leftSection={<IconFolderOpen size={15} stroke={1.6} aria-hidden="true" />}
          onClick={() => void choose('folder')}
        >
          {t('begin.folder')}
        </Button>
      </div>
      {label === undefined && <p className={look.quiet}>{t('begin.kinds')}</p>}
    </>
  );
}

function Phase({ state }: { readonly state: ImportState }) {
  const t = useWords(importWords);
  const lang = useLang();
  switch (state.phase) {
    case 'reading':
    case 'applying':
      return <Progress state={state} />;
    case 'failed':
      return (
        <>
          <p className={look.lead} role="alert">
            {state.failure === null ? '' : sayFailure(lang, state.failure)}
          </p>
          <Begin label="failed.again" />
        </>
      );
    case 'cancelled':
      return (
        <>
          <p className={look.lead} role="status">
            {t('phase.cancelled')}
          </p>
          <Begin />
        </>
      );
    case 'done':
      return <Done state={state} />;
    case 'ready':
      return null;
  }
}

function Progress({ state }: { readonly state: ImportState }) {
  const t = useWords(importWords);
  const studio = useStudioHandle();
  const { phase, name, done, total, current, job } = state;
  const label = phase === 'reading' ? t('reading', { name }) : t('applying');
  return (
    <>
      <p className={look.lead}>{label}</p>
      <progress className={look.progress} value={done} max={Math.max(1, total)} aria-label={label} />
      <p className={look.quiet}>
        <span>{t('reading.count', { done, total })}</span> <span>{current}</span>
      </p>
      <Button onClick={() => void studio.getState().act('import.cancel', { job })}>{t('cancel')}</Button>
    </>
  );
}

function Done({ state }: { readonly state: ImportState }) {
  const t = useWords(importWords);
  const go = useStudio((studio) => studio.go);
  const undo = useStudio((studio) => studio.undo);
  const latest = useStudio((studio) => studio.history.undo?.code === 'import');
  const first = useTakesLostFocus<HTMLButtonElement>();
  const { result } = state;
  if (result === null) return null;
  const { left } = result;
  return (
    <>
      <p className={look.lead} role="status">
        {t('done.text', {
          made: result.made,
          updated: result.updated,
          placements: result.placements,
          images: result.images,
        })}
      </p>
      {left.length > 0 && (
        <p className={look.quiet}>{t('done.left', { count: left.length, titles: left.slice(0, 5).join('、') })}</p>
      )}
      <div className={look.doors}>
        <Button ref={first} variant="filled" onClick={() => go({ screen: 'library' })}>
          {t('back')}
        </Button>
        {latest && <Button onClick={() => void undo()}>{t('done.undo')}</Button>}
        <Again />
      </div>
    </>
  );
}

export function Again() {
  const t = useWords(importWords);
  const choose = useStudio((studio) => studio.chooseImport);
  return <Button onClick={() => void choose('files')}>{t('again')}</Button>;
}
