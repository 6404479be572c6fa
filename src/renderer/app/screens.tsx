import { type ComponentType, lazy, Suspense } from 'react';
import { MatrixScreen } from '../features/matrix/MatrixScreen';
import type { Screen } from '../state/route';
import { ReadySignal } from './ReadySignal';

/**
 * Each screen is a chunk of its own, except the first one shown: a part that was waited for is drawn no sooner than
 * 300 ms after its placeholder (React's throttle), and the matrix would be waited for at every start.
 */
const CalendarScreen = lazy(() =>
  import('../features/calendar/CalendarScreen').then((m) => ({ default: m.CalendarScreen })),
);
const PlanInspector = lazy(() =>
  import('../features/inspector/PlanInspector').then((m) => ({ default: m.PlanInspector })),
);
const LibraryScreen = lazy(() =>
  import('../features/library/LibraryScreen').then((m) => ({ default: m.LibraryScreen })),
);
const EditorScreen = lazy(() => import('../features/editor/EditorScreen').then((m) => ({ default: m.EditorScreen })));
const MediaScreen = lazy(() => import('../features/media/MediaScreen').then((m) => ({ default: m.MediaScreen })));
const ExportScreen = lazy(() => import('../features/export/ExportScreen').then((m) => ({ default: m.ExportScreen })));
const ImportScreen = lazy(() => import('../features/import/ImportScreen').then((m) => ({ default: m.ImportScreen })));
const SettingsScreen = lazy(() =>
  import('../features/settings/SettingsScreen').then((m) => ({ default: m.SettingsScreen })),
);
const FirstRunScreen = lazy(() =>
  import('../features/firstRun/FirstRunScreen').then((m) => ({ default: m.FirstRunScreen })),
);

/** Matrix and calendar share the inspector; it may arrive a moment after them. */
const inspector = (
  <Suspense fallback={null}>
    <PlanInspector />
  </Suspense>
);

export const screens = {
  matrix: () => <MatrixScreen inspector={inspector} />,
  calendar: () => <CalendarScreen inspector={inspector} />,
  library: LibraryScreen,
  editor: EditorScreen,
  media: MediaScreen,
  export: ExportScreen,
  import: ImportScreen,
  settings: SettingsScreen,
} as const satisfies Record<Screen, ComponentType>;

export const FirstRun = () => (
  <Suspense fallback={null}>
    <FirstRunScreen />
    <ReadySignal />
  </Suspense>
);
