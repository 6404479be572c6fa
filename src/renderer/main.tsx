import './jitless';
import './trustedMarkup';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { listenToKeys } from './commands/keyboard';
import { StudioProvider } from './state/StudioProvider';
import { createStudio } from './state/studio';
import { browserWorld } from './state/world';
import './theme/styles';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');

const studio = createStudio(window.studio, browserWorld);
listenToKeys(studio, window);
// The first screen's chunk comes while the store still opens.
void import('./features/matrix/MatrixScreen');
void studio.getState().start();
void studio.getState().loadPacks();

createRoot(root).render(
  <StudioProvider studio={studio}>
    <App />
  </StudioProvider>,
);
