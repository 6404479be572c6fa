import type { BlockNode, Doc } from '../model/doc';
import { captionLine, mapImages, type ReadDocument, told } from './draft';
import type { FoundImage, ImageDraft, RowMessage } from './model';

/** What became of a picture's path: found, or the message that says why not. */
export type Looked = { readonly image: FoundImage } | { readonly message: RowMessage };

/** Whether a path leads out to the web, where the studio never goes. */
export const isRemote = (path: string): boolean => /^(https?:)?\/\//i.test(path);

/** The pictures that must be looked for on the disk or in the document, each once. */
export const pathsToLookFor = ({ piece }: ReadDocument): readonly string[] =>
  piece.images.map(({ path }) => path).filter((path) => !isRemote(path));

/**
 * A document with what was found of its pictures. One that is on the web stays as an address in the text, because a
 * picture nobody can see is no picture; one that is missing stays in its place by its name.
 */
export function withPictures(read: ReadDocument, looked: ReadonlyMap<string, Looked>): Omit<ReadDocument, 'inlined'> {
  const { piece } = read;
  const messages = [...read.messages];
  const images: ImageDraft[] = [];
  for (const image of piece.images) {
    if (isRemote(image.path)) {
      messages.push(told('remote_image', { name: image.path.slice(0, 120) }));
      continue;
    }
    const found = looked.get(image.path);
    if (found !== undefined && 'image' in found) images.push({ ...image, found: found.image });
    else {
      images.push(image);
      messages.push(found?.message ?? told('missing_image', { name: image.path.slice(0, 120) }));
    }
  }
  const cover = piece.cover !== null && isRemote(piece.cover) ? null : piece.cover;
  return { piece: { ...piece, body: withoutRemote(piece.body), images, cover }, messages };
}

const withoutRemote = (doc: Doc): Doc =>
  mapImages(doc, (image): BlockNode | readonly BlockNode[] => {
    const { src, alt, title: _title, ...marks } = image.attrs;
    if (!isRemote(src)) return image;
    const href = src.startsWith('//') ? `https:${src}` : src;
    const words = alt || href;
    return [
      {
        type: 'paragraph',
        ...(Object.keys(marks).length === 0 ? {} : { attrs: marks }),
        content: [{ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }],
      },
      ...captionLine(image, words),
    ];
  });
