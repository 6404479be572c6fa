import type { EventInput } from '@fullcalendar/react';
import type { FollowerCard, PlacementCard } from '../../../contract';
import type { Dated, Moment } from '../../../core/schedule/agenda';
import { isWallDate, isWallTime, type WallDate, type WallTime } from '../../../core/time/wallDate';
import type { OpenSlot } from '../../state/series';

/**
 * What FullCalendar is given to draw. Wall times are handed over as if they were UTC, so that no zone of the machine can
 * shift a plan by an hour or a day.
 */

/** What an event stands for, found again by its id when it is drawn. */
export type Drawn =
  | { readonly kind: 'card'; readonly card: PlacementCard }
  | { readonly kind: 'ghost'; readonly follower: FollowerCard }
  | { readonly kind: 'slot'; readonly open: OpenSlot };
type Given = { readonly id: string; readonly event: EventInput; readonly drawn: Drawn };

const DRAWN_MINUTES = 45;
/** In a day's column ghosts stand above the tiles, so that a full day never folds them away. */
const RANK = { ghost: -1, tile: 0 } as const;
export const eventOrder = 'rank,start,title';

/** The tile of a placement; null while it has no day. */
export function cardEvent(card: PlacementCard): Given | null {
  const { id, day, time, title } = card;
  if (day === null) return null;
  return { id, event: { id, title, rank: RANK.tile, ...spanOf({ day, time }) }, drawn: { kind: 'card', card } };
}

/** Where a follower would land, or is kept from landing; null for one that stays without wanting to go anywhere. */
export function ghostEvent(follower: FollowerCard): Given | null {
  const { fate, waveId, title } = follower;
  const to = fate.kind === 'moves' ? fate.to : fate.kind === 'blocked' ? fate.wants : null;
  if (to === null) return null;
  const id = `ghost ${waveId}`;
  const event = { id, title, rank: RANK.ghost, editable: false, ...spanOf(to) };
  return { id, event, drawn: { kind: 'ghost', follower } };
}

/** A date of a series that waits. It cannot be dragged; its own dialog moves it. */
export function slotEvent(open: OpenSlot): Given {
  const id = slotId(open);
  const event = { id, title: open.series.name, rank: RANK.tile, editable: false, ...spanOf(open.slot) };
  return { id, event, drawn: { kind: 'slot', open } };
}
export const slotId = ({ slot }: OpenSlot): string => `slot ${slot.seriesId} ${slot.slotDay}`;

/** Where the arrow keys find it among the tiles. */
export type AgendaEntry = Dated & { readonly open?: OpenSlot };
export const entryOf = (open: OpenSlot): AgendaEntry => ({
  id: slotId(open),
  title: open.series.name,
  day: open.slot.day,
  time: open.slot.time,
  open,
});

/** The place the keyboard points at, drawn behind the tiles. */
export const landingEvent = (to: Moment): EventInput => ({ id: 'landing', display: 'background', ...spanOf(to) });

const spanOf = ({ day, time }: Moment): EventInput =>
  time === null ? { start: day, allDay: true } : { start: `${day}T${time}:00Z`, end: `${day}T${later(time)}:00Z` };

/** When a tile that begins then ends in the drawing: one near midnight with its day. */
function later(time: WallTime): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const end = Math.min(hours * 60 + minutes + DRAWN_MINUTES, 24 * 60 - 1);
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

/** Back from FullCalendar's dates. */
export const dayOf = (at: Date): WallDate | null => {
  const day = at.toISOString().slice(0, 10);
  return isWallDate(day) ? day : null;
};
export const timeOf = (at: Date): WallTime | null => {
  const time = at.toISOString().slice(11, 16);
  return isWallTime(time) ? time : null;
};
