import { sayFailure } from '../../../core/words/failures';
import { type MediaWord, mediaWords } from '../../../core/words/media';
import { say, type WordParams } from '../../../core/words/say';
import { type Arrival, arrivalOf, arrivalOfChoice, bringIn } from '../../state/bringIn';
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
    chosen.map((one) => arrivalOfChoice(studio, one)),
  );
}

/** Adds dropped or pasted files. */
export const addFiles = (studio: Studio, files: readonly File[]): Promise<readonly string[]> =>
  takeAll(
    studio,
    files.map((file) => arrivalOf(studio, file)),
  );

/** Says each that is refused; the rest is one step of undo. */
async function takeAll(studio: Studio, arrivals: readonly Arrival[]): Promise<readonly string[]> {
  const { settings, notify, announce } = studio.getState();
  const { outcomes, ids, known } = await bringIn(studio, arrivals);
  for (const one of outcomes)
    if ('failure' in one) {
      const message = sayFailure(settings.lang, one.failure);
      notify({ message, tone: 'bad' });
      announce(message);
    }
  if (ids.length === 0) return [];
  const added = ids.length - known.length;
  if (added === 0) tell(studio, 'added.none', { count: known.length }, false);
  else tell(studio, 'added', { count: added }, true);
  return ids;
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
