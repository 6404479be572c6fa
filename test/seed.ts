import fc from 'fast-check';

/**
 * Property tests start from one seed in the suite, so that a landing is judged by the same cases everywhere;
 * `JUZHEN_SEED=random` (the soak, or anyone curious) looks at new ones each time and prints what it found.
 */
const chosen = process.env.JUZHEN_SEED ?? '20261122';
if (chosen !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(chosen) });
