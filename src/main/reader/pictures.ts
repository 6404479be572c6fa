import { createHash } from 'node:crypto';
import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { told } from '../../core/importing/draft';
import type { Looked } from '../../core/importing/images';
import type { FoundImage } from '../../core/importing/model';
import { imageFacts } from '../../core/media/imageHeader';
import { withoutPrivateParts } from '../../core/media/privateParts/withoutPrivateParts';
import { Refusal, refuse } from '../../core/result';
import type { FileRef } from '../store/importing/protocol';
import { readStable } from './stable';

/** Largest picture we take, in bytes, as everywhere in the studio. */
const MAX_IMAGE = 20 * 1024 * 1024;
/** Bytes of all pictures of one import. */
const MAX_STAGED = 2 * 1024 * 1024 * 1024;

/** Looks for pictures and puts their checked bytes into the staging folder, each once, named by their hash. */
export class Pictures {
  private readonly known = new Map<string, Looked>();
  private staged = 0;

  constructor(private readonly staging: string) {}

  /** A picture a document names by a path relative to itself. Only what lies below the chosen folder is taken. */
  async beside(file: FileRef, src: string): Promise<Looked> {
    const name = src.slice(0, 120);
    const path = this.placeOf(file, src);
    if (path === null) return { message: told('missing_image', { name }) };
    if (path === 'outside') return { message: told('image_outside', { name }) };
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const looked = await this.read(path);
    this.known.set(path, looked);
    return looked;
  }

  private async read(path: string): Promise<Looked> {
    try {
      return { image: this.keep(await readStable(path, MAX_IMAGE), basename(path)) };
    } catch (error) {
      if (!(error instanceof Refusal) || error.failure.code === 'import_too_much') throw error;
      const { code, params } = error.failure;
      return { message: code === 'file_too_big' ? told('image_too_big', params) : told(code, params) };
    }
  }

  /** Bytes that were inside a document. Refuses what is no picture, or too big. */
  keep(given: Uint8Array, name: string, about: FoundImage['about'] = null): FoundImage {
    if (given.length > MAX_IMAGE) refuse('image_too_big', { file: name, limit: '20 MB' });
    const facts = imageFacts(given) ?? refuse('image_unreadable', { file: name });
    // Before it gets its hash: what a picture tells about its maker never lies beside the database.
    const bytes = withoutPrivateParts(given);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const target = join(this.staging, hash);
    if (!existsSync(target)) {
      this.staged += bytes.length;
      if (this.staged > MAX_STAGED) refuse('import_too_much', { limit: '2 GB' });
      writeFileSync(target, bytes, { mode: 0o600 });
    }
    const { mime, width, height } = facts;
    return { name: name.toWellFormed().slice(0, 300), hash, mime, bytes: bytes.length, width, height, about };
  }

  /** A `data:` address written into a document. */
  fromData(data: string, name: string): Looked {
    const base64 = /^data:image\/[\w.+-]+;base64,([\s\S]*)$/i.exec(data)?.[1];
    if (base64 === undefined || base64.length > MAX_IMAGE * 1.4)
      return { message: told('image_unreadable', { file: name }) };
    return this.try(() => this.keep(Buffer.from(base64, 'base64'), name));
  }

  try(read: () => FoundImage): Looked {
    try {
      return { image: read() };
    } catch (error) {
      if (!(error instanceof Refusal) || error.failure.code === 'import_too_much') throw error;
      return { message: told(error.failure.code, error.failure.params) };
    }
  }

  /** The real path of a picture, `outside` when it leads out of the chosen folder, null when nothing is there. */
  private placeOf({ path, root }: FileRef, src: string): string | 'outside' | null {
    if (/^[a-z][a-z0-9+.-]*:/i.test(src) || isAbsolute(src) || /^\\\\|\0/.test(src)) return 'outside';
    for (const written of new Set([decoded(src.replace(/[?#].*$/, '')), src])) {
      const target = resolve(dirname(path), written.replaceAll('\\', '/'));
      if (!isBelow(target, resolve(root))) return 'outside';
      if (!existsSync(target)) continue;
      // A link below the folder may still lead out of it.
      const real = realpathSync(target);
      return isBelow(real, realpathSync(root)) ? real : 'outside';
    }
    return null;
  }
}

const isBelow = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function decoded(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    // A lone percent sign is part of the name.
    return src;
  }
}
