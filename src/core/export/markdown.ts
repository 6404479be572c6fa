import { docToMarkdown } from '../markdown/printMarkdown';
import type { BlockNode, Doc } from '../model/doc';
import { exporterWords } from '../words/exporters';
import { kindWords } from '../words/kinds';
import { say } from '../words/say';
import { accountName, whenOf } from './checklist';
import { formatName, platformName, sortEntries } from './entries';
import { pictureExtension } from './pictures';
import { nameGiver, safeName } from './safeName';
import type { ExportEntry, ExportFile, ExportImage, ExportModel, ExportPiece } from './types';

/**
 * The sources as Markdown, one file per piece with its head, block marks and pictures, as the studio and the command
 * line read them again; and `schedule.md`, which says what goes out where and when.
 */
export function runMarkdown(model: ExportModel): readonly ExportFile[] {
  const entries = sortEntries(model.entries);
  const fileName = nameGiver();
  const schedule = fileName('schedule', '.md');
  const pieces = new Map<string, { readonly source: ExportPiece; readonly file: string }>();
  // Those that are planned in the order of the plan, then those that are not.
  for (const source of [...entries, ...model.pieces])
    if (!pieces.has(source.piece.id))
      pieces.set(source.piece.id, { source, file: fileName(safeName(source.piece.title), '.md') });
  const pictures = pictureFiles([...pieces.values()].flatMap(({ source }) => source.images));
  return [
    ...(entries.length === 0
      ? []
      : [{ path: schedule, content: scheduleTable(entries, model, (id) => pieces.get(id)?.file ?? '') }]),
    ...[...pieces.values()].map(({ source, file }) => ({ path: file, content: pieceFile(source, pictures) })),
    ...[...pictures].map(([assetId, path]) => ({ path, content: { assetId } })),
  ];
}

/** Sources as Markdown without a plan around them: one file each, and their pictures. */
export function runMarkdownSources(sources: readonly ExportPiece[]): readonly ExportFile[] {
  const fileName = nameGiver();
  const pictures = pictureFiles(sources.flatMap(({ images }) => images));
  return [
    ...sources.map((source) => ({
      path: fileName(safeName(source.piece.title), '.md'),
      content: pieceFile(source, pictures),
    })),
    ...[...pictures].map(([assetId, path]) => ({ path, content: { assetId } })),
  ];
}

/** Where each picture is written, by asset id; one file for a picture that several pieces show. */
function pictureFiles(images: readonly ExportImage[]): ReadonlyMap<string, string> {
  const name = nameGiver();
  const files = new Map<string, string>();
  for (const image of images)
    if (!files.has(image.src)) {
      const base = safeName(image.name.replace(/\.[A-Za-z0-9]{1,5}$/, ''), PICTURE_BYTES, 'image').replaceAll(' ', '-');
      files.set(image.src, `images/${name(base, `.${pictureExtension(image.mime)}`)}`);
    }
  return files;
}

const PICTURE_BYTES = 60;

function pieceFile({ piece, doc, persona, images }: ExportPiece, pictures: ReadonlyMap<string, string>): string {
  const pathOf = (src: string): string => pictures.get(src) ?? src;
  return docToMarkdown(withPaths(doc, pathOf), {
    title: piece.title,
    kind: piece.kind,
    subkind: piece.subkind,
    lang: piece.lang,
    brief: piece.brief,
    tags: piece.tags,
    // The entry's persona is the account's; the head names the piece's own.
    persona: persona !== null && persona.id === piece.personaId ? persona.name : '',
    link: piece.link,
    images: images.map(({ src }) => pathOf(src)),
  });
}

/** The same document with its pictures named by their files. */
function withPaths(doc: Doc, pathOf: (src: string) => string): Doc {
  const block = (node: BlockNode): BlockNode => {
    switch (node.type) {
      case 'image':
        return { ...node, attrs: { ...node.attrs, src: pathOf(node.attrs.src) } };
      case 'blockquote':
        return { ...node, content: node.content.map(block) };
      case 'bulletList':
        return { ...node, content: node.content.map((item) => ({ ...item, content: item.content.map(block) })) };
      case 'orderedList':
        return { ...node, content: node.content.map((item) => ({ ...item, content: item.content.map(block) })) };
      default:
        return node;
    }
  };
  return { ...doc, content: doc.content.map(block) };
}

const columns = ['date', 'platform', 'account', 'title', 'outcome', 'link'] as const;

function scheduleTable(
  entries: readonly ExportEntry[],
  model: ExportModel,
  fileOf: (pieceId: string) => string,
): string {
  const { lang } = model;
  const days = entries.flatMap(({ placement }) => placement.day ?? []);
  const cells: { readonly [K in (typeof columns)[number]]: (entry: ExportEntry) => string } = {
    date: (entry) => plain(whenOf(entry, model)),
    platform: (entry) => plain(`${platformName(model, entry)} · ${formatName(model, entry)}`),
    account: (entry) => plain(accountName(entry, model)),
    title: ({ piece }) => `[${plain(piece.title || piece.id)}](<${fileOf(piece.id)}>)`,
    outcome: ({ placement }) => say(kindWords, lang, `outcome.${placement.outcome}`),
    link: ({ placement }) => plain(placement.liveLink),
  };
  const head = columns.map((column) => say(exporterWords, lang, `column.${column}`));
  const rows = entries.map((entry) => columns.map((column) => cells[column](entry)));
  return [
    `# ${plain(model.title)} · ${say(exporterWords, lang, 'schedule.heading')}`,
    '',
    say(exporterWords, lang, 'schedule.lead', {
      from: days[0] ?? say(exporterWords, lang, 'no_day'),
      to: days.at(-1) ?? say(exporterWords, lang, 'no_day'),
      count: entries.length,
    }),
    '',
    ...[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

/** Text in a table cell: one line, no sign that Markdown would read. */
const plain = (text: string): string =>
  text.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').replaceAll(/[\\`*_[\]|<>#~&]/g, '\\$&');
