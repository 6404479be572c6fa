import type { StudioSettings } from '../contract/settings';
import type { Args } from './args';
import type { StudioFile } from './studio-file';

export type Settings = {
  readonly get: () => StudioSettings;
  readonly configure: (change: Partial<StudioSettings>) => StudioSettings;
};

/**
 * What the user set, with the command line over it for this session. Choosing a value on the screen ends the
 * override of that value and is what gets remembered.
 */
export function createSettings(
  file: StudioFile,
  args: Pick<Args, 'lang' | 'theme'>,
  changed: (settings: StudioSettings) => void,
): Settings {
  let override: Partial<StudioSettings> = {
    ...(args.lang === null ? {} : { lang: args.lang }),
    ...(args.theme === null ? {} : { theme: args.theme }),
  };
  const get = (): StudioSettings => ({ ...file.get().settings, ...override });
  return {
    get,
    configure: (change) => {
      override = Object.fromEntries(Object.entries(override).filter(([key]) => !Object.hasOwn(change, key)));
      file.set({ settings: { ...file.get().settings, ...change } });
      changed(get());
      return get();
    },
  };
}
