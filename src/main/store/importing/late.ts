import type { ImportDesk, ImportWiring } from './desk';

/** The desk of imports, whose code is loaded by whoever imports first: most days nobody does. */
export type LateImports = {
  readonly desk: () => Promise<ImportDesk>;
  readonly isOpen: () => boolean;
  readonly close: () => void;
};

export function lateImports(wiring: ImportWiring): LateImports {
  let opening: Promise<ImportDesk> | null = null;
  let open: ImportDesk | null = null;
  const load = async (): Promise<ImportDesk> => {
    const { createImportDesk } = await import('./desk');
    open = createImportDesk(wiring);
    return open;
  };
  return {
    desk: () => {
      opening ??= load();
      return opening;
    },
    isOpen: () => open !== null,
    close: () => open?.close(),
  };
}
