import { isFiltering } from '../../core/schedule/filter';
import { commandWords } from '../../core/words/commands';
import { speakerIn } from '../../core/words/say';
import type { StudioState } from '../state/studio';
import type { Command } from './command';

const word = speakerIn(commandWords);

/** Today, the stretch before and the one after: of every view with days. */
export const stepCommands = (stepBy: (steps: number) => (state: StudioState) => void): readonly Command[] => [
  {
    id: 'plan.today',
    group: 'view',
    label: word('plan.today'),
    keys: ['t'],
    run: (state) => state.setAnchor(null),
  },
  { id: 'plan.previous', group: 'view', label: word('plan.previous'), keys: ['['], run: stepBy(-1) },
  { id: 'plan.next', group: 'view', label: word('plan.next'), keys: [']'], run: stepBy(1) },
];

export const clearFilters: Command = {
  id: 'plan.clear_filters',
  group: 'view',
  label: word('plan.clear_filters'),
  applies: (state) => isFiltering(state.filter),
  run: (state) => state.clearFilter(),
};
