import { useEffect } from 'react';
import { stepPeriod } from '../../../core/schedule/days';
import { isFiltering } from '../../../core/schedule/filter';
import { type CommandWord, commandWords } from '../../../core/words/commands';
import { say } from '../../../core/words/say';
import type { Command } from '../../commands/command';
import { anchorOf, weekStartOf } from '../../state/plan';
import { useStudio } from '../../state/StudioProvider';
import type { StudioState } from '../../state/studio';
import { type CalendarView, calendarViews } from '../../state/timeline';

const word =
  (key: CommandWord): Command['label'] =>
  (lang) =>
    say(commandWords, lang, key);

export const stepBy = (steps: number) => (state: StudioState) =>
  state.setAnchor(
    stepPeriod(state.calendarView === 'week' ? 'week' : 'month', anchorOf(state), weekStartOf(state), steps),
  );

const viewKeys: Readonly<Record<CalendarView, string>> = { month: 'shift+m', week: 'shift+w', list: 'shift+l' };

const calendarCommands: readonly Command[] = [
  {
    id: 'plan.today',
    group: 'view',
    label: word('plan.today'),
    keys: ['t'],
    run: (state) => state.setAnchor(null),
  },
  { id: 'plan.previous', group: 'view', label: word('plan.previous'), keys: ['['], run: stepBy(-1) },
  { id: 'plan.next', group: 'view', label: word('plan.next'), keys: [']'], run: stepBy(1) },
  ...calendarViews.map(
    (view): Command => ({
      id: `plan.view_${view}`,
      group: 'view',
      label: word(`plan.view_${view}`),
      keys: [viewKeys[view]],
      run: (state) => state.setCalendarView(view),
    }),
  ),
  {
    id: 'plan.clear_filters',
    group: 'view',
    label: word('plan.clear_filters'),
    applies: (state) => isFiltering(state.filter),
    run: (state) => state.clearFilter(),
  },
];

/** Offers the calendar's commands while it is open. */
export function useCalendarCommands(): void {
  const offer = useStudio((state) => state.offerCommands);
  useEffect(() => offer('calendar', calendarCommands), [offer]);
}
