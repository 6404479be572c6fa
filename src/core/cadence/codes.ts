import type { Severity } from '../adapt/types';
import type { PlanCheckLevel } from '../model/vocabulary';

/**
 * Everything that can be said about a plan, with how seriously it is taken unless the team says otherwise
 * (`workspace.planChecks`), and under which heading it stands. Each has its words in `words/planCheck.ts`; a code without
 * them does not compile.
 */
export const planChecks = {
  piece_gone: { severity: 'error', group: 'missing' },
  account_missing: { severity: 'error', group: 'missing' },
  account_closed: { severity: 'error', group: 'missing' },
  format_missing: { severity: 'warning', group: 'missing' },
  format_foreign: { severity: 'error', group: 'missing' },
  time_missing: { severity: 'warning', group: 'missing' },
  overdue: { severity: 'warning', group: 'missing' },
  gap_short: { severity: 'warning', group: 'rhythm' },
  over_capacity: { severity: 'warning', group: 'rhythm' },
  tier_over: { severity: 'warning', group: 'rhythm' },
  lane_empty: { severity: 'warning', group: 'rhythm' },
  quiet_hours: { severity: 'warning', group: 'clock' },
  time_skipped: { severity: 'error', group: 'clock' },
  time_twice: { severity: 'warning', group: 'clock' },
  day_off: { severity: 'info', group: 'clock' },
  make_up_day: { severity: 'info', group: 'clock' },
  window_soon: { severity: 'warning', group: 'platform' },
  window_far: { severity: 'info', group: 'platform' },
  window_full: { severity: 'warning', group: 'platform' },
  same_piece: { severity: 'warning', group: 'repeats' },
  same_text: { severity: 'warning', group: 'repeats' },
  draw_over: { severity: 'error', group: 'draws' },
  draw_soon: { severity: 'warning', group: 'draws' },
  kind_owed: { severity: 'info', group: 'balance' },
  persona_over: { severity: 'warning', group: 'balance' },
  slot_open: { severity: 'warning', group: 'series' },
  wave_differs: { severity: 'warning', group: 'cascade' },
} as const satisfies Readonly<Record<string, { readonly severity: Severity; readonly group: PlanGroup }>>;
export type PlanCode = keyof typeof planChecks;
export const planCodes = Object.keys(planChecks) as readonly PlanCode[];

/** Headings of the list, in its order. */
export const planGroups = [
  'missing',
  'draws',
  'clock',
  'rhythm',
  'repeats',
  'platform',
  'series',
  'cascade',
  'balance',
] as const;
export type PlanGroup = (typeof planGroups)[number];

/** How the team takes a check: its own word, else the shipped one. */
export const levelOf = (code: PlanCode, own: Readonly<Record<string, PlanCheckLevel>>): PlanCheckLevel =>
  own[code] ?? planChecks[code].severity;

/** Said of a week, a day, a lane or a share: no single tile is what is wrong. */
const ofMany: ReadonlySet<PlanCode> = new Set([
  'lane_empty',
  'day_off',
  'make_up_day',
  'window_far',
  'kind_owed',
  'persona_over',
  'slot_open',
]);
export const marksTile = (code: PlanCode): boolean => !ofMany.has(code);
