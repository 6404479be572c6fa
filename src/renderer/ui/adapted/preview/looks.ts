import type { Origin, Variant } from '../../../../core/adapt/types';
import type { Format } from '../../../../core/platforms/pack';
import type { PreviewWord } from '../../../../core/words/preview';
import { foldOf } from './foldOf';

/**
 * What a platform's screens look like, as data. Layout follows from the family and the shape of its pictures; a row of
 * this table only says what a reader would miss. A platform without a row looks like its family.
 */
export type Layout = 'post' | 'note' | 'clip' | 'watch' | 'article' | 'chat' | 'moment' | 'live';

export const acts = [
  'share',
  'repost',
  'comment',
  'reply',
  'like',
  'agree',
  'star',
  'save',
  'send',
  'view',
  'dislike',
  'coin',
] as const;
export type Act = (typeof acts)[number];

export type Skin = {
  /** Buttons below a post or beside a clip, in the platform's order; named, or as bare icons. */
  readonly acts: readonly Act[];
  readonly named: boolean;
  /** What a folded text ends with. */
  readonly more: Extract<PreviewWord, `more.${string}`>;
  /** How an address shows: as written, as the words 网页链接, or without its `https://`. */
  readonly link: 'whole' | 'words' | 'bare';
  /** The reader sees a handle beside the name. */
  readonly handle: boolean;
  readonly avatar: 'round' | 'square';
  /** An article in the feed: a wide cover with its title on it, a row with a small picture, or a card. */
  readonly feed: 'banner' | 'row' | 'card';
  /** Notes of pictures in the feed: tiles in two columns, or whole posts one below the other. */
  readonly notes: 'tiles' | 'posts';
};

const plain: Skin = {
  acts: ['share', 'comment', 'like'],
  named: true,
  more: 'more.whole',
  link: 'whole',
  handle: false,
  avatar: 'round',
  feed: 'card',
  notes: 'tiles',
};

const skins: Readonly<Record<string, Partial<Skin>>> = {
  weibo: { link: 'words' },
  x: { acts: ['reply', 'repost', 'like', 'view', 'save'], named: false, more: 'more.see', link: 'bare', handle: true },
  threads: { acts: ['like', 'reply', 'repost', 'send'], named: false, more: 'more.more', link: 'bare' },
  bluesky: { acts: ['reply', 'repost', 'like', 'send'], named: false, link: 'bare', handle: true },
  mastodon: { acts: ['reply', 'repost', 'star', 'save'], named: false, link: 'bare', handle: true, avatar: 'square' },
  linkedin: { acts: ['agree', 'comment', 'repost', 'send'], more: 'more.more' },
  facebook: { acts: ['agree', 'comment', 'share'], more: 'more.see' },
  instagram: { acts: ['like', 'comment', 'send', 'save'], named: false, more: 'more.more', notes: 'posts' },
  xiaohongshu: { acts: ['like', 'save', 'comment'], named: false, more: 'more.open' },
  douyin: { acts: ['like', 'comment', 'save', 'share'], named: false, more: 'more.open' },
  kuaishou: { acts: ['like', 'comment', 'save', 'share'], named: false, more: 'more.open' },
  tiktok: { acts: ['like', 'comment', 'save', 'share'], named: false, more: 'more.more' },
  wechat_channels: { acts: ['share', 'agree', 'like', 'comment'], named: false, more: 'more.open' },
  wechat_oa: { acts: ['share', 'agree', 'like', 'comment'], feed: 'banner' },
  wechat_private: { avatar: 'square', acts: ['like', 'comment'] },
  bilibili: { acts: ['agree', 'coin', 'save', 'share'], more: 'more.open' },
  youtube: { acts: ['agree', 'dislike', 'share', 'save'], more: 'more.more', link: 'bare' },
  zhihu: { acts: ['agree', 'comment', 'save'], feed: 'row', more: 'more.whole' },
  toutiao: { acts: ['share', 'comment', 'agree'], feed: 'row' },
};

export const skinOf = (platform: string): Skin => ({ ...plain, ...skins[platform] });

const families: Readonly<Record<Format['format']['family'], Layout>> = {
  short_post: 'post',
  image_note: 'note',
  video: 'watch',
  live: 'live',
  article: 'article',
  private: 'chat',
};

/** Formats that do not look like their family. */
const layouts: Readonly<Record<string, Layout>> = {
  'wechat_private/wecom_moment': 'moment',
  'wechat_private/moments_personal': 'moment',
};

/** A film whose first shape is upright fills the phone; any other has a page around it. */
export function layoutOf({ ref, format }: Format): Layout {
  const own = layouts[ref];
  if (own !== undefined) return own;
  return format.family === 'video' && isUpright(format.ratios[0]) ? 'clip' : families[format.family];
}

/** `9:16` as width over height; null when it is not one. */
export function ratioOf(written: string | undefined): number | null {
  const [width = Number.NaN, height = Number.NaN] = (written ?? '').split(':').map(Number);
  return width > 0 && height > 0 ? width / height : null;
}
/** The crop of the first or last place a cover is shown (the last is the smallest), else the first picture's. */
export function coverRatio({ format }: Format, place: 'first' | 'last'): number | null {
  const slots = format.cover?.slots ?? [];
  return ratioOf(slots.at(place === 'first' ? 0 : -1)?.ratio ?? format.ratios[0]);
}
const isUpright = (written: string | undefined): boolean => (ratioOf(written) ?? 2) < 1;

/** The sides of a preview, in the order one meets them. */
export const looks = ['feed', 'detail', 'script', 'subtitles', 'pictures'] as const;
export type Look = (typeof looks)[number];

const sides: Readonly<Record<Layout, readonly Look[]>> = {
  post: ['feed', 'detail', 'pictures'],
  moment: ['feed', 'detail', 'pictures'],
  note: ['feed', 'detail', 'pictures'],
  article: ['feed', 'detail', 'pictures'],
  clip: ['feed', 'detail', 'script', 'subtitles', 'pictures'],
  watch: ['feed', 'detail', 'script', 'subtitles', 'pictures'],
  live: ['feed', 'script', 'pictures'],
  chat: ['detail', 'pictures'],
};
export const looksOf = (format: Format): readonly Look[] => sides[layoutOf(format)];

/**
 * The sides worth a choice for this version: a post of which nothing is folded reads the same on both, and without a
 * picture nothing is cut.
 */
export function sidesOf(
  format: Format,
  { parts, body, extra }: Pick<Variant, 'parts' | 'body' | 'extra'>,
): readonly Look[] {
  const layout = layoutOf(format);
  const isWhole =
    (layout === 'post' || layout === 'moment') && parts.length < 2 && foldOf(body, format.format) === null;
  const isCut = (extra.slots ?? []).length + (extra.covers ?? []).length > 0;
  return sides[layout].filter((look) => !(look === 'feed' && isWhole) && (look !== 'pictures' || isCut));
}

const lookWords: Readonly<Record<Layout, Readonly<Partial<Record<Look, PreviewWord>>>>> = {
  post: { feed: 'look.folded', detail: 'look.open' },
  moment: { feed: 'look.folded', detail: 'look.open' },
  note: { feed: 'look.feed', detail: 'look.page' },
  article: { feed: 'look.feed', detail: 'look.page' },
  clip: { feed: 'look.folded', detail: 'look.open', script: 'look.script', subtitles: 'look.subtitles' },
  watch: { feed: 'look.feed', detail: 'look.watch', script: 'look.script', subtitles: 'look.subtitles' },
  live: { feed: 'look.feed', script: 'look.show' },
  chat: { detail: 'look.page' },
};
export const lookWord = (format: Format, look: Look): PreviewWord =>
  look === 'pictures' ? 'look.pictures' : (lookWords[layoutOf(format)][look] ?? 'look.page');

/** The side shown first: where the reader meets it; a live stream is planned by its run of show. */
export const firstOf = (format: Format, of: readonly Look[]): Look =>
  layoutOf(format) === 'live' ? 'script' : (of[0] ?? 'detail');

/**
 * The side that shows a sentence of the source, given as `isIt`: the one standing if it does, else the page, else the script. A
 * sentence that is nowhere moves nothing.
 */
export function sideWith(
  format: Format,
  { origins, extra }: Pick<Variant, 'origins' | 'extra'>,
  isIt: (from: Origin['from']) => boolean,
  standing: Look,
  of: readonly Look[],
): Look {
  const isRead = origins.some(({ from }) => isIt(from));
  const isSaid = (extra.spoken ?? []).some(({ from }) => isIt(from));
  const shows = (look: Look): boolean => (look === 'script' ? isSaid : isRead && !showsNoText(format, look));
  if (shows(standing)) return standing;
  return (['detail', 'feed', 'script'] as const).find((look) => of.includes(look) && shows(look)) ?? standing;
}

/** Whether a side shows no sentence of the body: the cards of a feed, and the script, whose lines are its own. */
export function showsNoText(format: Format, look: Look): boolean {
  if (look === 'pictures' || look === 'script' || look === 'subtitles') return true;
  if (look !== 'feed') return false;
  const layout = layoutOf(format);
  return (
    layout === 'article' || layout === 'watch' || (layout === 'note' && skinOf(format.platform.id).notes === 'tiles')
  );
}
