import { idSchema } from '../../model/ids';
import type { Json } from '../../model/json';
import type { FileHead } from '../file/fileKind';
import { readJson } from '../file/json';
import { FOLDER_FORMAT } from './layout';

/** What `juzhen.json` says of the plan that stands in its folder; null for a file of that name that is something else. */
export function folderHeadOf(bytes: Uint8Array): FileHead | null {
  const read = readJson(bytes);
  const head = 'value' in read ? read.value : null;
  if (typeof head !== 'object' || head === null || Array.isArray(head)) return null;
  const said = (name: string): Json =>
    Object.hasOwn(head, name) ? ((head as Record<string, Json>)[name] ?? null) : null;
  if (said('format') !== FOLDER_FORMAT) return null;
  return { kind: 'plan', workspace: idSchema.safeParse(said('workspace')).data ?? null };
}
