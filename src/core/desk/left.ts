import type { PlatformPack } from '../platforms/pack';
import type { WallDate } from '../time/wallDate';
import { type DeskCard, dueAt } from './card';
import { wallAt } from './clock';

/** What asks for somebody: the few rules behind the number on the rail, which is there with the first screen. */
export type LeftView = {
  readonly now: number;
  readonly zone: string;
  readonly packs: ReadonlyMap<string, PlatformPack>;
};
type Today = LeftView & { readonly today: WallDate };

/** Private messages and groups have no address of their own. */
export function hasLink(card: Pick<DeskCard, 'format'>, packs: LeftView['packs']): boolean {
  const [platform, id] = (card.format ?? '').split('/', 2);
  const format = packs.get(platform ?? '')?.formats.find((one) => one.id === id);
  return format === undefined || format.family !== 'private';
}

/** Out without an address, or handed over for a moment that has passed on an earlier day. */
export function asksForFacts(card: DeskCard, at: number | null, { now, today, packs }: Today): boolean {
  if (card.outcome === 'live') return card.liveLink === '' && hasLink(card, packs);
  return card.outcome === 'handed_over' && (at === null || at < now) && card.day !== null && card.day < today;
}

/** Overdue, of today and not handed over, or to be filled in. */
export const asksToday = (card: DeskCard, at: number | null, view: Today): boolean =>
  asksForFacts(card, at, view) || (card.outcome === 'planned' && card.day !== null && card.day <= view.today);

export function deskLeft(cards: readonly DeskCard[], view: LeftView): number {
  const today = wallAt(view.now, view.zone).day;
  return cards.filter((card) => asksToday(card, dueAt(card), { ...view, today })).length;
}
