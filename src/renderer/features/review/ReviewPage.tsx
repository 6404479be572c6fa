import { Button } from '@mantine/core';
import { IconChevronRight, IconColumns2, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { canKeep, keptSentences } from '../../../core/adapt/keep';
import { placeKey } from '../../../core/adapt/reading';
import { docText } from '../../../core/model/docText';
import type { Lang } from '../../../core/model/records';
import { sayFields } from '../../../core/words/briefLabels';
import { compareWords } from '../../../core/words/compare';
import { editorWords } from '../../../core/words/editor';
import { reviewWords } from '../../../core/words/review';
import type { AdaptTask, Outcome } from '../../state/adapting/adaptTask';
import { targetKey } from '../../state/adapting/targets';
import type { ReviewTarget } from '../../state/route';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Compare } from '../../ui/adapted/compare/Compare';
import { type CompareSide, sideOfSource, sideOfVariant } from '../../ui/adapted/compare/sides';
import { Empty } from '../../ui/Empty';
import { Keys } from '../../ui/Keys';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { SlotFill } from '../../ui/Slot';
import { type BehindHandle, BehindPanes } from './BehindPanes';
import { Foot } from './Foot';
import { nextPane } from './panes';
import classes from './Review.module.css';
import type { Review } from './review';
import { reviewCommands } from './reviewCommands';
import { SourcePane } from './SourcePane';
import { Tabs, tabId, tabName } from './Tabs';
import { TitleBench } from './TitleBench';
import { TracePane, type TraceView } from './TracePane';
import { placeOfEntry } from './traceSteps';
import { useRead } from './useRead';
import { VersionPane } from './VersionPane';
import { nextAfter, waitingKeys } from './waiting';

/** Source, preview and trace of one version, with the titles of all of them above. */
export function ReviewPage({
  review,
  target,
}: {
  readonly review: Review;
  readonly target?: ReviewTarget | undefined;
}) {
  const t = useWords(reviewWords);
  const c = useWords(compareWords);
  const e = useWords(editorWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const opened = useStore(review, (state) => state.opened);
  const tasks = useStore(review, (state) => state.tasks);
  const outcomes = useStore(review, (state) => state.outcomes);
  const [chosen, setChosen] = useState(() =>
    target === undefined ? null : targetKey(target.format, target.accountId),
  );
  const [selected, setSelected] = useState<string | null>(null);
  const [view, setView] = useState<TraceView>('steps');
  const [benchOpen, setBenchOpen] = useState(true);
  const [comparing, setComparing] = useState(false);
  /** Versions one chose to see as adapted although they are behind. */
  const [later, setLater] = useState<ReadonlySet<string>>(() => new Set());
  const deciding = useRef<BehindHandle | null>(null);
  const keys = tasks.map(({ key }) => key);
  const current = chosen !== null && keys.includes(chosen) ? chosen : (keys[0] ?? '');
  const outcome = outcomes[current];
  const isBehind = outcome?.behind === true;
  const isDeciding = isBehind && !comparing && !later.has(current);
  const waiting = waitingKeys(tasks, outcomes);
  const next = nextAfter(keys, waiting, current);
  const nextTask = tasks.find(({ key }) => key === next);
  const title = opened.piece.title === '' ? e('crumb.untitled') : sayFields(lang, opened.piece.title);
  const read = useRead(outcome);

  const announce = useStudio((state) => state.announce);
  const keep = (sentence: string, kept: boolean): void => {
    if (outcome === undefined) return;
    void review.keep(outcome.task, sentence, kept).then((done) => {
      if (done) announce(t(kept ? 'said.kept' : 'said.let_go', { sentence }));
    });
  };

  const acts = {
    step: (by: 1 | -1): void => {
      if (isDeciding) {
        deciding.current?.step(by);
        return;
      }
      const to = stepped(
        read.sentences.map(({ place }) => placeKey(place)),
        selected,
        by,
      );
      setSelected(to);
      const sentence = read.sentences.find(({ place }) => placeKey(place) === to);
      // With the focus in the list the button itself is read out.
      if (sentence === undefined || to === null || document.activeElement?.matches('[data-sentence]')) return;
      const use = read.uses.get(to) ?? 'unused';
      const said = t(`source.${use === 'first' && !read.folds ? 'shown' : use}`);
      announce(`${t('source.said', { number: sentence.number, use: said })}: ${sentence.text}`);
    },
    pane: (by: 1 | -1): void => nextPane(by),
    version: (by: 1 | -1): void => {
      setChosen(keys[(keys.indexOf(current) + by + keys.length) % keys.length] ?? current);
    },
    nextWaiting: (): void => setChosen(next ?? current),
    keep: (): void => {
      if (outcome === undefined) return;
      const removal = outcome.adapted.trace.find(
        (entry) => canKeep(entry) && selected !== null && placeOfEntry(entry) === selected,
      );
      const text = read.sentences.find(({ place }) => placeKey(place) === selected)?.text;
      if (removal !== undefined) keep(removal.before, true);
      else if (text !== undefined && keptSentences(outcome.task.variant).includes(text)) keep(text, false);
      else announce(t('said.nothing_to_keep'));
    },
    view: (): void => setView((now) => (now === 'steps' ? 'diff' : 'steps')),
    compare: (): void => setComparing((now) => !now),
    bench: (): void => setBenchOpen((now) => !now),
    edit: (): void => studio.getState().openPiece(review.pieceId),
    isBehind: () => isBehind,
    behind: (): void => setLater((before) => toggled(before, current)),
    isDeciding: () => isDeciding,
    take: (): void => deciding.current?.decide('take'),
    mine: (): void => deciding.current?.decide('mine'),
    write: (): void => deciding.current?.write(),
    all: (): void => deciding.current?.all(),
    finish: (): void => deciding.current?.finish(),
  };
  // The commands stand as long as the screen; what they do is of the last drawing.
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const offerCommands = useStudio((state) => state.offerCommands);
  useEffect(() => offerCommands('review', reviewCommands(late(latest))), [offerCommands]);

  return (
    <Screen
      label={t('title')}
      toolbar={
        tasks.length === 0 ? undefined : (
          <>
            <Tabs tasks={tasks} outcomes={outcomes} current={current} onChoose={setChosen} />
            <ToolbarGap />
            <Button
              leftSection={<IconColumns2 size={15} stroke={1.6} aria-hidden="true" />}
              aria-pressed={comparing}
              data-pressed={comparing || undefined}
              onClick={acts.compare}
            >
              {c('title')}
            </Button>
            {isBehind && !isDeciding && <Button onClick={acts.behind}>{t('behind.look')}</Button>}
            <Button
              leftSection={<IconPencil size={15} stroke={1.6} aria-hidden="true" />}
              onClick={acts.edit}
              title={t('back')}
            >
              {t('back')}
            </Button>
          </>
        )
      }
    >
      <h1 className="visually-hidden">{`${t('title')} · ${title}`}</h1>
      <SlotFill name="crumbs">
        <button type="button" className={classes.crumb} onClick={acts.edit}>
          {title}
        </button>
        <IconChevronRight size={13} stroke={1.6} aria-hidden="true" />
        <span className={classes.here}>{t('title')}</span>
      </SlotFill>
      <SlotFill name="status">
        <Foot doing={comparing ? 'comparing' : isDeciding ? 'deciding' : 'reading'} />
        <span className={classes.waiting}>{t('waiting', { count: waiting.length })}</span>
        {nextTask !== undefined && (
          <button type="button" className={classes.next} onClick={acts.nextWaiting}>
            <span className={classes.nextName}>{t('next', { name: tabName(tasks, nextTask, lang) })}</span>
            <Keys keys="f8" />
          </button>
        )}
      </SlotFill>
      {tasks.length === 0 ? (
        <Empty text={t('empty')} action={<Button onClick={acts.edit}>{t('back')}</Button>} />
      ) : (
        <>
          <TitleBench
            tasks={tasks}
            outcomes={outcomes}
            open={benchOpen}
            onOpen={setBenchOpen}
            onTitle={(of, text) => void review.override(of, 'title', text)}
          />
          <div id="review-panes" role="tabpanel" aria-labelledby={tabId(current)} className={classes.panes}>
            {outcome === undefined ? null : comparing ? (
              <div className={classes.compare} data-pane="compare">
                <Compare key={current} sides={sidesOf(tasks, outcomes, outcome, lang)} start={['source', current]} />
              </div>
            ) : isDeciding ? (
              <BehindPanes
                key={`${current} ${outcome.task.variant?.sourceHash}`}
                outcome={outcome}
                handle={deciding}
                onLater={acts.behind}
                onSettle={(overrides) => {
                  const name = tabName(tasks, outcome.task, lang);
                  void review.settle(outcome.task, overrides).then((done) => {
                    if (done) announce(t('behind.settled', { name }));
                  });
                }}
              />
            ) : (
              <>
                <SourcePane
                  outcome={outcome}
                  sentences={read.sentences}
                  uses={read.uses}
                  byHand={read.byHand}
                  folds={read.folds}
                  size={read.size}
                  selected={selected}
                  onSelect={(place) => setSelected(placeKey(place))}
                />
                <VersionPane
                  pieceId={review.pieceId}
                  outcome={outcome}
                  adapted={read.adapted ?? outcome.adapted}
                  assets={opened.assets}
                  selected={read.sentences.find(({ place }) => placeKey(place) === selected)?.place ?? null}
                  onPick={(place) => setSelected(placeKey(place))}
                />
                <TracePane
                  outcome={outcome}
                  sentences={read.sentences}
                  size={read.size}
                  view={view}
                  onView={setView}
                  selected={selected}
                  onSelect={setSelected}
                  onKeep={keep}
                />
              </>
            )}
          </div>
        </>
      )}
    </Screen>
  );
}

/** Everything that can stand beside something else: the source of the shown version, then every version. */
const sidesOf = (
  tasks: readonly AdaptTask[],
  outcomes: Readonly<Record<string, Outcome>>,
  { source }: Outcome,
  lang: Lang,
): readonly CompareSide[] => [
  sideOfSource(source, docText(source.body)),
  ...tasks.flatMap((task) => {
    const outcome = outcomes[task.key];
    return outcome === undefined
      ? []
      : [sideOfVariant(task.key, tabName(tasks, task, lang), outcome.source.lang, outcome.adapted)];
  }),
];

/** The commands of the last drawing, behind functions that stay the same. */
function late<T extends Readonly<Record<string, (...given: never[]) => unknown>>>(latest: { readonly current: T }): T {
  return Object.fromEntries(
    Object.keys(latest.current).map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)]),
  ) as T;
}

function stepped(keys: readonly string[], now: string | null, by: 1 | -1): string | null {
  if (keys.length === 0) return null;
  const at = now === null ? (by === 1 ? -1 : keys.length) : keys.indexOf(now);
  return keys[Math.min(keys.length - 1, Math.max(0, at + by))] ?? null;
}

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(key)) after.add(key);
  return after;
}
