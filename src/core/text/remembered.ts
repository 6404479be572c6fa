/**
 * A pure reading of a text, remembered for the texts it was asked about last: one body is read for all formats and by
 * every rule, and most of these texts are the same. Forgets everything once it holds too much. Results are shared, so
 * they must not be changed by whoever gets them.
 */
export function remembered<T extends object | string | number | boolean>(
  read: (text: string) => T,
): (text: string) => T {
  let known = new Map<string, T>();
  let size = 0;
  let last: { readonly text: string; readonly result: T } | null = null;
  return (text) => {
    if (last !== null && last.text === text) return last.result;
    const result = look(text);
    last = { text, result };
    return result;
  };

  function look(text: string): T {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    const most = Math.max(MOST, text.length * FEW);
    if (size + text.length > most) {
      known = new Map();
      size = 0;
    }
    known.set(text, result);
    size += text.length + ENTRY;
    return result;
  }
}

/** UTF-16 units remembered at most, and what an entry costs besides its text. */
const MOST = 100_000;
const ENTRY = 64;
/** Of longer texts so many: a megabyte is read for many formats too. */
const FEW = 4;

/** Calls `visit` with every line and the index it begins at, until it answers false. */
export function eachLine(text: string, visit: (line: string, at: number) => boolean): void {
  let at = 0;
  for (const line of linesIn(text)) {
    if (!visit(line, at)) return;
    at += line.length + 1;
  }
}
const linesIn = remembered((text: string): readonly string[] => text.split('\n'));
