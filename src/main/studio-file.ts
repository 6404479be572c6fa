import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { StudioSettings, Theme } from '../contract';
import { type Lang, langs } from '../core/model/vocabulary';
import { layers } from '../core/occasions/layers';
import { writeDurably } from '../disk/durable';

/** Place and size of the window in screen points. */
export type WindowBounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
};

type Entry = { readonly key: string; readonly name: string; readonly sample: boolean; readonly openedAt: number };

/** What this machine remembers outside any plan: `studio.json` in the data folder. */
export type StudioState = {
  readonly format: 1;
  readonly settings: StudioSettings;
  readonly window: WindowBounds | null;
  /** Until when somebody was reminded of what is due, in milliseconds since 1970; null before the first time. */
  readonly remindedUntil: number | null;
  /** The workspace to open at start. */
  readonly current: string | null;
  readonly workspaces: readonly Entry[];
};

/** The key of a workspace is the name of its folder. */
export const isWorkspaceKey = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value);

const themes: Readonly<Record<Theme, true>> = { light: true, dark: true, system: true };
export const isTheme = (value: unknown): value is Theme => typeof value === 'string' && Object.hasOwn(themes, value);
const densities: Readonly<Record<StudioSettings['density'], true>> = { compact: true, normal: true, comfortable: true };

export type StudioFile = {
  readonly get: () => StudioState;
  /** Changes a part and writes the file before it returns. */
  readonly set: (change: Partial<Omit<StudioState, 'format'>>) => StudioState;
  /** Where an unreadable file was put; null when it was fine or absent. */
  readonly setAside: string | null;
};

/** Reminders ring ten minutes early; closing the window quits until somebody wants it otherwise. */
const usual = { remind: true, remindLead: 10, closeToTray: false } as const;

export const firstState = (lang: Lang): StudioState => ({
  format: 1,
  settings: { lang, theme: 'system', density: 'normal', ...usual } satisfies StudioSettings,
  window: null,
  remindedUntil: null,
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
    return stateIn(JSON.parse(text)) ?? 'damaged';
  } catch (error) {
    if (error instanceof SyntaxError) return 'damaged';
    throw error;
  }
}

/*
 * Read by hand and not with the schema library: this file stands between the start and the window, and loading the
 * library takes longer than everything else up to there.
 */
type Found = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Found => typeof value === 'object' && value !== null;
const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

/** The state as it is known here, without what a later version may have added; null when it is not one. */
function stateIn(found: unknown): StudioState | null {
  if (!isObject(found) || found.format !== 1 || !Array.isArray(found.workspaces)) return null;
  const settings = settingsIn(found.settings);
  const window = found.window === null ? null : boundsIn(found.window);
  const current = found.current === null || isWorkspaceKey(found.current) ? found.current : undefined;
  const workspaces = found.workspaces.map(entryIn).filter((entry) => entry !== null);
  if (settings === null || window === undefined || current === undefined) return null;
  if (workspaces.length !== found.workspaces.length || workspaces.length > MOST_WORKSPACES) return null;
  const remindedUntil = isWhole(found.remindedUntil, 0, Number.MAX_SAFE_INTEGER) ? found.remindedUntil : null;
  return { format: 1, settings, window, remindedUntil, current, workspaces };
}
const MOST_WORKSPACES = 10_000;

function settingsIn(found: unknown): StudioSettings | null {
  if (!isObject(found)) return null;
  const { theme, density, remind, remindLead, closeToTray, dayLayers, secondZone } = found;
  const lang = langs.find((one) => one === found.lang);
  const knows = typeof density === 'string' && Object.hasOwn(densities, density);
  return lang !== undefined && isTheme(theme) && knows
    ? {
        lang,
        theme,
        density: density as StudioSettings['density'],
        // Files of before there were reminders do not have these.
        remind: typeof remind === 'boolean' ? remind : usual.remind,
        remindLead: isWhole(remindLead, 0, 1_440) ? remindLead : usual.remindLead,
        closeToTray: typeof closeToTray === 'boolean' ? closeToTray : usual.closeToTray,
        ...layersIn(dayLayers),
        ...zoneIn(secondZone),
      }
    : null;
}

/** A zone is only shown: one that is not written as a zone is none. */
const zoneIn = (found: unknown): Pick<StudioSettings, 'secondZone'> =>
  typeof found === 'string' && /^[A-Za-z0-9_+/-]{1,64}$/.test(found) ? { secondZone: found } : {};

/** A layer this version does not know is left out; nothing chosen stays nothing chosen. */
const layersIn = (found: unknown): Pick<StudioSettings, 'dayLayers'> =>
  Array.isArray(found) ? { dayLayers: layers.filter((layer) => found.includes(layer)) } : {};

function boundsIn(found: unknown): WindowBounds | undefined {
  if (!isObject(found)) return undefined;
  const { x, y, width, height, maximized } = found;
  const far = Number.MAX_SAFE_INTEGER;
  return isWhole(x, -far, far) &&
    isWhole(y, -far, far) &&
    isWhole(width, 1, 20_000) &&
    isWhole(height, 1, 20_000) &&
    typeof maximized === 'boolean'
    ? { x, y, width, height, maximized }
    : undefined;
}

function entryIn(found: unknown): Entry | null {
  if (!isObject(found)) return null;
  const { key, name, sample, openedAt } = found;
  return isWorkspaceKey(key) &&
    typeof name === 'string' &&
    name.length <= 500 &&
    typeof sample === 'boolean' &&
    isWhole(openedAt, 0, Number.MAX_SAFE_INTEGER)
    ? { key, name, sample, openedAt }
    : null;
}
