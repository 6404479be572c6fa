import {
  IconBooks,
  IconCalendarMonth,
  IconFlag,
  IconLayoutGrid,
  IconPackageExport,
  IconPhoto,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react';
import { shellWords } from '../../core/words/shell';
import type { Screen } from '../state/route';
import { useStudio, useWords } from '../state/StudioProvider';
import { Hint } from '../ui/Hint';
import { Seal } from './Seal';
import classes from './Shell.module.css';

type Place = { readonly screen: Exclude<Screen, 'editor' | 'review'>; readonly Icon: TablerIcon };
const places: readonly Place[] = [
  { screen: 'matrix', Icon: IconLayoutGrid },
  { screen: 'calendar', Icon: IconCalendarMonth },
  { screen: 'library', Icon: IconBooks },
  { screen: 'campaign', Icon: IconFlag },
  { screen: 'media', Icon: IconPhoto },
  { screen: 'export', Icon: IconPackageExport },
];
const settings: Place = { screen: 'settings', Icon: IconSettings };

/** The way around: the places, the name of each on hover and focus. */
export function Rail() {
  const t = useWords(shellWords);
  return (
    <nav className={classes.rail} aria-label={t('nav.label')}>
      <Seal />
      {places.map((place) => (
        <RailButton key={place.screen} {...place} />
      ))}
      <span className={classes.railGap} />
      <RailButton {...settings} />
    </nav>
  );
}

function RailButton({ screen, Icon }: Place) {
  const t = useWords(shellWords);
  const open = useStudio((state) => state.route.screen);
  const go = useStudio((state) => state.go);
  const here = open === screen || ((open === 'editor' || open === 'review') && screen === 'library');
  const name = t(`nav.${screen}`);
  return (
    <Hint label={name} side="right">
      <button
        type="button"
        className={classes.railButton}
        aria-label={name}
        aria-current={here ? 'page' : undefined}
        onClick={() => go({ screen })}
      >
        <Icon size={20} stroke={1.6} />
      </button>
    </Hint>
  );
}
