import { useStudio } from '../state/StudioProvider';
import { useSchemeOnPage } from '../theme/useScheme';
import { Broken } from './Broken';
import { DocumentFacts } from './DocumentFacts';
import { Floating } from './Floating';
import { Shell } from './Shell';
import { FirstRun } from './screens';

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
      {stage.kind === 'broken' && <Broken failure={stage.failure} />}
      <Floating />
    </>
  );
}
