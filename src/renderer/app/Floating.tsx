import { Suspense, useLayoutEffect } from 'react';
import { useStudio } from '../state/StudioProvider';
import { late } from '../theme/late';
import { isFocusLost } from '../ui/useLostFocus';
import { Notices } from './Notices';

const Palette = late(() => import('../features/palette/Palette').then((m) => m.Palette));
const ShortcutSheet = late(() => import('../features/palette/ShortcutSheet').then((m) => m.ShortcutSheet));

const DayCard = late(() => import('../features/occasions/DayCard').then((m) => m.DayCard));
const OccasionsDialog = late(() => import('../features/occasions/OccasionsDialog').then((m) => m.OccasionsDialog));
const SeriesDialog = late(() => import('../features/series/SeriesDialog').then((m) => m.SeriesDialog));
const ShelfDialog = late(() => import('../ui/templates/ShelfDialog').then((m) => m.ShelfDialog));

/** What floats over every screen, loaded when it is first asked for. */
export function Floating() {
  const palette = useStudio((state) => state.paletteOpen);
  const sheet = useStudio((state) => state.sheetOpen);
  const shelf = useStudio((state) => state.shelfOpen);
  const dayCard = useStudio((state) => state.dayCard !== null);
  const occasions = useStudio((state) => state.occasionsOpen !== null);
  const series = useStudio((state) => state.seriesShown !== null);
  useFocusReturns(palette || sheet || shelf || dayCard || occasions || series);
  return (
    <>
      <Notices />
      <Suspense fallback={null}>
        {palette && <Palette />}
        {sheet && <ShortcutSheet />}
        {shelf && <ShelfDialog />}
        {dayCard && <DayCard />}
        {occasions && <OccasionsDialog />}
        {series && <SeriesDialog />}
      </Suspense>
    </>
  );
}

/**
 * When what floated is gone and nothing else took the focus, it goes back to where it came from, or to the screen when
 * that is gone, too.
 */
function useFocusReturns(floating: boolean): void {
  useLayoutEffect(() => {
    if (!floating) return;
    const from = document.activeElement;
    return () => {
      setTimeout(() => {
        if (!isFocusLost()) return;
        const back = from === document.body || !from?.isConnected ? document.querySelector('main') : from;
        if (back instanceof HTMLElement) back.focus();
      }, 0);
    };
  }, [floating]);
}
