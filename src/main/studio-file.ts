import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type StudioSettings, studioSettings } from '../contract/calls';
import type { Lang } from '../core/model/records';
import { writeDurably } from './store/durable';

/** The key of a workspace is the name of its folder. */
export const workspaceKey = z.string().regex(/^[a-z0-9-]{1,80}$/);

const bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1).max(20_000),
  height: z.number().int().min(1).max(20_000),
  maximized: z.boolean(),
});
/** Place and size of the window in screen points. */
export type WindowBounds = z.infer<typeof bounds>;

const entry = z.object({
  key: workspaceKey,
  name: z.string().max(500),
  sample: z.boolean(),
  openedAt: z.number().int().min(0),
});

const studioFile = z.object({
  format: z.literal(1),
  settings: studioSettings,
  window: bounds.nullable(),
  /** The workspace to open at start. */
  current: workspaceKey.nullable(),
  workspaces: z.array(entry).max(10_000),
});

/** What this machine remembers outside any plan: `studio.json` in the data folder. */
export type StudioState = Readonly<z.infer<typeof studioFile>>;

export type StudioFile = {
  readonly get: () => StudioState;
  /** Changes a part and writes the file before it returns. */
  readonly set: (change: Partial<Omit<StudioState, 'format'>>) => StudioState;
  /** Where an unreadable file was put; null when it was fine or absent. */
  readonly setAside: string | null;
};

export const firstState = (lang: Lang): StudioState => ({
  format: 1,
  settings: { lang, theme: 'system', density: 'normal' } satisfies StudioSettings,
  window: null,
  current: null,
  workspaces: [],
});

/** Opens the file, or starts from `first`. A file that cannot be read is kept beside, never overwritten. */
export function openStudioFile(folder: string, first: StudioState, now: () => number = Date.now): StudioFile {
  const path = join(folder, 'studio.json');
  const found = readState(path);
  let setAside: string | null = null;
  if (found === 'damaged') {
    setAside = `${path}.damaged-${now()}`;
    renameSync(path, setAside);
  }
  let state = found === 'absent' || found === 'damaged' ? first : found;
  return {
    setAside,
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      writeDurably(path, `${JSON.stringify(state, null, 2)}\n`);
      return state;
    },
  };
}

function readState(path: string): StudioState | 'absent' | 'damaged' {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'absent';
    throw error;
  }
  try {
    return studioFile.safeParse(JSON.parse(text)).data ?? 'damaged';
  } catch (error) {
    if (error instanceof SyntaxError) return 'damaged';
    throw error;
  }
}
