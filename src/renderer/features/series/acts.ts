import { moveSlotOps, skipOps, splitOps, unskipOps } from '../../../core/cadence/seriesEdit';
import type { Slot } from '../../../core/cadence/slots';
import type { Json } from '../../../core/model/json';
import type { Series } from '../../../core/model/records';
import type { ChangeCode } from '../../../core/plan/labels';
import { createOp, type Op } from '../../../core/plan/ops';
import type { WallDate, WallTime } from '../../../core/time/wallDate';
import { sayDay, sayMoment } from '../../../core/words/dates';
import { say } from '../../../core/words/say';
import { seriesWords } from '../../../core/words/series';
import { todayOf } from '../../state/plan';
import { isHoliday } from '../../state/series';
import type { Studio } from '../../state/studio';

/** What is done to series: each is one change with one undo. */

const make = (studio: Studio, code: ChangeCode, title: string, ops: readonly Op[]) =>
  studio.getState().act('change.make', { label: { code, params: { title } }, ops: [...ops] });

export async function addSeries(studio: Studio, accountId: string | null): Promise<void> {
  const state = studio.getState();
  const name = say(seriesWords, state.settings.lang, 'new_name');
  const id = `s_${crypto.randomUUID()}`;
  const draft = {
    name,
    accountId,
    unit: 'week' as const,
    time: '20:00' as WallTime,
    start: todayOf(state),
    zone: state.outline?.workspace[0]?.zone ?? 'Asia/Shanghai',
  };
  const made = await make(studio, 'series_add', name, [createOp('series', id, draft)]);
  if (made !== null) studio.getState().showSeries({ seriesId: id, slotDay: null });
}

export async function removeSeries(studio: Studio, { id, name }: Series): Promise<void> {
  const made = await make(studio, 'series_remove', name, [{ kind: 'delete', type: 'series', id }]);
  if (made !== null) studio.getState().showSeries({ seriesId: null, slotDay: null });
}

/** Registers of the whole series, in one change. */
export const editSeries = (studio: Studio, series: Series, values: Readonly<Record<string, Json>>) =>
  make(
    studio,
    'series_edit',
    series.name,
    Object.entries(values).map(([register, value]) => ({
      kind: 'set',
      type: 'series',
      id: series.id,
      register,
      value,
    })),
  );

export const toggleWeekday = (studio: Studio, series: Series, number: string) =>
  make(studio, 'series_edit', series.name, [
    {
      kind: series.weekdays.includes(number) ? 'remove' : 'add',
      type: 'series',
      id: series.id,
      set: 'weekdays',
      element: number,
    },
  ]);

export const skipSlot = (studio: Studio, series: Series, slotDay: WallDate, skip: boolean) =>
  make(studio, 'series_edit', series.name, skip ? skipOps(series, slotDay) : unskipOps(series, slotDay));

export const moveSlot = (
  studio: Studio,
  series: Series,
  slotDay: WallDate,
  to: { readonly day: WallDate; readonly time: WallTime | null } | null,
) => make(studio, 'series_edit', series.name, moveSlotOps(series, slotDay, to));

/** From this date on a series of its own; the old one ends before. */
export async function splitSeries(studio: Studio, series: Series, from: WallDate): Promise<void> {
  const { planCheck, settings } = studio.getState();
  const id = `s_${crypto.randomUUID()}`;
  const made = await make(
    studio,
    'series_edit',
    series.name,
    splitOps(series, from, id, planCheck?.filled ?? [], isHoliday),
  );
  if (made === null) return;
  studio.getState().showSeries({ seriesId: id, slotDay: null });
  studio.getState().announce(say(seriesWords, settings.lang, 'told.split', { when: sayDay(settings.lang, from) }));
}

/** Plans a waiting piece on the date: what is planned there fills it. */
export async function fillSlot(
  studio: Studio,
  series: Series,
  slot: Slot,
  piece: { readonly id: string; readonly title: string },
): Promise<void> {
  const state = studio.getState();
  if (series.accountId === null) return;
  const made = await state.plan({
    pieceId: piece.id,
    accountId: series.accountId,
    format: series.format,
    day: slot.day,
    time: slot.time,
  });
  if (made === null) return;
  const when = sayMoment(state.settings.lang, slot.day, slot.time);
  const message = say(seriesWords, state.settings.lang, 'told.filled', { title: piece.title, when });
  state.notify({ message, undo: true });
  state.announce(message);
}
