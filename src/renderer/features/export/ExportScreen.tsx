import { Button } from '@mantine/core';
import { IconCircleCheck, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallOutput, ExportPreview } from '../../../contract';
import { exportWords } from '../../../core/words/export';
import { sayFailure } from '../../../core/words/failures';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { SlotFill } from '../../ui/Slot';
import { BeforeYouWrite } from './BeforeYouWrite';
import { Choices } from './Choices';
import { Chosen } from './Chosen';
import classes from './Export.module.css';
import { choiceOf, type ExportView, saySize, wrongWith } from './exportView';
import { Files } from './Files';
import { Presets } from './Presets';
import { Progress } from './Progress';
import { printPreset } from './presets';
import { printSetup } from './setup';
import { useExportCommands } from './useExportCommands';
import { useExportPreview } from './useExportPreview';
import { useExportView } from './useExportView';
import { useSeen } from './useSeen';
import { useWriting } from './useWriting';

/** From plan to files: choose, look at every file, see what is still wrong, write. Nothing is sent anywhere. */
export function ExportScreen() {
  const t = useWords(exportWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const outline = useStudio((state) => state.outline);
  const today = useStudio((state) => state.boot?.today ?? null);
  const { view, preset, change, takeUp, keptAs } = useExportView(outline, today, lang);
  const weekStart = outline?.workspace[0]?.weekStart ?? 1;
  const seen = useSeen();
  const wrong = view === null ? null : wrongWith(view, seen);
  const choice = view === null || today === null || wrong !== null ? null : choiceOf(view, today, weekStart, seen);
  const { preview, failure, working } = useExportPreview(choice);
  const [path, setPath] = useState<string | null>(null);
  const { progress, written, forget, write, stop } = useWriting();
  const files = preview?.files ?? [];
  const nothing =
    files.length === 0 ||
    (preview?.placements === 0 && view?.range !== 'library' && view?.kinds.includes('plan') !== true);
  const ready = choice !== null && !nothing && progress === null;
  const run = async (again: boolean): Promise<void> => {
    if (!ready || view === null) return;
    const done = await write(choice, printSetup({ view, preset }, seen), again);
    if (done !== null) studio.getState().announce(sayWritten(t, done));
  };
  useExportCommands(run);
  if (view === null || today === null || outline === null) return <Screen label={t('title')}>{null}</Screen>;

  const choosePreset = (id: string | null): void => {
    takeUp(id);
    forget();
  };
  const file = files.find((one) => one.path === path) ?? firstText(files);
  const bytes = files.reduce((sum, one) => sum + (one.bytes ?? 0), 0);
  return (
    <Screen
      label={t('title')}
      toolbar={
        <>
          <b>
            {preview === null || isWholePlan(view)
              ? t('title')
              : t('summary', { placements: preview.placements, days: preview.days, undated: preview.undated })}
          </b>
          {!nothing && (
            <span className={classes.quiet}>
              {bytes === 0
                ? t('files.alone', { files: files.length })
                : t('files', { files: files.length, size: saySize(bytes) })}
            </span>
          )}
          <ToolbarGap />
          {progress === null ? (
            <span className={classes.quiet}>{t('promise')}</span>
          ) : (
            <Progress progress={progress} onStop={stop} />
          )}
          <Button
            variant="filled"
            disabled={!ready}
            title={ready || progress !== null ? undefined : t('write.nothing')}
            leftSection={<IconFolderOpen size={15} stroke={1.6} aria-hidden="true" />}
            onClick={() => void run(false)}
          >
            {t(progress === null ? 'write' : 'write.working')}
          </Button>
        </>
      }
    >
      <h1 className="visually-hidden">{t('title')}</h1>
      <SlotFill name="status">{working && <span>{t('working')}</span>}</SlotFill>
      {written !== null && (
        <output className={classes.written}>
          <IconCircleCheck size={16} stroke={1.6} aria-hidden="true" />
          <span>{sayWritten(t, written)}</span>
          <Button onClick={() => void studio.getState().act('studio.reveal', { what: 'export' })}>
            {t('write.reveal')}
          </Button>
        </output>
      )}
      <div className={classes.columns} aria-busy={working}>
        <Choices
          view={view}
          seen={seen}
          presets={<Presets chosen={preset} now={printPreset(view, seen)} onChoose={choosePreset} onKept={keptAs} />}
          onChange={(own) => {
            change(own);
            forget();
          }}
        />
        {failure !== null ? (
          <div className={classes.full}>
            <Empty text={sayFailure(lang, failure)} />
          </div>
        ) : wrong !== null ? (
          <div className={classes.full}>
            <Empty text={t(wrong)} />
          </div>
        ) : preview === null ? (
          <div className={classes.full} />
        ) : nothing ? (
          <Nothing narrowed={view.platforms.length > 0} />
        ) : (
          <>
            <div className={classes.middle}>
              <h2>{t('files.tree')}</h2>
              <Files preview={preview} chosen={file?.path ?? null} onChoose={setPath} />
              {!isPlanOnly(view) && <BeforeYouWrite preview={preview} />}
            </div>
            <div className={classes.right}>
              <Chosen key={file?.placement?.id} file={file} />
            </div>
          </>
        )}
      </div>
    </Screen>
  );
}

type Say = ReturnType<typeof useWords<keyof (typeof exportWords)['zh']>>;

const sayWritten = (t: Say, done: CallOutput<'export.write'>): string =>
  t('write.done', { folder: done.folder, files: done.files, size: saySize(done.bytes) });

/** A plan file carries everything as it is: nothing in it is skipped, and nothing need be mended first. */
const isPlanOnly = ({ kinds }: ExportView): boolean => kinds.every((kind) => kind === 'plan');
/** Then the days and platforms that are chosen say nothing about what is written. */
const isWholePlan = (view: ExportView): boolean => isPlanOnly(view) && view.plan.part === 'all';

/** The file one wants to see first: the first text of the pack. */
const firstText = (files: ExportPreview['files']): ExportPreview['files'][number] | null =>
  files.find(({ text, path }) => text !== null && /\.(txt|md)$/.test(path)) ??
  files.find(({ text }) => text !== null) ??
  files[0] ??
  null;

function Nothing({ narrowed }: { readonly narrowed: boolean }) {
  const t = useWords(exportWords);
  const go = useStudio((state) => state.go);
  return (
    <div className={classes.full}>
      <Empty
        text={t(narrowed ? 'empty.platforms' : 'empty.range')}
        action={<Button onClick={() => go({ screen: 'matrix' })}>{t('empty.matrix')}</Button>}
      />
    </div>
  );
}
