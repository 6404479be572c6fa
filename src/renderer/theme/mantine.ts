import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** Mantine asks for ten shades; ours is one ink whose value the tokens decide per scheme. */
const ink: MantineColorsTuple = Array.from({ length: 10 }, () => 'var(--jz-ink)') as unknown as MantineColorsTuple;

/** The tokens mapped onto Mantine: sizes of the design brief, primary button = ink fill, quiet everything else. */
export const theme = createTheme({
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: 6,
  fontFamily: 'var(--jz-sans)',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
  headings: { fontFamily: 'var(--jz-sans)', fontWeight: '600' },
  fontSizes: { xs: '11px', sm: '12.5px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '1.3', sm: '1.45', md: '1.54', lg: '1.47', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '9px', xl: '14px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    if (input.variant === 'filled' && (input.color ?? 'ink') === 'ink')
      return {
        ...resolved,
        background: 'var(--jz-ink)',
        hover: 'color-mix(in srgb, var(--jz-ink) 86%, var(--jz-surface))',
        color: 'var(--jz-on-ink)',
        border: '1px solid transparent',
      };
    if (input.variant === 'subtle')
      return { ...resolved, background: 'transparent', hover: 'var(--jz-hover)', color: 'var(--jz-ink-2)' };
    return resolved;
  },
  // Named by string: the theme must not pull parts into the first chunk that only a later screen needs.
  components: {
    Button: {
      defaultProps: { size: 'compact-md', variant: 'default' },
      styles: { root: { height: 28, paddingInline: 10, fontWeight: 500, fontSize: 13 } },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 28 }, classNames: { root: 'jz-icon' } },
    Tooltip: {
      defaultProps: { openDelay: 300, withArrow: false, transitionProps: { duration: 80 }, fz: 12, px: 8, py: 4 },
    },
    Menu: {
      defaultProps: { transitionProps: { duration: 120 }, shadow: 'md', withInitialFocusPlaceholder: false },
      styles: { item: { minHeight: 28, paddingBlock: 4 } },
    },
    Checkbox: { defaultProps: { iconColor: 'var(--jz-on-ink)' } },
    Popover: { defaultProps: { transitionProps: { duration: 120 }, shadow: 'md' } },
    // The page itself never scrolls; locking it would need a style without our nonce.
    Modal: {
      defaultProps: { lockScroll: false, transitionProps: { duration: 120 } },
      styles: { title: { fontSize: 15, lineHeight: '22px', fontWeight: 600 } },
    },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 160 } } },
  },
});

const mapped: Record<string, string> = {
  '--mantine-color-body': 'var(--jz-surface)',
  '--mantine-color-text': 'var(--jz-ink)',
  '--mantine-color-bright': 'var(--jz-ink)',
  '--mantine-color-dimmed': 'var(--jz-ink-3)',
  '--mantine-color-placeholder': 'var(--jz-ink-3)',
  '--mantine-color-anchor': 'var(--jz-accent)',
  '--mantine-color-error': 'var(--jz-must)',
  '--mantine-color-default': 'var(--jz-tile)',
  '--mantine-color-default-hover': 'var(--jz-hover)',
  '--mantine-color-default-color': 'var(--jz-ink)',
  '--mantine-color-default-border': 'var(--jz-line-strong)',
  '--mantine-color-disabled': 'var(--jz-hover)',
  '--mantine-color-disabled-color': 'var(--jz-ink-4)',
  '--mantine-color-disabled-border': 'var(--jz-line)',
  '--mantine-primary-color-contrast': 'var(--jz-on-ink)',
  '--mantine-primary-color-filled': 'var(--jz-ink)',
  '--mantine-primary-color-filled-hover': 'var(--jz-ink-2)',
  '--mantine-primary-color-light': 'var(--jz-accent-weak)',
  '--mantine-primary-color-light-hover': 'var(--jz-accent-weak)',
  '--mantine-primary-color-light-color': 'var(--jz-accent)',
  '--mantine-color-ink-filled': 'var(--jz-ink)',
  '--mantine-color-ink-filled-hover': 'var(--jz-ink-2)',
  '--mantine-color-ink-light': 'var(--jz-hover)',
  '--mantine-color-ink-light-hover': 'var(--jz-hover)',
  '--mantine-color-ink-light-color': 'var(--jz-ink)',
  '--mantine-color-ink-outline': 'var(--jz-ink)',
  '--mantine-color-ink-outline-hover': 'var(--jz-hover)',
  '--mantine-shadow-md': 'var(--jz-shadow-2)',
  '--mantine-shadow-lg': 'var(--jz-shadow-2)',
};

/** Mantine's own variables point at the tokens, in both schemes alike. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...mapped,
    '--mantine-color-gray-1': 'var(--jz-hover)',
    '--mantine-color-gray-2': 'var(--jz-line)',
    '--mantine-color-gray-4': 'var(--jz-line-strong)',
  },
  // What floats and what is hovered in Mantine's dark scheme are its own greys; ours are drawn by hand.
  dark: {
    ...mapped,
    '--mantine-color-dark-4': 'var(--jz-line-strong)',
    '--mantine-color-dark-5': 'var(--jz-hover)',
    '--mantine-color-dark-6': 'var(--jz-surface)',
  },
});
