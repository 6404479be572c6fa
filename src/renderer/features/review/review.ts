import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OpenedPiece } from '../../../contract';
import type { OverrideField } from '../../../core/adapt/types';
import { emptyDoc } from '../../../core/model/doc';
import { type AdaptLoop, createAdaptLoop, type IdleTimers } from '../../state/adapting/adaptLoop';
import {
  type AdaptTask,
  adaptTask,
  type Outcome,
  type Snapshot,
  snapshotOf,
  tasksOf,
} from '../../state/adapting/adaptTask';
import type { Studio } from '../../state/studio';

export type ReviewState = {
  readonly opened: OpenedPiece;
  /** The piece's versions in their order; each has an outcome once it has been adapted. */
  readonly tasks: readonly AdaptTask[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
};

type At = Pick<AdaptTask, 'format' | 'accountId'>;

/** One piece under review: every version adapted off the key's task, again whenever something behind it changes. */
export type Review = StoreApi<ReviewState> & {
  readonly pieceId: string;
  /** Keeps a sentence of the source in one version, or lets it go. */
  readonly keep: (at: At, sentence: string, keep: boolean) => Promise<boolean>;
  /** Writes one field by hand; null gives it back to the source. */
  readonly override: (at: At, field: OverrideField, value: string | null) => Promise<boolean>;
  /** Ends being behind: one step of undo. */
  readonly settle: (at: At, overrides: Partial<Record<OverrideField, string | null>>) => Promise<boolean>;
  /** Accounts, personas or rules changed. */
  readonly readapt: () => void;
  readonly close: () => void;
};

export function openReview(studio: Studio, opened: OpenedPiece, timers: IdleTimers): Review {
  const { api } = studio;
  const pieceId = opened.piece.id;
  let siblings: readonly OpenedPiece[] = [];
  const tasksNow = (now: OpenedPiece): readonly AdaptTask[] => {
    const { outline, packs } = studio.getState();
    return tasksOf(now.piece, now, outline, packs);
  };
  const store = createStore<ReviewState>()(() => ({ opened, tasks: tasksNow(opened), outcomes: {} }));
  const { getState: get, setState: set } = store;

  const loop: AdaptLoop = createAdaptLoop<Snapshot, AdaptTask>({
    busy: () => false,
    snapshot: () => {
      const now = get().opened;
      const tasks = tasksNow(now);
      const keys = new Set(tasks.map(({ key }) => key));
      set(({ outcomes }) => ({
        tasks,
        outcomes: Object.fromEntries(Object.entries(outcomes).filter(([key]) => keys.has(key))),
      }));
      return { piece: snapshotOf(now.piece, now.doc ?? emptyDoc, now, siblings), tasks };
    },
    run: (snapshot, task) => {
      const outcome = adaptTask(snapshot, task);
      set(({ outcomes }) => ({ outcomes: { ...outcomes, [task.key]: outcome } }));
    },
    onWorking: () => undefined,
    timers,
  });

  async function reopen(): Promise<void> {
    const answer = await api.call('piece.open', { id: pieceId });
    if (!answer.ok) return;
    set({ opened: answer.value });
    loop.touch();
  }

  async function loadSiblings(): Promise<void> {
    const answers = await Promise.all(get().opened.siblings.map(({ id }) => api.call('piece.open', { id })));
    siblings = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    if (siblings.length > 0) loop.touch();
  }

  const stopListening = api.on('changed', ({ types, ids }) => {
    if (types.length > 0 && !types.some((type) => concerned.has(type))) return;
    void reopen();
    if (get().opened.siblings.some(({ id }) => ids.includes(id))) void loadSiblings();
  });
  void loadSiblings();
  loop.touch();

  const done = async (answer: Promise<unknown>): Promise<boolean> => {
    const isDone = (await answer) !== null;
    if (isDone) await reopen();
    return isDone;
  };
  const { act } = studio.getState();
  const at = ({ format, accountId }: At) => ({ pieceId, format, accountId });

  return Object.assign(store, {
    pieceId,
    keep: (where: At, sentence: string, keep: boolean) => done(act('variant.keep', { ...at(where), sentence, keep })),
    override: (where: At, field: OverrideField, value: string | null) =>
      done(act('variant.override', { ...at(where), field, value })),
    settle: (where: At, overrides: Partial<Record<OverrideField, string | null>>) =>
      done(act('variant.settle', { ...at(where), overrides })),
    readapt: loop.touch,
    close: () => {
      loop.stop();
      stopListening();
    },
  });
}

/** Records a version is made of; accounts and personas come by the outline. */
const concerned: ReadonlySet<string> = new Set(['piece', 'variant', 'placement', 'asset']);
