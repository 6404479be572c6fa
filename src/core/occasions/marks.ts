import type { Occasion } from '../model/records';
import { addDays, type WallDate } from '../time/wallDate';
import { type DayFact, dayFact } from '../time/workdays';
import { dayOfRule } from './dayRules';
import { type Festival, type FestivalId, festivalIds, festivals } from './festivals';
import { heatOn, lifeOf } from './heat';
import { hasLayer, type Layer } from './layers';
import { type LunarDay, lunarOf } from './lunar';
import { type Happening, happenings } from './own';
import { type Term, termOn } from './terms';

/** What the calendar knows about a day: one row of the day's list. */
export type Mark =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'festival'; readonly id: FestivalId; readonly from: WallDate; readonly to: WallDate }
  | ({ readonly kind: 'occasion' } & Happening);

/** The facts of a day, of the layers that are switched on. */
export type DayMarks = {
  readonly day: WallDate;
  /** 休 and 班; null when that layer is off. */
  readonly work: DayFact | null;
  readonly lunar: LunarDay | null;
  /** What names the day, most telling first: what lasts one day before seasons, one's own before the world's. */
  readonly marks: readonly Mark[];
};

type Span = { readonly id: FestivalId; readonly from: WallDate; readonly to: WallDate };
const yearsKnown = new Map<number, readonly Span[]>();

/** All festivals that begin in a year of their own calendar, worked out once. */
function festivalsOf(year: number): readonly Span[] {
  let spans = yearsKnown.get(year);
  if (spans === undefined) {
    spans = festivalIds.flatMap((id) => {
      const span = spanOf(festivals[id], year);
      return span === null ? [] : [{ id, ...span }];
    });
    yearsKnown.set(year, spans);
  }
  return spans;
}

export function spanOf(festival: Festival, year: number): { readonly from: WallDate; readonly to: WallDate } | null {
  const from = year < festival.since ? null : dayOfRule(festival.on, year);
  if (from === null || festival.until === null) return from === null ? null : { from, to: from };
  const sameYear = dayOfRule(festival.until, year);
  const to = sameYear !== null && sameYear >= from ? sameYear : dayOfRule(festival.until, year + 1);
  return to === null ? null : { from, to };
}

/** The marks of each day from `from` to `to`, for the layers that are on. */
export function marksOf(
  days: readonly WallDate[],
  occasions: readonly Occasion[],
  layers: readonly Layer[],
): ReadonlyMap<WallDate, DayMarks> {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return new Map();
  const spans: Mark[] = [];
  for (let year = Number(first.slice(0, 4)) - 1; year <= Number(last.slice(0, 4)); year += 1)
    for (const span of festivalsOf(year))
      if (hasLayer(layers, festivals[span.id].layer) && span.from <= last && span.to >= first)
        spans.push({ kind: 'festival', ...span });
  for (const occasion of occasions)
    if (hasLayer(layers, occasion.kind === 'hot' ? 'hot' : 'own'))
      for (const span of happenings(occasion, first, last)) spans.push({ kind: 'occasion', ...span });
  return new Map(days.map((day) => [day, marksOfDay(day, spans, layers)]));
}

function marksOfDay(day: WallDate, spans: readonly Mark[], layers: readonly Layer[]): DayMarks {
  const term = hasLayer(layers, 'terms') ? termOn(day) : null;
  const there = spans.filter((mark) => mark.kind !== 'term' && mark.from <= day && mark.to >= day);
  // 清明 and 秋分 are named once, as the festival they are.
  const named = there.some((mark) => mark.kind === 'festival' && isTermFestival(mark.id, term));
  const marks: readonly Mark[] = term === null || named ? there : [...there, { kind: 'term', term }];
  return {
    day,
    work: hasLayer(layers, 'statutory') ? dayFact(day) : null,
    lunar: hasLayer(layers, 'lunar') ? lunarOf(day) : null,
    marks: marks.toSorted((a, b) => weightOf(a) - weightOf(b)),
  };
}

const isTermFestival = (id: FestivalId, term: Term | null): boolean => {
  const on = festivals[id].on;
  return on.kind === 'term' && on.term === term;
};

const layerWeight = { festivals: 2, commerce: 3, world: 6 } as const satisfies Record<Festival['layer'], number>;
const occasionWeight = { own: 0, hot: 1, holiday: 2, festival: 2, industry: 3 } as const satisfies Record<
  Occasion['kind'],
  number
>;

/** Smaller stands first. */
function weightOf(mark: Mark): number {
  if (mark.kind === 'term') return 5;
  const lasting = mark.to > addDays(mark.from, 2) ? 10 : 0;
  return (
    lasting + (mark.kind === 'festival' ? layerWeight[festivals[mark.id].layer] : occasionWeight[mark.occasion.kind])
  );
}

/** How hot the hottest topic of a day is: 0 where there is none, 1 at its peak. */
export const heatOfDay = ({ day, marks }: DayMarks): number =>
  Math.max(
    0,
    ...marks.flatMap((mark) => {
      const life = mark.kind === 'occasion' ? lifeOf(mark.occasion, mark.from, mark.to) : null;
      return life === null ? [] : [heatOn(life, day)];
    }),
  );
