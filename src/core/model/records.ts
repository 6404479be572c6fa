import { z } from 'zod';
import { type WallTime, wallDateSchema, wallTimeSchema, zoneSchema } from '../time/wall';
import { formatRefSchema, idSchema } from './ids';
import { decimal, integer, text } from './json';
import { type DraftOf, type RecordOf, recordSpec } from './record';
import {
  approvals,
  langs,
  outcomes,
  phaseKinds,
  pieceKinds,
  pieceStates,
  planCheckLevels,
  roles,
  seriesUnits,
} from './vocabulary';

export * from './vocabulary';

/**
 * Every noun of the operation, after the domain brief. A reference is the id of another record and may dangle:
 * a plan file can bring a placement before its piece.
 */

const reference = idSchema.nullable().default(null);
const line = (max = 500) => text(max).default('');
const prose = (max = 20_000) => text(max).default('');
const flag = z.boolean().default(false);
const count = integer.min(0).default(0);
const day = wallDateSchema.nullable().default(null);
const time = wallTimeSchema.nullable().default(null);
const format = formatRefSchema.nullable().default(null);
const element = text(200).min(1);
/** Position among siblings: compared as text, so something always fits between two (fractional indexing). */
const order = text(200).default('n');

const lang = z.enum(langs).default('zh');

/** When a wave goes out, relative to the campaign's lead placement. */
export const waveRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lead'), time: wallTimeSchema }),
  z.object({ kind: z.literal('minutes'), minutes: integer }),
  z.object({ kind: z.literal('days'), days: integer, time: wallTimeSchema.nullable() }),
  z.object({ kind: z.literal('workdays'), days: integer, time: wallTimeSchema.nullable() }),
]);
export type WaveRule = z.infer<typeof waveRule>;

/**
 * A cascade without accounts and dates, to be used again: phases in days from the zero day, waves by role and platform.
 * `after` is the index of the wave this one follows; null is the lead, which is the first one.
 */
export const cascadePattern = z.object({
  phases: z
    .array(
      z.object({
        kind: z.enum(phaseKinds),
        name: text(100),
        from: integer,
        to: integer,
        entry: z.array(text(200).min(1)).max(30),
        exit: z.array(text(200).min(1)).max(30),
      }),
    )
    .max(20),
  waves: z
    .array(
      z.object({
        name: text(200),
        role: z.enum(roles),
        /** Empty for any platform of the role. */
        platform: text(40),
        /** Which of the accounts of this platform and role, by their order: 0 is the first. */
        seat: integer.min(0),
        format: formatRefSchema.nullable(),
        after: integer.min(0).nullable(),
        rule: waveRule,
        onlyWorkdays: z.boolean(),
      }),
    )
    .max(100),
});
export type CascadePattern = z.infer<typeof cascadePattern>;

export const records = {
  workspace: recordSpec({
    fields: {
      name: line(200),
      zone: zoneSchema.default('Asia/Shanghai'),
      lang,
      weekStart: integer.min(1).max(7).default(1),
      product: line(200),
      /** Least minutes between two posts of one account; 0 for none. An account may have its own. */
      quietGap: integer.min(0).max(10_080).default(60),
      /** Clock times between which nothing goes out, over midnight where the second is earlier; equal for none. */
      quietFrom: time.default('23:00' as WallTime),
      quietTo: time.default('07:00' as WallTime),
      /** Days within which a text comes once only on one account; 0 for never asked. */
      sameTextDays: integer.min(0).max(365).default(30),
      /** Days in a row without anything from which a lane counts as empty; 0 for never asked. */
      emptyDays: integer.min(0).max(365).default(5),
    },
    /**
     * Target share of each kind in percent; the team's names and order of the roles. `planChecks`: how seriously the team
     * takes a check of the plan, by its code (`cadence/codes.ts`). `waived`: findings left as they are, by their key
     * (`cadence/waive.ts`).
     */
    maps: {
      kindTargets: integer.min(0).max(100),
      roleNames: text(60),
      roleOrder: text(40),
      planChecks: z.enum(planCheckLevels),
      waived: text(4_000).nullable(),
    },
  }),
  member: recordSpec({ fields: { name: line(100), duty: line(100), joinedOn: day }, sets: { nodes: element } }),
  persona: recordSpec({
    fields: {
      name: line(100),
      title: line(200),
      level: z.enum(['core', 'niche']).default('niche'),
      bio: prose(4_000),
      signOff: line(300),
      linkLine: line(300),
      ceiling: integer.min(0).max(100).nullable().default(null),
      tint: line(20),
      order,
    },
    sets: {
      labels: element,
      focus: element,
      useWords: element,
      avoidWords: element,
      catchphrases: element,
      standingTags: element,
      standIns: idSchema,
    },
  }),
  /** A team's own values for a rule pack: `post.body_max` → value, as canonical JSON text. */
  platform: recordSpec({ fields: { name: line(100), note: prose(2_000) }, maps: { overrides: text(20_000) } }),
  account: recordSpec({
    fields: {
      platform: text(40).default(''),
      name: line(100),
      handle: line(100),
      role: z.enum(roles).default('traffic'),
      personaId: reference,
      lang,
      communityId: reference,
      weeklyCapacity: count,
      /** Its own cadence; null for the team's. */
      quietGap: integer.min(0).max(10_080).nullable().default(null),
      quietFrom: time,
      quietTo: time,
      signOff: line(300),
      linkLine: line(300),
      defaultFormat: format,
      /** Looks of its articles (`core/article/themes.ts`); empty for the plain ones. */
      theme: line(40),
      order,
      closed: flag,
    },
    sets: { standingTags: element, formats: formatRefSchema, useWords: element, avoidWords: element },
  }),
  piece: recordSpec({
    fields: {
      title: line(500),
      kind: z.enum(pieceKinds).default('scene'),
      subkind: text(40).nullable().default(null),
      lang,
      state: z.enum(pieceStates).default('idea'),
      personaId: reference,
      campaignId: reference,
      ownerId: reference,
      product: line(200),
      link: line(2_000),
      notes: prose(),
      siblingGroup: reference,
      /** The number or id the piece had where it was imported from, by which it is known again. */
      sourceKey: line(300),
      createdOn: day,
      coverId: reference,
      trashed: flag,
    },
    /** `points`: names given to states of this piece, by the stamp of the state (`core/history/points.ts`). */
    maps: { brief: text(4_000), points: text(200) },
    sets: { tags: element, formats: formatRefSchema },
    body: true,
  }),
  template: recordSpec({
    fields: {
      name: line(200),
      /** Pattern of the title: `{{place}}` and the like are filled in on adaptation. */
      title: line(500),
      kind: z.enum(pieceKinds).default('scene'),
      subkind: text(40).nullable().default(null),
      lang,
    },
    maps: { brief: text(4_000) },
    sets: { tags: element },
    body: true,
  }),
  /** A file beside the database, named by the SHA-256 of its bytes. Focal point in thousandths of width and height. */
  asset: recordSpec({
    fields: {
      name: line(300),
      hash: text(64).default(''),
      mime: line(100),
      bytes: count,
      width: count,
      height: count,
      seconds: count,
      /** An animation: a GIF, WebP or PNG of several frames. */
      moves: flag,
      alt: line(2_000),
      credit: line(300),
      licence: line(300),
      consent: line(1_000),
      focalX: integer.min(0).max(1000).default(500),
      focalY: integer.min(0).max(1000).default(500),
    },
    sets: { tags: element },
  }),
  /** Only what was overridden by hand is stored; the rest is computed from the piece. */
  variant: recordSpec({
    fields: {
      pieceId: reference,
      format,
      accountId: reference,
      approval: z.enum(approvals).default('none'),
      approvedHash: text(64).nullable().default(null),
      sourceHash: text(64).nullable().default(null),
      note: prose(4_000),
      /** Looks of this article; empty for those of its account. */
      theme: line(40),
    },
    /**
     * `overrides`: text fields written by hand: title, body, digest, cover, firstComment, script,
     * chapters, runOfShow; tags one per line.
     * `kept`: sentences of the source that must stay in this version, by `keepKey` (`adapt/keep.ts`); null was let go.
     * `basis`: `source` is the text of the source the hand edits were made from (`adapt/basis.ts`).
     */
    maps: {
      overrides: text(200_000).nullable(),
      kept: text(4_000).nullable(),
      basis: text(400_000).nullable(),
    },
  }),
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
  review: recordSpec({
    fields: {
      pieceId: reference,
      variantId: reference,
      textHash: text(64).default(''),
      verdict: z.enum(['comment', 'approve', 'change']).default('comment'),
      comment: prose(),
      quote: prose(4_000),
      byMemberId: reference,
      onDay: day,
      settled: flag,
    },
  }),
  occasion: recordSpec({
    fields: {
      name: line(200),
      start: day,
      end: day,
      kind: z.enum(['holiday', 'festival', 'industry', 'own', 'hot']).default('own'),
      source: line(500),
      /** Comes again each year on the date of `start`: the solar one, or the lunar month and day it falls on. */
      repeat: z.enum(['none', 'yearly', 'lunar']).default('none'),
      /** Where to read about it: a hot topic's page. */
      link: line(2_000),
      note: prose(2_000),
      campaignId: reference,
      /** The UID of the calendar file it came from, so that reading the file again finds it; empty for one's own. */
      uid: line(500),
    },
  }),
  /** A tier of the private domain. Only counts are kept, never people. */
  community: recordSpec({
    fields: {
      name: line(100),
      tier: z.enum(['core', 'active', 'potential']).default('active'),
      size: count,
      weeklyCeiling: count,
      earlyHours: count,
      benefit: prose(2_000),
      tone: prose(2_000),
      order,
    },
  }),
  feedback: recordSpec({
    fields: {
      said: prose(),
      source: line(300),
      onDay: day,
      life: z.enum(['heard', 'planned', 'shipped', 'told']).default('heard'),
      communityId: reference,
      accountId: reference,
      consent: flag,
      credit: line(200),
      voices: integer.min(1).default(1),
    },
    sets: { pieces: idSchema, topics: element },
  }),
  /** One figure from a platform's own export, with where it came from. Missing is missing, never zero. */
  metric: recordSpec({
    fields: {
      placementId: reference,
      pieceId: reference,
      accountId: reference,
      key: text(60).default(''),
      value: decimal.nullable().default(null),
      unit: line(40),
      onDay: day,
      sourceFile: line(300),
      sourceRow: count,
    },
  }),
} as const;

export const recordTypes = Object.keys(records) as readonly RecordType[];
export type RecordType = keyof typeof records;
export type RecordView<T extends RecordType> = RecordOf<(typeof records)[T]>;
export type RecordDraft<T extends RecordType> = DraftOf<(typeof records)[T]>;

export type Workspace = RecordView<'workspace'>;
export type Member = RecordView<'member'>;
export type Persona = RecordView<'persona'>;
export type PlatformOverride = RecordView<'platform'>;
export type Account = RecordView<'account'>;
export type Piece = RecordView<'piece'>;
export type Template = RecordView<'template'>;
export type Asset = RecordView<'asset'>;
export type Variant = RecordView<'variant'>;
export type Campaign = RecordView<'campaign'>;
export type Phase = RecordView<'phase'>;
export type Wave = RecordView<'wave'>;
export type CascadeTemplate = RecordView<'cascadeTemplate'>;
export type Placement = RecordView<'placement'>;
export type Series = RecordView<'series'>;
export type SavedView = RecordView<'view'>;
export type ReviewMark = RecordView<'review'>;
export type Occasion = RecordView<'occasion'>;
export type Community = RecordView<'community'>;
export type Feedback = RecordView<'feedback'>;
export type Metric = RecordView<'metric'>;

export const isRecordType = (name: string): name is RecordType => Object.hasOwn(records, name);
