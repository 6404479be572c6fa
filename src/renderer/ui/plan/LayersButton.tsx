import { Suspense } from 'react';
import { useStudio } from '../../state/StudioProvider';
import { late } from '../../theme/late';
import classes from './PeriodSteps.module.css';

const LayersMenuButton = late(() => import('./menus').then((m) => m.LayersMenuButton));

/** The button of the days' layers, which comes after the first screen into the room kept for it. */
export function LayersButton() {
  const isPainted = useStudio((state) => state.painted);
  return (
    <span className={classes.kept}>
      {isPainted && (
        <Suspense fallback={null}>
          <LayersMenuButton />
        </Suspense>
      )}
    </span>
  );
}
