import type { Period } from '../../../core/schedule/days';
import { calendarWords } from '../../../core/words/calendar';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { calendarViews } from '../../state/timeline';
import { FilterBar } from '../../ui/plan/FilterBar';
import { LayersButton } from '../../ui/plan/LayersButton';
import { InspectorToggle, PeriodSteps, ZoneLabel } from '../../ui/plan/PeriodSteps';
import { PlanCheckButton } from '../../ui/plan/PlanCheckButton';
import { ToolbarGap, ToolbarRule } from '../../ui/Screen';
import { Segments } from '../../ui/Segments';
import { stepBy } from './useCalendarCommands';

export function CalendarToolbar({ period, hidden }: { readonly period: Period; readonly hidden: number }) {
  const t = useWords(calendarWords);
  const studio = useStudioHandle();
  const view = useStudio((state) => state.calendarView);
  const setView = useStudio((state) => state.setCalendarView);
  return (
    <>
      <PeriodSteps period={period} step={(steps) => stepBy(steps)(studio.getState())} />
      <Segments
        label={t('view')}
        value={view}
        options={calendarViews.map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={setView}
      />
      <ToolbarRule />
      <FilterBar hidden={hidden} />
      <ToolbarGap />
      <LayersButton />
      <PlanCheckButton />
      <ZoneLabel />
      <InspectorToggle />
    </>
  );
}
