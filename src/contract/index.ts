import type { Failure } from '../core/result';
import type { CallInput, CallName, CallOutput, Chosen } from './calls';
import type { ReminderState } from './desk';
import type { ExportProgress } from './exports';
import type { HistoryState } from './history';
import type { ImportState } from './importing';
import type { MergeState } from './merging';
import type { ProposeState } from './propose';

/*
 * What crosses from the store to the screens: records of the model and a few cards made for lists. Outputs are built by
 * our own code from parsed records, so they are typed, not parsed again.
 */
export * from './assets';
export * from './backups';
export * from './boot';
export * from './bulk';
export * from './calls';
export * from './cascade';
export * from './desk';
export * from './exports';
export * from './history';
export * from './importing';
export * from './merging';
export * from './names';
export * from './opening';
export * from './outline';
export * from './pictures';
export * from './pieces';
export * from './placements';
export * from './planCheck';
export * from './propose';
export * from './review';
export * from './settings';

/** How every call ends: a value or a failure as data, never an exception across processes. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Facts the studio tells the screens. */
export type StudioEvents = {
  /** A change was committed: by an edit, undo, import or restore. */
  readonly changed: {
    readonly types: readonly string[];
    readonly ids: readonly string[];
    readonly cause: 'edit' | 'undo' | 'redo' | 'import' | 'restore';
    readonly history: HistoryState;
    /** Only words of a body: what lists and tiles show of it can wait for a rest. */
    readonly wordsOnly: boolean;
  };
  /** Another workspace is open now; screens reload what they show. */
  readonly switched: { readonly key: string };
  /** The store cannot write (full disk, read-only folder), or can again (`failure` null). */
  readonly trouble: { readonly failure: Failure | null };
  /** A menu item or a shortcut of the shell asks for a command by its id. */
  readonly command: { readonly id: string };
  /** A reminder was clicked, or the tray asked for the day's list: the desk opens, at a placement where one is named. */
  readonly desk: { readonly placementId: string | null };
  /** Reminders were paused, seen, or can be shown now. */
  readonly reminders: { readonly state: ReminderState };
  /** How far an import is. */
  readonly importing: { readonly state: ImportState };
  /** A file was handed to the studio from outside (a double click, another start): `studio.arrived` has it. */
  readonly arrived: Readonly<Record<string, never>>;
  /** How far a proposal is. */
  readonly proposing: { readonly state: ProposeState };
  /** How far an export is. */
  readonly exporting: { readonly progress: ExportProgress };
  /** How far the dry run or the merging of a received plan is. */
  readonly merging: { readonly state: MergeState };
};
export type EventName = keyof StudioEvents;

/** What the preload puts on `window.studio`. */
export type StudioBridge = {
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Answer<CallOutput<N>>>;
  readonly on: <E extends EventName>(event: E, listener: (fact: StudioEvents[E]) => void) => () => void;
  /** Files and folders that were dropped on the window, as one token for `import.start` or `asset.keep`; the page never sees paths. */
  readonly drop: (files: readonly object[]) => Promise<Answer<Chosen>>;
};
