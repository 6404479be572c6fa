import { Suspense } from 'react';
import { isOfPiece } from '../state/route';
import { useStudio } from '../state/StudioProvider';
import { late } from '../theme/late';
import { SlotProvider } from '../ui/Slot';
import { Rail } from './Rail';
import { ReadySignal } from './ReadySignal';
import { ScreenGuard } from './ScreenGuard';
import classes from './Shell.module.css';
import { StatusBar } from './StatusBar';
import { screens } from './screens';
import { TitleBar } from './TitleBar';

const RecoveryBar = late(() => import('./RecoveryBar').then((m) => m.RecoveryBar));

/** After an unexpected end only. */
function Recovery() {
  const has = useStudio((state) => state.recovery !== null);
  return <Suspense fallback={null}>{has && <RecoveryBar />}</Suspense>;
}

const MissedBar = late(() => import('./MissedBar').then((m) => m.MissedBar));

/** Only when something came due while the studio was not running. */
function Missed() {
  const has = useStudio((state) => (state.reminders?.missed.length ?? 0) > 0);
  return <Suspense fallback={null}>{has && <MissedBar />}</Suspense>;
}

const DropFiles = late(() => import('./DropFiles').then((m) => m.DropFiles));

/** Files can be dropped once the first screen stands. */
function Drops() {
  const isPainted = useStudio((state) => state.painted);
  return <Suspense fallback={null}>{isPainted && <DropFiles />}</Suspense>;
}

/** The frame: rail, title bar, the open screen, status bar. */
export function Shell() {
  const route = useStudio((state) => state.route);
  const Open = screens[route.screen];
  const waitsForDays = route.screen === 'matrix' || route.screen === 'calendar';
  const stands = useStudio((state) => !waitsForDays || state.cardsReady);
  const key = isOfPiece(route) ? `${route.screen} ${route.pieceId}` : route.screen;
  return (
    <SlotProvider>
      <div className={classes.shell}>
        <Drops />
        <Rail />
        <div className={classes.main}>
          <TitleBar />
          <Recovery />
          <Missed />
          <ScreenGuard key={key}>
            <Suspense fallback={<div className={classes.waiting} />}>
              <Open key={key} />
              {stands && <ReadySignal />}
            </Suspense>
          </ScreenGuard>
          <StatusBar />
        </div>
      </div>
    </SlotProvider>
  );
}
