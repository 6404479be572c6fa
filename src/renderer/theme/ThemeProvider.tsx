import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { Theme } from '../../contract';
import { theme as mantineTheme, variables } from './mantine';

/** The nonce of this page load, put into the page by the `app://` handler. */
const nonce = (): string => document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

/** Light, dark or whatever the system says right now. */
export function ThemeProvider({ theme, children }: { readonly theme: Theme; readonly children: ReactNode }) {
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  const scheme = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={variables}
      forceColorScheme={scheme}
      getStyleNonce={nonce}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
