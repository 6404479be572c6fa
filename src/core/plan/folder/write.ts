import type { Json } from '../../model/json';
import { assetFileName, type PlanContent, type PlanEntry, VERSION } from '../file/content';
import { encodeUtf8 } from '../file/utf8';
import { seenBeyond } from '../file/write';
import { recordJson } from '../file/writeRecord';
import type { RecordState } from '../state';
import {
  ASSETS,
  ATTRIBUTES,
  ATTRIBUTES_PATH,
  FOLDER_FORMAT,
  HEAD_PATH,
  KEPT,
  RECORD_FORMAT,
  recordPath,
} from './layout';
import { printed } from './print';

/**
 * Writes a plan as the files of a folder: equal content gives equal bytes, file by file, and a record that did not
 * change is the same file. Sorted by path. What the folder form is: `layout.ts`.
 *
 * @throws when an asset's name is not `<sha256>.<ext>` or a record stands there twice: a fault of the caller.
 */
export function encodeFolder(content: PlanContent): readonly PlanEntry[] {
  const { states, assets } = content;
  const files = new Map<string, Uint8Array>();
  const put = (path: string, bytes: Uint8Array): void => {
    if (files.has(path)) throw new Error(`${path} is there twice.`);
    files.set(path, bytes);
  };
  put(ATTRIBUTES_PATH, encodeUtf8(ATTRIBUTES));
  put(HEAD_PATH, encodeUtf8(headText(content)));
  for (const state of states) put(recordPath(state.type, state.id), encodeUtf8(recordText(state)));
  for (const [path, bytes] of content.newer?.files ?? []) put(`${KEPT}/${path}`, bytes);
  for (const [name, bytes] of assets) {
    if (!assetFileName.test(name)) throw new Error(`${name} is not the name of an asset.`);
    put(`${ASSETS}/${name}`, bytes);
  }
  return [...files].map(([path, bytes]) => ({ path, bytes })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What `juzhen.json` says: everything but the records and the pictures. */
export const headText = ({ workspaceId, states, seen, part, more, newer }: PlanContent): string => {
  const beyond = seenBeyond(states, seen);
  return printed({
    ...more,
    format: FOLDER_FORMAT,
    ...(newer === undefined || Object.keys(newer.manifest).length === 0 ? {} : { manifest: newer.manifest }),
    ...(part === true ? { part } : {}),
    ...(beyond.length === 0 ? {} : { seen: beyond }),
    version: newer?.version ?? VERSION,
    workspace: workspaceId,
  });
};

/** One record as the text of its file. It says itself what it is, since git hands a merge driver files without names. */
export const recordText = (state: RecordState): string =>
  printed({
    ...(recordJson(state, (stamp) => stamp) as Readonly<Record<string, Json>>),
    format: RECORD_FORMAT,
    id: state.id,
    type: state.type,
  });
