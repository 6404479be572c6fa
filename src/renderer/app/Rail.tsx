import {
  IconBooks,
  IconCalendarMonth,
  IconClipboardCheck,
  IconFlag,
  IconLayoutGrid,
  IconPackageExport,
  IconPhoto,
  IconSettings,
} from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { deskLeft } from '../../core/desk/left';
import { MINUTE } from '../../core/time/instant';
import { shellWords } from '../../core/words/shell';
import { deskZone } from '../state/desk';
import { useStudio, useWords } from '../state/StudioProvider';
import { useNow } from '../state/useNow';
import { type Place, RailButton } from './RailButton';
import { Seal } from './Seal';
import classes from './Shell.module.css';

const places: readonly Place[] = [
  { screen: 'matrix', Icon: IconLayoutGrid },
  { screen: 'calendar', Icon: IconCalendarMonth },
  { screen: 'library', Icon: IconBooks },
  { screen: 'campaign', Icon: IconFlag },
  { screen: 'desk', Icon: IconClipboardCheck },
  { screen: 'media', Icon: IconPhoto },
  { screen: 'export', Icon: IconPackageExport },
];
/** Only when something waits, and that is asked once the first screen stands. */
const ConflictsButton = lazy(() => import('./ConflictsButton').then((m) => ({ default: m.ConflictsButton })));

const settings: Place = { screen: 'settings', Icon: IconSettings };

/** The way around: the places, the name of each on hover and focus. */
export function Rail() {
  const t = useWords(shellWords);
  const isPainted = useStudio((state) => state.painted);
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
      <Suspense fallback={null}>{isPainted && <ConflictsButton />}</Suspense>
      <RailButton {...settings} />
    </nav>
  );
}

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
