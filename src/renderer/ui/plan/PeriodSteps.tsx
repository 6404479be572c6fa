import {
  IconChevronLeft,
  IconChevronRight,
  IconLayoutSidebarRight,
  IconLayoutSidebarRightFilled,
  IconWorld,
} from '@tabler/icons-react';
import type { Period } from '../../../core/schedule/days';
import { saySpan } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { planWords } from '../../../core/words/plan';
import { shellWords } from '../../../core/words/shell';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { late } from '../../theme/late';
import { Hint } from '../Hint';
import { IconButton } from '../IconButton';
import { MenuButton } from '../MenuButton';
import { TextButton } from '../TextButton';
import classes from './PeriodSteps.module.css';
import { useWalls } from './useWalls';
import { sayZone, sayZoneName, zonePlace } from './zoneName';

/** Previous, next, the days in view, today: the left end of both plan toolbars. */
export function PeriodSteps({ period, step }: { readonly period: Period; readonly step: (steps: number) => void }) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const setAnchor = useStudio((state) => state.setAnchor);
  return (
    <>
      <IconButton label={t('toolbar.previous')} keys="[" onClick={() => step(-1)}>
        <IconChevronLeft size={17} stroke={1.6} />
      </IconButton>
      <IconButton label={t('toolbar.next')} keys="]" onClick={() => step(1)}>
        <IconChevronRight size={17} stroke={1.6} />
      </IconButton>
      <h1 className={classes.period} aria-live="polite">
        {saySpan(lang, period.from, period.to)}
      </h1>
      <TextButton onClick={() => setAnchor(null)}>{t('toolbar.today')}</TextButton>
    </>
  );
}

const ZoneMenu = late(() => import('./ZoneMenu').then((m) => m.ZoneMenu));

/** The plan's zone, always visible: times in the plan are this zone's wall times. Opens the choice of one beside it. */
export function ZoneLabel() {
  const t = useWords(matrixWords);
  const p = useWords(planWords);
  const lang = useLang();
  const { home, second } = useWalls();
  const said = sayZone(lang, home);
  const beside = second === '' || second === home ? null : sayZoneName(lang, second);
  const full = [t('toolbar.zone', { zone: said }), ...(beside === null ? [] : [p('zone.beside', { zone: beside })])];
  const label = full.join(lang === 'zh' ? '，' : '; ');
  return (
    <Hint label={label}>
      <span data-testid="zone">
        <MenuButton
          Menu={ZoneMenu}
          given={{}}
          label={label}
          aria-haspopup="dialog"
          aria-label={label}
          className={classes.zone}
        >
          <IconWorld size={16} stroke={1.6} aria-hidden="true" />
          <span className={classes.wide}>{said}</span>
          {beside !== null && <span className={classes.second}>+ {zonePlace(second)}</span>}
        </MenuButton>
      </span>
    </Hint>
  );
}

/** In a narrow window: opens and folds the inspector. */
export function InspectorToggle() {
  const t = useWords(shellWords);
  const pinned = useStudio((state) => state.inspectorPinned);
  const pin = useStudio((state) => state.pinInspector);
  return (
    <span className={classes.narrowOnly}>
      <IconButton
        label={t(pinned ? 'inspector.close' : 'inspector.open')}
        pressed={pinned}
        onClick={() => pin(!pinned)}
      >
        {pinned ? (
          <IconLayoutSidebarRightFilled size={17} stroke={1.6} />
        ) : (
          <IconLayoutSidebarRight size={17} stroke={1.6} />
        )}
      </IconButton>
    </span>
  );
}
