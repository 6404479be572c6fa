import { z } from 'zod';
import { roles } from '../model/records';
import { type CounterId, type Family, type FormatPack, formatPack, type PlatformPack } from './pack';

/**
 * Platforms and formats a team adds itself. They are kept among the platform's overrides as JSON text: `+` is the
 * platform, `+story` its format `story`; what the shipped packs call the same is replaced by the team's. They travel in
 * the plan file, and every rule of theirs can be changed like a shipped one.
 */
export const PLATFORM_KEY = '+';
export const formatKey = (id: string): string => `+${id}`;

/** Ids of platforms and formats a team makes: those a format reference can hold, and no name of the language itself. */
export const ownId = z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/);

const name = z.string().trim().min(1).max(60);
const publishUrl = z
  .string()
  .max(2_000)
  .regex(/^https:\/\/\S+$/);

/** A platform without its formats. */
export const ownPlatform = z
  .object({
    zh: name,
    en: name,
    glyph: z.string().min(1).max(2),
    region: z.enum(['cn', 'intl']),
    role: z.enum(roles),
    checkedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    publishUrl: publishUrl.optional(),
  })
  .strict();
export type OwnPlatform = z.infer<typeof ownPlatform>;

/** A format as a team writes it: facts and notes may be left out. */
export const ownFormat = formatPack.extend({
  id: ownId,
  zh: name,
  en: name,
  facts: formatPack.shape.facts.default([]),
});

/** The shipped pack with the team's head, or a pack of its own that still has no format. */
export const withHead = (pack: PlatformPack | undefined, id: string, head: OwnPlatform): PlatformPack => ({
  schema: 1,
  id,
  roleNote: { zh: '', en: '' },
  notable: [],
  sources: {},
  formats: [],
  ...pack,
  ...head,
});

/** The pack with a format added at the end, or put in the place of the one with its id. */
export const withFormat = (pack: PlatformPack, format: FormatPack): PlatformPack => ({
  ...pack,
  formats: pack.formats.some(({ id }) => id === format.id)
    ? pack.formats.map((one) => (one.id === format.id ? format : one))
    : [...pack.formats, format],
});

/** The few figures a person gives for a new format; null for no limit. */
export type FormatForm = {
  readonly id: string;
  readonly name: string;
  readonly family: Family;
  readonly count: CounterId;
  readonly titleMax: number | null;
  readonly bodyMax: number | null;
  readonly tagsMax: number | null;
  readonly imagesMax: number | null;
};

type Ways = Pick<FormatPack, 'title' | 'tags' | 'links' | 'lines' | 'markup'>;
/** Words beside a picture or a film: nothing in them can be pressed. */
const caption: Ways = {
  title: 'field',
  tags: { syntax: 'hash_space', where: 'inline' },
  links: { policy: 'drop', clickable: false },
  lines: 'single',
  markup: 'plain',
};
const links: Ways['links'] = { policy: 'keep', clickable: true };

/** What a format of a family is like before anything is known about it: the careful side. */
const familyWays: Readonly<Record<Family, Ways>> = {
  short_post: {
    title: 'first_line',
    tags: { syntax: 'hash', where: 'inline' },
    links,
    lines: 'blank',
    markup: 'plain',
  },
  image_note: caption,
  video: caption,
  live: { ...caption, tags: { syntax: 'none', where: 'apart' } },
  article: { title: 'field', tags: { syntax: 'list', where: 'apart' }, links, lines: 'blank', markup: 'html' },
  private: { title: 'first_line', tags: { syntax: 'none', where: 'apart' }, links, lines: 'single', markup: 'plain' },
};

/** A new format from a form: the family's ways, the figures given, nothing else claimed. */
export function formatFrom(form: FormatForm): FormatPack {
  const spoken = form.family === 'video' || form.family === 'live';
  return {
    id: form.id,
    zh: form.name,
    en: form.name,
    family: form.family,
    ...familyWays[form.family],
    limits: Object.fromEntries(
      Object.entries({
        title_max: form.titleMax,
        body_max: form.bodyMax,
        tags_max: form.tagsMax,
        images_max: form.imagesMax,
      }).filter(([, figure]) => figure !== null),
    ),
    count: { title: form.count, body: form.count, bodyOn: 'text' },
    mentions: { syntax: 'at_space' },
    threads: false,
    ratios: [],
    imageFormats: [],
    forbiddenChars: [],
    ...(spoken ? { speech: { han: 4.5, words: 2.5 } } : {}),
    notable: [],
    facts: [],
  };
}
