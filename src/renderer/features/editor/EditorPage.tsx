import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Finding } from '../../../core/adapt/types';
import { sayFields } from '../../../core/words/briefLabels';
import { editorWords } from '../../../core/words/editor';
import { formatOf, targetKey } from '../../state/adapting/targets';
import type { EditorAim, ReviewTarget } from '../../state/route';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Screen } from '../../ui/Screen';
import { SlotFill } from '../../ui/Slot';
import { BriefPanel } from './brief/BriefPanel';
import { EditorHeader } from './EditorHeader';
import classes from './EditorPage.module.css';
import { editorCommands } from './editorCommands';
import { Footer } from './Footer';
import { HistorySheet } from './history/HistorySheet';
import { SiblingSheet } from './history/SiblingSheet';
import { Page, type PageHandle } from './page/Page';
import { SaveNotice } from './SaveNotice';
import type { Session } from './session';
import { useFocusMode } from './useFocusMode';
import { mendAt } from './variants/fixes';
import { type FindingAt, nextFinding } from './variants/nextFinding';
import { VariantsPanel } from './variants/VariantsPanel';
import { writeAsWord } from './writeAsWord';

/** Brief, page, versions: 268, the rest, 412. */
export function EditorPage({ session, aim }: { readonly session: Session; readonly aim?: EditorAim | undefined }) {
  const t = useWords(editorWords);
  const lang = useLang();
  const written = useStore(session, (state) => state.piece.title);
  const title = written === '' ? t('crumb.untitled') : sayFields(lang, written);
  const [unreadable, setUnreadable] = useState(() => session.getState().opened.doc === null);
  const [open, setOpen] = useState(() => (aim === undefined ? null : targetKey(aim.format, aim.accountId)));
  /** Which finding of the opened version one is at, by F8. */
  const [at, setAt] = useState(0);
  const over = useStore(session, (state) => state.over);
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const page = useRef<PageHandle>(null);
  const { panels, setPanels, switchFocus } = useFocusMode(over !== null, () => session.editor()?.commands.focus());
  const shown = lookedAt ?? open;
  const offerCommands = useStudio((state) => state.offerCommands);
  const openReview = useStudio((state) => state.openReview);
  /** The version somebody is at; the review opens with it. */
  const looked = useRef<ReviewTarget | undefined>(undefined);
  useEffect(() => {
    const task = shown === null ? undefined : session.getState().outcomes[shown]?.task;
    looked.current = task === undefined ? undefined : { format: task.format, accountId: task.accountId };
  }, [session, shown]);
  const studio = useStudioHandle();
  const where = useRef<FindingAt | null>(null);
  useEffect(() => {
    where.current = open === null ? null : { key: open, index: at };
  }, [open, at]);

  useEffect(
    () =>
      offerCommands(
        'editor',
        editorCommands({
          save: () => void session.flush(),
          marks: () => page.current?.openMarks(),
          link: () => page.current?.openLink(),
          find: (replacing) => page.current?.openFind(replacing),
          typography: () => page.current?.openTypography(),
          pictures: () => page.current?.openPictures(),
          nextFinding: () => {
            const next = nextFinding(session.getState().outcomes, where.current);
            setOpen(next?.key ?? null);
            setAt(next?.index ?? 0);
          },
          applyFix: () => void mendAt(studio, session, where.current),
          focus: switchFocus,
          word: () => void writeAsWord(studio, session),
          review: () => openReview(session.pieceId, looked.current),
          history: () => void session.look(session.getState().over === null ? { kind: 'history', aim: null } : null),
        }),
      ),
    [offerCommands, openReview, session, studio, switchFocus],
  );
  useReadapt(session);
  useRecoveryShown(session);
  useEffect(() => {
    // A piece without a title has just been made: what one writes first is its title.
    if (session.getState().piece.title === '') page.current?.focusTitle();
  }, [session]);

  const mendInSource = ({ field }: Pick<Finding, 'field'>): void => {
    if (field.startsWith('brief.')) focusBrief(field.slice('brief.'.length));
    else if (field === 'title') page.current?.focusTitle();
    else session.editor()?.view.focus();
  };

  return (
    <Screen
      label={title}
      toolbar={
        <EditorHeader
          session={session}
          readOnly={unreadable}
          panels={panels}
          onPanels={setPanels}
          onFocus={switchFocus}
        />
      }
    >
      <h1 className="visually-hidden">{title}</h1>
      <SlotFill name="crumbs">
        <span className={classes.crumb}>{title}</span>
      </SlotFill>
      <SlotFill name="status">
        <Footer session={session} />
      </SlotFill>
      <SaveNotice session={session} unreadable={unreadable} />
      {over?.kind === 'history' && (
        <HistorySheet session={session} aim={over.aim} onClose={() => void session.look(null)} />
      )}
      {over?.kind === 'sibling' && (
        <SiblingSheet session={session} otherId={over.id} onClose={() => void session.look(null)} />
      )}
      <div className={classes.columns} data-panels={panels} data-covered={over !== null || undefined}>
        <div className={classes.brief}>
          <BriefPanel session={session} readOnly={unreadable} onInsert={(name) => page.current?.insertField(name)} />
        </div>
        <Page
          session={session}
          readOnly={unreadable}
          onUnreadable={() => setUnreadable(true)}
          away={shown === null || panels === 'none' || panels === 'brief' ? null : formatOf(shown)}
          onShowBrief={() => {
            if (panels !== 'both' && panels !== 'brief') setPanels(panels === 'none' ? 'brief' : 'both');
          }}
          handle={page}
        />
        <div className={classes.variants}>
          <VariantsPanel
            session={session}
            readOnly={unreadable}
            open={open}
            onOpen={(key) => {
              setOpen(key);
              setAt(0);
            }}
            at={at}
            onLookAt={setLookedAt}
            onSource={mendInSource}
            aim={aim}
          />
        </div>
      </div>
    </Screen>
  );
}

/** Accounts, personas, rule packs and the team's own figures decide how a piece is adapted: a change of theirs runs it again. */
function useReadapt(session: Session): void {
  const studio = useStudioHandle();
  useEffect(
    () =>
      studio.subscribe((now, before) => {
        if (now.outline !== before.outline || now.packs !== before.packs) session.readapt();
      }),
    [session, studio],
  );
}

/** Coming from the word about an unexpected end: what the visit that was cut off changed. */
function useRecoveryShown(session: Session): void {
  const shown = useStudio((state) => state.recoveryShown === session.pieceId);
  const studio = useStudioHandle();
  useEffect(() => {
    if (!shown) return;
    const { recovery, settleRecovery } = studio.getState();
    const left = recovery?.pieces.find(({ id }) => id === session.pieceId);
    if (left !== undefined) void session.look({ kind: 'history', aim: { key: left.key, from: left.before } });
    void settleRecovery(session.pieceId);
  }, [shown, session, studio]);
}

function focusBrief(name: string): void {
  document.querySelector<HTMLTextAreaElement>(`[data-brief="${CSS.escape(name)}"]`)?.focus();
}
