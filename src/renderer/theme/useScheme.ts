import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Theme } from '../../contract';

const systemDark = '(prefers-color-scheme: dark)';
const listen = (changed: () => void): (() => void) => {
  const query = matchMedia(systemDark);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Light, dark or whatever the system says right now, also after it changed its mind. */
export function useScheme(theme: Theme): 'light' | 'dark' {
  const isDark = useSyncExternalStore(listen, () => matchMedia(systemDark).matches);
  return theme === 'system' ? (isDark ? 'dark' : 'light') : theme;
}

/** Puts the scheme on the page, where the tokens and the component library read it. */
export function useSchemeOnPage(theme: Theme): void {
  const scheme = useScheme(theme);
  useLayoutEffect(() => {
    document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
  }, [scheme]);
}
