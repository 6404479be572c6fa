import {
  IconBooks,
  IconCalendarMonth,
  IconClipboardCheck,
  IconFlag,
  IconLayoutGrid,
  IconPackageExport,
  IconPhoto,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { deskLeft } from '../../core/desk/left';
import { MINUTE } from '../../core/time/instant';
import { shellWords } from '../../core/words/shell';
import { deskZone } from '../state/desk';
import type { Screen } from '../state/route';
import { useStudio, useWords } from '../state/StudioProvider';
import { useNow } from '../state/useNow';
import { Hint } from '../ui/Hint';
import { Seal } from './Seal';
import classes from './Shell.module.css';

type Place = { readonly screen: Exclude<Screen, 'editor' | 'review'>; readonly Icon: TablerIcon };
const places: readonly Place[] = [
  { screen: 'matrix', Icon: IconLayoutGrid },
  { screen: 'calendar', Icon: IconCalendarMonth },
  { screen: 'library', Icon: IconBooks },
  { screen: 'campaign', Icon: IconFlag },
  { screen: 'desk', Icon: IconClipboardCheck },
  { screen: 'media', Icon: IconPhoto },
  { screen: 'export', Icon: IconPackageExport },
];
const settings: Place = { screen: 'settings', Icon: IconSettings };

/** The way around: the places, the name of each on hover and focus. */
export function Rail() {
  const t = useWords(shellWords);
  return (
    <nav className={classes.rail} data-part="rail" aria-label={t('nav.label')}>
      <Seal />
      {places.map((place) =>
        place.screen === 'desk' ? (
          <DeskButton key={place.screen} {...place} />
        ) : (
          <RailButton key={place.screen} {...place} />
        ),
      )}
      <span className={classes.railGap} />
      <RailButton {...settings} />
    </nav>
  );
}

/** A badge has room for two digits. */
const MOST_SAID = 99;

/** What asks for somebody today. Said with the button's name; the number itself is for the eye. */
function useDeskLeft(): number {
  const cards = useStudio((state) => state.deskCards);
  const packs = useStudio((state) => state.packs);
  const zone = useStudio(deskZone);
  const now = useNow();
  const turnDay = useStudio((state) => state.turnDay);
  const minute = Math.floor(now / MINUTE);
  useEffect(() => {
    // Asked every minute; it is another day once a day.
    if (minute > 0) turnDay();
  }, [minute, turnDay]);
  return useMemo(() => (packs === null ? 0 : deskLeft(cards, { now, zone, packs })), [cards, packs, zone, now]);
}

function DeskButton(place: Place) {
  const t = useWords(shellWords);
  const left = useDeskLeft();
  return <RailButton {...place} badge={left} said={left === 0 ? undefined : t('nav.desk_left', { count: left })} />;
}

function RailButton({
  screen,
  Icon,
  badge = 0,
  said,
}: Place & { readonly badge?: number; readonly said?: string | undefined }) {
  const t = useWords(shellWords);
  const open = useStudio((state) => state.route.screen);
  const go = useStudio((state) => state.go);
  const here = open === screen || ((open === 'editor' || open === 'review') && screen === 'library');
  const name = said ?? t(`nav.${screen}`);
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
        {badge > 0 && (
          <span className={classes.badge} aria-hidden="true">
            {badge > MOST_SAID ? `${MOST_SAID}+` : badge}
          </span>
        )}
      </button>
    </Hint>
  );
}
