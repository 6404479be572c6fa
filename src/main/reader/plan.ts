import { basename } from 'node:path';
import { told } from '../../core/importing/draft';
import type { Looked } from '../../core/importing/images';
import { withPictures } from '../../core/importing/images';
import type { ImportRow } from '../../core/importing/model';
import { planPieces } from '../../core/importing/planPieces';
import type { PlanContent } from '../../core/plan/file/content';
import { readPlanFile } from '../../core/plan/file/read';
import { readFolder } from '../../core/plan/folder/read';
import { type Failure, Refusal, type Result } from '../../core/result';
import { byteWork } from '../../disk/byteWork';
import { folderView } from '../../disk/folderView';
import type { Pictures } from './pictures';

/** The pieces of a plan file as rows, their pictures staged. */
export const readPlanPieces = (bytes: Uint8Array, file: string, keep: Pictures): readonly ImportRow[] =>
  piecesIn(readPlanFile(bytes, file, byteWork), file, keep);

/** As `readPlanPieces`, of a plan that stands in a folder. */
export const readFolderPieces = (folder: string, keep: Pictures): readonly ImportRow[] =>
  piecesIn(readFolder(folderView(folder, basename(folder)), basename(folder), byteWork), basename(folder), keep);

function piecesIn(content: Result<PlanContent, Failure>, file: string, keep: Pictures): readonly ImportRow[] {
  if (!content.ok) throw new Refusal(content.error);
  const byHash = new Map([...content.value.assets].map(([name, picture]) => [name.split('.')[0] ?? '', picture]));
  return planPieces(content.value, file).map((found): ImportRow => {
    if ('verdict' in found) return found;
    const looked = new Map<string, Looked>();
    for (const { path } of found.read.piece.images) {
      const asset = found.assets.get(path);
      const picture = asset === undefined ? undefined : byHash.get(asset.hash);
      if (asset === undefined || picture === undefined)
        looked.set(path, { message: told('missing_image', { name: asset?.name ?? path }) });
      else {
        const { alt, credit, licence, consent } = asset;
        looked.set(
          path,
          keep.try(() => keep.keep(picture, asset.name, { alt, credit, licence, consent })),
        );
      }
    }
    return { source: found.source, verdict: 'new', placements: [], ...withPictures(found.read, looked) };
  });
}
