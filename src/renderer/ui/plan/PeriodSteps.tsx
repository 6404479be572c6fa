import {
  IconChevronLeft,
  IconChevronRight,
  IconLayoutSidebarRight,
  IconLayoutSidebarRightFilled,
  IconWorld,
} from '@tabler/icons-react';
import type { Lang } from '../../../core/model/records';
import type { Period } from '../../../core/schedule/days';
import { saySpan } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { shellWords } from '../../../core/words/shell';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { Hint } from '../Hint';
import { IconButton } from '../IconButton';
import { TextButton } from '../TextButton';
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
      <TextButton onClick={() => setAnchor(null)}>{t('toolbar.today')}</TextButton>
    </>
  );
}

/** The plan's zone, always visible: times in the plan are this zone's wall times. */
export function ZoneLabel() {
  const t = useWords(matrixWords);
  const lang = useLang();
  const zone = useStudio((state) => state.outline?.workspace[0]?.zone ?? '');
  const offset = zoneName('en', zone, 'shortOffset').replace('GMT', 'UTC');
  // UTC itself has no other name worth saying.
  const name = offset === 'UTC' ? '' : zoneName(lang, zone, 'longGeneric');
  const said = `${name} ${offset}`.trim();
  return (
    <Hint label={t('toolbar.zone', { zone: said })}>
      <span className={classes.zone} data-testid="zone">
        <IconWorld size={16} stroke={1.6} aria-hidden="true" />
        <span className={classes.wide}>{said}</span>
      </span>
    </Hint>
  );
}

/** `中国时间`, `China Time`, `GMT+8`; the zone's own name when the machine does not know it. */
function zoneName(lang: Lang, zone: string, style: 'longGeneric' | 'shortOffset'): string {
  if (zone === '') return '';
  try {
    const format = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { timeZone: zone, timeZoneName: style });
    return format.formatToParts().find((part) => part.type === 'timeZoneName')?.value ?? zone;
  } catch (error) {
    if (error instanceof RangeError) return zone;
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
