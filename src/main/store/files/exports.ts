import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { CallOutput, ExportChoice, ExportPreview, PictureJob } from '../../../contract';
import type { Prepared } from '../../../core/adapt/prepare';
import { exportEntry, isBlocked } from '../../../core/export/entry';
import { exporters } from '../../../core/export/registry';
import { safeName } from '../../../core/export/safeName';
import type { ExportFile, ExportModel } from '../../../core/export/types';
import { withoutPrivateParts } from '../../../core/media/privateParts/withoutPrivateParts';
import { refuse } from '../../../core/result';
import type { WallDate } from '../../../core/time/wall';
import { assetFile, assetFolder } from '../assets/assets';
import { exchangePrivate } from '../assets/privateAssets';
import type { StoreContext } from '../context';
import { prepareFrom, withSameText } from '../pieces/variants';
import { placementsBetween } from '../plan/placements';
import { editedAt, readView } from '../rows';
import { workspaceOf } from '../workspace';
import { syncFolder, writeWhole } from './durable';
import { guessed, madeFile, madeIn, pictureJobs, withPictures } from './exportPictures';
import { writePlan } from './planFiles';

const FIRST_DAY = '0001-01-01' as WallDate;
const LAST_DAY = '9999-12-31' as WallDate;
/** Longest text a preview sends to the screen, in UTF-16 units; the file itself is whole. */
const PREVIEW = 40_000;

type Gathered = { readonly model: ExportModel; readonly prepared: readonly Prepared[]; readonly missing: number };

/** Reads the chosen placements and adapts each: what every exporter works from. */
function gather(store: StoreContext, choice: ExportChoice, look = guessed): Gathered {
  const { db } = store;
  const workspace = workspaceOf(db);
  const packs = store.packs();
  const chosen = placementsBetween(db, choice.from ?? FIRST_DAY, choice.to ?? LAST_DAY).filter(
    ({ id, outcome, campaignId }) =>
      outcome !== 'skipped' &&
      (choice.placementIds.length === 0 || choice.placementIds.includes(id)) &&
      (choice.campaignIds.length === 0 || (campaignId !== null && choice.campaignIds.includes(campaignId))),
  );
  const ready = chosen.map((placement) => {
    const found = prepareFrom(db, placement, packs);
    return found === null ? null : withSameText(db, found);
  });
  const prepared = ready
    .filter((entry) => entry !== null)
    .filter(({ format }) => choice.platforms.length === 0 || choice.platforms.includes(format.platform.id));
  const entries = prepared.map((entry) =>
    withPictures(
      exportEntry(
        entry,
        Math.max(editedAt(db, 'placement', entry.placement.id), editedAt(db, 'piece', entry.piece.id)),
      ),
      entry,
      look,
    ),
  );
  const model: ExportModel = {
    lang: choice.lang,
    today: store.today(),
    zone: workspace.zone,
    title: workspace.name,
    packs,
    entries,
  };
  return { model, prepared, missing: ready.filter((entry) => entry === null).length };
}

type Written = ExportFile & { readonly kind: ExportPreview['files'][number]['kind'] };

function filesOf(choice: ExportChoice, model: ExportModel, plan: () => Uint8Array): readonly Written[] {
  const several = choice.kinds.length > 1;
  return choice.kinds.flatMap((kind): readonly Written[] => {
    if (kind === 'plan') return [{ kind, path: `${safeName(model.title)}.juzhen`, content: plan() }];
    const files = exporters[kind].run(model);
    // A folder of its own for what writes many files, once there is more than one kind of thing to find.
    const prefix = several && exporters[kind].extension === '' ? `${kind}/` : '';
    return files.map((file) => ({ ...file, kind, path: prefix + file.path }));
  });
}

const sizeOf = (store: StoreContext, { content }: ExportFile): number => {
  if (typeof content === 'string') return Buffer.byteLength(content, 'utf8');
  if (content instanceof Uint8Array) return content.length;
  return 'made' in content ? 0 : (readView(store.db, 'asset', content.assetId)?.bytes ?? 0);
};

const madeKey = ({ content }: ExportFile): string | null =>
  typeof content === 'object' && 'made' in content ? content.made : null;

/** Bytes of the made pictures, by key: as far as they are known. */
const madeSizes = ({ entries }: ExportModel): ReadonlyMap<string, number> =>
  new Map(
    entries.flatMap(({ images, covers = [] }) =>
      [...images, ...covers.map(({ image }) => image)].flatMap(({ made }) =>
        made ? [[made.key, made.bytes] as const] : [],
      ),
    ),
  );

/** The pictures that must be made before the same choice can be written. */
export function exportPictures(store: StoreContext, choice: ExportChoice): readonly PictureJob[] {
  // Before anything is counted on: what leaves in a plan file is named by its bytes.
  cleanFor(store, choice);
  return choice.kinds.includes('copy_pack') ? pictureJobs(gather(store, choice).prepared) : [];
}

/** A plan file carries originals; none of them may still tell where it was taken. */
function cleanFor({ db, clock, folder, tell }: StoreContext, { kinds }: ExportChoice): void {
  if (kinds.includes('plan')) tell(exchangePrivate(db, clock, folder), 'edit');
}

export function previewExport(store: StoreContext, choice: ExportChoice): ExportPreview {
  const { model, prepared } = gather(store, choice);
  const sizes = madeSizes(model);
  const files = filesOf(choice, model, () => new Uint8Array(0));
  const withErrors = prepared.flatMap(({ placement, piece, account, adapted }) => {
    const errors = adapted.findings.filter(({ severity }) => severity === 'error');
    const first = errors.find(({ code }) => code === 'cannot_fit') ?? errors[0];
    return first === undefined
      ? []
      : [
          {
            placementId: placement.id,
            title: piece.title,
            account: account.name,
            code: first.code,
            field: first.field,
            params: first.params,
            blocked: isBlocked({ adapted }),
          },
        ];
  });
  return {
    placements: prepared.length,
    days: new Set(prepared.map(({ placement }) => placement.day)).size,
    files: files.map((file) => ({
      path: file.path,
      kind: file.kind,
      bytes: madeKey(file) === null ? sizeOf(store, file) : (sizes.get(madeKey(file) ?? '') ?? 0),
      placement: file.placement ?? null,
      text: typeof file.content === 'string' ? file.content.slice(0, PREVIEW).toWellFormed() : null,
    })),
    withErrors,
    blocked: prepared.filter(isBlocked).length,
  };
}

/**
 * Writes everything into a new folder below the chosen one: first beside it under a temporary name, then one rename,
 * so that the folder is there whole or not at all and nothing that was there before is touched.
 */
export function writeExport(store: StoreContext, choice: ExportChoice, parent: string): CallOutput<'export.write'> {
  cleanFor(store, choice);
  const made = choice.kinds.includes('copy_pack') ? madeIn(store.folder) : guessed;
  const { model } = gather(store, choice, made);
  const files = filesOf(choice, model, () => writePlan(store.db, store.folder));
  return writeFolder(store, parent, `${safeName(model.title)} ${store.today()}`, files);
}

/** Writes files into a new folder of that name, all or nothing. */
export function writeFolder(
  store: StoreContext,
  parent: string,
  name: string,
  files: readonly ExportFile[],
): CallOutput<'export.write'> {
  if (files.length === 0) refuse('cannot_export');
  const temporary = join(parent, `.juzhen-${randomBytes(6).toString('hex')}.part`);
  try {
    mkdirSync(temporary);
    let bytes = 0;
    for (const file of files) bytes += writeInside(store, temporary, file);
    const folder = freeName(parent, name);
    openToAll(temporary);
    syncFolder(temporary);
    renameSync(temporary, folder);
    syncFolder(parent);
    return { folder, files: files.length, bytes };
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw wordedFor(error, parent);
  }
}

function writeInside(store: StoreContext, root: string, file: ExportFile): number {
  const target = resolve(root, file.path);
  if (!target.startsWith(root + sep)) refuse('file_unsafe_path', { file: file.path, place: file.path });
  mkdirSync(dirname(target), { recursive: true });
  const { content } = file;
  if (typeof content === 'string' || content instanceof Uint8Array) writeWhole(target, content);
  else if ('made' in content) copyFileSync(madeFile(store.folder, content.made), target);
  else {
    const asset = readView(store.db, 'asset', content.assetId) ?? refuse('not_found', { where: content.assetId });
    const original = join(assetFolder(store.folder), assetFile(asset.hash, asset.mime));
    // Clean since it came in, unless it came with a colleague's plan file.
    if (asset.mime.startsWith('image/')) writeWhole(target, withoutPrivateParts(readFileSync(original)));
    else copyFileSync(original, target);
  }
  return statSync(target).size;
}

function freeName(parent: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const folder = join(parent, number === 1 ? name : `${name} (${number})`);
    if (!existsSync(folder)) return folder;
  }
}

/** What leaves the studio is for others to open; the workspace itself stays the user's alone. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else chmodSync(path, 0o644);
  }
}

function wordedFor(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  try {
    if (code === 'ENOSPC') refuse('disk_full');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT' || code === 'ENOTDIR')
      refuse('folder_not_writable', { folder });
  } catch (refusal) {
    return refusal;
  }
  return error;
}
