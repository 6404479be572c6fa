import { useEffect } from 'react';
import { stepPeriod } from '../../../core/schedule/days';
import { commandWords } from '../../../core/words/commands';
import { speakerIn } from '../../../core/words/say';
import type { Command } from '../../commands/command';
import { clearFilters, stepCommands } from '../../commands/periodCommands';
import { anchorOf, weekStartOf } from '../../state/plan';
import { useStudio } from '../../state/StudioProvider';
import type { StudioState } from '../../state/studio';
import { type CalendarView, calendarViews } from '../../state/timeline';

const word = speakerIn(commandWords);

export const stepBy = (steps: number) => (state: StudioState) =>
  state.setAnchor(
    stepPeriod(state.calendarView === 'week' ? 'week' : 'month', anchorOf(state), weekStartOf(state), steps),
  );

const viewKeys: Readonly<Record<CalendarView, string>> = { month: 'shift+m', week: 'shift+w', list: 'shift+l' };

const calendarCommands: readonly Command[] = [
  ...stepCommands(stepBy),
  ...calendarViews.map(
    (view): Command => ({
      id: `plan.view_${view}`,
      group: 'view',
      label: word(`plan.view_${view}`),
      keys: [viewKeys[view]],
      run: (state) => state.setCalendarView(view),
    }),
  ),
  clearFilters,
];

/** Offers the calendar's commands while it is open. */
export function useCalendarCommands(): void {
  const offer = useStudio((state) => state.offerCommands);
  useEffect(() => offer('calendar', calendarCommands), [offer]);
}
