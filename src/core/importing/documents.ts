import { htmlToDoc } from '../html/toDoc';
import { readMarkdown } from '../markdown/readMarkdown';
import { settledRuns } from '../markdown/tokenRuns';
import { unknownFields } from '../markdown/unknownFields';
import type { BlockNode, Doc, InlineNode } from '../model/doc';
import { err, type Failure, failure, ok, type Result } from '../result';
import { draftOf, imagesOf, type ReadDocument, told } from './draft';
import { titleOfFile } from './files';
import { blankDraft, type RowMessage } from './model';

/** Readers of single documents: text in, draft out. Each fails with a code that names the file and the place. */
export type DocumentReader = (text: string, file: string) => Result<ReadDocument, Failure>;

export const readMarkdownDraft: DocumentReader = (text, file) => {
  const read = readMarkdown(text, file);
  if (!read.ok) return read;
  const { piece, warnings } = read.value;
  const { title, kind, subkind, lang, brief, tags, persona, link, doc } = piece;
  const messages: RowMessage[] = warnings
    // The file's name says what the reader could not: told once, below.
    .filter(({ code }) => code !== 'no_kind' && code !== 'no_front_matter' && !(code === 'no_title' && title === ''))
    .map(({ code, line, name }) => told(code, { name }, line));
  if (title === '') messages.push(told('title_from_file', { name: titleOfFile(file) }));
  const images = imagesOf(doc, piece.images);
  const shown = new Set(imagesOf(doc).map(({ path }) => path));
  return ok({
    piece: {
      ...blankDraft,
      title: title === '' ? titleOfFile(file) : title,
      kind,
      subkind,
      lang,
      brief,
      tags: [...new Set(tags)],
      personaName: persona,
      link,
      notes: unknownFields(text),
      body: doc.content.length === 0 ? blankDraft.body : doc,
      images,
      // A picture named only in the head leads; one in the text stays where it is.
      cover: piece.images.find((path) => !shown.has(path)) ?? null,
    },
    messages,
    inlined: new Map(),
  });
};

export const readHtmlDraft: DocumentReader = (text, file) => {
  const read = htmlToDoc(text);
  if (read === null) return err(failure('file_damaged', { file, place: '<div><div><div>…' }));
  const { doc, title, removed, tables, tooDeep } = read;
  const draft = draftOf(doc, { title, file });
  if (!draft.ok) return draft;
  const messages = [
    ...draft.value.messages,
    ...(removed === 0 ? [] : [told('filth_removed', { count: removed })]),
    ...(tables === 0 ? [] : [told('table_flattened', { count: tables })]),
    ...(tooDeep ? [told('nested_too_deep')] : []),
  ];
  return ok({ ...draft.value, messages, inlined: read.inlined });
};

/** Longest first line that is a title rather than a paragraph. */
const TITLE_LINE = 60;

/** Plain text: a short first line that stands by itself is the title; lines are paragraphs, as in Chinese text files. */
export const readTextDraft: DocumentReader = (text, file) => {
  const lines = text.toWellFormed().replace(/\r\n?/g, '\n').split('\n').map(withoutControls);
  const begin = lines.findIndex((line) => line !== '');
  const first = lines[begin] ?? '';
  const rest = lines.slice(begin + 1);
  const isTitle =
    first !== '' &&
    first.length <= TITLE_LINE &&
    !/[。！？，；：.!?,;:…]$/.test(first) &&
    rest.some((line) => line !== '');
  return draftOf({ type: 'doc', content: paragraphs(isTitle ? rest : lines) }, { title: isTitle ? first : '', file });
};

const withoutControls = (line: string): string => line.replace(/(?!\t)\p{Cc}/gu, '').trim();

/** Where blank lines part paragraphs, the lines between them are lines; where there are none, each line is a paragraph. */
function paragraphs(lines: readonly string[]): readonly BlockNode[] {
  const text = lines.join('\n').replace(/^\n+|\n+$/g, '');
  const parts = text.split(/\n{2,}/);
  const wrapped = parts.length > 1 && parts.some((part) => part.includes('\n'));
  return (wrapped ? parts : text.split('\n'))
    .filter((part) => part !== '')
    .map((part) => ({ type: 'paragraph', content: part.split('\n').flatMap(lineOf) }));
}

const lineOf = (line: string, index: number): readonly InlineNode[] => [
  ...(index === 0 ? [] : [{ type: 'hardBreak' } as const]),
  ...settledRuns(line).map((run): InlineNode => (run.kind === 'token' ? run.node : { type: 'text', text: run.raw })),
];

export const docOfText = (text: string): Doc => ({
  type: 'doc',
  content: paragraphs(text.replace(/\r\n?/g, '\n').split('\n').map(withoutControls)),
});
