import { dirname, join } from 'node:path';
import { PICTURES, type ShellCallName } from '../../contract';
import { exportChoice } from '../../contract/exports';
import { Refusal, refuse } from '../../core/result';
import type { Handlers } from '../answer';
import type { Desktop } from '../desktop';
import type { Making } from '../pictures';
import type { StoreClient } from '../store/client';

export type PictureDeps = {
  readonly awake: () => Promise<void>;
  readonly store: () => StoreClient;
  readonly assets: () => string | null;
  readonly withPictures: <T>(making: Making, write: () => Promise<T>) => Promise<T>;
  readonly desktop: Pick<Desktop, 'copyPicture'>;
};

/** One picture of a placement for the clipboard: the same that an export would write, made by the same thread. */
export const pictureHandlers = (deps: PictureDeps): Handlers<Extract<ShellCallName, 'studio.copy_picture'>> => ({
  'studio.copy_picture': async ({ placementId, assetId }) => {
    await deps.awake();
    const choice = exportChoice.parse({ placementIds: [placementId] });
    const jobs = await deps.store().call('export.pictures', { choice }, null);
    if (!jobs.ok) throw new Refusal(jobs.failure);
    const job = jobs.value.find(({ asset }) => asset === assetId);
    const folder = deps.assets();
    if (job === undefined || folder === null) return refuse('not_found', { what: 'picture' });
    const path = join(dirname(folder), PICTURES, job.key);
    const copied = await deps.withPictures({ pictures: [job] }, () => deps.desktop.copyPicture(path));
    return copied ? null : refuse('image_unreadable', { file: job.name });
  },
});
