import type { Answer, CallOutput } from '../../../contract';
import type { Doc } from '../../../core/model/doc';
import type { Failure } from '../../../core/result';
import { createAlarm, type Timers } from '../../state/alarm';

/**
 * Autosave of one body. Knows neither editor nor screen: it is told that something changed, waits for a rest, asks for
 * the document and sends it. Text that could not be saved stays where it is and is tried again.
 *
 *   clean ── touch ──▶ waiting ── rest ──▶ saving ──▶ clean
 *                                            ├─▶ failed ── retry ──▶ saving
 *                                            └─▶ stale  ── rebase ─▶ waiting
 */
export type SaveState =
  | { readonly kind: 'clean'; readonly savedAt: number | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Someone wrote another version since: nothing is overwritten until a person decides. */
  | { readonly kind: 'stale' };

export type WriterParts = {
  /** The present document; called only when it is about to be sent. */
  readonly read: () => Doc;
  readonly send: (doc: Doc, base: string | null) => Promise<Answer<CallOutput<'piece.write'>>>;
  /** True while an input method composes: then nothing is read. */
  readonly busy: () => boolean;
  readonly onState: (state: SaveState) => void;
  readonly timers: Timers;
};

export type Writer = {
  /** Something changed. Costs a comparison, so it may be called on every key. */
  readonly touch: () => void;
  /** Saves what is unsaved now; resolves when nothing is in flight. Used on blur, close and route change. */
  readonly flush: () => Promise<void>;
  /** Continues from another version after `stale`, keeping the unsaved text. */
  readonly rebase: (version: string | null) => void;
  /** The text was replaced by that version: nothing of ours is unsaved. */
  readonly adopt: (version: string | null) => void;
  readonly dirty: () => boolean;
  readonly base: () => string | null;
  readonly state: () => SaveState;
  readonly stop: () => void;
};

/** Rest after the last key before a save, in milliseconds. */
export const REST = 300;
/** Who types without a rest is saved all the same, this long after the first unsaved key: what a kill can take is this. */
export const LONGEST = 400;
const RETRY = 5_000;

export function createWriter(first: string | null, parts: WriterParts): Writer {
  let base = first;
  let dirty = false;
  let state: SaveState = { kind: 'clean', savedAt: null };
  /** Runs from the first unsaved key; a later key does not put it off. */
  let ceiling: number | null = null;
  let flight: Promise<void> | null = null;
  let stopped = false;

  const enter = (next: SaveState): void => {
    if (next.kind === state.kind && next.kind === 'waiting') return;
    state = next;
    parts.onState(next);
  };

  const clear = (): void => {
    alarm.off();
    if (ceiling !== null) parts.timers.clear(ceiling);
    ceiling = null;
  };

  const saveNow = (): void => {
    clear();
    void save();
  };
  const alarm = createAlarm(parts.timers, saveNow);

  const rest = (ms: number): void => {
    if (!stopped) alarm.set(ms);
  };

  const limit = (): void => {
    if (ceiling === null && !stopped) ceiling = parts.timers.set(saveNow, LONGEST);
  };

  async function save(): Promise<void> {
    if (flight !== null) return flight;
    if (!dirty || state.kind === 'stale') return;
    if (parts.busy()) {
      rest(REST);
      return;
    }
    flight = sendOnce();
    await flight;
  }

  async function sendOnce(): Promise<void> {
    dirty = false;
    enter({ kind: 'saving' });
    const answer = await parts.send(parts.read(), base);
    flight = null;
    if (answer.ok) {
      base = answer.value.version;
      if (dirty) {
        enter({ kind: 'waiting' });
        rest(REST);
        limit();
      } else enter({ kind: 'clean', savedAt: answer.value.savedAt });
      return;
    }
    dirty = true;
    if (answer.failure.code === 'stale_write') {
      enter({ kind: 'stale' });
      return;
    }
    enter({ kind: 'failed', failure: answer.failure });
    rest(RETRY);
  }

  return {
    touch: () => {
      dirty = true;
      if (state.kind === 'stale') return;
      if (state.kind === 'clean') enter({ kind: 'waiting' });
      if (flight !== null) return;
      rest(REST);
      limit();
    },
    flush: async () => {
      clear();
      if (flight !== null) await flight;
      await save();
    },
    rebase: (version) => {
      base = version;
      dirty = true;
      enter({ kind: 'waiting' });
      rest(0);
    },
    adopt: (version) => {
      base = version;
      dirty = false;
      clear();
      enter({ kind: 'clean', savedAt: null });
    },
    dirty: () => dirty || flight !== null,
    base: () => base,
    state: () => state,
    stop: () => {
      stopped = true;
      clear();
    },
  };
}
