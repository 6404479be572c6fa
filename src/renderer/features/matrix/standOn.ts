import { cellKey } from '../../../core/schedule/cells';
import type { Target } from '../../../core/schedule/move';
import { selectedIds } from '../../state/selection';
import type { Studio } from '../../state/studio';
import type { DeskStore } from './desk';

/**
 * After a drop the keyboard stands on what was dropped, wherever it is in its cell. What is new there is waited for, as
 * long as the keyboard stays where it dropped it.
 */
export function standOn(studio: Studio, desk: DeskStore, { accountId, day }: Target): void {
  const isHere = (): boolean => {
    const { place, menu } = desk.getState();
    return place !== null && cellKey(place.accountId, place.day) === cellKey(accountId, day) && menu === null;
  };
  const stand = (): boolean => {
    const { cards, selection } = studio.getState();
    const chosen = selectedIds(selection);
    const cell = cards
      .filter((card) => card.accountId === accountId && card.day === day)
      .sort((a, b) => ((a.time ?? '99') < (b.time ?? '99') ? -1 : 1));
    const tile = cell.findIndex((card) => chosen.includes(card.id));
    if (tile === -1) return false;
    desk.getState().setPlace({ accountId, day, tile }, true);
    return true;
  };
  if (!isHere() || stand()) return;
  const stop = studio.subscribe(() => {
    if (!isHere() || stand()) stop();
  });
}
