import { useEffect } from 'react';
import type { Lang } from '../../../core/model/records';
import { stepPeriod, type Zoom, zoomBy, zooms } from '../../../core/schedule/days';
import { isFiltering } from '../../../core/schedule/filter';
import { densities } from '../../../core/schedule/geometry';
import { type CommandWord, commandWords } from '../../../core/words/commands';
import { say } from '../../../core/words/say';
import type { Command } from '../../commands/command';
import { anchorOf, weekStartOf } from '../../state/plan';
import { useStudio } from '../../state/StudioProvider';
import type { StudioState } from '../../state/studio';

const word =
  (key: CommandWord) =>
  (lang: Lang): string =>
    say(commandWords, lang, key);

const stepBy = (steps: number) => (state: StudioState) =>
  state.setAnchor(stepPeriod(state.zoom, anchorOf(state), weekStartOf(state), steps));

const zoomKeys: Readonly<Record<Zoom, string>> = {
  week: 'shift+w',
  fortnight: 'shift+d',
  month: 'shift+m',
  quarter: 'shift+q',
};

export const matrixCommands: readonly Command[] = [
  {
    id: 'plan.today',
    group: 'view',
    label: word('plan.today'),
    keys: ['t'],
    run: (state) => state.setAnchor(null),
  },
  { id: 'plan.previous', group: 'view', label: word('plan.previous'), keys: ['['], run: stepBy(-1) },
  { id: 'plan.next', group: 'view', label: word('plan.next'), keys: [']'], run: stepBy(1) },
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
  {
    id: 'plan.clear_filters',
    group: 'view',
    label: word('plan.clear_filters'),
    applies: (state) => isFiltering(state.filter),
    run: (state) => state.clearFilter(),
  },
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
