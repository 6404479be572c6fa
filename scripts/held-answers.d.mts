import type { ElectronApplication } from 'playwright-core';

/** From here on nothing that is asked of the main process loses its answer. */
export function holdAnswers(app: ElectronApplication): void;
