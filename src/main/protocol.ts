import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { headersFor } from './headers';
import { type AssetFolder, locate, SCHEME, type ServedFile } from './served';

/** The place in `index.html` that receives the nonce of this page load. */
const NONCE_MARK = '__CSP_NONCE__';

/** To be called before Electron is ready: makes `app:` a real, secure origin. */
export function declareScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export type Serving = {
  readonly bundle: ReadonlyMap<string, ServedFile>;
  readonly assets: AssetFolder;
  readonly resources: 'same-origin' | 'cross-origin';
};

/** Answers one request for `app://bundle/…` with a file of the map, or with 404. */
export async function serve(
  request: { readonly method: string; readonly url: string },
  serving: Serving,
): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const found = locate(request, serving.bundle, serving.assets);
  const plain = headersFor('text/plain; charset=utf-8', nonce, serving.resources);
  if (typeof found === 'number') return new Response(null, { status: found, headers: plain });
  let body: Buffer;
  try {
    // The page's own files are small and read at once: the first screen then waits for nothing but the disk.
    body = found.type.startsWith('image/') ? await readFile(found.path) : readFileSync(found.path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Response(null, { status: 404, headers: plain });
    throw error;
  }
  const headers = headersFor(found.type, nonce, serving.resources);
  if (!found.type.startsWith('text/html')) return new Response(new Uint8Array(body), { headers });
  return new Response(body.toString('utf8').replaceAll(NONCE_MARK, nonce), { headers });
}

export function serveApp(protocol: Pick<Protocol, 'handle'>, serving: Serving): void {
  protocol.handle(SCHEME, (request) => serve(request, serving));
}
