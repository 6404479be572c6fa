import type { HistoryState, HistoryStep } from '../../contract';
import { sayLabel } from '../../core/words/history';
import { say } from '../../core/words/say';
import { shellWords } from '../../core/words/shell';
import type { Slice } from './slice';

export type HistorySlice = {
  /** Labels of what undo and redo would do next; null when there is nothing. */
  readonly history: HistoryState;
  readonly loadHistory: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
};

export const historySlice: Slice<HistorySlice> =
  ({ api }) =>
  (set, get) => {
    const tell = (step: HistoryStep | null, key: 'history.undone' | 'history.redone') => {
      if (step === null || step.label === null) return;
      set((state) => ({ notices: state.notices.filter((notice) => !notice.undo) }));
      const { lang } = get().settings;
      const what = say(shellWords, lang, key, { what: sayLabel(lang, step.label) });
      const kept =
        step.kept.length === 0 ? '' : ` ${say(shellWords, lang, 'history.kept', { count: step.kept.length })}`;
      get().announce(what + kept);
      if (step.kept.length > 0) get().notify({ message: what + kept });
    };
    return {
      history: { undo: null, redo: null },
      loadHistory: async () => {
        const answer = await api.call('history.state', {});
        if (answer.ok) set({ history: answer.value });
      },
      undo: async () => tell(await get().act('history.undo', {}), 'history.undone'),
      redo: async () => tell(await get().act('history.redo', {}), 'history.redone'),
    };
  };
