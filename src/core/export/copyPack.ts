import { digest } from '../model/ids';
import { canonical } from '../plan/canonical';
import { utf8Length } from '../text/length';
import { exporterWords } from '../words/exporters';
import { say } from '../words/say';
import { accountName, checklist, overview } from './checklist';
import { type CopyField, copyFields } from './copyFields';
import { formatOf, platformName, sortEntries } from './entries';
import type { ExportOptions } from './options';
import { packPage } from './packPage';
import { pictureExtension } from './pictures';
import { nameGiver, safeName } from './safeName';
import type { ExportCover, ExportEntry, ExportFile, ExportImage, ExportModel } from './types';

/**
 * The folder people post from:
 *
 *   index.html                              every field with a copy button, for a phone without network
 *   check.md                                all placements in order, and those that could not be written
 *   manifest.json                           length and SHA-256 of every file
 *   2026-10-11/微博/官微/title.txt, body.txt, tags.txt, check.md, images/01.jpg, covers/portrait.jpg …
 *
 * The same plan gives the same bytes. A text that fits no lawful form is listed, never written.
 */
export function runCopyPack(model: ExportModel, { by }: Pick<Options, 'by'> = { by: 'day' }): readonly ExportFile[] {
  const sorted = sortEntries(model.entries);
  const packed = arrange(
    sorted.filter(({ blocked }) => !blocked),
    model,
    by,
  );
  const blocked = sorted.filter((entry) => entry.blocked);
  if (sorted.length === 0) return [];
  const files: readonly HashedFile[] = [
    ...packed.flatMap((packedEntry) => {
      const { id, day } = packedEntry.entry.placement;
      return filesOf(packedEntry, model).map((file) => ({ ...file, placement: { id, day } }));
    }),
    hashed('check.md', overview(packed, blocked, model)),
    hashed('index.html', packPage(packed, blocked, model)),
  ];
  return [
    ...files.map(({ path, content, placement }) => ({ path, content, ...(placement && { placement }) })),
    { path: 'manifest.json', content: manifest(files, model) },
  ];
}

type Options = ExportOptions['copy_pack'];

/** One placement with its folder and everything that goes into it. */
export type PackedEntry = {
  readonly entry: ExportEntry;
  /** Relative to the pack: `2026-10-11/微博/官微`. */
  readonly folder: string;
  readonly fields: readonly CopyField[];
  /** In posting order; `file` relative to the folder. */
  readonly pictures: readonly { readonly file: string; readonly image: ExportImage }[];
  /** Cover by cover. One that is a picture of the post already, cut alike, is that picture's file. */
  readonly covers: readonly { readonly file: string; readonly cover: ExportCover }[];
};

type HashedFile = ExportFile & { readonly bytes: number; readonly sha256: string };

const hashed = (path: string, content: string): HashedFile => ({
  path,
  content,
  bytes: utf8Length(content),
  sha256: digest(content),
});

/** Folders by day, platform and account; several posts of one account on a day are told apart by their time. */
function arrange(entries: readonly ExportEntry[], model: ExportModel, by: Options['by']): readonly PackedEntry[] {
  const unique = nameGiver();
  const place = (entry: ExportEntry): string => {
    const names = {
      day: entry.placement.day ?? safeName(say(exporterWords, model.lang, 'no_day')),
      platform: safeName(platformName(model, entry), FOLDER_BYTES),
      account: safeName(accountName(entry, model), FOLDER_BYTES),
    };
    return folders[by].map((name) => names[name]).join('/');
  };
  const places = entries.map(place);
  return entries.map((entry, index) => {
    const shared = places.filter((other) => other === places[index]).length > 1;
    const time = entry.placement.time?.replace(':', '-') ?? '';
    const pictures = picturesOf(entry);
    const covers = coversOf(entry, pictures);
    const byImage = new Map(pictures.map(({ file, image }) => [image.src, file]));
    return {
      entry,
      folder: unique(`${places[index]}${shared && time !== '' ? ` ${time}` : ''}`),
      fields: copyFields(entry.variant, formatOf(model, entry), byImage, model.lang, {
        pictures: namesOf(entry, byImage),
        covers: new Map(covers.map(({ file, cover }) => [cover.place, file])),
      }),
      pictures,
      covers,
    };
  });
}

const folders = {
  day: ['day', 'platform', 'account'],
  platform: ['platform', 'account', 'day'],
  account: ['account', 'platform', 'day'],
} as const satisfies Readonly<Record<Options['by'], readonly Options['by'][]>>;

/** What a reader of the pack can find an image by: its file here, else the name it had when it was taken in. */
const namesOf = ({ images }: ExportEntry, files: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(images.map(({ src, name }) => [src, files.get(src) ?? name]));

/** Paths stay well under the 260 characters of Windows. */
const FOLDER_BYTES = 60;

function picturesOf({ variant, images }: ExportEntry): PackedEntry['pictures'] {
  const bySrc = new Map(images.map((image) => [image.src, image]));
  const chosen = (variant.extra.images ?? []).flatMap((src) => bySrc.get(src) ?? []);
  return chosen.map((image, index) => ({
    file: `images/${`${index + 1}`.padStart(2, '0')}.${pictureExtension(image.made?.mime ?? image.mime)}`,
    image,
  }));
}

function coversOf({ covers = [] }: ExportEntry, pictures: PackedEntry['pictures']): PackedEntry['covers'] {
  const shown = new Map(pictures.flatMap(({ file, image }) => (image.made ? [[image.made.key, file] as const] : [])));
  return covers.map((cover) => {
    const { made } = cover.image;
    return { cover, file: shown.get(made.key) ?? `covers/${safeName(cover.place)}.${pictureExtension(made.mime)}` };
  });
}

const filesOf = (packed: PackedEntry, model: ExportModel): readonly HashedFile[] => [
  ...packed.fields.map(({ file, text }) => hashed(`${packed.folder}/${file}`, text)),
  ...pictureFiles(packed).map(({ file, image }) => ({
    path: `${packed.folder}/${file}`,
    content: image.made === undefined ? { assetId: image.src } : { made: image.made.key },
    bytes: image.made?.bytes ?? image.bytes,
    sha256: image.made?.sha256 ?? image.hash,
  })),
  hashed(`${packed.folder}/check.md`, checklist(packed, model)),
];

/** Each file once, whatever shows it. */
const pictureFiles = ({ pictures, covers }: PackedEntry): PackedEntry['pictures'] => [
  ...new Map(
    [...pictures, ...covers.map(({ file, cover }) => ({ file, image: cover.image }))].map((one) => [one.file, one]),
  ).values(),
];

const manifest = (files: readonly HashedFile[], model: ExportModel): string =>
  `${canonical({
    files: [...files]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, bytes, sha256 }) => ({ bytes, path, sha256 })),
    format: 'juzhen-copy-pack',
    title: model.title,
    version: 1,
  })}\n`;
