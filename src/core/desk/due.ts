import type { PlatformPack } from '../platforms/pack';
import { type AccountsById, byTime } from '../schedule/planned';
import { addDays, daysFrom, type WallDate } from '../time/wallDate';
import { type DeskCard, dueAt } from './card';
import { wallAt } from './clock';
import { type Hold, holdOf } from './hold';
import { asksForFacts, asksToday } from './left';
import { type HandWindow, windowOf } from './window';

/**
 * The hand-over desk's list: every placement of the days in view under what it asks for. Nothing is moved and no piece
 * changes its state here; what became of a plan is a fact of its own.
 *
 * - `backfill`: it is out, or should be, and the desk does not know where: a link, or a word that it went out
 * - `overdue`: its time has passed and nobody handed it over
 * - `day`: planned, handed over or live on a day in view
 * - `schedulable`: of the day after those in view, and the platform would take it now
 * - `held`: something stands in its way first
 * - `skipped`: left out on purpose, with the reason
 */
export const deskGroupKinds = ['backfill', 'overdue', 'day', 'schedulable', 'held', 'skipped'] as const;
export type DeskGroupKind = (typeof deskGroupKinds)[number];

export type DeskItem<C extends DeskCard = DeskCard> = {
  readonly card: C;
  /** When it is to go out; null without a time. */
  readonly at: number | null;
  /** Its time has passed while it was only planned. */
  readonly late: boolean;
  readonly hold: Hold | null;
  readonly window: HandWindow | null;
};
export type DeskGroup<C extends DeskCard = DeskCard> = {
  readonly kind: DeskGroupKind;
  /** The day, for groups of one. */
  readonly day: WallDate | null;
  readonly items: readonly DeskItem<C>[];
};
export type DeskList<C extends DeskCard = DeskCard> = {
  readonly groups: readonly DeskGroup<C>[];
  /** What still asks for somebody today: overdue, of today and not handed over, to be filled in. */
  readonly left: number;
  /** The next moment of those, in milliseconds since 1970. */
  readonly next: number | null;
  /** Later ones the platforms would take now already, beyond the day after those in view. */
  readonly furtherSchedulable: number;
};

export type DeskView = {
  readonly now: number;
  /** The workspace's. */
  readonly zone: string;
  readonly from: WallDate;
  readonly days: number;
  readonly accounts: AccountsById;
  readonly packs: ReadonlyMap<string, PlatformPack>;
  readonly errors: Readonly<Record<string, number>>;
};

type Place = { readonly kind: DeskGroupKind; readonly day: WallDate | null } | 'later' | null;

export function deskList<C extends DeskCard>(cards: readonly C[], view: DeskView): DeskList<C> {
  const today = wallAt(view.now, view.zone).day;
  const end = addDays(view.from, view.days);
  const seesToday = view.from <= today && today < end;
  const groups = new Map<string, { kind: DeskGroupKind; day: WallDate | null; items: DeskItem<C>[] }>();
  let furtherSchedulable = 0;
  let left = 0;
  let next: number | null = null;
  for (const card of cards.toSorted(byDayAndTime)) {
    const item = itemOf(card, view, today);
    const asks = asksToday(card, item.at, { ...view, today });
    if (asks) left += 1;
    if (asks && item.at !== null && item.at >= view.now) next = Math.min(next ?? item.at, item.at);
    const place = placeOf(item, { view, today, end, seesToday });
    if (place === 'later') furtherSchedulable += 1;
    if (place === null || place === 'later') continue;
    const key = `${place.kind} ${place.day}`;
    const group = groups.get(key) ?? { ...place, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  const days = daysFrom(view.from, view.days);
  const order = deskGroupKinds.flatMap((kind) => (kind === 'day' ? days.map((day) => `day ${day}`) : [`${kind} null`]));
  return { groups: order.flatMap((key) => groups.get(key) ?? []), left, next, furtherSchedulable };
}

function itemOf<C extends DeskCard>(card: C, view: DeskView, today: WallDate): DeskItem<C> {
  const at = dueAt(card);
  const planned = card.outcome === 'planned';
  const late = planned && (at === null ? card.day !== null && card.day < today : at < view.now);
  const platform = view.packs.get((card.format ?? '').split('/', 1)[0] ?? '');
  return {
    card,
    at,
    late,
    hold: planned ? holdOf(card, view) : null,
    window: planned ? windowOf(platform?.scheduler, at, view.now) : null,
  };
}

type Frame = {
  readonly view: DeskView;
  readonly today: WallDate;
  readonly end: WallDate;
  readonly seesToday: boolean;
};

function placeOf(item: DeskItem, { view, today, end, seesToday }: Frame): Place {
  const { outcome, day } = item.card;
  if (day === null) return null;
  const shown = view.from <= day && day < end;
  if (outcome === 'skipped') return shown ? { kind: 'skipped', day: null } : null;
  if (seesToday && asksForFacts(item.card, item.at, { ...view, today })) return { kind: 'backfill', day: null };
  if (outcome !== 'planned') return shown ? { kind: 'day', day } : null;
  if (seesToday && item.late) return { kind: item.hold === null ? 'overdue' : 'held', day: null };
  if (shown) return item.hold === null ? { kind: 'day', day } : { kind: 'held', day: null };
  if (!seesToday || day < end || item.hold !== null || item.window?.state !== 'open') return null;
  return day === end ? { kind: 'schedulable', day: null } : 'later';
}

const byDayAndTime = (a: DeskCard, b: DeskCard): number =>
  (a.day ?? '') < (b.day ?? '') ? -1 : (a.day ?? '') > (b.day ?? '') ? 1 : byTime(a, b);
