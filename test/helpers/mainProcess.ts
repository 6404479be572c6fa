import { randomUUID } from 'node:crypto';
import type { ElectronApplication } from 'playwright-core';

type Asked = { readonly id: string; readonly source: string; readonly arg: unknown };

/**
 * About one in 250 questions to the main process loses its answer: the engine collects the promise the driver waits for,
 * though the function has run ("Resulting promise was garbage collected"; playwright issue 33737). Asked here, a function
 * runs once, its answer is kept where the engine cannot collect it, and a lost answer is asked for again by its number.
 */
export function holdAnswers(app: ElectronApplication): void {
  const ask = app.evaluate.bind(app) as (run: (electron: unknown, asked: Asked) => unknown, asked: Asked) => unknown;
  const held = async (run: unknown, arg: unknown): Promise<unknown> => {
    const asked = { id: randomUUID(), source: String(run), arg };
    for (let lost = 0; ; lost += 1) {
      try {
        return await ask(onceInMain, asked);
      } catch (error) {
        if (lost === 5 || !String(error).includes('promise was garbage collected')) throw error;
      }
    }
  };
  Object.assign(app, { evaluate: held });
}

/** Runs in the main process, so it stands on its own. */
function onceInMain(electron: unknown, { id, source, arg }: Asked): unknown {
  const kept = globalThis as { heldAnswers?: Map<string, unknown> };
  kept.heldAnswers ??= new Map();
  if (!kept.heldAnswers.has(id)) {
    const run = new Function(`return (${source})`)() as (electron: unknown, arg: unknown) => unknown;
    kept.heldAnswers.set(id, run(electron, arg));
  }
  return kept.heldAnswers.get(id);
}
