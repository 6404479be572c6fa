import type { KeyboardEvent } from 'react';
import { addDays } from '../../../core/time/wallDate';
import type { useWaveCarry } from './useWaveCarry';

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 };

/** The keyboard while a wave is in hand: arrows by a day, pages by a week, Enter lets go, Escape lets it lie. True when it was used. */
export function carryKeys(event: KeyboardEvent<HTMLElement>, hand: ReturnType<typeof useWaveCarry>): boolean {
  const { carried } = hand;
  if (carried === null || carried.dropped) return false;
  if (event.key === 'Escape') hand.letLie();
  else if (event.key === 'Tab' || carried.by === 'pointer') return false;
  else if (event.key === 'Enter' || event.key === ' ') void hand.letGo();
  else {
    const step = steps[event.key];
    if (step !== undefined) hand.over(addDays(carried.day, step));
  }
  // Other keys of the timeline rest while something is in hand.
  event.preventDefault();
  event.stopPropagation();
  return true;
}
