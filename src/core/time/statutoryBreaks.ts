import type { WallDate } from './wallDate';

/**
 * China's statutory breaks and make-up workdays, as the General Office of the State Council announced them, one notice
 * for each year. Dates are wall dates of the mainland. The notices were read on 2026-11-23; a year joins this table
 * only once its notice is out (usually in November of the year before), never by guessing. `statutoryNotices.ts` names
 * the notices.
 */
export const breakNames = [
  'new_year',
  'spring_festival',
  'qingming',
  'labour_day',
  'dragon_boat',
  'mid_autumn',
  'national_day',
  'national_day_mid_autumn',
] as const;
export type BreakName = (typeof breakNames)[number];

/** One break: days off from `from` to `to`, weekends inside it included, and the weekend days worked in exchange. */
export type StatutoryBreak = {
  readonly name: BreakName;
  readonly from: WallDate;
  readonly to: WallDate;
  readonly makeUps: readonly WallDate[];
};

export type StatutoryYear = {
  readonly year: number;
  readonly breaks: readonly StatutoryBreak[];
};

const year = (of: number, breaks: readonly StatutoryBreak[]): StatutoryYear => ({ year: of, breaks });
const off = (name: BreakName, from: string, to: string, ...makeUps: readonly string[]): StatutoryBreak => ({
  name,
  from: from as WallDate,
  to: to as WallDate,
  makeUps: makeUps as readonly WallDate[],
});

/** Oldest first. */
export const statutoryYears: readonly StatutoryYear[] = [
  year(2020, [
    off('new_year', '2020-01-01', '2020-01-01'),
    // A second notice made it longer: 1 February, a make-up day before, became a day off.
    off('spring_festival', '2020-01-24', '2020-02-02', '2020-01-19'),
    off('qingming', '2020-04-04', '2020-04-06'),
    off('labour_day', '2020-05-01', '2020-05-05', '2020-04-26', '2020-05-09'),
    off('dragon_boat', '2020-06-25', '2020-06-27', '2020-06-28'),
    off('national_day_mid_autumn', '2020-10-01', '2020-10-08', '2020-09-27', '2020-10-10'),
  ]),
  year(2021, [
    off('new_year', '2021-01-01', '2021-01-03'),
    off('spring_festival', '2021-02-11', '2021-02-17', '2021-02-07', '2021-02-20'),
    off('qingming', '2021-04-03', '2021-04-05'),
    off('labour_day', '2021-05-01', '2021-05-05', '2021-04-25', '2021-05-08'),
    off('dragon_boat', '2021-06-12', '2021-06-14'),
    off('mid_autumn', '2021-09-19', '2021-09-21', '2021-09-18'),
    off('national_day', '2021-10-01', '2021-10-07', '2021-09-26', '2021-10-09'),
  ]),
  year(2022, [
    off('new_year', '2022-01-01', '2022-01-03'),
    off('spring_festival', '2022-01-31', '2022-02-06', '2022-01-29', '2022-01-30'),
    off('qingming', '2022-04-03', '2022-04-05', '2022-04-02'),
    off('labour_day', '2022-04-30', '2022-05-04', '2022-04-24', '2022-05-07'),
    off('dragon_boat', '2022-06-03', '2022-06-05'),
    off('mid_autumn', '2022-09-10', '2022-09-12'),
    off('national_day', '2022-10-01', '2022-10-07', '2022-10-08', '2022-10-09'),
  ]),
  year(2023, [
    // Begins in the year before, on a Saturday.
    off('new_year', '2022-12-31', '2023-01-02'),
    off('spring_festival', '2023-01-21', '2023-01-27', '2023-01-28', '2023-01-29'),
    off('qingming', '2023-04-05', '2023-04-05'),
    off('labour_day', '2023-04-29', '2023-05-03', '2023-04-23', '2023-05-06'),
    off('dragon_boat', '2023-06-22', '2023-06-24', '2023-06-25'),
    off('national_day_mid_autumn', '2023-09-29', '2023-10-06', '2023-10-07', '2023-10-08'),
  ]),
  year(2024, [
    // 端午 and 元旦 "with the weekend": the weekend days beside them are ordinary weekends and stay so here.
    off('new_year', '2024-01-01', '2024-01-01'),
    off('spring_festival', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'),
    off('qingming', '2024-04-04', '2024-04-06', '2024-04-07'),
    off('labour_day', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'),
    off('dragon_boat', '2024-06-10', '2024-06-10'),
    off('mid_autumn', '2024-09-15', '2024-09-17', '2024-09-14'),
    off('national_day', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'),
  ]),
  year(2025, [
    off('new_year', '2025-01-01', '2025-01-01'),
    off('spring_festival', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'),
    off('qingming', '2025-04-04', '2025-04-06'),
    off('labour_day', '2025-05-01', '2025-05-05', '2025-04-27'),
    off('dragon_boat', '2025-05-31', '2025-06-02'),
    off('national_day_mid_autumn', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'),
  ]),
  year(2026, [
    off('new_year', '2026-01-01', '2026-01-03', '2026-01-04'),
    off('spring_festival', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'),
    off('qingming', '2026-04-04', '2026-04-06'),
    off('labour_day', '2026-05-01', '2026-05-05', '2026-05-09'),
    off('dragon_boat', '2026-06-19', '2026-06-21'),
    off('mid_autumn', '2026-09-25', '2026-09-27'),
    off('national_day', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'),
  ]),
];
