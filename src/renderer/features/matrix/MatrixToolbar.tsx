import { IconLineHeight, IconPlus, IconWand } from '@tabler/icons-react';
import { type Period, stepPeriod, zooms } from '../../../core/schedule/days';
import { matrixWords } from '../../../core/words/matrix';
import { anchorOf, weekStartOf } from '../../state/plan';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { late } from '../../theme/late';
import { MenuButton } from '../../ui/MenuButton';
import { FilterBar } from '../../ui/plan/FilterBar';
import { LayersButton } from '../../ui/plan/LayersButton';
import { InspectorToggle, PeriodSteps, ZoneLabel } from '../../ui/plan/PeriodSteps';
import classes from '../../ui/plan/PeriodSteps.module.css';
import { PlanCheckButton } from '../../ui/plan/PlanCheckButton';
import { ToolbarGap, ToolbarRule } from '../../ui/Screen';
import { Segments } from '../../ui/Segments';
import { TextButton } from '../../ui/TextButton';

const DensityMenu = late(() => import('../../ui/plan/menus').then((m) => m.DensityMenu));

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
      <TextButton icon={<IconPlus size={15} stroke={1.8} />} onClick={() => runCommand('plan.new_piece')}>
        {t('toolbar.new')}
      </TextButton>
      <LayersButton />
      <Density />
      <Propose />
      <PlanCheckButton />
      <ZoneLabel />
      <InspectorToggle />
    </>
  );
}

/** Opens the proposal beside the matrix; in a narrow window by its sign alone. */
function Propose() {
  const t = useWords(matrixWords);
  const runCommand = useStudio((state) => state.runCommand);
  return (
    <button
      type="button"
      className={classes.quiet}
      aria-label={t('toolbar.propose')}
      title={t('toolbar.propose')}
      data-act="propose"
      onClick={() => runCommand('plan.propose')}
    >
      <IconWand size={16} stroke={1.6} aria-hidden="true" />
      <span className={classes.wide}>{t('toolbar.propose')}</span>
    </button>
  );
}

function Density() {
  const t = useWords(matrixWords);
  const density = useStudio((state) => state.settings.density);
  return (
    <MenuButton
      Menu={DensityMenu}
      given={{}}
      label={t('toolbar.density')}
      className={classes.quiet}
      aria-label={`${t('toolbar.density')} ${t(`density.${density}`)}`}
    >
      <IconLineHeight size={16} stroke={1.6} aria-hidden="true" />
      <span className={classes.wide}>{t(`density.${density}`)}</span>
    </MenuButton>
  );
}
