import type { KeyboardEvent } from 'react';
import type { Studio } from '../../state/studio';
import type { DeskStore } from './desk';

type Slip = {
  readonly studio: Studio;
  readonly desk: DeskStore;
  readonly pieceId: string;
  readonly title: string;
  /** Shows the slips behind the last, or before the first, and goes there. */
  readonly turn: (step: 1 | -1) => void;
};

/** The keyboard on a slip of the tray: from one to the next, open, plan by arrows, menu, and back to the grid. */
export function slipKeys(event: KeyboardEvent<HTMLElement>, { studio, desk, pieceId, title, turn }: Slip): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const used = keyOf(event);
  if (used === null) return;
  event.preventDefault();
  event.stopPropagation();
  const slip = event.currentTarget;
  const acts: Readonly<Record<SlipKey, () => void>> = {
    next: () => step(slip, 1, turn),
    previous: () => step(slip, -1, turn),
    open: () => studio.getState().openPiece(pieceId),
    plan: () => desk.getState().carry?.({ kind: 'piece', pieceId, title }),
    back: () => backToGrid(desk),
    menu: () => {
      const box = slip.getBoundingClientRect();
      desk.getState().setMenu({ kind: 'slip', pieceId, x: box.left, y: box.top });
    },
  };
  acts[used]();
}

type SlipKey = 'next' | 'previous' | 'open' | 'plan' | 'menu' | 'back';
const keys: Readonly<Record<string, SlipKey>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  Enter: 'open',
  p: 'plan',
  m: 'plan',
  ContextMenu: 'menu',
  Escape: 'back',
};

function keyOf({ key, shiftKey }: KeyboardEvent): SlipKey | null {
  if (shiftKey) return key === 'F10' ? 'menu' : null;
  return keys[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

function step(slip: HTMLElement, by: 1 | -1, turn: Slip['turn']): void {
  const item = by === 1 ? slip.closest('li')?.nextElementSibling : slip.closest('li')?.previousElementSibling;
  const next = item?.querySelector<HTMLElement>('[data-piece]');
  if (next == null) turn(by);
  else next.focus();
}

/** Where the keyboard was in the grid, or where it comes in. */
function backToGrid(desk: DeskStore): void {
  const { place, setPlace } = desk.getState();
  if (place !== null) setPlace(place, true);
  else document.querySelector<HTMLElement>('[data-testid="matrix"] [tabindex="0"]')?.focus();
}
