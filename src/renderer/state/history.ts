import type { HistoryStep } from '../../contract';
import { type HistoryState, noHistory } from '../../contract/history';
import type { Lang } from '../../core/model/vocabulary';
import type { ChangeLabel } from '../../core/plan/labels';
import { say } from '../../core/words/say';
import { shellWords } from '../../core/words/shell';
import type { Slice } from './slice';

export type HistorySlice = {
  /** Labels of what undo and redo would do next; null when there is nothing. */
  readonly history: HistoryState;
  readonly loadHistory: () => Promise<void>;
  /** What a step is called. Loaded after the first screen, which has no use for so many words; null until then. */
  readonly sayStep: ((lang: Lang, label: ChangeLabel) => string) | null;
  readonly loadStepWords: () => Promise<void>;
  /** While a piece is open: the number of the last change before it. Keys and the title bar stop there. */
  readonly undoFloor: number;
  /** Puts the floor under what happens from now on; the answer takes it away again. */
  readonly holdUndo: () => Promise<() => void>;
  /** `after`: not further back than this change. By key it is the floor; a notice takes back what it tells of. */
  readonly undo: (after?: number) => Promise<void>;
  readonly redo: (after?: number) => Promise<void>;
};

/** What undo by key would take back: nothing from before the piece was opened. A notice's own undo knows no floor. */
export const undoable = ({ history, undoFloor }: HistorySlice): ChangeLabel | null =>
  history.undoSeq > undoFloor ? history.undo : null;
export const redoable = ({ history, undoFloor }: HistorySlice): ChangeLabel | null =>
  history.redoSeq > undoFloor ? history.redo : null;

export const historySlice: Slice<HistorySlice> =
  ({ api }) =>
  (set, get) => {
    const tell = async (step: HistoryStep | null, key: 'history.undone' | 'history.redone') => {
      if (step === null || step.label === null) return;
      set((state) => ({ notices: state.notices.filter((notice) => !notice.undo) }));
      const [{ sayLabel }, { sayKept }] = await Promise.all([
        import('../../core/words/history'),
        import('../../core/words/keptFields'),
      ]);
      const { settings, cards } = get();
      const { lang } = settings;
      const titleOf = ({ id }: { readonly id: string }) => cards.find((card) => card.id === id)?.title ?? null;
      const what = say(shellWords, lang, key, { what: sayLabel(lang, step.label) });
      const kept =
        step.kept.length === 0
          ? ''
          : ` ${say(shellWords, lang, 'history.kept', { what: sayKept(lang, step.kept, titleOf) })}`;
      get().announce(what + kept);
      if (step.kept.length > 0) get().notify({ message: what + kept });
    };
    return {
      history: noHistory,
      sayStep: null,
      loadStepWords: async () => {
        const { sayLabel } = await import('../../core/words/history');
        set({ sayStep: sayLabel });
      },
      undoFloor: 0,
      holdUndo: async () => {
        await get().loadHistory();
        const { undoSeq, redoSeq } = get().history;
        const undoFloor = Math.max(undoSeq, redoSeq);
        set({ undoFloor });
        return () => {
          if (get().undoFloor === undoFloor) set({ undoFloor: 0 });
        };
      },
      loadHistory: async () => {
        const answer = await api.call('history.state', {});
        if (answer.ok) set({ history: answer.value });
      },
      undo: async (after = 0) => tell(await get().act('history.undo', { after }), 'history.undone'),
      redo: async (after = 0) => tell(await get().act('history.redo', { after }), 'history.redone'),
    };
  };
