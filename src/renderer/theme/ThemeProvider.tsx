import '@mantine/core/styles.layer.css';
import { MantineContext, MantineProvider } from '@mantine/core';
import { type ReactNode, useContext } from 'react';
import type { Theme } from '../../contract';
import { theme as mantineTheme, variables } from './mantine';
import { useScheme } from './useScheme';

/** The nonce of this page load, put into the page by the `app://` handler. */
const nonce = (): string => document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
/** The scheme is on the page already (`useSchemeOnPage`); the library would first set its own default. */
const noRoot = (): undefined => undefined;

/**
 * The component library with our theme, around the parts that are made of it. The first screen is not, so the library
 * and its styles come with the first part that needs them (`late.tsx`).
 */
export function ThemeProvider({ theme, children }: { readonly theme: Theme; readonly children: ReactNode }) {
  const scheme = useScheme(theme);
  const isInside = useContext(MantineContext) !== null;
  if (isInside) return children;
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={variables}
      forceColorScheme={scheme}
      getStyleNonce={nonce}
      getRootElement={noRoot}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
