import type { Json } from '../../model/json';

/**
 * JSON to be read and compared line by line: keys in the order of canonical JSON (RFC 8785), two blanks a level, a line
 * for each value and one at the end, as `jq -S .` writes it. Equal content is equal bytes.
 */
export const printed = (value: Json): string => `${print(value, '')}\n`;

const STEP = '  ';

function print(value: Json, margin: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = margin + STEP;
  if (Array.isArray(value))
    return block(
      '[',
      ']',
      value.map((item) => print(item as Json, inner)),
      margin,
    );
  // Code units, as canonical JSON has it; an object itself would put names that are numbers first.
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return block(
    '{',
    '}',
    members.map(([name, item]) => `${JSON.stringify(name)}: ${print(item as Json, inner)}`),
    margin,
  );
}

const block = (open: string, close: string, lines: readonly string[], margin: string): string =>
  lines.length === 0
    ? open + close
    : `${open}\n${lines.map((line) => margin + STEP + line).join(',\n')}\n${margin}${close}`;
