import { isNode, LineCounter, parseDocument, stringify } from 'yaml';

/** The only place that knows the YAML library. */
export type YamlRead =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Line of the value at a path, from 1, counted from the first line of the YAML. */
      readonly lineOf: (path: readonly (string | number)[]) => number;
    }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** Reads YAML 1.2 (core schema: dates stay text). Duplicate keys, alias bombs and broken syntax are errors with a line. */
export function readYaml(text: string): YamlRead {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', logLevel: 'silent' });
  const [broken] = document.errors;
  if (broken !== undefined)
    return { ok: false, line: lines.linePos(broken.pos[0]).line, message: broken.message.split('\n')[0] ?? '' };
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 20 }), lineOf };
  } catch (error) {
    return { ok: false, line: 1, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Writes plain data as YAML, one line per value wherever it can be. */
export const writeYaml = (value: unknown): string => stringify(value, { lineWidth: 0, schema: 'core' });
