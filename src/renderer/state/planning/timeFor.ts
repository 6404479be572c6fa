import { openSlots } from '../../../core/cadence/slots';
import { waveClock } from '../../../core/cascade/waveClock';
import { type Target, usualTime } from '../../../core/schedule/move';
import type { WallTime } from '../../../core/time/wallDate';
import { fillingsOf, isHoliday } from '../series';
import type { StudioState } from '../studio';

/** The time a piece goes out at where nobody said: that of its wave, of the slot it fills, else the account's usual one. */
export function timeFor(state: StudioState, { accountId, day }: Target, pieceId: string | null): WallTime | null {
  const waves = state.outline?.wave ?? [];
  const wave =
    pieceId === null ? undefined : waves.find((one) => one.accountId === accountId && one.pieceId === pieceId);
  const clock = wave === undefined ? null : waveClock(wave, waves);
  if (clock !== null) return clock;
  const fillings = fillingsOf(state);
  for (const series of state.outline?.series ?? []) {
    if (series.accountId !== accountId) continue;
    const [slot] = openSlots(series, fillings, day, day, isHoliday);
    if (slot !== undefined && slot.time !== null) return slot.time;
  }
  return usualTime(state.cards, accountId);
}
