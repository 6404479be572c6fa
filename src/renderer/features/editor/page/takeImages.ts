import type { Editor } from '@tiptap/core';
import type { KeptFile } from '../../../../contract';
import { type Failure, failure } from '../../../../core/result';
import { type Arrival, arrivalOf, arrivalOfChoice, bringIn } from '../../../state/bringIn';
import type { Studio } from '../../../state/studio';

/** A picture for the text: the asset, and what is said about it so far. */
export type NewPicture = { readonly src: string; readonly alt: string | null };

export type Refused = { readonly name: string; readonly failure: Failure };

/** Takes dropped or pasted files in and puts the pictures where they were dropped. Answers what was refused. */
export const takeFiles = (
  studio: Studio,
  editor: Editor,
  files: readonly File[],
  at: number | null,
): Promise<readonly Refused[]> =>
  takeIn(
    studio,
    editor,
    files.map((file) =>
      // A film is not copied first to be refused then.
      /^(video|audio)\//.test(file.type)
        ? { name: file.name, keep: async () => ({ ok: false, failure: noPicture(file.name) }) }
        : arrivalOf(studio, file),
    ),
    at,
  );

/** Asks for a file and puts the picture in at the caret. Answers what was refused. */
export async function takeByDialog(studio: Studio, editor: Editor): Promise<readonly Refused[]> {
  const chosen = await studio.getState().act('dialog.open_file', { what: 'image' });
  return chosen === null ? [] : takeIn(studio, editor, [arrivalOfChoice(studio, chosen)], null);
}

async function takeIn(
  studio: Studio,
  editor: Editor,
  arrivals: readonly Arrival[],
  at: number | null,
): Promise<readonly Refused[]> {
  const place = follow(editor, at);
  const { outcomes } = await bringIn(studio, arrivals, isPicture);
  const where = place();
  putIn(
    editor,
    outcomes.flatMap((one) => ('id' in one ? [{ src: one.id, alt: null }] : [])),
    where,
  );
  return outcomes.flatMap((one) => ('failure' in one ? [one] : []));
}

/** Text shows still pictures; films and sounds live among the media. */
export const isPicture = ({ name, file }: KeptFile): Failure | null =>
  /\.(png|jpg|gif|webp)$/.test(file) ? null : noPicture(name);

const noPicture = (file: string): Failure => failure('image_unreadable', { file });

/** Keeps a place of the text while people write on around it; answers where it is now. Null is the caret. */
export function follow(editor: Editor, at: number | null): () => number {
  let place = at ?? editor.state.selection.to;
  const hear = ({ transaction }: { transaction: { readonly mapping: { map: (at: number) => number } } }): void => {
    place = transaction.mapping.map(place);
  };
  editor.on('transaction', hear);
  return () => {
    editor.off('transaction', hear);
    return place;
  };
}

/** Puts pictures into the text, one below the other, as one step of undo. */
export function putIn(editor: Editor, pictures: readonly NewPicture[], at: number): void {
  if (pictures.length === 0 || editor.isDestroyed) return;
  const nodes = pictures.map(({ src, alt }) => ({ type: 'image', attrs: { src, alt: alt || null } }));
  editor.chain().focus().insertContentAt(Math.min(at, editor.state.doc.content.size), nodes).run();
}
