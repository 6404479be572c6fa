/**
 * The line on which a text stops being JSON. Runtimes word this differently and often leave it out, but a person who
 * mends the file needs it. Only asked after parsing failed; linear, with a stack instead of recursion.
 */
export function jsonFaultLine(text: string): number {
  let line = 1;
  for (let at = 0, end = faultOffset(text); at < end; at += 1) if (text.charCodeAt(at) === 10) line += 1;
  return line;
}

const TOKEN =
  /[\s\ufeff]*([{}[\],:]|"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\p{Cc}]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy;

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'more' | 'nothing';

function faultOffset(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  TOKEN.lastIndex = 0;
  for (;;) {
    const before = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) return before + (/^\s*/.exec(text.slice(before, before + 1000))?.[0].length ?? 0);
    const start = TOKEN.lastIndex - token.length;
    const next = step(token, expected, open);
    if (next === null) return start;
    expected = next;
  }
}

/** What may follow after `token`; null when it may not stand here. */
function step(token: string, expected: Expected, open: ('{' | '[')[]): Expected | null {
  const after = (): Expected => (open.length === 0 ? 'nothing' : 'more');
  if (token === '}' || token === ']') {
    const fits = token === '}' ? '{' : '[';
    const early = expected === (token === '}' ? 'key or end' : 'value or end');
    if (open.at(-1) !== fits || (!early && expected !== 'more')) return null;
    open.pop();
    return after();
  }
  if (token === ',') return expected !== 'more' ? null : open.at(-1) === '{' ? 'key' : 'value';
  if (token === ':') return expected === 'colon' ? 'value' : null;
  if (expected === 'key' || expected === 'key or end') return token.startsWith('"') ? 'colon' : null;
  if (expected !== 'value' && expected !== 'value or end') return null;
  if (token !== '{' && token !== '[') return after();
  open.push(token);
  return token === '{' ? 'key or end' : 'value or end';
}
