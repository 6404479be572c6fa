import { addressesIn } from '../text/addresses';
import { tokensIn } from '../text/tokens';
import type { Run, RunMark } from './draft';

/**
 * Reads plain text as runs: addresses, hashtags and mentions become runs of their own, because each platform writes
 * them differently. The same reading serves text typed into the editor and text of a Markdown file.
 *
 * Not tags: `C#` (a Latin letter before it) and `#1` (digits alone).
 */
export function tokenise(text: string, marks: readonly RunMark[] = []): readonly Run[] {
  if (!/[#＃@＠]|:\/\//.test(text)) return text === '' ? [] : [{ kind: 'text', text, marks }];
  const runs: Run[] = [];
  let from = 0;
  for (const { start, end } of addressesIn(text)) {
    runs.push(...tokensOf(text.slice(from, start), marks));
    const href = text.slice(start, end);
    runs.push({ kind: 'link', label: href, href, marks });
    from = end;
  }
  runs.push(...tokensOf(text.slice(from), marks));
  return runs;
}

/** Clause by clause: `#StillLit，带上#夜拍#` is a tag, three words and a topic, not one long topic. */
const tokensOf = (text: string, marks: readonly RunMark[]): readonly Run[] =>
  joinText(text.split(/(?<=[，。！？；：、…\n])/u).flatMap((clause) => tokensOfClause(clause, marks)));

function joinText(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function tokensOfClause(text: string, marks: readonly RunMark[]): readonly Run[] {
  if (!/[#＃@＠]/.test(text)) return text === '' ? [] : [{ kind: 'text', text, marks }];
  const runs: Run[] = [];
  let from = 0;
  const plainUpTo = (to: number) => {
    if (to > from) runs.push({ kind: 'text', text: text.slice(from, to), marks });
  };
  for (const token of tokensIn(text)) {
    if (token.kind !== 'tag' && token.kind !== 'mention') continue;
    // A combining mark belongs to the letter before it, whoever wrote the name's rules.
    const end = token.end + (/^\p{M}*/u.exec(text.slice(token.end, token.end + 8))?.[0].length ?? 0);
    const raw = text.slice(token.start, end);
    const name = nameOf(raw);
    if (token.kind === 'tag' && !isPair(raw) && isNoTag(name, text.charAt(token.start - 1))) continue;
    plainUpTo(token.start);
    from = end;
    if (token.kind === 'tag') runs.push({ kind: 'hashtag', tag: name, raw });
    else runs.push({ kind: 'mention', name, raw });
  }
  plainUpTo(text.length);
  return runs;
}

/** A tag or mention without its signs. */
const nameOf = (raw: string): string => raw.replace(/^[#＃@＠]|[#＃]$/g, '');
const isPair = (raw: string): boolean => /[#＃]$/.test(raw);
const isNoTag = (name: string, before: string): boolean => /^\p{N}+$/u.test(name) || /[A-Za-z0-9_]/.test(before);

/** How the source writes a run. */
export const rawOf: { readonly [K in Run['kind']]: (run: Extract<Run, { kind: K }>) => string } = {
  text: (run) => run.text,
  link: (run) => run.label,
  hashtag: (run) => run.raw,
  mention: (run) => run.raw,
  note: () => '',
  cell: (run) => run.plain,
};

export const rawText = (run: Run): string => (rawOf[run.kind] as (run: Run) => string)(run);
