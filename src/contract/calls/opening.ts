import { z } from 'zod';
import type { FileLook } from '../opening';
import { type Chosen, nothing, shell, store, token } from './spec';

/** Files that come in by any door: a dialog, a drop, a double click. */
export const openingCalls = {
  /** The file the studio was started with or handed since, once; null for none. An `arrived` event says there is one. */
  'studio.arrived': shell(nothing).returns<Chosen | null>(),
  /** Which kind of file it is, and whether it belongs here. Reads no more than its head. */
  'file.look': store(z.object({ token }).strict()).returns<FileLook>(),
} as const;
