import { Button } from '@mantine/core';
import { IconCircleCheck, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallOutput, ExportPreview, PlacementCard } from '../../../contract';
import { exportWords } from '../../../core/words/export';
import { sayFailure } from '../../../core/words/failures';
import { sayFinding } from '../../../core/words/findings';
import { sayField } from '../../../core/words/platforms';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { FindingMark } from '../../ui/FindingMark';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { SlotFill } from '../../ui/Slot';
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

/** What is still wrong in what would be written, each a step away from its piece. */
function BeforeYouWrite({ preview }: { readonly preview: ExportPreview }) {
  const t = useWords(exportWords);
  const lang = useLang();
  const cards = useStudio((state) => state.cards);
  const studio = useStudioHandle();
  const open = async (placementId: string, field: string): Promise<void> => {
    const card = cards.find(({ id }) => id === placementId) ?? (await cardOf(studio, placementId));
    if (card == null || card.pieceId === null) return;
    const { pieceId, format, accountId } = card;
    studio.getState().openPiece(pieceId, format === null ? undefined : { format, accountId, field });
  };
  const { withErrors, blocked } = preview;
  return (
    <section className={classes.findings} aria-label={t('findings')}>
      <h2>{t('findings')}</h2>
      {blocked > 0 && <p className={classes.blocked}>{t('findings.blocked', { count: blocked })}</p>}
      {withErrors.length === 0 ? (
        blocked === 0 && <p className={classes.hint}>{t('findings.none')}</p>
      ) : (
        <>
          {withErrors.length > blocked && (
            <p className={classes.hint}>{t('findings.errors', { count: withErrors.length - blocked })}</p>
          )}
          <ul>
            {[...withErrors.filter((one) => one.blocked), ...withErrors.filter((one) => !one.blocked)].map((one) => (
              <li key={`${one.placementId} ${one.code} ${one.field}`}>
                <FindingMark severity="error" />
                <button
                  type="button"
                  title={t('findings.open', { title: one.title })}
                  onClick={() => void open(one.placementId, one.field)}
                >
                  <b>{one.title}</b>
                  <span className={classes.quiet}>
                    {one.account} · {sayField(lang, one.field)}
                  </span>
                  <span>{sayFinding(lang, one).title}</span>
                  {one.blocked && <span className={classes.quiet}>{sayFinding(lang, one).remedy}</span>}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A placement that is not on the plan's screens at the moment. */
async function cardOf(studio: ReturnType<typeof useStudioHandle>, placementId: string): Promise<PlacementCard | null> {
  const { act, outline } = studio.getState();
  const days = (outline?.campaign ?? []).flatMap(({ start, end }) => [start, end]).filter((day) => day !== null);
  const from = days.toSorted()[0];
  const to = days.toSorted().at(-1);
  if (from === undefined || to === undefined) return null;
  const cards = await act('placement.range', { from, to });
  return cards?.find(({ id }) => id === placementId) ?? null;
}
