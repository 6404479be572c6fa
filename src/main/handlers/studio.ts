import type { ShellCallName } from '../../contract';
import { plainHtml } from '../../core/export/plainHtml';
import { refuse } from '../../core/result';
import type { Handlers } from '../answer';
import { type BootDeps, bootOf } from '../boot';
import type { Desktop } from '../desktop';
import { checkAddress } from '../external';
import type { Settings } from '../settings';

export type StudioDeps = Omit<BootDeps, 'settings'> & {
  readonly settings: Settings;
  readonly desktop: Desktop;
  /** The folder of the last export of this session. */
  readonly lastExport: () => string | null;
  /** Whether the user pressed a key or a button in the window a moment ago. */
  readonly userIsActing: () => boolean;
};

export const studioHandlers = (
  deps: StudioDeps,
): Handlers<Exclude<Extract<ShellCallName, `studio.${string}`>, 'studio.copy_picture' | 'studio.arrived'>> => ({
  'studio.boot': () => bootOf(deps),
  'studio.configure': (change) => deps.settings.configure(withoutUndefined(change)),
  'studio.reveal': async ({ what }) => {
    const folder = what === 'data' ? deps.dataFolder : deps.lastExport();
    if (folder === null || !(await deps.desktop.reveal(folder))) return refuse('not_found', { what });
    return null;
  },
  'studio.browse': async ({ url }) => {
    const address = checkAddress(url);
    if (!address.ok) return refuse('bad_input', { field: 'url', reason: address.error });
    // A page that opens the browser by itself, without a press, is not doing the user's work.
    if (!deps.userIsActing()) return refuse('bad_input', { field: 'gesture' });
    await deps.desktop.browse(address.value);
    return null;
  },
  'studio.copy': async ({ text, html }) => {
    // Both flavours always: editors that take formats would make one line of plain text.
    await deps.desktop.copy(text, html ?? plainHtml(text));
    return null;
  },
});

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const withoutUndefined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>;
