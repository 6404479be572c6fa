import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { refuse } from '../../core/result';
import type { Handlers } from '../answer';
import type { Tokens } from '../tokens';

/** What was handed to the studio from outside, as a token like anything the user chose. Refuses `file_missing` for what is gone. */
export const openingHandlers = (arrived: () => string | null, tokens: Tokens): Handlers<'studio.arrived'> => ({
  'studio.arrived': () => {
    const path = arrived();
    if (path === null) return null;
    return existsSync(path) ? tokens.give('import', path) : refuse('file_missing', { file: basename(path) });
  },
});
