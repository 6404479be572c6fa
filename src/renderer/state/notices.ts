import type { Failure } from '../../core/result';
import type { Act, Slice } from './slice';

/** A passing word about a result. Errors that belong beside a thing are shown there, not here. */
export type Notice = {
  readonly id: number;
  readonly message: string;
  readonly tone: 'quiet' | 'bad';
  /** Offers to take back the last step. */
  readonly undo: boolean;
};

export type NoticeSlice = {
  readonly notices: readonly Notice[];
  readonly noticesMade: number;
  /** The latest sentence for screen readers, said politely; `turn` tells equal sentences apart. */
  readonly announcement: { readonly text: string; readonly turn: number };
  readonly notify: (notice: { message: string; tone?: Notice['tone']; undo?: boolean }) => void;
  readonly dismiss: (id: number) => void;
  readonly announce: (text: string) => void;
  readonly notifyFailure: (failure: Failure) => Promise<void>;
  /** Calls the studio; a failure is said in a notice and answers null. */
  readonly act: Act;
};

export const noticeSlice: Slice<NoticeSlice> =
  ({ api }) =>
  (set, get) => ({
    notices: [],
    noticesMade: 0,
    announcement: { text: '', turn: 0 },
    notify: ({ message, tone = 'quiet', undo = false }) =>
      set((state) => ({
        // One quiet word at a time: an older Undo would take back the newer step. What went wrong stays beside it.
        notices: [
          ...state.notices.filter((notice) => notice.tone === 'bad' && notice.message !== message).slice(-2),
          { id: state.noticesMade + 1, message, tone, undo },
        ],
        noticesMade: state.noticesMade + 1,
      })),
    dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
    announce: (text) => set((state) => ({ announcement: { text, turn: state.announcement.turn + 1 } })),
    notifyFailure: async (failure) => {
      // Loaded when something fails: a start has no use for so many words.
      const { sayFailure } = await import('../../core/words/failures');
      const message = sayFailure(get().settings.lang, failure);
      get().notify({ message, tone: 'bad' });
      get().announce(message);
    },
    act: async (name, input) => {
      const answer = await api.call(name, input);
      if (answer.ok) return answer.value;
      if (answer.failure.code !== 'cancelled') await get().notifyFailure(answer.failure);
      return null;
    },
  });
