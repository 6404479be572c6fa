import type { Editor } from '@tiptap/core';
import type { Answer } from '../../../../contract';
import { type Failure, failure } from '../../../../core/result';
import type { Studio } from '../../../state/studio';

/** The most a dropped or pasted image may weigh, in bytes; larger ones come through the dialog. */
const MAX_BYTES = 20 * 1024 * 1024;

export type Taken = {
  readonly ids: readonly string[];
  readonly refused: readonly { name: string; failure: Failure }[];
};

/** Stores dropped or pasted files as assets, one after the other, and puts them into the text where they were dropped. */
export async function takeFiles(
  studio: Studio,
  editor: Editor,
  files: readonly File[],
  at: number | null,
): Promise<Taken> {
  const ids: string[] = [];
  const refused: { name: string; failure: Failure }[] = [];
  for (const file of files) {
    const answer = await addFile(studio, file);
    if (answer.ok) ids.push(answer.value.id);
    else refused.push({ name: file.name, failure: answer.failure });
  }
  putIn(editor, ids, at);
  return { ids, refused };
}

async function addFile(studio: Studio, file: File): Promise<Answer<{ readonly id: string }>> {
  if (file.size > MAX_BYTES)
    return { ok: false, failure: failure('image_too_big', { file: file.name, bytes: file.size, limit: MAX_BYTES }) };
  return addImage(studio, file.name, new Uint8Array(await file.arrayBuffer()));
}

/** Stores the bytes of one picture. */
export async function addImage(
  studio: Studio,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Answer<{ readonly id: string }>> {
  if (bytes.length > MAX_BYTES)
    return { ok: false, failure: failure('image_too_big', { file: name, bytes: bytes.length, limit: MAX_BYTES }) };
  return studio.api.call('asset.add', { name: name.slice(0, 300), bytes });
}

/** Asks for a file and puts the image in at the caret. False when the dialog was closed or the file refused. */
export async function takeByDialog(studio: Studio, editor: Editor): Promise<boolean> {
  const { act } = studio.getState();
  const chosen = await act('dialog.open_file', { what: 'image' });
  if (chosen === null) return false;
  const asset = await act('asset.import', { token: chosen.token });
  if (asset === null) return false;
  putIn(editor, [asset.id], null);
  return true;
}

function putIn(editor: Editor, ids: readonly string[], at: number | null): void {
  if (ids.length === 0 || editor.isDestroyed) return;
  const nodes = ids.map((src) => ({ type: 'image', attrs: { src } }));
  const where = Math.min(at ?? editor.state.selection.to, editor.state.doc.content.size);
  editor.chain().focus().insertContentAt(where, nodes).run();
}
