/** Inline styles as name and value, in the order written; names in lower case, `!important` dropped. */
export type Declaration = readonly [name: string, value: string];

export function readStyle(style: string): readonly Declaration[] {
  return splitOutside(style, ';').flatMap((part): readonly Declaration[] => {
    const colon = part.indexOf(':');
    if (colon < 1) return [];
    const name = part.slice(0, colon).trim().toLowerCase();
    const value = part
      .slice(colon + 1)
      .replace(/\s*!\s*important\s*$/i, '')
      .trim();
    return value === '' || !/^-{0,2}[a-z][a-z0-9-]*$/.test(name) ? [] : [[name, value]];
  });
}

export const writeStyle = (declarations: readonly Declaration[]): string =>
  declarations.map(([name, value]) => `${name}:${value}`).join(';');

/** Parts between separators that stand outside brackets and quotes: addresses and font names may hold either. */
export function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (sign === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
