import type { ImportState } from '../../contract';
import type { Slice } from './slice';

/** The import on its way, as the store tells of it. */
export type ImportingSlice = {
  readonly importing: ImportState | null;
  /** What was chosen last, so that a plan can also be opened on its own. */
  readonly importToken: string | null;
  /** Begins the dry run of what was chosen or dropped, and shows it. */
  readonly startImport: (token: string) => Promise<void>;
  readonly chooseImport: (what: 'files' | 'folder') => Promise<void>;
};

export const importingSlice: Slice<ImportingSlice> = () => (set, get) => ({
  importing: null,
  importToken: null,
  startImport: async (token) => {
    get().go({ screen: 'import' });
    const state = await get().act('import.start', { token });
    // An event may have told more by now; the first answer is only the beginning.
    if (state !== null)
      set((now) => ({ importToken: token, importing: now.importing?.job === state.job ? now.importing : state }));
  },
  chooseImport: async (what) => {
    const { act } = get();
    const chosen =
      what === 'files' ? await act('dialog.open_file', { what: 'import' }) : await act('dialog.choose_folder', {});
    if (chosen === null) return;
    const { openFiles } = await import('./openFiles');
    await openFiles(get, chosen);
  },
});
