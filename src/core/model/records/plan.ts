import { z } from 'zod';
import { wallDateSchema, zoneSchema } from '../../time/wall';
import { integer, text } from '../json';
import { recordSpec } from '../record';
import { outcomes, phaseKinds, pieceKinds, seriesUnits } from '../vocabulary';
import { day, flag, format, lang, line, order, prose, reference, time } from './fields';
import { cascadePattern, waveRule } from './waves';

/** When and by which rule: campaigns, waves, placements, series, occasions, saved views. */
export const planRecords = {
  campaign: recordSpec({
    fields: {
      name: line(200),
      goal: prose(4_000),
      hashtag: line(100),
      product: line(200),
      start: day,
      end: day,
      zeroDay: day,
      leadWaveId: reference,
      budgetNote: prose(2_000),
      order,
    },
  }),
  phase: recordSpec({
    fields: {
      campaignId: reference,
      kind: z.enum(phaseKinds).default('warm_up'),
      name: line(100),
      start: day,
      end: day,
      order,
    },
    /**
     * Ticks by hand, under their own words. `gates`: checks the studio computes, `entry.assets` → asked for or not; one
     * that is not named is as usual for its kind of phase (`core/campaign/gates.ts`).
     */
    maps: { entryChecks: z.boolean(), exitChecks: z.boolean(), gates: z.boolean() },
  }),
  wave: recordSpec({
    fields: {
      campaignId: reference,
      name: line(200),
      accountId: reference,
      format,
      pieceId: reference,
      placementId: reference,
      rule: waveRule.default({ kind: 'minutes', minutes: 0 }),
      /** The wave this one is reckoned from; null is the campaign's lead. */
      afterWaveId: reference,
      /** A landing on a day off is blocked. */
      onlyWorkdays: flag,
      order,
    },
  }),
  /** A team's own cascade to start campaigns from; those that come with the studio are in `resources/cascades`. */
  cascadeTemplate: recordSpec({
    fields: {
      name: line(200),
      about: line(500),
      lang,
      pattern: cascadePattern.default({ phases: [], waves: [] }),
      order,
    },
  }),
  placement: recordSpec({
    fields: {
      pieceId: reference,
      format,
      accountId: reference,
      day,
      time,
      zone: zoneSchema.default('Asia/Shanghai'),
      outcome: z.enum(outcomes).default('planned'),
      campaignId: reference,
      waveId: reference,
      pinned: flag,
      liveLink: line(2_000),
      liveDay: day,
      liveTime: time,
      skipReason: line(500),
      /** When it was given to whoever posts it, or to the platform's own scheduler; wall time in its zone. */
      handedDay: day,
      handedTime: time,
      /** The member who posts it, and a word to them. */
      handTo: reference,
      handNote: prose(2_000),
      /** The hand-over desk reminds again at this wall time; it never moves the planned day. */
      snoozeDay: day,
      snoozeTime: time,
      /** The slot of a series it fills: the series and the day the rule gave, wherever it was moved since. */
      seriesId: reference,
      slotDay: day,
    },
    /** Points of the list before posting that somebody ticked (`desk/checklist.ts`). */
    maps: { ticks: z.boolean() },
  }),
  /**
   * A standing date of an account: "Tuesdays 18:30". The rule stays a rule; its slots are computed (`cadence/slots.ts`)
   * and wait as placeholders until a placement fills them.
   */
  series: recordSpec({
    fields: {
      accountId: reference,
      name: line(200),
      format,
      kind: z.enum(pieceKinds).nullable().default(null),
      unit: z.enum(seriesUnits).default('week'),
      /** Every so many days, weeks or months. */
      every: integer.min(1).max(366).default(1),
      /** Day of the month; 32 for the last. Later than the month is long: its last day. */
      monthDay: integer.min(1).max(32).nullable().default(null),
      time,
      zone: zoneSchema.default('Asia/Shanghai'),
      start: day,
      until: day,
      /** So many slots from the start, those skipped by hand included; null for no end by number. */
      count: integer.min(1).max(10_000).nullable().default(null),
      /** Slots on a statutory day off are left out. */
      skipHolidays: flag,
      order,
    },
    /** Slots moved by hand: the day of the rule → `2026-10-12 18:30`. */
    maps: { moved: text(40).nullable() },
    /** `weekdays`: 1 Monday … 7 Sunday, for weeks. `skipped`: days of the rule that fall out. */
    sets: { weekdays: z.enum(['1', '2', '3', '4', '5', '6', '7']), skipped: wallDateSchema },
  }),
  view: recordSpec({ fields: { name: line(100), screen: line(40), filter: text(20_000).default('{}'), order } }),
  occasion: recordSpec({
    fields: {
      name: line(200),
      start: day,
      end: day,
      kind: z.enum(['holiday', 'festival', 'industry', 'own', 'hot']).default('own'),
      source: line(500),
      /** Comes again each year on the date of `start`: the solar one, or the lunar month and day it falls on. */
      repeat: z.enum(['none', 'yearly', 'lunar']).default('none'),
      /** The day a hot topic is hottest; null where it begins. */
      peak: day,
      /** Where to read about it: a hot topic's page. */
      link: line(2_000),
      note: prose(2_000),
      campaignId: reference,
      /** The UID of the calendar file it came from, so that reading the file again finds it; empty for one's own. */
      uid: line(500),
    },
  }),
} as const;
