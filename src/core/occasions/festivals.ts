import type { Term } from './terms';

/**
 * Festivals and selling seasons that plans are made around, as rules rather than dates. `sure` says what kind of date
 * it is: `fixed` by law, custom or arithmetic; `usual` when organisers announce it anew each year and the rule is what
 * the last years had in common. Read on 2026-11-23; docs/occasions.md lists all of them with their sources.
 */
export type DayRule =
  | { readonly kind: 'solar'; readonly month: number; readonly day: number }
  | { readonly kind: 'lunar'; readonly month: number; readonly day: number }
  /** 除夕: the day before the lunar new year. */
  | { readonly kind: 'lunar_eve' }
  | { readonly kind: 'term'; readonly term: Term }
  /** The `nth` weekday (1 Monday … 7 Sunday) of a month, and `plus` days after it. */
  | {
      readonly kind: 'nth';
      readonly month: number;
      readonly weekday: number;
      readonly nth: number;
      readonly plus: number;
    }
  /** Days after western Easter Sunday. */
  | { readonly kind: 'easter'; readonly plus: number };

/** Who keeps the date; each has a sentence in `core/words/festivals.ts`. */
export const festivalSources = ['law', 'decision', 'custom', 'un', 'shops', 'ministry', 'west', 'church'] as const;
export type FestivalSource = (typeof festivalSources)[number];

export type FestivalLayer = 'festivals' | 'commerce' | 'world';

export type Festival = {
  readonly layer: FestivalLayer;
  readonly on: DayRule;
  /** The last day of a season, in the same year as `on` or, when that is earlier, the year after; null for a single day. */
  readonly until: DayRule | null;
  readonly sure: 'fixed' | 'usual';
  readonly source: FestivalSource;
  /** First year it was kept under this date. */
  readonly since: number;
};

const solar = (month: number, day: number): DayRule => ({ kind: 'solar', month, day });
const lunar = (month: number, day: number): DayRule => ({ kind: 'lunar', month, day });
const nth = (month: number, weekday: number, count: number, plus = 0): DayRule => ({
  kind: 'nth',
  month,
  weekday,
  nth: count,
  plus,
});
const entry =
  (layer: FestivalLayer, source: FestivalSource, sure: Festival['sure'] = 'fixed') =>
  (on: DayRule, since = 1900, until: DayRule | null = null): Festival => ({ layer, on, until, sure, source, since });

const custom = entry('festivals', 'custom');
const law = entry('festivals', 'law');
const decision = entry('festivals', 'decision');
const un = entry('world', 'un');
const west = entry('world', 'west');
const church = entry('world', 'church');
const sale = entry('commerce', 'shops');
const season = entry('commerce', 'shops', 'usual');

export const festivals = {
  // By the Chinese calendar.
  lunar_eve: law({ kind: 'lunar_eve' }),
  spring_festival: law(lunar(1, 1)),
  fifth_day: custom(lunar(1, 5)),
  lantern: custom(lunar(1, 15)),
  dragon_head: custom(lunar(2, 2)),
  qingming: law({ kind: 'term', term: 'qingming' }),
  dragon_boat: law(lunar(5, 5)),
  qixi: custom(lunar(7, 7)),
  zhongyuan: custom(lunar(7, 15)),
  mid_autumn: law(lunar(8, 15)),
  double_ninth: custom(lunar(9, 9)),
  laba: custom(lunar(12, 8)),
  little_new_year: custom(lunar(12, 23)),
  // Days of the year in China, by law or decision.
  new_year: law(solar(1, 1)),
  women: law(solar(3, 8)),
  arbor: decision(solar(3, 12), 1979),
  consumers: decision(solar(3, 15), 1983),
  labour: law(solar(5, 1)),
  youth: law(solar(5, 4)),
  brand_day: decision(solar(5, 10), 2017),
  children: law(solar(6, 1)),
  party_day: decision(solar(7, 1), 1941),
  army_day: law(solar(8, 1)),
  fitness_day: decision(solar(8, 8), 2009),
  doctors_day: decision(solar(8, 19), 2018),
  victory_day: decision(solar(9, 3), 2014),
  teachers: decision(solar(9, 10), 1985),
  september_18: decision(solar(9, 18), 1931),
  harvest: decision({ kind: 'term', term: 'qiufen' }, 2018),
  martyrs_day: decision(solar(9, 30), 2014),
  national_day: law(solar(10, 1), 1949),
  journalists: decision(solar(11, 8), 2000),
  memorial_day: decision(solar(12, 13), 2014),
  // Selling seasons.
  goddess_sale: season(solar(3, 4), 2015, solar(3, 8)),
  may_20: sale(solar(5, 20), 2010),
  sale_618: season(solar(5, 20), 2022, solar(6, 18)),
  day_618: sale(solar(6, 18), 2010),
  sale_818: sale(solar(8, 18), 2014),
  back_to_school: season(solar(8, 15), 2010, solar(9, 5)),
  sale_99: sale(solar(9, 9), 2015),
  programmers: sale(solar(10, 24), 2015),
  season_double11: season(solar(10, 15), 2024, solar(11, 11)),
  double11: sale(solar(11, 11), 2009),
  black_friday: entry('commerce', 'west')(nth(11, 4, 4, 1), 1960),
  cyber_monday: entry('commerce', 'west')(nth(11, 4, 4, 4), 2005),
  double12: sale(solar(12, 12), 2012),
  new_year_goods: entry('commerce', 'ministry', 'usual')(lunar(12, 8), 2021, lunar(1, 8)),
  // Elsewhere in the world.
  valentines: west(solar(2, 14)),
  white_day: west(solar(3, 14), 1980),
  april_fools: west(solar(4, 1)),
  good_friday: church({ kind: 'easter', plus: -2 }),
  easter: church({ kind: 'easter', plus: 0 }),
  earth_day: un(solar(4, 22), 1970),
  book_day: un(solar(4, 23), 1995),
  mothers_day: west(nth(5, 7, 2), 1914),
  environment_day: un(solar(6, 5), 1973),
  fathers_day: west(nth(6, 7, 3), 1972),
  independence_us: west(solar(7, 4)),
  photography_day: west(solar(8, 19), 1991),
  halloween: west(solar(10, 31)),
  thanksgiving: west(nth(11, 4, 4), 1942),
  christmas_eve: church(solar(12, 24)),
  christmas: church(solar(12, 25)),
  boxing_day: west(solar(12, 26)),
  new_years_eve: west(solar(12, 31)),
} as const satisfies Readonly<Record<string, Festival>>;

export type FestivalId = keyof typeof festivals;
export const festivalIds = Object.keys(festivals) as readonly FestivalId[];
