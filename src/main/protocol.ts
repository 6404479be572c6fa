import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Protocol } from 'electron';
import { headersFor } from './headers';
import { type Span, spanOf } from './range';
import { type AssetFolder, locate, locateThumbnail, SCHEME, type ServedFile } from './served';
import type { Thumbnails } from './thumbnails';

/** The place in `index.html` that receives the nonce of this page load. */
const NONCE_MARK = '__CSP_NONCE__';

/** To be called before Electron is ready: makes `app:` a real, secure origin. */
export function declareScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true },
    },
  ]);
}

export type Serving = {
  readonly bundle: ReadonlyMap<string, ServedFile>;
  readonly assets: AssetFolder;
  readonly thumbnails: Thumbnails;
  readonly resources: 'same-origin' | 'cross-origin';
};

/** Answers one request for `app://bundle/…` with a file of the map, or with 404. */
export async function serve(
  request: { readonly method: string; readonly url: string; readonly headers?: Pick<Headers, 'get'> },
  serving: Serving,
): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const plain = headersFor('text/plain; charset=utf-8', nonce, serving.resources);
  const small = locateThumbnail(request);
  const found =
    small === null
      ? locate(request, serving.bundle, serving.assets)
      : ((await serving.thumbnails.find(small.digest24, small.edge)) ?? 404);
  if (typeof found === 'number') return new Response(null, { status: found, headers: plain });
  const headers = headersFor(found.type, nonce, serving.resources);
  try {
    if (found.type.startsWith('image/')) return new Response(await streamOf(found.path), { headers });
    if (/^(video|audio)\//.test(found.type))
      return await part(found.path, request.headers?.get('range') ?? null, headers);
    // The page's own files are small and read at once: the first screen then waits for nothing but the disk.
    const body = readFileSync(found.path);
    if (!found.type.startsWith('text/html')) return new Response(new Uint8Array(body), { headers });
    return new Response(body.toString('utf8').replaceAll(NONCE_MARK, nonce), { headers });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Response(null, { status: 404, headers: plain });
    throw error;
  }
}

/** A picture goes piece by piece from the disk to the page, however large. Refused here when it is not there. */
const streamOf = async (path: string): Promise<ReadableStream> => streaming(await open(path));

/** A player asks for parts, to jump and to read the end of a film first. */
async function part(path: string, range: string | null, headers: Readonly<Record<string, string>>): Promise<Response> {
  const file = await open(path);
  const { size } = await file.stat();
  const span = spanOf(range, size);
  if (span === 'outside') {
    await file.close();
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } });
  }
  const { from, to } = span ?? { from: 0, to: size - 1 };
  const length = { 'Accept-Ranges': 'bytes', 'Content-Length': `${to - from + 1}` };
  if (span === null) return new Response(streaming(file), { headers: { ...headers, ...length } });
  return new Response(streaming(file, span), {
    status: 206,
    headers: { ...headers, ...length, 'Content-Range': `bytes ${from}-${to}/${size}` },
  });
}

/** Node's own stream and the one of its fetch are the same thing under two names. The file closes with its stream. */
const streaming = (file: FileHandle, span?: Span): ReadableStream =>
  Readable.toWeb(
    file.createReadStream(span === undefined ? {} : { start: span.from, end: span.to }),
  ) as unknown as ReadableStream;

export function serveApp(protocol: Pick<Protocol, 'handle'>, serving: Serving): void {
  protocol.handle(SCHEME, (request) => serve(request, serving));
}
