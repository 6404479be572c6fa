import type { ReactNode } from 'react';
import type { Zoom } from '../../../core/schedule/days';
import { calendarWords } from '../../../core/words/calendar';
import { useLoadedRange, usePeriod, useShownCards } from '../../state/plan';
import { useStudio, useWords } from '../../state/StudioProvider';
import type { CalendarView } from '../../state/timeline';
import { Legend } from '../../ui/plan/Legend';
import { Screen } from '../../ui/Screen';
import { SlotFill } from '../../ui/Slot';
import { CalendarToolbar } from './CalendarToolbar';
import { PlanCalendar } from './PlanCalendar';
import { useCalendarCommands } from './useCalendarCommands';

/** Which days each view looks at; a month is loaded in whole weeks, as it is drawn. */
export const zoomOfView = { month: 'month', week: 'week', list: 'month' } as const satisfies Record<CalendarView, Zoom>;

/** Month, week and list over the same plan, with the same filters and the same rules of moving. */
export function CalendarScreen({ inspector }: { readonly inspector: ReactNode }) {
  const t = useWords(calendarWords);
  const view = useStudio((state) => state.calendarView);
  const pinned = useStudio((state) => state.inspectorPinned);
  const { period, loaded } = usePeriod(zoomOfView[view]);
  const { shown, hidden } = useShownCards(period);
  useLoadedRange(loaded);
  useCalendarCommands();
  return (
    <>
      <Screen
        label={t('label')}
        toolbar={<CalendarToolbar period={period} hidden={hidden} />}
        inspector={inspector}
        inspectorOpen={pinned}
      >
        <PlanCalendar shown={shown} view={view} from={period.from} />
      </Screen>
      <SlotFill name="status">
        <Legend />
      </SlotFill>
    </>
  );
}
