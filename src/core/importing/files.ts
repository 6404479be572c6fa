import { HEAD_PATH } from '../plan/folder/layout';

/** What a file's name says it is. What is inside is looked at later, and wins. */
export const fileKinds = ['markdown', 'text', 'html', 'word', 'sheet', 'plan'] as const;
export type FileKind = (typeof fileKinds)[number];

const byExtension: Readonly<Record<string, FileKind>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'word',
  csv: 'sheet',
  tsv: 'sheet',
  xlsx: 'sheet',
  json: 'sheet',
  jsonl: 'sheet',
  ndjson: 'sheet',
  juzhen: 'plan',
};

/** Every extension that an import takes, for the dialog. */
export const importExtensions: readonly string[] = Object.keys(byExtension);

/** Null for a file that no reader knows. The head of a plan's folder form stands for the whole folder. */
export function kindOfFile(name: string): FileKind | null {
  if (name === HEAD_PATH) return 'plan';
  const extension = /\.([A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(byExtension, extension) ? (byExtension[extension] ?? null) : null;
}

/**
 * A folder gives its documents only. Sheets and plans hold many pieces each and often the same ones again (our own
 * exports put a schedule beside the texts), so they come in when they are chosen themselves.
 */
export const isFromFolder = (kind: FileKind): boolean => kind !== 'sheet' && kind !== 'plan';

/** Folders and files that tools keep for themselves; everything that begins with a dot is skipped as well. */
export const isToolFolder = (name: string): boolean =>
  name.startsWith('.') || /^(node_modules|__MACOSX|\$RECYCLE\.BIN|System Volume Information)$/i.test(name);

/**
 * A copy that a sync tool made because two machines wrote at once: `a (conflicted copy 2026-10-01).md`,
 * `a.sync-conflict-20261001-101010-ABC.md`, `a 的冲突副本.md`, `a (冲突的副本 …).md`.
 */
export const isConflictCopy = (name: string): boolean =>
  /conflicted copy|sync-conflict-\d|\bconflict\b.*\d{4}|冲突(的)?(副本|版本|文件)|_conf\(\d+\)/i.test(name);

/** `稿/夜拍指南.md` → `夜拍指南`, a title for a text that has none. */
export const titleOfFile = (name: string): string =>
  (name.split('/').at(-1) ?? name).replace(/\.[A-Za-z]+$/, '').trim() || name;
