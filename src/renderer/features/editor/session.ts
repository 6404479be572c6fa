import type { Editor } from '@tiptap/core';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OpenedPiece } from '../../../contract';
import { imagesIn } from '../../../core/adapt/source';
import type { OverrideField } from '../../../core/adapt/types';
import type { Fix } from '../../../core/check/fixes/fix';
import { POINT_EVERY, POINT_REST } from '../../../core/history/points';
import { type Doc, emptyDoc } from '../../../core/model/doc';
import type { Json } from '../../../core/model/json';
import type { Piece } from '../../../core/model/records';
import type { Op } from '../../../core/plan/ops';
import type { Failure } from '../../../core/result';
import { type AdaptLoop, createAdaptLoop, type IdleTimers } from '../../state/adapting/adaptLoop';
import {
  type AdaptTask,
  adaptTask,
  type Outcome,
  type Snapshot,
  snapshotOf,
  tasksOf,
} from '../../state/adapting/adaptTask';
import { applyFix } from '../../state/adapting/applyFix';
import type { Studio } from '../../state/studio';
import { contentOf, docOf } from './extensions/docOf';
import { createFieldWriter, type FieldWriter } from './fieldWriter';
import { applyOps } from './optimistic';
import { createWriter, type SaveState, type Writer } from './writer';

/**
 * Everything about one piece while it is open: what was loaded, what is being written, and what came of it. Lives as
 * long as the editor page; closing it saves what is unsaved.
 */
/** What stands in place of the page for a while. The text stays where it is, with its caret. */
export type Over =
  /** The history, at a point compared with another (`from` null: with nothing), or at the latest. */
  | { readonly kind: 'history'; readonly aim: { readonly key: string; readonly from: string | null } | null }
  /** The same piece in another language, side by side. */
  | { readonly kind: 'sibling'; readonly id: string };

export type SessionState = {
  readonly opened: OpenedPiece;
  /** The piece with the edits that are on their way. */
  readonly piece: Piece;
  readonly save: SaveState;
  readonly savedAt: number | null;
  /** Why a small field could not be saved. */
  readonly fieldFailure: Failure | null;
  /** What adaptation made of the piece, by target; filled in one at a time. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly working: boolean;
  /** Counts up with every change of the body, at rest: for counts in the footer. */
  readonly bodyTurn: number;
  readonly over: Over | null;
};

export type Session = StoreApi<SessionState> & {
  readonly pieceId: string;
  readonly attach: (editor: Editor) => () => void;
  readonly editor: () => Editor | null;
  /** A key was typed into the body. Costs two comparisons; nothing is drawn for it. */
  readonly bodyChanged: () => void;
  /** The present body, also without an editor. */
  readonly doc: () => Doc;
  readonly setField: (register: string, value: Json) => void;
  /** Ops on the piece at once: sets, state, campaign. */
  readonly change: (ops: readonly Op[]) => Promise<boolean>;
  readonly override: (
    task: Pick<AdaptTask, 'format' | 'accountId'>,
    field: OverrideField,
    value: string | null,
  ) => Promise<boolean>;
  /** Mends a finding of a version: one step of undo. */
  readonly fix: (task: Pick<AdaptTask, 'format' | 'accountId'>, fix: Fix) => Promise<boolean>;
  /** Saves first, then shows; null goes back to the text. */
  readonly look: (over: Over | null) => Promise<void>;
  readonly flush: () => Promise<void>;
  readonly retry: () => void;
  /** After `stale`: go on with my text over the other version, or take the other one. Answers the dropped text. */
  readonly keepMine: () => Promise<void>;
  readonly takeTheirs: () => Promise<string>;
  /** Brings a point of the history back. Answers how many records changed; null when it could not (said elsewhere). */
  readonly reload: () => Promise<void>;
  readonly restore: (key: string, fields: boolean) => Promise<number | null>;
  /** Accounts, personas or rule packs changed: adapt again. */
  readonly readapt: () => void;
  readonly close: () => Promise<void>;
};

/** Own writes answer with a `changed` of our own; within this time it is not read back. */
const OWN_ECHO = 1_500;

export function openSession(studio: Studio, opened: OpenedPiece, timers: IdleTimers): Session {
  const { api } = studio;
  const pieceId = opened.piece.id;
  let editor: Editor | null = null;
  let run = newSessionId();
  let lastTouch = studio.world.now();
  let runBegan = lastTouch;
  let ownWrite = 0;
  let siblings: readonly OpenedPiece[] = [];
  const lookedFor = new Set<string>();

  const store = createStore<SessionState>()(() => ({
    opened,
    piece: opened.piece,
    save: { kind: 'clean', savedAt: null },
    savedAt: null,
    fieldFailure: null,
    outcomes: {},
    working: false,
    bodyTurn: 0,
    over: null,
  }));
  const { getState: get, setState: set } = store;
  const busy = (): boolean => editor?.view.composing ?? false;
  const doc = (): Doc => (editor === null ? (get().opened.doc ?? emptyDoc) : docOf(editor.state.doc));

  const showSave = (save: SaveState): void =>
    set((state) => ({
      save,
      savedAt: save.kind === 'clean' && save.savedAt !== null ? save.savedAt : state.savedAt,
    }));

  const writer: Writer = createWriter(opened.version, {
    read: doc,
    send: async (body, base) => {
      ownWrite = studio.world.now();
      const answer = await api.call('piece.write', { id: pieceId, doc: body, base, session: run });
      ownWrite = studio.world.now();
      if (answer.ok) lookForPictures(body);
      return answer;
    },
    busy,
    onState: (save) => {
      // The first key after a rest enters `waiting`: it is shown after the key's own task, on which nothing is drawn.
      if (save.kind === 'waiting') timers.set(() => writer.state() === save && showSave(save), 0);
      else showSave(save);
    },
    timers,
  });

  const fields: FieldWriter = createFieldWriter({
    op: (register, value) => ({ kind: 'set', type: 'piece', id: pieceId, register, value }),
    make: async (ops) => {
      ownWrite = studio.world.now();
      const answer = await api.call('change.make', {
        label: { code: 'piece_edit', params: { title: get().piece.title } },
        ops: [...ops],
      });
      ownWrite = studio.world.now();
      if (answer.ok) set({ savedAt: ownWrite });
      return answer;
    },
    onFailure: (fieldFailure) => set({ fieldFailure }),
    timers,
  });

  const loop: AdaptLoop = createAdaptLoop<Snapshot, AdaptTask>({
    busy,
    snapshot: () => {
      const { outline, packs } = studio.getState();
      const { piece, opened: now } = get();
      const tasks = tasksOf(piece, now, outline, packs);
      const keys = new Set(tasks.map(({ key }) => key));
      set((state) => ({
        outcomes: Object.fromEntries(Object.entries(state.outcomes).filter(([key]) => keys.has(key))),
      }));
      return { piece: snapshotOf(piece, doc(), now, siblings), tasks };
    },
    run: (snapshot, task) => {
      const outcome = adaptTask(snapshot, task);
      set((state) => ({ outcomes: { ...state.outcomes, [task.key]: outcome } }));
    },
    onWorking: (working) => set((state) => ({ working, bodyTurn: working ? state.bodyTurn + 1 : state.bodyTurn })),
    timers,
  });

  async function reopen(): Promise<OpenedPiece | null> {
    const answer = await api.call('piece.open', { id: pieceId });
    if (!answer.ok) return null;
    set({ opened: answer.value, piece: withPending(answer.value.piece, fields.pending()) });
    loop.touch();
    return answer.value;
  }

  /** A picture that came into the text by any way is known to the checks as soon as it is saved there. */
  function lookForPictures(body: Doc): void {
    const known = new Set(get().opened.assets.map(({ id }) => id));
    const fresh = imagesIn(body).filter((src) => !known.has(src) && !lookedFor.has(src));
    if (fresh.length === 0) return;
    for (const src of fresh) lookedFor.add(src);
    void reopen();
  }

  /** Puts a version from the store into the editor, without a step in its own undo. */
  function show(body: Doc, version: string | null): void {
    editor?.chain().setMeta('addToHistory', false).setContent(contentOf(body), { emitUpdate: false }).run();
    writer.adopt(version);
    loop.touch();
  }

  async function loadSiblings(): Promise<void> {
    const answers = await Promise.all(get().opened.siblings.map(({ id }) => api.call('piece.open', { id })));
    siblings = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    if (siblings.length > 0) loop.touch();
  }

  const stopListening = api.on('changed', ({ types, ids, cause }) => {
    const mine =
      cause === 'edit' &&
      types.every((type) => type === 'piece') &&
      ids.every((id) => id === pieceId) &&
      studio.world.now() - ownWrite < OWN_ECHO;
    if (mine || !concerns(types, ids)) return;
    void reopen().then((now) => {
      if (now === null || now.version === writer.base() || writer.state().kind === 'saving') return;
      if (!writer.dirty() && now.doc !== null) show(now.doc, now.version);
    });
    if (get().opened.siblings.some(({ id }) => ids.includes(id))) void loadSiblings();
  });

  const concerns = (types: readonly string[], ids: readonly string[]): boolean =>
    types.length === 0 ||
    ids.includes(pieceId) ||
    types.some((type) => type === 'variant' || type === 'placement' || type === 'asset') ||
    get().opened.siblings.some(({ id }) => ids.includes(id));

  loop.touch();
  void loadSiblings();

  return Object.assign(store, {
    pieceId,
    attach: (next: Editor) => {
      editor = next;
      return () => {
        if (editor === next) editor = null;
      };
    },
    editor: () => editor,
    bodyChanged: () => {
      // One visit is one step of undo and one point of history, but not a whole afternoon.
      const now = studio.world.now();
      if (now - lastTouch > POINT_REST || now - runBegan > POINT_EVERY) {
        run = newSessionId();
        runBegan = now;
      }
      lastTouch = now;
      writer.touch();
      loop.touch();
    },
    doc,
    setField: (register: string, value: Json) => {
      fields.set(register, value);
      set((state) => ({
        piece: applyOps(state.piece, [{ kind: 'set', type: 'piece', id: pieceId, register, value }]),
      }));
      loop.touch();
    },
    change: async (ops: readonly Op[]) => {
      const before = get().piece;
      set({ piece: applyOps(before, ops) });
      loop.touch();
      const done = await fields.send(ops);
      if (!done) set({ piece: before });
      return done;
    },
    override: async (
      { format, accountId }: Pick<AdaptTask, 'format' | 'accountId'>,
      field: OverrideField,
      value: string | null,
    ) => {
      await writer.flush();
      const done = await studio.getState().act('variant.override', { pieceId, format, accountId, field, value });
      if (done !== null) await reopen();
      return done !== null;
    },
    fix: async ({ format, accountId }: Pick<AdaptTask, 'format' | 'accountId'>, fix: Fix) => {
      await writer.flush();
      const done = await applyFix(studio, { pieceId, format, accountId }, fix);
      if (done) await reopen();
      return done;
    },
    look: async (over: Over | null) => {
      await Promise.all([writer.flush(), fields.flush()]);
      set({ over });
      if (over === null) editor?.commands.focus();
    },
    flush: async () => {
      await Promise.all([writer.flush(), fields.flush()]);
    },
    retry: () => {
      void writer.flush();
      void fields.flush();
    },
    keepMine: async () => {
      const now = await reopen();
      if (now !== null) writer.rebase(now.version);
    },
    takeTheirs: async () => {
      const mine = editor?.getText({ blockSeparator: '\n\n' }) ?? '';
      const now = await reopen();
      if (now !== null && now.doc !== null) show(now.doc, now.version);
      return mine;
    },
    reload: async () => {
      await reopen();
      await loadSiblings();
    },
    restore: async (key: string, withFields: boolean) => {
      await Promise.all([writer.flush(), fields.flush()]);
      const done = await studio.getState().act('piece.restore', { id: pieceId, key, fields: withFields });
      if (done === null) return null;
      const now = await reopen();
      if (now !== null && now.doc !== null) show(now.doc, now.version);
      return done.changed;
    },
    readapt: loop.touch,
    close: async () => {
      loop.stop();
      stopListening();
      await Promise.all([writer.flush(), fields.flush()]);
      writer.stop();
      fields.stop();
    },
  });
}

const withPending = (piece: Piece, pending: Readonly<Record<string, Json>>): Piece =>
  applyOps(
    piece,
    Object.entries(pending).map(([register, value]) => ({ kind: 'set', type: 'piece', id: piece.id, register, value })),
  );

const newSessionId = (): string => crypto.randomUUID();
