import { counterIds, type FormatPack, type Limits } from './pack';

/**
 * Every rule of a format as one row: where it belongs on screen, how its value is written, and which facts it rests
 * on. The screen that edits packs, `applyOverrides` and the words are held to this table.
 */
export const ruleGroups = ['title', 'body', 'tags', 'links', 'images', 'video', 'cover', 'paste'] as const;
export type RuleGroup = (typeof ruleGroups)[number];

/** What stands behind a number: the title's or body's own unit, or a fixed one. */
export type RuleUnit = 'title' | 'body' | 'bytes' | 'items' | 'lines' | 'mb' | 'seconds' | 'pixels' | 'half' | 'rate';

export type RuleValue =
  | { readonly kind: 'number'; readonly unit: RuleUnit; readonly whole: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'flag' }
  /** Words, file endings, hosts or signs, one after another. */
  | { readonly kind: 'list' }
  /** The signs themselves, written together. */
  | { readonly kind: 'signs' }
  | { readonly kind: 'ratio' }
  | { readonly kind: 'ratios' }
  /** `3:4 1200x1600`: each place a cover is shown. */
  | { readonly kind: 'slots' }
  /** `b=strong i=em`: what becomes what; with `many`, `position=fixed|sticky`: several for one. */
  | { readonly kind: 'pairs'; readonly many: boolean }
  /** Whether and how a thread is numbered. */
  | { readonly kind: 'numbering' };

export type RuleSpec = {
  readonly group: RuleGroup;
  readonly value: RuleValue;
  /** Fields of the pack's facts that say where the figure comes from. */
  readonly facts: readonly string[];
  /** Whether it may be taken away: then there is no such rule. */
  readonly optional: boolean;
};

const number = (group: RuleGroup, unit: RuleUnit, facts: readonly string[] = [], whole = true): RuleSpec => ({
  group,
  value: { kind: 'number', unit, whole },
  facts,
  optional: true,
});
const rule = (group: RuleGroup, value: RuleValue, facts: readonly string[] = [], optional = false): RuleSpec => ({
  group,
  value,
  facts,
  optional,
});
const choice = (group: RuleGroup, choices: readonly string[], facts: readonly string[] = []): RuleSpec =>
  rule(group, { kind: 'choice', choices }, facts);
const flag = (group: RuleGroup, facts: readonly string[] = []): RuleSpec => rule(group, { kind: 'flag' }, facts);
const list = (group: RuleGroup, facts: readonly string[] = []): RuleSpec => rule(group, { kind: 'list' }, facts);
const ratio = (group: RuleGroup, facts: readonly string[] = []): RuleSpec =>
  rule(group, { kind: 'ratio' }, facts, true);

const limitRules = {
  title_max: number('title', 'title', ['title.max']),
  title_min: number('title', 'title', ['title.min', 'title.required']),
  title_fold: number('title', 'title', ['title.fold']),
  title_hard: number('title', 'title', ['title.max']),
  title_warn: number('title', 'title', ['title.max']),
  body_max: number('body', 'body', ['body.max']),
  body_max_bytes: number('body', 'bytes', ['body.max_bytes', 'body.max']),
  total_max: number('body', 'body', ['body.max']),
  fold: number('body', 'body', ['fold']),
  fold_lines: number('body', 'lines', ['fold']),
  digest_max: number('body', 'body', ['digest.max']),
  digest_auto: number('body', 'body', ['digest.auto']),
  author_max: number('body', 'items', ['author.max']),
  body_max_premium: number('body', 'body', ['body.premium']),
  body_max_site: number('body', 'body', ['body.max']),
  tags_min: number('tags', 'items', ['hashtags.min']),
  tags_max: number('tags', 'items', ['hashtags.max']),
  tag_max_len: number('tags', 'items', ['hashtags.max_len']),
  tags_total_max: number('tags', 'items', ['hashtags.tag_list_total', 'hashtags.total_max']),
  hashtags_max: number('tags', 'items', ['hashtags.max']),
  mentions_max: number('links', 'items', ['mentions.max']),
  links_max: number('links', 'items', ['links.max']),
  link_cost: number('links', 'body', ['links.counted_as']),
  source_url_max_bytes: number('links', 'bytes', ['links.source_url_max_bytes']),
  link_title_max_bytes: number('links', 'bytes', ['links.card_title_max_bytes']),
  link_desc_max_bytes: number('links', 'bytes', ['links.card_desc_max_bytes']),
  images_min: number('images', 'items', ['images.max']),
  images_max: number('images', 'items', ['images.max']),
  images_max_api: number('images', 'items', ['images.max']),
  image_max_mb: number('images', 'mb', ['images.max_mb'], false),
  gif_max_mb: number('images', 'mb', ['images.max_mb'], false),
  alt_max: number('images', 'items', ['alt_text.max']),
  attachments_max: number('images', 'items', ['images.max']),
  videos_max: number('video', 'items', ['video.max_per_post']),
  video_min_s: number('video', 'seconds', ['video.min_s']),
  video_max_s: number('video', 'seconds', ['video.max_s']),
  video_max_mb: number('video', 'mb', ['video.max_mb'], false),
} as const satisfies Record<keyof Limits, RuleSpec>;

const ownRules = {
  title: choice('title', ['field', 'first_line', 'none'], ['title', 'title.required']),
  'count.title': choice('title', counterIds, ['counting.rule']),
  titleSigns: rule('title', { kind: 'signs' }, ['title'], true),
  'count.body': choice('body', counterIds, ['counting.rule']),
  'count.bodyOn': choice('body', ['text', 'html_source'], ['counting.rule']),
  lines: choice('body', ['blank', 'single', 'collapse'], ['markup']),
  markup: choice('body', ['plain', 'wechat_html', 'html', 'markdown'], ['markup']),
  threads: rule('body', { kind: 'numbering' }),
  forbiddenChars: list('body'),
  'disclosure.words': list('body', ['disclosure']),
  'disclosure.label': flag('body', ['disclosure']),
  'tags.syntax': choice('tags', ['pair', 'hash', 'hash_space', 'list', 'none'], ['hashtags.syntax']),
  'tags.where': choice('tags', ['inline', 'apart'], ['hashtags.counts_in_body', 'hashtags.syntax']),
  'mentions.syntax': choice('links', ['at_space', 'at', 'none'], ['mentions.syntax']),
  'links.policy': choice(
    'links',
    ['keep', 'footnote', 'first_comment', 'source_url', 'drop'],
    ['links.external', 'links.clickable'],
  ),
  'links.clickable': flag('links', ['links.clickable']),
  'links.outside': { ...choice('links', ['open', 'banned'], ['links.clickable', 'links.external']), optional: true },
  ratios: rule('images', { kind: 'ratios' }, ['images.ratios_recommended', 'video.ratios']),
  imageFormats: list('images', ['images.formats']),
  'image.ratioMin': ratio('images', ['images.ratios_allowed']),
  'image.ratioMax': ratio('images', ['images.ratios_allowed']),
  'image.minWidth': number('images', 'pixels', ['images.ratios_allowed']),
  'image.minHeight': number('images', 'pixels'),
  'image.maxWidth': number('images', 'pixels', ['images.ratios_allowed']),
  'image.maxHeight': number('images', 'pixels'),
  'video.formats': list('video', ['video.formats']),
  'video.ratioMin': ratio('video', ['video.ratios']),
  'video.ratioMax': ratio('video', ['video.ratios']),
  'video.minWidth': number('video', 'pixels', ['video.min_size']),
  'video.minHeight': number('video', 'pixels', ['video.min_size']),
  'video.maxWidth': number('video', 'pixels', ['video.max_resolution']),
  'video.maxHeight': number('video', 'pixels', ['video.max_resolution']),
  'video.maxFps': number('video', 'items', ['video.max_fps']),
  'speech.han': { ...number('video', 'rate', ['speech.rate'], false), optional: false },
  'speech.words': { ...number('video', 'rate', ['speech.rate'], false), optional: false },
  'subtitles.lineWidth': { ...number('video', 'half', ['subtitles.line']), optional: false },
  'subtitles.lines': { ...number('video', 'lines', ['subtitles.line']), optional: false },
  'chapters.min': { ...number('video', 'items', ['chapters']), optional: false },
  'chapters.max': number('video', 'items', ['chapters']),
  'chapters.minSeconds': { ...number('video', 'seconds', ['chapters']), optional: false },
  'chapters.firstAtZero': flag('video', ['chapters']),
  'cover.slots': rule('cover', { kind: 'slots' }, ['cover.slots', 'cover.ratios', 'cover.ratio', 'cover.size']),
  'cover.minWidth': number('cover', 'pixels', ['cover.min']),
  'cover.minHeight': number('cover', 'pixels', ['cover.min']),
  'cover.maxMb': number('cover', 'mb', ['cover.max_mb'], false),
  'cover.formats': list('cover', ['cover.formats']),
  'paste.inlineStylesOnly': flag('paste', ['paste']),
  'paste.keepTags': rule('paste', { kind: 'list' }, ['paste'], true),
  'paste.dropTags': list('paste', ['paste']),
  'paste.rewriteTags': rule('paste', { kind: 'pairs', many: false }, ['paste'], true),
  'paste.dropAttributes': list('paste', ['paste']),
  'paste.dropStyles': list('paste', ['paste']),
  'paste.dropValues': rule('paste', { kind: 'pairs', many: true }, ['paste'], true),
  'paste.linkHosts': list('paste', ['paste']),
  'paste.ownImages': flag('paste', ['paste']),
  'paste.imageHosts': rule('paste', { kind: 'list' }, ['paste'], true),
} as const satisfies Readonly<Record<string, RuleSpec>>;

/** In the order they are read: where a thing goes comes before how much of it. */
const first = {
  title: ownRules.title,
  'tags.syntax': ownRules['tags.syntax'],
  'tags.where': ownRules['tags.where'],
  'links.policy': ownRules['links.policy'],
} as const;
export const rules = { ...first, ...limitRules, ...ownRules } as const;
export type RuleKey = keyof typeof rules;
export const ruleKeys = Object.keys(rules) as readonly RuleKey[];
export const isRuleKey = (key: string): key is RuleKey => Object.hasOwn(rules, key);
export const ruleOf = (key: RuleKey): RuleSpec => rules[key];

/** Parts of a format that may be missing, as they begin when one of their rules is set. */
const fresh: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  image: {},
  video: {},
  cover: { slots: [] },
  speech: { han: 4.5, words: 2.5 },
  subtitles: { lineWidth: 40, lines: 1 },
  chapters: { min: 0, minSeconds: 0, firstAtZero: true },
  disclosure: { words: [], label: false },
  paste: {
    inlineStylesOnly: false,
    dropTags: [],
    dropAttributes: [],
    dropStyles: [],
    linkHosts: [],
    ownImages: false,
  },
};

const isLimit = (key: RuleKey): key is keyof Limits => Object.hasOwn(limitRules, key);

/** The value a format has for a rule; undefined where it has none. */
export function ruleValue(format: FormatPack, key: RuleKey): unknown {
  if (isLimit(key)) return format.limits[key];
  const [group = key, field] = key.split('.');
  const part = (format as Readonly<Record<string, unknown>>)[group];
  return field === undefined ? part : (part as Readonly<Record<string, unknown>> | undefined)?.[field];
}

/** The format with a raw value in place, still to be checked by its schema; null takes an optional rule away. */
export function withRule(format: FormatPack, key: RuleKey, value: unknown): Readonly<Record<string, unknown>> {
  if (isLimit(key)) return { ...format, limits: put(format.limits, key, value) };
  const [group = key, field] = key.split('.');
  if (field === undefined) return put(format, group, value);
  const part = (format as Readonly<Record<string, unknown>>)[group] ?? fresh[group] ?? {};
  return { ...format, [group]: put(part as Readonly<Record<string, unknown>>, field, value) };
}

function put(part: Readonly<Record<string, unknown>>, key: string, value: unknown): Readonly<Record<string, unknown>> {
  const { [key]: _, ...rest } = part;
  return value === null ? rest : { ...rest, [key]: value };
}
