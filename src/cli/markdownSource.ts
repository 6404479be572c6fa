import { basename, dirname, resolve } from 'node:path';
import type { Source, SourceImage } from '../core/adapt/types';
import { altsIn, type MarkdownPiece, readMarkdown, toSource } from '../core/markdown/readMarkdown';
import { HEADER_BYTES, imageFacts } from '../core/media/imageHeader';
import type { Lang } from '../core/model/records';
import { cliWords } from '../core/words/cli';
import { sayWarning } from '../core/words/markdown';
import { say } from '../core/words/say';
import { type Io, stopped } from './io';
import { readHead, readText } from './readFile';

/** A Markdown file as a source for adaptation. Notes about it go to standard error; a broken head stops the command. */
export async function markdownSource(io: Io, lang: Lang, file: string): Promise<Source> {
  const read = readMarkdown(await readText(io, lang, file), file);
  if (!read.ok) throw stopped(lang, read.error);
  const { piece, warnings } = read.value;
  for (const warning of warnings)
    io.err(`${say(cliWords, lang, 'warning', { file, line: warning.line, message: sayWarning(lang, warning) })}\n`);
  return toSource(piece, await imagesOf(io, lang, file, piece));
}

/** Facts of the pictures named in the file, which stand beside it. A missing one is left out with a note. */
async function imagesOf(io: Io, lang: Lang, file: string, piece: MarkdownPiece): Promise<readonly SourceImage[]> {
  const alts = altsIn(piece.doc);
  const images: SourceImage[] = [];
  for (const src of piece.images) {
    const note = (key: 'image_missing' | 'image_unreadable') =>
      io.err(`${say(cliWords, lang, key, { file, image: src })}\n`);
    const found = await readHead(resolve(dirname(resolve(io.cwd, file)), src), HEADER_BYTES);
    const facts = found === null ? null : imageFacts(found.head);
    if (found === null) note('image_missing');
    else if (facts === null) note('image_unreadable');
    else images.push({ src, name: basename(src), alt: alts.get(src) ?? '', bytes: found.size, ...facts });
  }
  return images;
}
