import { lazy, Suspense } from 'react';
import { useStudio } from '../state/StudioProvider';
import { Notices } from './Notices';

const Palette = lazy(() => import('../features/palette/Palette').then((m) => ({ default: m.Palette })));
const ShortcutSheet = lazy(() =>
  import('../features/palette/ShortcutSheet').then((m) => ({ default: m.ShortcutSheet })),
);

/** What floats over every screen, loaded when it is first asked for. */
export function Floating() {
  const palette = useStudio((state) => state.paletteOpen);
  const sheet = useStudio((state) => state.sheetOpen);
  return (
    <>
      <Notices />
      <Suspense fallback={null}>
        {palette && <Palette />}
        {sheet && <ShortcutSheet />}
      </Suspense>
    </>
  );
}
