/** A stretch of text, found or not. */
export type Stretch = { readonly text: string; readonly hit: boolean; readonly at: number };

/** Splits a text at every place where one of the searched words stands; capitals do not matter. */
export function stretches(text: string, query: string): readonly Stretch[] {
  const words = query.trim().toLowerCase().split(/\s+/u).filter(Boolean);
  const lower = text.toLowerCase();
  // A few capitals change length when lowered (İ); then places would not match, and nothing is marked.
  if (words.length === 0 || lower.length !== text.length) return [{ text, hit: false, at: 0 }];
  const marked = new Uint8Array(text.length);
  for (const word of words)
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) marked.fill(1, at, at + word.length);
  const found: Stretch[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1)
    if (at === text.length || marked[at] !== marked[from]) {
      found.push({ text: text.slice(from, at), hit: marked[from] === 1, at: from });
      from = at;
    }
  return found.length === 0 ? [{ text, hit: false, at: 0 }] : found;
}
