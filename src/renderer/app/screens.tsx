import { type ComponentType, Suspense } from 'react';
import { MatrixScreen } from '../features/matrix/MatrixScreen';
import type { Screen } from '../state/route';
import { useStudio } from '../state/StudioProvider';
import { late } from '../theme/late';
import { ReadySignal } from './ReadySignal';

/**
 * Each screen is a chunk of its own, except the first one shown: a part that was waited for is drawn no sooner than
 * 300 ms after its placeholder (React's throttle), and the matrix would be waited for at every start.
 */
const CalendarScreen = late(() => import('../features/calendar/CalendarScreen').then((m) => m.CalendarScreen));
const PlanInspector = late(() => import('../features/inspector/PlanInspector').then((m) => m.PlanInspector));
const PlanCheckDrawer = late(() => import('../features/planCheck/PlanCheckDrawer').then((m) => m.PlanCheckDrawer));
const DeskScreen = late(() => import('../features/desk/DeskScreen').then((m) => m.DeskScreen));
const ProposePanel = late(() => import('../features/propose/ProposePanel').then((m) => m.ProposePanel));
const LibraryScreen = late(() => import('../features/library/LibraryScreen').then((m) => m.LibraryScreen));
const EditorScreen = late(() => import('../features/editor/EditorScreen').then((m) => m.EditorScreen));
const ReviewScreen = late(() => import('../features/review/ReviewScreen').then((m) => m.ReviewScreen));
const CampaignScreen = late(() => import('../features/campaign/CampaignScreen').then((m) => m.CampaignScreen));
const MediaScreen = late(() => import('../features/media/MediaScreen').then((m) => m.MediaScreen));
const ExportScreen = late(() => import('../features/export/ExportScreen').then((m) => m.ExportScreen));
const ImportScreen = late(() => import('../features/import/ImportScreen').then((m) => m.ImportScreen));
const MergeScreen = late(() => import('../features/merge/MergeScreen').then((m) => m.MergeScreen));
const ConflictsScreen = late(() => import('../features/conflicts/ConflictsScreen').then((m) => m.ConflictsScreen));
const MarksScreen = late(() => import('../features/marks/MarksScreen').then((m) => m.MarksScreen));
const SettingsScreen = late(() => import('../features/settings/SettingsScreen').then((m) => m.SettingsScreen));
const FirstRunScreen = late(() => import('../features/firstRun/FirstRunScreen').then((m) => m.FirstRunScreen));

/** Matrix and calendar share the inspector, or the list of the plan's check in its place; it arrives a moment after them, and never before the first screen stands. */
function Inspector() {
  const isPainted = useStudio((state) => state.painted);
  const isChecking = useStudio((state) => state.checkOpen);
  return <Suspense fallback={null}>{isPainted && (isChecking ? <PlanCheckDrawer /> : <PlanInspector />)}</Suspense>;
}
const inspector = <Inspector />;

/** While a plan is proposed, what is found stands where the inspector does: beside the matrix, never over it. */
function MatrixSide() {
  const isProposing = useStudio((state) => state.proposing !== null && !state.checkOpen);
  return isProposing ? (
    <Suspense fallback={null}>
      <ProposePanel />
    </Suspense>
  ) : (
    inspector
  );
}
const matrixSide = <MatrixSide />;

export const screens = {
  matrix: () => <MatrixScreen inspector={matrixSide} />,
  calendar: () => <CalendarScreen inspector={inspector} />,
  desk: DeskScreen,
  library: LibraryScreen,
  editor: EditorScreen,
  review: ReviewScreen,
  campaign: CampaignScreen,
  media: MediaScreen,
  export: ExportScreen,
  import: ImportScreen,
  merge: MergeScreen,
  conflicts: ConflictsScreen,
  marks: MarksScreen,
  settings: SettingsScreen,
} as const satisfies Record<Screen, ComponentType>;

export const FirstRun = () => (
  <Suspense fallback={null}>
    <FirstRunScreen />
    <ReadySignal />
  </Suspense>
);
