import { lazy, type ReactNode, Suspense, useState } from 'react';
import { matrixWords } from '../../../core/words/matrix';
import { useLoadedRange, usePeriod, useShownCards } from '../../state/plan';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { useSlotCells } from '../../state/series';
import { late } from '../../theme/late';
import { Legend } from '../../ui/plan/Legend';
import { Screen } from '../../ui/Screen';
import { SlotFill } from '../../ui/Slot';
import { createDesk, DeskProvider, useDesk, useDeskStore } from './desk';
import { Grid } from './Grid';
import { MatrixToolbar } from './MatrixToolbar';
import { SlotsProvider } from './slots';
import { Tray } from './Tray';
import { focusTray } from './trayFocus';
import { useFoldedLanes } from './useFoldedLanes';
import { useMatrixCommands } from './useMatrixCommands';

const Ghost = lazy(() => import('./Ghost').then((module) => ({ default: module.Ghost })));
const PlanMenus = late(() => import('../../ui/plan/placing/PlanMenus').then((module) => module.PlanMenus));

/** Menus are loaded when the first of them opens. */
function Menus() {
  const menu = useDesk((desk) => desk.menu);
  const desk = useDeskStore();
  const studio = useStudioHandle();
  const waiting = useStudio((state) => state.tray.length > 0);
  return (
    <Suspense fallback={null}>
      {menu !== null && (
        <PlanMenus
          menu={menu}
          setMenu={(next) => desk.getState().setMenu(next)}
          carry={(load) => desk.getState().carry?.(load)}
          toTray={waiting ? () => void focusTray() : null}
          onSettled={(target) => void import('./standOn').then(({ standOn }) => standOn(studio, desk, target))}
        />
      )}
    </Suspense>
  );
}

/** Accounts by role × days: the whole operation at a glance, moved by mouse or keyboard. */
export function MatrixScreen({ inspector }: { readonly inspector: ReactNode }) {
  const t = useWords(matrixWords);
  const [desk] = useState(createDesk);
  const zoom = useStudio((state) => state.zoom);
  const pinned = useStudio((state) => state.inspectorPinned);
  const painted = useStudio((state) => state.painted);
  const { period, loaded } = usePeriod(zoom);
  const slots = useSlotCells();
  const { shown, hidden } = useShownCards(period);
  useLoadedRange(loaded);
  useMatrixCommands();
  useFoldedLanes();
  return (
    <DeskProvider value={desk}>
      <Screen
        label={t('screen')}
        toolbar={<MatrixToolbar period={period} hidden={hidden} />}
        inspector={inspector}
        inspectorOpen={pinned}
      >
        <SlotsProvider value={slots}>
          <Grid period={period} shown={shown} />
        </SlotsProvider>
        <Tray />
        <Menus />
      </Screen>
      <SlotFill name="status">
        <Legend />
      </SlotFill>
      <Suspense fallback={null}>{painted && <Ghost />}</Suspense>
    </DeskProvider>
  );
}
