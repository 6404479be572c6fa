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
void studio.getState().start();

createRoot(root).render(
  <StudioProvider studio={studio}>
    <App />
  </StudioProvider>,
);
