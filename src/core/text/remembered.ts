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
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (size + text.length > MOST) {
      known = new Map();
      size = 0;
    }
    if (text.length <= MOST) {
      known.set(text, result);
      size += text.length + ENTRY;
    }
    return result;
  };
}

/** UTF-16 units remembered at most, and what an entry costs besides its text. */
const MOST = 1_500_000;
const ENTRY = 64;
