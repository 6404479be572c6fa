import { idSchema } from '../../model/ids';
import type { Json } from '../../model/json';
import { MANIFEST_PATH } from './content';
import { type FileKind, fileFormats, fileKinds } from './fileExtensions';
import { readJson } from './json';
import { readZip } from './unzip';

/** Largest file of marks, in bytes: a reader's words, never pictures. */
export const MAX_MARKS = 8 * 1024 * 1024;

/** What the head of a file says: its kind, and the workspace it belongs to where it names one. */
export type FileHead = { readonly kind: FileKind; readonly workspace: string | null };

/**
 * Which kind of file of the studio this is, told by its content and never by its name: mail programs rename. Null for
 * anything else. Whether it is whole is for its own reader to say.
 */
export const fileKindOf = (bytes: Uint8Array): FileKind | null => fileHeadOf(bytes)?.kind ?? null;

/** The same with the workspace. Only the manifest is unpacked. */
export function fileHeadOf(bytes: Uint8Array): FileHead | null {
  const head = isZip(bytes) ? manifestOf(bytes) : bytes.length > MAX_MARKS ? null : parsed(bytes);
  if (typeof head !== 'object' || head === null || Array.isArray(head) || !Object.hasOwn(head, 'format')) return null;
  const { format, workspace } = head as { readonly format: Json; readonly workspace?: Json };
  const kind = fileKinds.find((name) => fileFormats[name] === format) ?? null;
  // A file of marks is plain text, so that a browser can write it; the others are packed.
  if (kind === null || (kind === 'marks') === isZip(bytes)) return null;
  return { kind, workspace: Object.hasOwn(head, 'workspace') ? idOrNull(workspace) : null };
}

const idOrNull = (value: Json | undefined): string | null => idSchema.safeParse(value).data ?? null;

function manifestOf(bytes: Uint8Array): Json {
  const zip = readZip(bytes, '', (path) => path === MANIFEST_PATH);
  const manifest = zip.ok ? zip.value[0] : undefined;
  return manifest === undefined ? null : parsed(manifest.bytes);
}

function parsed(bytes: Uint8Array): Json {
  const read = readJson(bytes);
  return 'value' in read ? read.value : null;
}

/** Whether the first bytes are those of a zip. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
