import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallOutput, PictureJob, ReviewChoice } from '../../../contract';
import { safeName } from '../../../core/export/safeName';
import { fitWithin } from '../../../core/media/crop';
import type { PictureWork } from '../../../core/media/pictureWork';
import { variantId } from '../../../core/model/ids';
import type { Asset } from '../../../core/model/records';
import { canonical } from '../../../core/plan/canonical';
import { fileExtensions } from '../../../core/plan/file/fileExtensions';
import { createOp, type Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import { MOST_PICTURES, packReview, type ReviewItem, withReviewId } from '../../../core/review/reviewFile';
import { reviewHtml } from '../../../core/review/reviewHtml';
import type { ReviewTarget } from '../../../core/review/reviewTarget';
import { standingOf } from '../../../core/review/standing';
import { reviewPageWords } from '../../../core/words/reviewPage';
import { say } from '../../../core/words/say';
import { assetFile, assetFolder } from '../assets/assets';
import type { StoreContext } from '../context';
import { madeFile } from '../files/exportPictures';
import { createPace } from '../files/pace';
import { writeFolder } from '../files/writeFolder';
import { change } from '../handlers/answering';
import { workspaceIdOf, workspaceOf } from '../workspace';
import { whenOf } from './offers';
import { type StandingText, standingText } from './shownTexts';

/** Longest side of a picture in a review, in pixels: enough to judge by, small enough to mail. */
const EDGE = 640;

/** Upright, small, without what the camera wrote into it. */
function pictureJob(store: StoreContext, asset: Asset): PictureJob | null {
  const file = assetFile(asset.hash, asset.mime);
  if (!existsSync(join(assetFolder(store.folder), file))) return null;
  const size = fitWithin(asset, EDGE);
  const work: PictureWork = { crop: null, ...size, mime: 'image/webp', moves: false, limit: null };
  const key = createHash('sha256')
    .update(`${asset.hash}\n${canonical(work)}`)
    .digest('hex')
    .slice(0, 40);
  return { key, file, asset: asset.id, name: asset.name, place: 'WebP', work };
}

/** The small pictures of a choice, each once. */
export function reviewPictures(store: StoreContext, { targets, pictures }: ReviewChoice): readonly PictureJob[] {
  if (!pictures) return [];
  const assets = new Map(
    targets.flatMap((target) => (standingText(store, target)?.pictures ?? []).map((asset) => [asset.id, asset])),
  );
  return [...assets.values()].flatMap((asset) => pictureJob(store, asset) ?? []);
}

/** Writes the review file and its page, and remembers that these words were asked about. */
export async function writeReview(
  store: StoreContext,
  choice: ReviewChoice,
  parent: string,
): Promise<CallOutput<'review.write'>> {
  const workspace = workspaceOf(store.db);
  const found = choice.targets.flatMap((target) => {
    const text = standingText(store, target);
    return text === null ? [] : [{ target, text }];
  });
  if (found.length === 0) return refuse('cannot_export');
  const pictures = new Map<string, Uint8Array>();
  const items = found.map(({ target, text }): ReviewItem => {
    const { title, lang, platform, format, account, hash, texts } = text;
    const shown = choice.pictures ? picturesOf(store, text, pictures) : [];
    return {
      target,
      title,
      lang,
      platform,
      format,
      account,
      ...whenOf(store, target),
      hash,
      texts: [...texts],
      pictures: shown,
    };
  });
  const { by, note, lang } = choice;
  const page = withReviewId({ title: workspace.name, lang, by, day: store.today(), note, items });
  const file = { workspaceId: workspaceIdOf(store.db), page, pictures };
  const name = safeName(say(reviewPageWords, lang, 'folder', { title: workspace.name, day: page.day }));
  const files = [
    { path: `${name}.${fileExtensions.review}`, content: packReview(file) },
    { path: `${name}.html`, content: reviewHtml(file, (picture) => dataAddress(pictures.get(picture))) },
  ];
  const written = await writeFolder(store, parent, name, files, createPace(store, null));
  change(store, { code: 'review_hand', params: namedBy(found.map(({ text }) => text.title)) }, askedOps(found));
  return written;
}

function picturesOf(store: StoreContext, text: StandingText, into: Map<string, Uint8Array>): ReviewItem['pictures'] {
  return text.pictures.slice(0, MOST_PICTURES).flatMap((asset) => {
    const job = pictureJob(store, asset);
    if (job === null) return [];
    const path = madeFile(store.folder, job.key);
    if (!existsSync(path)) return refuse('image_stopped', { file: asset.name });
    const bytes = new Uint8Array(readFileSync(path));
    const file = `${createHash('sha256').update(bytes).digest('hex')}.webp`;
    into.set(file, bytes);
    return [{ file, alt: asset.alt, name: asset.name }];
  });
}

export const dataAddress = (bytes: Uint8Array | undefined): string | null =>
  bytes === undefined ? null : `data:image/webp;base64,${Buffer.from(bytes).toString('base64')}`;

/** Whatever does not hold as approved is asked for from now on. */
const askedOps = (found: readonly { readonly target: ReviewTarget; readonly text: StandingText }[]): readonly Op[] =>
  found.flatMap(({ target: { pieceId, format, accountId }, text }): readonly Op[] => {
    const standing = standingOf(text);
    if (standing === 'approved' || standing === 'requested') return [];
    const type = format === null ? 'piece' : 'variant';
    const id = format === null ? pieceId : variantId(pieceId, format, accountId);
    const set = (register: string, value: string | null): Op => ({ kind: 'set', type, id, register, value });
    return [
      ...(text.recorded || format === null ? [] : [createOp('variant', id, { pieceId, format, accountId })]),
      set('approval', 'requested'),
      set('approvedHash', null),
    ];
  });

const namedBy = (titles: readonly string[]): Record<string, string | number> => {
  const [only, ...others] = new Set(titles);
  return others.length > 0 || only === undefined ? { count: titles.length } : { title: only, count: titles.length };
};
