import type { Answer, KeptFile } from '../../../contract';
import { sayFailure } from '../../../core/words/failures';
import { type MediaWord, mediaWords } from '../../../core/words/media';
import { say, type WordParams } from '../../../core/words/say';
import type { Studio } from '../../state/studio';

/** Says a result on screen and to screen readers; `undo` offers to take it back. */
export function tell(studio: Studio, key: MediaWord, params: WordParams, undo: boolean): void {
  const { settings, notify, announce } = studio.getState();
  const message = say(mediaWords, settings.lang, key, params);
  notify({ message, undo });
  announce(message);
}

/** Adds files the user chooses in a dialog. */
export async function addByDialog(studio: Studio): Promise<readonly string[]> {
  const chosen = (await studio.getState().act('dialog.open_media', {})) ?? [];
  return takeAll(
    studio,
    chosen.map(
      ({ token }) =>
        () =>
          studio.api.call('asset.keep', { token }),
    ),
  );
}

/** Adds dropped or pasted files. One that lies on the disk goes by its place there, never through this page. */
export const addFiles = (studio: Studio, files: readonly File[]): Promise<readonly string[]> =>
  takeAll(
    studio,
    files.map((file) => async () => {
      const dropped = await studio.api.drop([file]);
      if (dropped.ok) return studio.api.call('asset.keep', { token: dropped.value.token });
      return studio.api.call('asset.keep_bytes', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    }),
  );

type Keep = () => Promise<Answer<KeptFile>>;

/** Keeps one file after the other, says each that is refused, and records the rest as one step of undo. */
async function takeAll(studio: Studio, keeps: readonly Keep[]): Promise<readonly string[]> {
  const { settings, notify, announce, act } = studio.getState();
  const files: KeptFile[] = [];
  for (const keep of keeps) {
    const kept = await keep();
    if (kept.ok) files.push(kept.value);
    else {
      const message = sayFailure(settings.lang, kept.failure);
      notify({ message, tone: 'bad' });
      announce(message);
    }
  }
  if (files.length === 0) return [];
  const taken = await act('asset.take', { files });
  if (taken === null) return [];
  const added = taken.ids.filter((id) => !taken.known.includes(id)).length;
  if (added === 0) tell(studio, 'added.none', { count: taken.known.length }, false);
  else tell(studio, 'added', { count: added }, true);
  return taken.ids;
}

/** Deletes; answers what is still in use and must be asked about first, null when it is done. */
export async function removeAssets(
  studio: Studio,
  ids: readonly string[],
  anyway: boolean,
): Promise<{ readonly name: string; readonly count: number } | null> {
  const answer = await studio.api.call('asset.remove', { ids: [...ids], anyway });
  if (answer.ok) {
    tell(studio, 'removed', { count: answer.value.removed }, true);
    return null;
  }
  if (answer.failure.code === 'asset_used')
    return { name: `${answer.failure.params.file}`, count: Number(answer.failure.params.count) };
  studio.getState().notify({ message: sayFailure(studio.getState().settings.lang, answer.failure), tone: 'bad' });
  return null;
}

export async function restoreAssets(studio: Studio, ids: readonly string[]): Promise<void> {
  const answer = await studio.getState().act('asset.restore', { ids: [...ids] });
  if (answer !== null) tell(studio, 'restored', { count: answer.restored }, true);
}
