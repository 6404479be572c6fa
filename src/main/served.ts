import { readdirSync } from 'node:fs';
import { extname, join, posix, sep } from 'node:path';
import { THUMBNAIL_EDGES, type ThumbnailEdge } from './thumbnails';

/**
 * What the page's own address answers, decided without Electron: which paths exist, with which type and headers.
 * Nothing is looked up on disk by name; every lookup is in a map made from a listing.
 */
export const SCHEME = 'app';
export const APP_ORIGIN = 'app://bundle';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.webm': 'video/webm',
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export type ServedFile = { readonly path: string; readonly type: string };

/** Every file of the built renderer, by its address: `/code/index-abc.js`. Kinds of file without a type are left out. */
export function listBundle(folder: string): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const found of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(found.name).toLowerCase()];
    if (!found.isFile() || type === undefined) continue;
    const path = join(found.parentPath, found.name);
    const address = posix.join('/', path.slice(folder.length).split(sep).join('/'));
    files.set(address, { path, type });
  }
  return files;
}

/** The id of an asset is `a_` and the first 24 digits of its content's SHA-256; its file is `<sha256>.<extension>`. */
const assetAddress = /^\/assets\/a_([0-9a-f]{24})$/;
const assetFile = /^([0-9a-f]{64})(\.[a-z0-9]{2,5})$/;

export type AssetFolder = {
  /** The file behind an id of the open workspace; null when there is none. */
  readonly find: (digest24: string) => ServedFile | null;
};

/** Pictures of raster kinds, films and sounds: an SVG of a plan file may carry script and is never shown as a document of ours. */
const shown: ReadonlySet<string> = new Set([
  '.png',
  '.jpg',
  '.jpeg',
  '.webp',
  '.gif',
  '.avif',
  '.mp4',
  '.mov',
  '.webm',
  '.m4a',
  '.mp3',
]);

/** Finds assets in a workspace's folder, listing it again only when an id is new. */
export function assetFolder(folder: () => string | null): AssetFolder {
  let listed: { readonly folder: string; readonly files: ReadonlyMap<string, ServedFile> } | null = null;
  return {
    find: (digest24) => {
      const now = folder();
      if (now === null) return null;
      const known = listed?.folder === now ? listed.files.get(digest24) : undefined;
      if (known !== undefined) return known;
      listed = { folder: now, files: listAssets(now) };
      return listed.files.get(digest24) ?? null;
    },
  };
}

function listAssets(folder: string): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const found of listOrNothing(folder)) {
    const [, digest = '', extension = ''] = assetFile.exec(found.name) ?? [];
    const type = types[extension];
    if (!found.isFile() || type === undefined || !shown.has(extension)) continue;
    files.set(digest.slice(0, 24), { path: join(folder, found.name), type });
  }
  return files;
}

/** A workspace without images has no folder for them yet. */
function listOrNothing(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** What a request asks for, or the status that refuses it. */
export function locate(
  request: { readonly method: string; readonly url: string },
  bundle: ReadonlyMap<string, ServedFile>,
  assets: AssetFolder,
): ServedFile | 404 | 405 {
  if (request.method !== 'GET' && request.method !== 'HEAD') return 405;
  if (!URL.canParse(request.url)) return 404;
  const url = new URL(request.url);
  if (url.protocol !== `${SCHEME}:` || url.host !== 'bundle') return 404;
  const asset = assetAddress.exec(url.pathname)?.[1];
  if (asset !== undefined) return assets.find(asset) ?? 404;
  // Looked up as written: an encoded character never turns into a separator.
  return bundle.get(url.pathname === '/' ? '/index.html' : url.pathname) ?? 404;
}

const thumbnailAddress = /^\/thumbs\/([0-9]{3})\/a_([0-9a-f]{24})$/;

/** Which small picture a request asks for; null when it asks for something else. */
export function locateThumbnail(request: {
  readonly method: string;
  readonly url: string;
}): { readonly digest24: string; readonly edge: ThumbnailEdge } | null {
  if (request.method !== 'GET' || !URL.canParse(request.url)) return null;
  const { protocol, host, pathname } = new URL(request.url);
  if (protocol !== `${SCHEME}:` || host !== 'bundle') return null;
  const [, size, digest24] = thumbnailAddress.exec(pathname) ?? [];
  const edge = THUMBNAIL_EDGES.find((known) => `${known}` === size);
  return edge === undefined || digest24 === undefined ? null : { digest24, edge };
}
