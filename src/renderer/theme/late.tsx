import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { useStudio } from '../state/StudioProvider';

/**
 * A part that is loaded when it is first shown, together with the component library around it. Everything made of that
 * library is made `late`: it and its styles are half of what the page would otherwise read before its first screen.
 */
export const late = <P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<(props: P) => React.JSX.Element> =>
  lazy(async () => {
    const [{ ThemeProvider }, Part] = await Promise.all([import('./ThemeProvider'), load()]);
    return {
      default: function Late(props: P) {
        const theme = useStudio((state) => state.settings.theme);
        return (
          <ThemeProvider theme={theme}>
            <Part {...props} />
          </ThemeProvider>
        );
      },
    };
  });
