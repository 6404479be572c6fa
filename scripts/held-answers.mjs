import { randomUUID } from 'node:crypto';

/**
 * About one in 250 questions to the main process loses its answer: the engine collects the promise the driver waits for,
 * though the function has run ("Resulting promise was garbage collected"; playwright issue 33737). Asked here, a function
 * runs once, its answer is kept where the engine cannot collect it, and a lost answer is asked for again by its number.
 */
export function holdAnswers(app) {
  const ask = app.evaluate.bind(app);
  app.evaluate = async (run, arg) => {
    const asked = { id: randomUUID(), source: String(run), arg };
    for (let lost = 0; ; lost += 1) {
      try {
        return await ask(onceInMain, asked);
      } catch (error) {
        if (lost === 5 || !String(error).includes('promise was garbage collected')) throw error;
      }
    }
  };
}

/** Runs in the main process, so it stands on its own. */
function onceInMain(electron, { id, source, arg }) {
  globalThis.heldAnswers ??= new Map();
  const { heldAnswers } = globalThis;
  if (!heldAnswers.has(id)) heldAnswers.set(id, new Function(`return (${source})`)()(electron, arg));
  return heldAnswers.get(id);
}
