import type { HistoryState, HistoryStep } from '../../contract';
import { sayLabel } from '../../core/words/history';
import { sayKept } from '../../core/words/keptFields';
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
      history: { undo: null, redo: null },
      loadHistory: async () => {
        const answer = await api.call('history.state', {});
        if (answer.ok) set({ history: answer.value });
      },
      undo: async () => tell(await get().act('history.undo', {}), 'history.undone'),
      redo: async () => tell(await get().act('history.redo', {}), 'history.redone'),
    };
  };
