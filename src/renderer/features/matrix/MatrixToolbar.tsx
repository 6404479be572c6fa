import { Button, Menu } from '@mantine/core';
import { IconLineHeight, IconPlus } from '@tabler/icons-react';
import { type Period, stepPeriod, zooms } from '../../../core/schedule/days';
import { densities } from '../../../core/schedule/geometry';
import { matrixWords } from '../../../core/words/matrix';
import { anchorOf, weekStartOf } from '../../state/plan';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { FilterBar } from '../../ui/plan/FilterBar';
import { InspectorToggle, PeriodSteps, ZoneLabel } from '../../ui/plan/PeriodSteps';
import classes from '../../ui/plan/PeriodSteps.module.css';
import { ToolbarGap, ToolbarRule } from '../../ui/Screen';
import { Segments } from '../../ui/Segments';

/** Previous, next, period, today, zoom; filters and what they hide; new, density, zone. */
export function MatrixToolbar({ period, hidden }: { readonly period: Period; readonly hidden: number }) {
  const t = useWords(matrixWords);
  const studio = useStudioHandle();
  const zoom = useStudio((state) => state.zoom);
  const setZoom = useStudio((state) => state.setZoom);
  const runCommand = useStudio((state) => state.runCommand);
  const step = (steps: number) => {
    const state = studio.getState();
    state.setAnchor(stepPeriod(state.zoom, anchorOf(state), weekStartOf(state), steps));
  };
  return (
    <>
      <PeriodSteps period={period} step={step} />
      <Segments
        label={t('toolbar.zoom')}
        value={zoom}
        options={zooms.map((value) => ({ value, label: t(`zoom.${value}`) }))}
        onChange={setZoom}
      />
      <ToolbarRule />
      <FilterBar hidden={hidden} />
      <ToolbarGap />
      <Button leftSection={<IconPlus size={15} stroke={1.8} />} onClick={() => runCommand('plan.new_piece')}>
        {t('toolbar.new')}
      </Button>
      <DensityMenu />
      <ZoneLabel />
      <InspectorToggle />
    </>
  );
}

function DensityMenu() {
  const t = useWords(matrixWords);
  const density = useStudio((state) => state.settings.density);
  const configure = useStudio((state) => state.configure);
  return (
    <Menu position="bottom-end" offset={4}>
      <Menu.Target>
        <button
          type="button"
          className={classes.quiet}
          aria-label={`${t('toolbar.density')} ${t(`density.${density}`)}`}
        >
          <IconLineHeight size={16} stroke={1.6} aria-hidden="true" />
          <span className={classes.wide}>{t(`density.${density}`)}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={density}
          onChange={(value) => {
            const chosen = densities.find((candidate) => candidate === value);
            if (chosen !== undefined) void configure({ density: chosen });
          }}
        >
          {densities.map((value) => (
            <Menu.RadioItem key={value} value={value}>
              {t(`density.${value}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
