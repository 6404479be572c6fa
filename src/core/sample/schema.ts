import { z } from 'zod';
import { formatRefSchema } from '../model/ids';
import { approvals, langs, outcomes, phaseKinds, pieceKinds, pieceStates, roles } from '../model/records';
import { wallTimeSchema, zoneSchema } from '../time/wall';

/**
 * The sample plan as it is written in `resources/sample/*.json`: days are offsets from today, texts stand in both
 * languages side by side, and records name each other by slug. Everything is strict: a misspelt key fails a test
 * instead of vanishing from the sample.
 */

/** Names a record within the sample; its id is derived from it. */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** Whole days from today; yesterday is -1. */
const day = z.number().int().min(-60).max(120);
const line = z.string().min(1).max(500);
const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const lists = z.strictObject({ zh: z.array(line), en: z.array(line) });
const noLists = { zh: [], en: [] };
export type Both = z.infer<typeof both>;

const workspace = z.strictObject({
  name: both,
  product: both,
  kindTargets: z.strictObject({ scene: z.number(), story: z.number(), interactive: z.number() }),
  roleNames: z.record(z.enum(roles), both),
  members: z.array(z.strictObject({ slug, name: both, duty: both, joined: day })).min(3),
  /** A team's own values over a rule pack; the id of the platform is the slug. */
  platforms: z.array(
    z.strictObject({
      platform: z.string(),
      name: both,
      note: both,
      overrides: z.record(z.string(), z.union([z.number(), z.string()])),
    }),
  ),
});

const persona = z.strictObject({
  slug,
  name: both,
  title: both,
  level: z.enum(['core', 'niche']),
  bio: both,
  signOff: both,
  /** Largest share of the planned presence, in percent, before the studio warns. */
  ceiling: z.number().int().nullable(),
  tint: z.string(),
  labels: lists,
  focus: lists,
  useWords: lists,
  avoidWords: lists,
  catchphrases: lists,
  standIns: z.array(slug),
});

const community = z.strictObject({
  slug,
  name: both,
  tier: z.enum(['core', 'active', 'potential']),
  size: z.number().int(),
  weeklyCeiling: z.number().int(),
  earlyHours: z.number().int(),
  benefit: both,
  tone: both,
});

const account = z.strictObject({
  slug,
  platform: z.string(),
  name: both,
  handle: z.string(),
  role: z.enum(roles),
  persona: slug.optional(),
  community: slug.optional(),
  /** Accounts that write one language in both editions; the others follow the edition. */
  lang: z.enum(langs).optional(),
  weeklyCapacity: z.number().int(),
  signOff: both.optional(),
  linkLine: both.optional(),
  formats: z.array(formatRefSchema).min(1),
  standingTags: lists.default(noLists),
});

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lead'), time: wallTimeSchema }),
  z.strictObject({ kind: z.literal('minutes'), minutes: z.number().int() }),
  z.strictObject({ kind: z.literal('days'), days: z.number().int(), time: wallTimeSchema }),
  z.strictObject({ kind: z.literal('workdays'), days: z.number().int().positive(), time: wallTimeSchema }),
]);
export type SampleRule = z.infer<typeof rule>;

const campaign = z.strictObject({
  slug,
  name: both,
  goal: both,
  hashtag: both,
  product: both,
  budgetNote: both,
  start: day,
  end: day,
  zero: day,
  phases: z
    .array(
      z.strictObject({
        kind: z.enum(phaseKinds),
        name: both,
        start: day,
        end: day,
        entry: z.array(z.strictObject({ check: both, done: z.boolean() })),
        exit: z.array(z.strictObject({ check: both, done: z.boolean() })),
      }),
    )
    .length(4),
  waves: z
    .array(z.strictObject({ slug, name: both, account: slug, format: formatRefSchema, piece: slug, rule }))
    .min(8),
  /** What the team calls this cascade where it kept it as a template. */
  template: z.strictObject({ name: both, about: both }),
});

/** What front matter does not hold: how far the writing is, whose it is, and the one date of the brief. */
const pieceFacts = z.strictObject({
  slug,
  kind: z.enum(pieceKinds),
  state: z.enum(pieceStates),
  owner: slug,
  created: day,
  campaign: z.boolean().default(true),
  cover: slug.optional(),
  notes: both.optional(),
  /** Written over `brief.deadline`, worded for the edition. */
  deadline: z.strictObject({ day, time: wallTimeSchema }).optional(),
});

const placement = z.strictObject({
  piece: slug,
  account: slug,
  format: formatRefSchema.optional(),
  /** Absent for a wave, which computes its own day and time. */
  day: day.optional(),
  time: wallTimeSchema.optional(),
  wave: slug.optional(),
  zone: zoneSchema.optional(),
  outcome: z.enum(outcomes).default('planned'),
  pinned: z.boolean().default(false),
  live: z.strictObject({ link: z.string(), time: wallTimeSchema }).optional(),
  skipped: both.optional(),
});
export type SamplePlacement = z.infer<typeof placement>;

const variant = z.strictObject({
  piece: slug,
  account: slug,
  format: formatRefSchema,
  approval: z.enum(approvals).default('none'),
  /** `behind`: the source went on after this version was made. */
  source: z.enum(['current', 'behind']).default('current'),
  note: both.optional(),
  overrides: z
    .partialRecord(z.enum(['title', 'body', 'digest', 'cover', 'firstComment', 'tags', 'script']), both)
    .default({}),
});

const review = z.strictObject({
  slug,
  piece: slug,
  /** A mark on one version names its account and format; without them it is about the source text. */
  account: slug.optional(),
  format: formatRefSchema.optional(),
  verdict: z.enum(['comment', 'approve', 'change']),
  comment: both,
  quote: both.optional(),
  by: slug,
  day,
  settled: z.boolean().default(false),
});

const feedback = z.strictObject({
  slug,
  said: both,
  source: both,
  day,
  life: z.enum(['heard', 'planned', 'shipped', 'told']),
  community: slug.optional(),
  account: slug.optional(),
  consent: z.boolean(),
  credit: both.optional(),
  voices: z.number().int().min(1),
  pieces: z.array(slug).default([]),
  topics: lists,
});

/** Figures of one placement as one row of a platform's own export. */
const figures = z.strictObject({
  piece: slug,
  account: slug,
  file: line,
  row: z.number().int().min(1),
  /** Days after the placement went out. */
  after: z.number().int().min(0),
  figures: z.record(z.string(), z.string().regex(/^\d+(\.\d+)?$/)),
});

const occasion = z.strictObject({
  slug,
  name: both,
  kind: z.enum(['holiday', 'festival', 'industry', 'own', 'hot']),
  /** Days from today, or a date of the real calendar. */
  on: z.union([day, z.iso.date()]),
  days: z.number().int().min(1).default(1),
  source: both,
});

/** A standing date of an account. */
const series = z.strictObject({
  slug,
  account: slug,
  name: both,
  format: formatRefSchema,
  kind: z.enum(pieceKinds),
  weekdays: z.array(z.enum(['1', '2', '3', '4', '5', '6', '7'])).min(1),
  time: wallTimeSchema,
  start: day,
  count: z.number().int().min(1),
});

/** A saved filter; what is left out is not filtered. */
const view = z.strictObject({
  slug,
  name: both,
  screen: z.enum(['matrix', 'calendar', 'library']),
  campaign: z.boolean().default(false),
  personas: z.array(slug).default([]),
  kinds: z.array(z.enum(pieceKinds)).default([]),
  states: z.array(z.enum(pieceStates)).default([]),
  platforms: z.array(z.string()).default([]),
});

const image = z.strictObject({
  slug,
  file: z.string().regex(/^[a-z0-9-]+\.(jpg|png)$/),
  name: both,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mime: z.enum(['image/jpeg', 'image/png']),
  bytes: z.number().int().positive(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Absent on purpose for one image, so that the missing-alt finding shows. */
  alt: both.optional(),
  consent: both.optional(),
  /** Thousandths of width and height. */
  focal: z.tuple([z.number().int(), z.number().int()]).default([500, 500]),
  tags: lists.default(noLists),
});

const texts = z.record(z.string(), z.string().min(1));

export const sampleSource = z.strictObject({
  workspace,
  personas: z.array(persona),
  communities: z.array(community),
  accounts: z.array(account),
  campaign,
  pieces: z.array(pieceFacts),
  placements: z.array(placement),
  variants: z.array(variant),
  reviews: z.array(review),
  feedback: z.array(feedback),
  metrics: z.array(figures),
  occasions: z.array(occasion),
  series: z.array(series),
  views: z.array(view),
  /** Drawn for the sample by the team; one credit and licence for all. */
  images: z.strictObject({ credit: both, licence: both, files: z.array(image) }),
  /** Markdown by `<slug>.<lang>`. */
  pieceTexts: texts,
  templateTexts: texts,
});
export type SampleSource = z.infer<typeof sampleSource>;

/** What the shell hands to `buildSample`: the files as read, not yet checked. */
export type SampleFiles = { readonly [K in keyof SampleSource]: unknown };
