/** A component of a calendar file with its folded lines joined, and the line of the file it begins on. */
export type Block = { readonly text: string; readonly line: number };

/** Events and zones of a calendar file, apart: one that is broken does not take the others with it. */
export type Blocks = { readonly events: readonly Block[]; readonly zones: readonly Block[] };

/** Longest component, in lines and characters; what is longer is cut out whole and counts as broken. */
const MOST_LINES = 2_000;
const MOST_CHARACTERS = 200_000;

type Open = { readonly kind: string; readonly line: number; readonly lines: string[]; size: number };

export function blocksOf(text: string): Blocks {
  const events: Block[] = [];
  const zones: Block[] = [];
  let open: Open | null = null;
  for (const { line, at } of unfolded(text)) {
    const begun = /^BEGIN:(VEVENT|VTIMEZONE)\s*$/i.exec(line)?.[1]?.toUpperCase();
    if (begun !== undefined) {
      // One that begins inside another leaves the first unfinished: broken, and told as such.
      if (open?.kind === 'VEVENT') events.push({ text: '', line: open.line });
      open = { kind: begun, line: at, lines: [], size: 0 };
    }
    if (open === null) continue;
    open.size += line.length;
    if (open.lines.length < MOST_LINES && open.size <= MOST_CHARACTERS) open.lines.push(line);
    if (new RegExp(`^END:${open.kind}\\s*$`, 'i').test(line)) {
      const isWhole = open.lines.at(-1) === line;
      const block = { text: isWhole ? open.lines.join('\r\n') : '', line: open.line };
      (open.kind === 'VEVENT' ? events : zones).push(block);
      open = null;
    }
  }
  if (open?.kind === 'VEVENT') events.push({ text: '', line: open.line });
  return { events, zones };
}

/** Lines with their continuations (a line that begins with a blank) joined, each with its number in the file. */
function* unfolded(text: string): Generator<{ readonly line: string; readonly at: number }> {
  let line: string[] = [];
  let at = 1;
  let number = 0;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    number += 1;
    if (/^[ \t]/.test(raw) && line.length > 0) {
      line.push(raw.slice(1));
      continue;
    }
    if (line.length > 0) yield { line: line.join(''), at };
    line = [raw];
    at = number;
  }
  if (line.length > 0) yield { line: line.join(''), at };
}
