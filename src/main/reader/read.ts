import { mkdirSync } from 'node:fs';
import { type DocumentReader, readHtmlDraft, readMarkdownDraft, readTextDraft } from '../../core/importing/documents';
import { type ReadDocument, refusedRow, told } from '../../core/importing/draft';
import { isConflictCopy } from '../../core/importing/files';
import { type Looked, pathsToLookFor, withPictures } from '../../core/importing/images';
import type { ImportRow, RowSource } from '../../core/importing/model';
import { failure, Refusal, refuse } from '../../core/result';
import type { Encoding, TextRead } from '../../core/text/encoding';
import { planFolder } from '../../disk/folderView';
import type { FileRef, FromReader, ReadTask } from '../store/importing/protocol';
import { encodingOfPage, looksChinese, textOf } from './decode';
import { findFiles } from './files';
import { Pictures } from './pictures';
import { readFolderPieces, readPlanPieces } from './plan';
import { readSheets, type SheetRead } from './sheet';
import { readStable } from './stable';
import { readWord } from './word';

const MB = 1024 * 1024;
/** Largest file of each kind, in bytes. */
const limits: Readonly<Record<FileRef['kind'], number>> = {
  markdown: 5 * MB,
  text: 5 * MB,
  html: 20 * MB,
  word: 64 * MB,
  sheet: 64 * MB,
  plan: 256 * MB,
};
/** Characters of all drafts of one import. */
const MAX_TEXT = 64 * MB;

/**
 * Reads everything the user chose, file by file, and tells of each as soon as it is read. What is wrong with one file is
 * a row that says so; the others come in all the same.
 */
export async function readAll(
  task: ReadTask,
  tell: (message: FromReader) => void,
  stopped = () => false,
): Promise<void> {
  try {
    mkdirSync(task.staging, { recursive: true, mode: 0o700 });
    const found = task.files === null ? findFiles(task.paths) : null;
    if (found !== null) tell({ kind: 'files', ...found });
    const files = task.files ?? found?.files ?? [];
    const pictures = new Pictures(task.staging);
    let text = 0;
    for (let index = task.from; index < files.length && !stopped(); index += 1) {
      const file = files[index] as FileRef;
      tell({ kind: 'reading', index });
      const { rows, sheets } = await rowsOf(file, pictures, task);
      text += JSON.stringify(rows).length;
      if (text > MAX_TEXT) refuse('import_too_much', { limit: `${MAX_TEXT / MB} MB` });
      for (const part of parts(rows, sheets)) tell({ kind: 'rows', index, ...part });
    }
    tell({ kind: 'done' });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell({ kind: 'failed', failure: error.failure });
  }
}

/** Rows told at once: whoever hears them compares each, and has calls to answer in between. */
const TOLD_AT_ONCE = 200;

/** A file's rows in parts; its sheets come with the last. */
function* parts(rows: SheetRead['rows'], sheets: SheetRead['sheets']): Generator<SheetRead> {
  let from = 0;
  for (; from + TOLD_AT_ONCE < rows.length; from += TOLD_AT_ONCE)
    yield { rows: rows.slice(from, from + TOLD_AT_ONCE), sheets: [] };
  yield { rows: rows.slice(from), sheets };
}

async function rowsOf(file: FileRef, pictures: Pictures, task: ReadTask): Promise<SheetRead> {
  const name = file.shown.split('/').at(-1) ?? file.shown;
  const source: RowSource = { file: name, path: file.shown, line: null, sheet: null };
  const asked = task.choices.find(({ path, sheet }) => path === file.shown && sheet === '')?.choice.encoding ?? null;
  try {
    const folder = file.kind === 'plan' ? planFolder(file.path) : null;
    if (folder !== null) return only(readFolderPieces(folder, pictures));
    const bytes = await readStable(file.path, limits[file.kind]);
    if (bytes.length === 0) refuse('file_empty', { file: name });
    if (file.kind === 'plan') return only(readPlanPieces(bytes, name, pictures));
    if (file.kind === 'sheet') return await readSheets(file, name, bytes, task, pictures);
    return only([await documentRow(file, source, bytes, pictures, asked)]);
  } catch (error) {
    // An encoding that was chosen and does not fit must stay on the screen, to be taken back.
    const from = asked === null ? source : { ...source, read: { encoding: asked, guessed: false, chosen: true } };
    if (error instanceof Refusal && error.failure.code !== 'import_too_much')
      return only([refusedRow(from, error.failure)]);
    if (error instanceof RangeError) return only([refusedRow(from, failure('reading_stopped', { file: name }))]);
    throw error;
  }
}

const only = (rows: readonly ImportRow[]): SheetRead => ({ rows, sheets: [] });

const readers: Readonly<Record<'markdown' | 'text' | 'html', DocumentReader>> = {
  markdown: readMarkdownDraft,
  text: readTextDraft,
  html: readHtmlDraft,
};

type Understood = {
  readonly read: ReadDocument;
  readonly looked: ReadonlyMap<string, Looked>;
  readonly sure: boolean;
  readonly text: TextRead | null;
};

async function documentRow(
  file: FileRef,
  source: RowSource,
  bytes: Uint8Array,
  pictures: Pictures,
  asked: Encoding | null,
): Promise<ImportRow> {
  const { read, looked, sure, text } =
    file.kind === 'word'
      ? await wordDocument(source.file, bytes, pictures)
      : textDocument(file, source.file, bytes, asked);
  const found = new Map(looked);
  for (const path of pathsToLookFor(read)) {
    if (found.has(path)) continue;
    const data = read.inlined.get(path);
    found.set(path, data === undefined ? await pictures.beside(file, path) : pictures.fromData(data, path));
  }
  const { piece, messages } = withPictures(read, found);
  const conflict = isConflictCopy(source.file);
  return {
    source: text === null ? source : { ...source, read: text },
    verdict: conflict || !sure ? 'unclear' : 'new',
    piece,
    placements: [],
    messages: conflict ? [told('conflict_copy'), ...messages] : messages,
  };
}

function textDocument(file: FileRef, name: string, bytes: Uint8Array, asked: Encoding | null): Understood {
  const said = asked ?? (file.kind === 'html' ? encodingOfPage(bytes) : null);
  const { text, encoding, guessed } = textOf(bytes, name, said);
  const reader = readers[file.kind === 'html' || file.kind === 'markdown' ? file.kind : 'text'];
  const read = reader(text, name);
  if (!read.ok) throw new Refusal(read.error);
  const guess = guessed ? [told('guessed_encoding', { encoding: encoding.toUpperCase() })] : [];
  return {
    read: { ...read.value, messages: [...guess, ...read.value.messages] },
    looked: new Map(),
    sure: !guessed || encoding !== 'gb18030' || looksChinese(bytes),
    text: { encoding, guessed, chosen: asked !== null },
  };
}

async function wordDocument(name: string, bytes: Uint8Array, pictures: Pictures): Promise<Understood> {
  const { html, pictures: looked, messages } = await readWord(bytes, name, pictures);
  const read = readHtmlDraft(html, name);
  if (!read.ok) throw new Refusal(read.error);
  return { read: { ...read.value, messages: [...read.value.messages, ...messages] }, looked, sure: true, text: null };
}
