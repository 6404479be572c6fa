import type { TemplateEntry } from '../../contract';
import type { Slice } from './slice';

/** The shelf of templates, floating over any screen; and keeping a piece as one. */
export type ShelfSlice = {
  readonly shelfOpen: boolean;
  readonly setShelfOpen: (open: boolean) => void;
  /** A new piece from a template, opened at once. */
  readonly startFrom: (template: Pick<TemplateEntry, 'id' | 'kind' | 'lang'>) => Promise<void>;
};

export const shelfSlice: Slice<ShelfSlice> = () => (set, get) => ({
  shelfOpen: false,
  setShelfOpen: (shelfOpen) => set({ shelfOpen }),
  startFrom: async ({ id, kind, lang }) => {
    const made = await get().act('piece.create', { kind, lang, title: '', templateId: id });
    if (made === null) return;
    set({ shelfOpen: false });
    get().openPiece(made.id);
  },
});
