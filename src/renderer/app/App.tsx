import { lazy, Suspense } from 'react';
import { useStudio } from '../state/StudioProvider';
import { useSchemeOnPage } from '../theme/useScheme';
import { DocumentFacts } from './DocumentFacts';
import { Floating } from './Floating';
import { Shell } from './Shell';
import { FirstRun } from './screens';

const Broken = lazy(() => import('./Broken').then((module) => ({ default: module.Broken })));

/** The window: the three doors on first run, else the shell with the screen that is open. */
export function App() {
  const theme = useStudio((state) => state.settings.theme);
  useSchemeOnPage(theme);
  const stage = useStudio((state) => state.stage);
  return (
    <>
      <DocumentFacts />
      {stage.kind === 'open' && <Shell />}
      {stage.kind === 'first_run' && <FirstRun />}
      {stage.kind === 'broken' && (
        <Suspense fallback={null}>
          <Broken failure={stage.failure} />
        </Suspense>
      )}
      <Floating />
    </>
  );
}
