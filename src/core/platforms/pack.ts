import { z } from 'zod';
import { roles } from '../model/records';

/**
 * A rule pack: everything the studio knows about one platform, as dated data in `resources/platforms/<id>.json`.
 * Figures are the strict side of every conflict; each carries its source and confidence under `facts`.
 * Nobody outside `platforms/` compares a platform's id: what differs is a field of the pack.
 */

/** How a text is measured. Closed, because code must decide about each (`counters/`). */
export const counterIds = [
  'twitter_v3',
  'weibo_half',
  'mastodon',
  'bluesky',
  'xhs_title',
  'threads',
  'code_points',
  'utf16_units',
  'graphemes',
  'utf8_bytes',
  'half_width',
] as const;
export type CounterId = (typeof counterIds)[number];

/** What a format is made of; decides which parts the adaptation produces. */
export const families = ['short_post', 'image_note', 'video', 'live', 'article', 'private'] as const;
export type Family = (typeof families)[number];

const limit = z.number().nonnegative();
const whole = z.number().int().nonnegative();

/** Limits the engine applies. `*_max` and `*_max_bytes` are hard; the rest is advice or display. */
export const limits = z
  .object({
    title_min: whole.optional(),
    title_max: whole.optional(),
    body_max: whole.optional(),
    body_max_bytes: whole.optional(),
    total_max: whole.optional(),
    digest_max: whole.optional(),
    author_max: whole.optional(),
    source_url_max_bytes: whole.optional(),
    tags_min: whole.optional(),
    tags_max: whole.optional(),
    tag_max_len: whole.optional(),
    tags_total_max: whole.optional(),
    hashtags_max: whole.optional(),
    mentions_max: whole.optional(),
    links_max: whole.optional(),
    link_cost: whole.optional(),
    images_min: whole.optional(),
    images_max: whole.optional(),
    image_max_mb: limit.optional(),
    videos_max: whole.optional(),
    video_min_s: whole.optional(),
    video_max_s: whole.optional(),
    video_max_mb: limit.optional(),
    gif_max_mb: limit.optional(),
    alt_max: whole.optional(),
    attachments_max: whole.optional(),
    link_title_max_bytes: whole.optional(),
    link_desc_max_bytes: whole.optional(),
    fold: whole.optional(),
    /** Lines a feed shows of the text, where the platform folds by lines. */
    fold_lines: whole.optional(),
    /** Where a feed cuts the title, in the title's own unit. */
    title_fold: whole.optional(),
    /** Display only: figures of other editions or sites. */
    title_hard: whole.optional(),
    title_warn: whole.optional(),
    digest_auto: whole.optional(),
    body_max_premium: whole.optional(),
    body_max_site: whole.optional(),
    images_max_api: whole.optional(),
  })
  .strict();
export type Limits = z.infer<typeof limits>;

export const confidences = ['official', 'code', 'secondary', 'unverified'] as const;
const fact = z.object({
  field: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))]),
  confidence: z.enum(confidences),
  sources: z.array(z.string()),
  note: z.string().optional(),
});
export type Fact = z.infer<typeof fact>;

/** How the posts of a thread are numbered: `2/5`, `(2/5)`, `【2/5】`, `2 of 5`, or not at all. */
export const numberings = ['slash', 'bracket', 'corner', 'of', 'none'] as const;
export type Numbering = (typeof numberings)[number];

/** Width to height as people write it: `3:4`, `1.91:1`. */
const ratio = z.string().regex(/^\d+(?:\.\d+)?:\d+(?:\.\d+)?$/);
const pixels = z.number().int().positive();

/** What every picture of a post must be; absent for no such rule. */
const imageRules = z
  .object({
    ratioMin: ratio.optional(),
    ratioMax: ratio.optional(),
    minWidth: pixels.optional(),
    minHeight: pixels.optional(),
    maxWidth: pixels.optional(),
    maxHeight: pixels.optional(),
  })
  .strict();

/** What a film must be, besides its length and weight under `limits`. `formats` are file endings. */
const videoRules = z
  .object({
    formats: z.array(z.string().min(1)).optional(),
    ratioMin: ratio.optional(),
    ratioMax: ratio.optional(),
    minWidth: pixels.optional(),
    minHeight: pixels.optional(),
    maxWidth: pixels.optional(),
    maxHeight: pixels.optional(),
    maxFps: pixels.optional(),
  })
  .strict();

/** One place a cover is shown, with the crop it takes there and, where known, the size to send in pixels. */
const coverSlot = z
  .object({
    id: z.string().regex(/^[a-z0-9_]+$/),
    zh: z.string(),
    en: z.string(),
    ratio,
    width: pixels.optional(),
    height: pixels.optional(),
  })
  .strict();
export type CoverSlot = z.infer<typeof coverSlot>;
const coverRules = z
  .object({
    slots: z.array(coverSlot),
    minWidth: pixels.optional(),
    minHeight: pixels.optional(),
    maxMb: z.number().positive().optional(),
    formats: z.array(z.string().min(1)).optional(),
  })
  .strict();

/** How fast a voice-over is read: Chinese characters and English words a second. */
const speechRate = z.object({ han: z.number().positive(), words: z.number().positive() }).strict();

/** Subtitles of a film: half-widths a line holds (a Chinese character takes two), and lines at a time. */
const subtitleRules = z.object({ lineWidth: pixels, lines: pixels }).strict();

/** Chapters in the description or a field of their own. */
const chapterRules = z
  .object({
    min: whole,
    max: whole.optional(),
    minSeconds: whole,
    firstAtZero: z.boolean(),
    /** body: lines of the description, counted there; apart (the default): a field of its own. */
    where: z.enum(['body', 'apart']).optional(),
  })
  .strict();

/** Contents of an article: made by the platform from its headings, or written by hand; from `min` headings on. */
const contentsRules = z.object({ by: z.enum(['platform', 'hand']), min: whole }).strict();

/** What happens to HTML pasted into the platform's own editor. Names are lower case, as in HTML and CSS. */
const pasteRules = z
  .object({
    /** Only `style` attributes live; style sheets, classes and ids go. */
    inlineStylesOnly: z.boolean(),
    /** The only tags that live; absent where that is not known. Others go and leave their words. */
    keepTags: z.array(z.string().min(1)).optional(),
    /** Go with all that is in them. */
    dropTags: z.array(z.string().min(1)),
    /** Tags the editor turns into others, or whose looks live only under another name. */
    rewriteTags: z.record(z.string(), z.string().min(1)).optional(),
    dropAttributes: z.array(z.string().min(1)),
    /** `animation` stands for all styles that begin with it and a hyphen, too. */
    dropStyles: z.array(z.string().min(1)),
    /** Values that do not live, by style. */
    dropValues: z.record(z.string(), z.array(z.string().min(1))).optional(),
    /** Hosts an address may lead to; others become plain text. Empty for all. */
    linkHosts: z.array(z.string().min(1)),
    /** Pictures from other sites are dropped: each is uploaded there first. */
    ownImages: z.boolean(),
    /** Hosts of pictures that are there already. */
    imageHosts: z.array(z.string().min(1)).optional(),
    /** Width of the column in pixels. */
    column: pixels.optional(),
  })
  .strict();

export type PasteRules = z.infer<typeof pasteRules>;

/** How paid content is shown as such there: words any of which says it, and whether the platform has a switch for it. */
const disclosureRules = z.object({ words: z.array(z.string().min(1)), label: z.boolean() }).strict();

export const formatPack = z.object({
  id: z.string().regex(/^[a-z0-9_]+$/),
  zh: z.string(),
  en: z.string(),
  family: z.enum(families),
  limits,
  /** Which rule measures which field. `bodyOn: html_source` counts the article's HTML, tags and styles included. */
  count: z.object({
    title: z.enum(counterIds),
    body: z.enum(counterIds),
    bodyOn: z.enum(['text', 'html_source']).default('text'),
  }),
  /** first_line: the format has no title of its own, the title opens the body (`title_max`, if any, measures that line). */
  title: z.enum(['field', 'first_line', 'none']),
  /** The only signs a title may hold besides letters, digits and spaces; absent for no such rule. */
  titleSigns: z.string().optional(),
  tags: z.object({
    /** pair `#话题#`, hash `#tag`, list: a field of its own, none: the platform has no tags here. */
    syntax: z.enum(['pair', 'hash', 'hash_space', 'list', 'none']),
    /** inline: part of the body and counted there; apart: a field of its own, never in the body. */
    where: z.enum(['inline', 'apart']),
  }),
  mentions: z.object({ syntax: z.enum(['at_space', 'at', 'none']) }),
  links: z.object({
    /** keep in the text · footnote list at the end · first comment · one source link outside the body · drop with a finding. */
    policy: z.enum(['keep', 'footnote', 'first_comment', 'source_url', 'drop']),
    clickable: z.boolean(),
    /** banned: a post with an address of another site or with contact details is throttled or removed. */
    outside: z.enum(['open', 'banned']).optional(),
  }),
  /** blank: an empty line between paragraphs; single: one break; collapse: breaks do not survive, so none are used. */
  lines: z.enum(['blank', 'single', 'collapse']),
  markup: z.enum(['plain', 'wechat_html', 'html', 'markdown']),
  /** Several posts when the text does not fit into one, and how they are numbered; `true` numbers them `(2/5)`. */
  threads: z.union([z.boolean(), z.object({ style: z.enum(numberings) }).strict()]).default(false),
  ratios: z.array(z.string()).default([]),
  imageFormats: z.array(z.string()).default([]),
  /** Characters the platform refuses in title and body. */
  forbiddenChars: z.array(z.string().min(1)).default([]),
  image: imageRules.optional(),
  video: videoRules.optional(),
  cover: coverRules.optional(),
  speech: speechRate.optional(),
  subtitles: subtitleRules.optional(),
  chapters: chapterRules.optional(),
  /** Who reads a private message: everybody who looks, a group, or one person. */
  audience: z.enum(['public', 'group', 'one']).optional(),
  contents: contentsRules.optional(),
  paste: pasteRules.optional(),
  disclosure: disclosureRules.optional(),
  notable: z.array(z.string()).default([]),
  facts: z.array(fact),
});
export type FormatPack = z.infer<typeof formatPack>;

/** How the posts of a thread are numbered; null where a text is never divided. */
export const numberingOf = ({ threads }: Pick<FormatPack, 'threads'>): Numbering | null =>
  threads === false ? null : threads === true ? 'bracket' : threads.style;

/**
 * What the platform's own "post later" takes: at least so many minutes ahead, at most so many days, and how many a day.
 * Absent where nothing is known about one. One fact for all three, with its source.
 */
const schedulerRules = z
  .object({
    leastMinutes: whole.optional(),
    mostDays: whole.optional(),
    perDay: whole.optional(),
    /** `team`: a team's own figures in the place of the shipped ones. */
    confidence: z.enum([...confidences, 'team']),
    sources: z.array(z.string()),
    note: z.string().optional(),
  })
  .strict();
export type SchedulerRules = z.infer<typeof schedulerRules>;

export const platformPack = z.object({
  schema: z.literal(1),
  id: z.string().regex(/^[a-z0-9_]+$/),
  zh: z.string(),
  en: z.string(),
  /** One glyph for a letter tile: 微, 抖, X. */
  glyph: z.string().min(1).max(2),
  region: z.enum(['cn', 'intl']),
  role: z.enum(roles),
  roleNote: z.object({ zh: z.string(), en: z.string() }),
  checkedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  publishUrl: z.string().optional(),
  scheduler: schedulerRules.optional(),
  notable: z.array(z.string()).default([]),
  sources: z.record(z.string(), z.object({ ref: z.string(), what: z.string() })),
  formats: z.array(formatPack).min(1),
});
export type PlatformPack = z.infer<typeof platformPack>;

/** `weibo/post` and its pack, looked up together. */
export type Format = { readonly ref: string; readonly platform: PlatformPack; readonly format: FormatPack };
