import { Button, Tooltip } from '@mantine/core';
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
import { shellWords } from '../../../core/words/shell';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { IconButton } from '../IconButton';
import classes from './PeriodSteps.module.css';

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
      <h1 className={classes.period}>{saySpan(lang, period.from, period.to)}</h1>
      <Button onClick={() => setAnchor(null)}>{t('toolbar.today')}</Button>
    </>
  );
}

/** The plan's zone, always visible: times in the plan are this zone's wall times. */
export function ZoneLabel() {
  const t = useWords(matrixWords);
  const zone = useStudio((state) => state.outline?.workspace[0]?.zone ?? '');
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return (
    <Tooltip label={t('toolbar.zone', { zone })}>
      <span className={classes.zone}>
        <IconWorld size={16} stroke={1.6} aria-hidden="true" />
        <span className={classes.wide}>
          {city} {offsetOf(zone)}
        </span>
      </span>
    </Tooltip>
  );
}

/** `UTC+8` of a zone today; empty for a zone the machine does not know. */
function offsetOf(zone: string): string {
  if (zone === '') return '';
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts();
    return parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? '';
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}

/** In a narrow window: opens and folds the inspector. */
export function InspectorToggle() {
  const t = useWords(shellWords);
  const pinned = useStudio((state) => state.inspectorPinned);
  const pin = useStudio((state) => state.pinInspector);
  return (
    <span className={classes.narrowOnly}>
      <IconButton label={t(pinned ? 'inspector.close' : 'inspector.open')} pressed={pinned} onClick={() => pin(!pinned)}>
        {pinned ? (
          <IconLayoutSidebarRightFilled size={17} stroke={1.6} />
        ) : (
          <IconLayoutSidebarRight size={17} stroke={1.6} />
        )}
      </IconButton>
    </span>
  );
}
