import { useEffect } from 'react';
import { stepPeriod, type Zoom, zoomBy, zooms } from '../../../core/schedule/days';
import { densities } from '../../../core/schedule/geometry';
import { commandWords } from '../../../core/words/commands';
import { speakerIn } from '../../../core/words/say';
import type { Command } from '../../commands/command';
import { clearFilters, stepCommands } from '../../commands/periodCommands';
import { anchorOf, weekStartOf } from '../../state/plan';
import { useStudio } from '../../state/StudioProvider';
import type { StudioState } from '../../state/studio';

const word = speakerIn(commandWords);

const stepBy = (steps: number) => (state: StudioState) =>
  state.setAnchor(stepPeriod(state.zoom, anchorOf(state), weekStartOf(state), steps));

const zoomKeys: Readonly<Record<Zoom, string>> = {
  week: 'shift+w',
  fortnight: 'shift+d',
  month: 'shift+m',
  quarter: 'shift+q',
};

export const matrixCommands: readonly Command[] = [
  ...stepCommands(stepBy),
  ...zooms.map(
    (zoom): Command => ({
      id: `plan.zoom_${zoom}`,
      group: 'view',
      label: word(`plan.zoom_${zoom}`),
      keys: [zoomKeys[zoom]],
      run: (state) => state.setZoom(zoom),
    }),
  ),
  {
    id: 'plan.zoom_in',
    group: 'view',
    label: word('plan.zoom_in'),
    keys: ['+', '='],
    hidden: true,
    run: (state) => state.setZoom(zoomBy(state.zoom, -1)),
  },
  {
    id: 'plan.zoom_out',
    group: 'view',
    label: word('plan.zoom_out'),
    keys: ['-'],
    hidden: true,
    run: (state) => state.setZoom(zoomBy(state.zoom, 1)),
  },
  {
    id: 'plan.propose',
    group: 'plan',
    label: word('plan.propose'),
    keys: ['shift+p'],
    run: (state) => state.openProposing(),
  },
  clearFilters,
  ...densities.map(
    (density): Command => ({
      id: `plan.density_${density}`,
      group: 'view',
      label: word(`plan.density_${density}`),
      run: (state) => state.configure({ density }),
    }),
  ),
];

/** Offers the matrix's commands while it is open. */
export function useMatrixCommands(): void {
  const offer = useStudio((state) => state.offerCommands);
  useEffect(() => offer('matrix', matrixCommands), [offer]);
}
