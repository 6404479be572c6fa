import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Reckoned } from '../../../core/campaign/reckon';
import { spanOf } from '../../../core/campaign/stage';
import {
  type Axis,
  axisOf,
  labelledDays,
  placeOf,
  type TimelineLane,
  timelineLanes,
} from '../../../core/campaign/timeline';
import type { WaveRow } from '../../../core/campaign/waveRows';
import type { Account } from '../../../core/model/records';
import { noFilter } from '../../../core/schedule/filter';
import { lanesOf } from '../../../core/schedule/lanes';
import type { WallDate } from '../../../core/time/wallDate';
import { campaignWords } from '../../../core/words/campaign';
import { dateOf, sayDate } from '../../../core/words/dates';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { gridCell, gridColumnHeader, gridRoot, gridRow, gridRowHeader } from '../../ui/gridRoles';
import { PlatformTile } from '../../ui/PlatformTile';
import { CarryGhosts } from './CarryGhosts';
import { Marker, markerWidth } from './Marker';
import { PhaseStrip } from './PhaseStrip';
import { LEFT, LINE, laneHeight, PAD, spotsOf } from './spots';
import { Threads } from './Threads';
import classes from './Timeline.module.css';
import { useTimelineKeys } from './useTimelineKeys';
import { useWaveCarry } from './useWaveCarry';
import { useWaveDrag } from './useWaveDrag';

/** Room for the number of a day, and for one with its month, in pixels. */
const LABEL = 46;
const MONTH_LABEL = 60;

/** The waves where they go out: a lane per account under the phases, the lead and what hangs on it. */
export function Timeline({ reckoned }: { readonly reckoned: Reckoned }) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const outline = useStudio((state) => state.outline);
  const { plan, rows } = reckoned;
  const box = useRef<HTMLDivElement>(null);
  const available = useWidth(box) - LEFT;
  const axis = useMemo(
    () => axisOf(rows, plan.phases, spanOf(plan.campaign, plan.phases), plan.today, Math.max(available, 200)),
    [rows, plan, available],
  );
  const lanes = useMemo(() => {
    const accounts = lanesOf([...plan.accounts.values()], outline?.workspace[0], noFilter).flatMap(
      (lane): readonly Account[] => lane.accounts,
    );
    return timelineLanes(rows, accounts, axis, (row) => markerWidth(lang, row));
  }, [rows, plan.accounts, outline, axis, lang]);
  const hand = useWaveCarry(reckoned);
  const drag = useWaveDrag(rows, axis, box, hand);
  const { press, focusId, focusOn } = useTimelineKeys(reckoned, lanes, hand);
  const spots = useMemo(() => spotsOf(lanes), [lanes]);
  const columns = 1 + Math.max(1, ...lanes.map(({ markers }) => markers.length));
  return (
    <div ref={box} className={classes.box}>
      <p id="campaign-grid-help" className="visually-hidden">
        {t('waves.help')}
      </p>
      <div
        {...gridRoot({
          rows: lanes.length + 1,
          columns,
          label: t('waves.grid'),
          describedBy: 'campaign-grid-help',
          onKeyDown: press,
          onBlur: () => {
            // Whoever goes elsewhere in the middle leaves it where it was.
            if (hand.carried?.by === 'keys' && !hand.carried.dropped) hand.letLie();
          },
        })}
        {...drag}
        className={classes.grid}
        data-carrying={hand.carried?.by}
        style={{ width: LEFT + axis.width }}
      >
        <div className={classes.head} {...gridRow(1)}>
          <div className={classes.corner} {...gridColumnHeader(1)}>
            {t('wave.account')}
          </div>
          <div className={classes.axis} {...gridColumnHeader(2)} style={{ width: axis.width }}>
            <span className="visually-hidden">{t('waves')}</span>
            <PhaseStrip reckoned={reckoned} axis={axis} />
            <Days axis={axis} today={plan.today} zeroDay={plan.campaign.zeroDay} />
          </div>
        </div>
        <Bands reckoned={reckoned} axis={axis} />
        {lanes.map((lane, index) => (
          <Lane
            key={lane.account?.id ?? 'none'}
            lane={lane}
            index={index}
            focusId={focusId}
            onChoose={(row) => focusOn(row)}
          />
        ))}
        <Threads spots={spots} axis={axis} />
        {hand.inHand !== null && <CarryGhosts inHand={hand.inHand} axis={axis} spots={spots.spots} />}
      </div>
    </div>
  );
}

function Lane({
  lane,
  index,
  focusId,
  onChoose,
}: {
  readonly lane: TimelineLane;
  readonly index: number;
  readonly focusId: string | null;
  readonly onChoose: (row: WaveRow) => void;
}) {
  const t = useWords(campaignWords);
  const packs = useStudio((state) => state.packs);
  const { account, markers, lines } = lane;
  return (
    <div className={classes.lane} {...gridRow(index + 2)} style={{ height: laneHeight(lines) }}>
      <div className={classes.account} {...gridRowHeader} data-closed={account?.closed || undefined}>
        {account !== null && <PlatformTile glyph={packs?.get(account.platform)?.glyph ?? '?'} size="small" />}
        <span title={account?.name}>{account?.name ?? t('waves.no_account')}</span>
      </div>
      {markers.map((marker, place) => (
        <div
          key={marker.row.wave.id}
          className={classes.place}
          {...gridCell(place + 2)}
          style={{ left: LEFT + marker.left, top: PAD + marker.line * LINE, width: marker.width }}
        >
          <Marker row={marker.row} focusable={marker.row.wave.id === focusId} onChoose={() => onChoose(marker.row)} />
        </div>
      ))}
    </div>
  );
}

/** Phases behind all lanes, today and the zero day. Decoration: the strip above says the same in words. */
function Bands({ reckoned, axis }: { readonly reckoned: Reckoned; readonly axis: Axis }) {
  const { phases, today, campaign } = reckoned.plan;
  const at = (day: WallDate): number => LEFT + placeOf(axis, { day, time: null });
  return (
    <div className={classes.bands} aria-hidden="true">
      {phases.map(({ id, kind, start, end }) =>
        start === null || end === null ? null : (
          <span key={id} data-phase={kind} style={{ left: at(start), width: at(end) - at(start) + axis.dayWidth }} />
        ),
      )}
      {axis.gutter > 0 && <span data-gutter="true" style={{ left: LEFT, width: axis.gutter }} />}
      {campaign.zeroDay !== null && <i data-zero="true" style={{ left: at(campaign.zeroDay) }} />}
      <i data-today="true" style={{ left: at(today) }} />
    </div>
  );
}

function Days({
  axis,
  today,
  zeroDay,
}: {
  readonly axis: Axis;
  readonly today: WallDate;
  readonly zeroDay: WallDate | null;
}) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const labelled = labelledDays(axis, LABEL);
  const at = (day: WallDate): number => placeOf(axis, { day, time: null });
  const special = [
    ...(zeroDay === null ? [] : [{ day: zeroDay, word: t('zero'), kind: 'zero' as const }]),
    { day: today, word: String(dateOf(today)), kind: 'today' as const },
  ].filter(({ day }) => at(day) >= 0 && at(day) < axis.width);
  const near = (day: WallDate): boolean => special.some((one) => Math.abs(at(one.day) - at(day)) < LABEL - 4);
  return (
    <div className={classes.days} aria-hidden="true">
      {axis.gutter > 0 && <span style={{ left: 4 }}>{t('waves.unsettled')}</span>}
      {roomy(
        labelled.filter((day) => !near(day)),
        at,
      ).map(({ day, names }) => (
        <span key={day} style={{ left: at(day) + 3 }}>
          {names ? sayDate(lang, day) : dateOf(day)}
        </span>
      ))}
      {special.map(({ day, word, kind }) => (
        <b key={kind} data-kind={kind} style={{ left: at(day) + (kind === 'zero' ? -1 : 2) }}>
          {word}
        </b>
      ))}
    </div>
  );
}

/** Which days are written so that none touches the one before; the first of each month that is written `names` it. */
function roomy(
  days: readonly WallDate[],
  at: (day: WallDate) => number,
): readonly { readonly day: WallDate; readonly names: boolean }[] {
  const written: { day: WallDate; names: boolean }[] = [];
  for (const day of days) {
    const before = written.at(-1);
    if (before?.names && at(day) - at(before.day) < MONTH_LABEL) continue;
    written.push({ day, names: before?.day.slice(0, 7) !== day.slice(0, 7) });
  }
  return written;
}

/** The inner width of an element, followed. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const watch = new ResizeObserver(() => setWidth(current.clientWidth));
    watch.observe(current);
    setWidth(current.clientWidth);
    return () => watch.disconnect();
  }, [element]);
  return width;
}
