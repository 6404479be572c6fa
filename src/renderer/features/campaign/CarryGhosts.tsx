import type { FollowerCard } from '../../../contract';
import { type Axis, placeOf } from '../../../core/campaign/timeline';
import type { Moment } from '../../../core/cascade/moment';
import { cascadeWords, sayFollowers, sayStayingShort } from '../../../core/words/cascade';
import { sayMoment } from '../../../core/words/dates';
import { sayRefusal } from '../../state/planning/verdicts';
import { useLang, useWords } from '../../state/StudioProvider';
import classes from './CarryGhosts.module.css';
import type { Spot } from './spots';
import type { InHand } from './useWaveCarry';

/**
 * Where a carried wave would land, and everyone who goes along: going ones with their new moment, blocked ones red with the
 * reason, pinned ones framed where they stay. Told aloud elsewhere.
 */
export function CarryGhosts({
  inHand: { row, day, carry, followers, unplanned },
  axis,
  spots,
}: {
  readonly inHand: InHand;
  readonly axis: Axis;
  readonly spots: ReadonlyMap<string, Spot>;
}) {
  const lang = useLang();
  const own = spots.get(row.wave.id);
  const to: Moment = { day, time: row.moment?.time ?? null };
  const refused = carry.kind === 'refused' ? sayRefusal(lang, carry.why, day) : null;
  const along = sayFollowers(lang, followers);
  return (
    <div aria-hidden="true" data-testid="wave-ghosts">
      {followers.map((follower) => (
        <FollowerGhost key={follower.waveId} follower={follower} axis={axis} spot={spots.get(follower.waveId)} />
      ))}
      {[...unplanned].map(([id, moment]) => (
        <Landing key={id} spot={spots.get(id)} axis={axis} moment={moment} fate="moves" />
      ))}
      {own !== undefined && (
        <Landing spot={own} axis={axis} moment={to} fate={refused === null ? 'carried' : 'refused'}>
          {refused === null ? <span>{along}</span> : <span>{refused}</span>}
        </Landing>
      )}
    </div>
  );
}

function FollowerGhost({
  follower,
  axis,
  spot,
}: {
  readonly follower: FollowerCard;
  readonly axis: Axis;
  readonly spot: Spot | undefined;
}) {
  const t = useWords(cascadeWords);
  const lang = useLang();
  const { fate } = follower;
  const why = sayStayingShort(lang, follower);
  switch (fate.kind) {
    case 'agrees':
      return null;
    case 'moves':
      return <Landing spot={spot} axis={axis} moment={fate.to} fate="moves" />;
    case 'unplaced':
      return fate.wants === null ? null : <Landing spot={spot} axis={axis} moment={fate.wants} fate="moves" />;
    case 'blocked':
      return (
        <Landing spot={spot} axis={axis} moment={fate.wants} fate="blocked">
          <span>{why}</span>
        </Landing>
      );
    case 'pinned':
    case 'unsettled':
      return spot === undefined ? null : (
        <div
          className={classes.ghost}
          data-fate={fate.kind}
          data-stays=""
          style={{ left: spot.left, top: spot.top, minWidth: spot.width }}
        >
          <i>{fate.kind === 'pinned' ? t('ghost.pinned') : why}</i>
        </div>
      );
  }
}

/** A moment on the line of its wave, kept within the drawing. */
function Landing({
  spot,
  axis,
  moment,
  fate,
  children,
}: {
  readonly spot: Spot | undefined;
  readonly axis: Axis;
  readonly moment: Moment;
  readonly fate: 'carried' | 'refused' | 'moves' | 'blocked';
  readonly children?: React.ReactNode;
}) {
  const lang = useLang();
  if (spot === undefined) return null;
  const at = Math.max(axis.gutter, Math.min(placeOf(axis, moment), axis.width));
  // Near the right end it hangs to the left of its moment: its words are read whole.
  const side = at > axis.width - ROOM ? { right: axis.width - at } : { left: spot.origin + at };
  return (
    <div className={classes.ghost} data-fate={fate} style={{ top: spot.top, ...side }}>
      <b>{sayMoment(lang, moment.day, moment.time)}</b>
      {children}
    </div>
  );
}

const ROOM = 190;
