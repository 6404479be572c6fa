import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import { parseSync } from 'vite';

/** The sources as the house rules see them: a path, its text, what it imports, and its syntax tree. */
export type SourceFile = {
  /** From the checkout, with forward slashes: `src/core/result.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly nodes: readonly Node[];
};
export type Import = {
  /** As written: `../core/result` or `zod`. */
  readonly from: string;
  /** The file or folder meant, from the checkout, without ending; null for a package. */
  readonly target: string | null;
  /** Vanishes when compiled. */
  readonly typeOnly: boolean;
};
/** A node of the syntax tree; the fields depend on its type (ESTree). */
export type Node = { readonly type: string; readonly [field: string]: unknown };

export const root = resolve(import.meta.dirname, '../..');

/** Parses one source text. Throws when it is not TypeScript. */
export function sourceFile(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  const nodes = [...nodesOf(parsed.program)];
  const stated = parsed.module.staticImports.map((found) => ({
    from: found.moduleRequest.value,
    typeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
  }));
  const reExported = nodes
    .filter((node) => /^Export(Named|All)Declaration$/.test(node.type) && isNode(node.source))
    .map((node) => ({ from: String((node.source as Node).value), typeOnly: node.exportKind === 'type' }));
  const loaded = nodes
    .filter((node) => node.type === 'ImportExpression' && isNode(node.source))
    .map((node) => ({ from: String((node.source as Node).value), typeOnly: false }));
  const imports = [...stated, ...reExported, ...loaded].map((one) => ({ ...one, target: targetOf(path, one.from) }));
  return { path, text, imports, nodes };
}

const targetOf = (path: string, from: string): string | null =>
  from.startsWith('.') ? posix.join(posix.dirname(path), from).replace(/\.(ts|tsx|js|mjs)$/, '') : null;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function* nodesOf(from: unknown): Generator<Node> {
  const open: unknown[] = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...next);
    else if (typeof next === 'object' && next !== null) {
      if (isNode(next)) yield next;
      open.push(...Object.values(next));
    }
  }
}

/** All files below folders of the checkout whose name fits. */
export function filesIn(folders: readonly string[], fits: RegExp): readonly string[] {
  return folders.flatMap((folder) => {
    const at = join(root, folder);
    if (statSync(at, { throwIfNoEntry: false }) === undefined) return [];
    return readdirSync(at, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && fits.test(entry.name))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .split(sep)
          .join('/'),
      );
  });
}

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

let sources: readonly SourceFile[] | null = null;
/** Every source file, read and parsed once. */
export function allSources(): readonly SourceFile[] {
  sources ??= filesIn(['src'], /\.tsx?$/).map((path) => sourceFile(path, readText(path)));
  return sources;
}
