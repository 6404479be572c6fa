import { printChapters } from '../adapt/chapters';
import { printContents } from '../adapt/contents';
import { printShots } from '../adapt/shotText';
import { printShow } from '../adapt/showText';
import { writeTag } from '../adapt/tagRules';
import type { Extra, Segment, Shot, Slot, Timing, Variant } from '../adapt/types';
import type { Lang } from '../model/records';
import type { FormatPack } from '../platforms/pack';
import { exporterWords } from '../words/exporters';
import { extraWords, sayExtra } from '../words/extras';
import { say } from '../words/say';

/** Everything of a variant that somebody pastes, uploads or types somewhere, one file each, in the order of doing it. */
export const copyFieldKinds = [
  'title',
  'cover',
  'body',
  'part',
  'html',
  'tags',
  'topics',
  'pictures',
  'digest',
  'source_url',
  'script',
  'subtitles',
  'chapters',
  'contents',
  'run_of_show',
  'first_comment',
  'sending',
] as const;
export type CopyFieldKind = (typeof copyFieldKinds)[number];

export type CopyField = {
  readonly kind: CopyFieldKind;
  /** From 1, for the posts of a thread; else 1. */
  readonly number: number;
  readonly file: string;
  readonly text: string;
};

/**
 * `pictures` gives the file of an image by its source, for formatted text that shows it; `names` what every image of the
 * piece is called where the pack is read, its file or its own name, and the file of each cover by its place.
 */
export function copyFields(
  variant: Variant,
  format: FormatPack | null,
  pictures: ReadonlyMap<string, string>,
  lang: Lang,
  names: PictureNames = { pictures, covers: new Map() },
): readonly CopyField[] {
  const texts: { readonly [K in CopyFieldKind]: readonly string[] } = {
    title: some(variant.title),
    cover: some(variant.extra.cover),
    body: variant.parts.length > 1 ? [] : some(variant.body),
    part: variant.parts.length > 1 ? variant.parts : [],
    html: some(variant.extra.html).map((html) => page(html, pictures)),
    // Tags that stand in the text already are not typed twice.
    tags:
      format?.tags.where === 'inline' || variant.extra.topics !== undefined ? [] : some(tagText(variant.tags, format)),
    topics: some(variant.extra.topics?.join('\n')),
    pictures: names.pictures.size === 0 ? [] : some(pictureSheet(variant.extra, names, lang)),
    digest: some(variant.extra.digest),
    source_url: some(variant.extra.sourceUrl),
    script: some(
      variant.extra.script === undefined ? undefined : scriptTable(variant.extra.script, variant.extra.timing, lang),
    ),
    subtitles: some(variant.extra.srt),
    // Where the platform makes it from the headings, nothing is pasted.
    contents:
      format?.contents?.by !== 'hand' || variant.extra.contents === undefined
        ? []
        : some(printContents(variant.extra.contents)),
    chapters: some(variant.extra.chapters === undefined ? undefined : printChapters(variant.extra.chapters)),
    run_of_show: some(variant.extra.runOfShow === undefined ? undefined : showPage(variant.extra.runOfShow, lang)),
    first_comment: some(variant.extra.firstComment),
    sending: some(variant.extra.sending === undefined ? undefined : sayExtra(lang, 'sending', variant.extra)),
  };
  return copyFieldKinds.flatMap((kind) =>
    texts[kind].map((text, index) => ({ kind, number: index + 1, file: files[kind](index + 1), text })),
  );
}

export type PictureNames = {
  readonly pictures: ReadonlyMap<string, string>;
  readonly covers: ReadonlyMap<string, string>;
};

const files: { readonly [K in CopyFieldKind]: (number: number) => string } = {
  title: () => 'title.txt',
  cover: () => 'cover.txt',
  body: () => 'body.txt',
  part: (number) => `part-${number}.txt`,
  html: () => 'body.html',
  tags: () => 'tags.txt',
  topics: () => 'topics.txt',
  pictures: () => 'pictures.txt',
  digest: () => 'digest.txt',
  source_url: () => 'source-link.txt',
  script: () => 'script.md',
  subtitles: () => 'subtitles.srt',
  chapters: () => 'chapters.txt',
  contents: () => 'contents.txt',
  run_of_show: () => 'run-of-show.md',
  first_comment: () => 'first-comment.txt',
  sending: () => 'who-reads.txt',
};

const some = (text: string | null | undefined): readonly string[] =>
  text === null || text === undefined || text === '' ? [] : [text];

/** One line each, as it is typed; a list field takes them in one line with commas. */
const tagText = (tags: readonly string[], format: FormatPack | null): string =>
  format?.tags.syntax === 'list' ? tags.join(',') : tags.map(writeTag[format?.tags.syntax ?? 'hash']).join('\n');

/** Every picture in posting order with its ratio and crop, then the cover as each place of the platform shows it. */
function pictureSheet({ slots = [], covers = [] }: Extra, names: PictureNames, lang: Lang): string {
  const named = <T extends Slot>(list: readonly T[]): readonly T[] =>
    list.map((slot) => ({ ...slot, asset: names.pictures.get(slot.asset) ?? slot.asset }));
  const cover = covers[0] === undefined ? '' : (names.pictures.get(covers[0].asset) ?? '');
  return [
    ...(slots.length === 0 ? [] : [sayExtra(lang, 'slots', { slots: named(slots) })]),
    ...(covers.length === 0
      ? []
      : [
          `${say(extraWords, lang, 'covers')} ${cover}`.trim(),
          sayExtra(lang, 'covers', {
            covers: covers.map((slot) => ({
              ...slot,
              asset: names.covers.get(slot.place) ?? names.pictures.get(slot.asset) ?? slot.asset,
            })),
          }),
        ]),
  ].join('\n');
}

/** The fragment as a page of its own, so that a browser shows it in the right encoding, its pictures beside it. */
function page(html: string, pictures: ReadonlyMap<string, string>): string {
  const shown = html.replaceAll(/src="([^"]*)"/g, (whole, src: string) => {
    const file = pictures.get(src);
    return file === undefined ? whole : `src="${file}"`;
  });
  return `<!doctype html>\n<meta charset="utf-8">\n${shown}\n`;
}

/** The shot list as a Markdown table, and below it in the one-line form that can be pasted back into the editor. */
function scriptTable(script: readonly Shot[], timing: Timing | undefined, lang: Lang): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
  const rows = script.map(({ seconds, picture, voice, caption }, index) =>
    [`${index + 1}`, `${seconds}s`, picture, voice, caption].map(cell).join(' | '),
  );
  const head = (['number', 'seconds', 'picture', 'voice', 'caption'] as const).map((column) =>
    say(exporterWords, lang, `shot.${column}`),
  );
  const table = [head.join(' | '), head.map(() => '---').join(' | '), ...rows].map((row) => `| ${row} |`);
  const length = timing === undefined ? '' : `${sayExtra(lang, 'timing', { timing })}\n\n`;
  return `${length}${table.join('\n')}\n\n\`\`\`\n${printShots(script)}\n\`\`\`\n`;
}

/** The run of show to read from, and below it in the form that can be pasted back into the editor. */
const showPage = (segments: readonly Segment[], lang: Lang): string =>
  `${sayExtra(lang, 'runOfShow', { runOfShow: segments })}\n\n\`\`\`\n${printShow(segments)}\n\`\`\`\n`;
