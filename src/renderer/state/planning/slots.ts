import { openSlots } from '../../../core/cadence/slots';
import type { Target } from '../../../core/schedule/move';
import { sayMoment } from '../../../core/words/dates';
import { planMenuWords } from '../../../core/words/planMenus';
import { say } from '../../../core/words/say';
import { fillingsOf, isHoliday, type OpenSlot } from '../series';
import type { Studio, StudioState } from '../studio';

/** Open dates of series by keys and menus: found at a place, told, and opened to be filled, skipped or moved. */

export function slotAt(state: StudioState, { accountId, day }: Target): OpenSlot | null {
  const fillings = fillingsOf(state);
  for (const series of state.outline?.series ?? []) {
    if (series.accountId !== accountId) continue;
    const [slot] = openSlots(series, fillings, day, day, isHoliday);
    if (slot !== undefined) return { series, slot };
  }
  return null;
}

/** `系列「周三夜拍」的空档，10月21日 周三 20:00` */
export const saySlot = (lang: StudioState['settings']['lang'], { series, slot }: OpenSlot): string =>
  say(planMenuWords, lang, 'slot.open', { name: series.name, when: sayMoment(lang, slot.day, slot.time) });

/** The same with the key that opens it. */
export const saySlotHere = (lang: StudioState['settings']['lang'], open: OpenSlot): string =>
  say(planMenuWords, lang, 'slot.here', { slot: saySlot(lang, open) });

export const openSlot = (studio: Studio, { series, slot }: OpenSlot): void =>
  studio.getState().showSeries({ seriesId: series.id, slotDay: slot.slotDay });

/** Opens the date that waits in a cell, or says that none does. */
export function openSlotAt(studio: Studio, target: Target): void {
  const state = studio.getState();
  const open = slotAt(state, target);
  if (open === null) state.announce(say(planMenuWords, state.settings.lang, 'slot.none'));
  else openSlot(studio, open);
}
