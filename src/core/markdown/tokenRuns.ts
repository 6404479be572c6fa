import { rawText, tokenise } from '../adapt/inlineTokens';
import type { InlineNode } from '../model/doc';

/** Text as the body sees it: plain text, addresses (which stay text), and tokens with how they were written. */
export type TokenRun =
  | { readonly kind: 'text' | 'address'; readonly raw: string }
  | { readonly kind: 'token'; readonly raw: string; readonly node: TokenNode };

export type TokenNode = Extract<InlineNode, { type: 'hashtag' | 'mention' | 'field' }>;

const fields = /\{\{\s*([\p{L}\p{N}_.-]{1,80})\s*\}\}/gu;

/** Fields first, then what stands between them. */
function tokenRuns(text: string): readonly TokenRun[] {
  const runs: TokenRun[] = [];
  let from = 0;
  for (const match of text.matchAll(fields)) {
    const node: TokenNode = { type: 'field', attrs: { name: match[1] ?? '' } };
    runs.push(...runsBetween(text.slice(from, match.index)), { kind: 'token', raw: match[0], node });
    from = match.index + match[0].length;
  }
  runs.push(...runsBetween(text.slice(from)));
  return runs;
}

const runsBetween = (text: string): readonly TokenRun[] =>
  tokenise(text).map((run): TokenRun => {
    const raw = rawText(run);
    if (run.kind === 'hashtag')
      return { kind: 'token', raw, node: { type: 'hashtag', attrs: { id: run.tag, label: run.tag } } };
    if (run.kind === 'mention')
      return { kind: 'token', raw, node: { type: 'mention', attrs: { id: run.name, label: run.name } } };
    return { kind: run.kind === 'link' ? 'address' : 'text', raw };
  });

const forms: { readonly [K in TokenNode['type']]: readonly ((name: string) => string)[] } = {
  hashtag: [(name) => `#${name}#`, (name) => `#${name}`],
  mention: [(name) => `@${name}`],
  field: [(name) => `{{${name}}}`],
};

const nameOf = (node: TokenNode): string =>
  node.type === 'field' ? node.attrs.name : (node.attrs.label ?? node.attrs.id);

/** How a token is written, and whether reading it gives the token again; a name no token may have gives text. */
export function writeToken(node: TokenNode): { readonly raw: string; readonly reads: boolean } {
  const name = nameOf(node).replace(/\s+/g, ' ');
  const written = forms[node.type].map((form) => form(name));
  const raw = written.find((one) => {
    const [run, ...rest] = tokenRuns(one);
    return rest.length === 0 && run?.kind === 'token' && run.node.type === node.type && nameOf(run.node) === name;
  });
  return { raw: raw ?? written[0] ?? '', reads: raw !== undefined };
}

/** More rounds would only find tokens in long chains of glued signs (`@a@b@c…`) that nobody writes. */
const MAX_ROUNDS = 8;

/**
 * The runs of a text in which no text between tokens holds one when it stands alone: in `@li#夜拍` both are tokens, though
 * the tag stands behind a letter. So a text node of a body is text whatever stands beside it, and reading and printing
 * see the same tokens.
 */
export function settledRuns(text: string): readonly TokenRun[] {
  const first = tokenRuns(text);
  return hasToken(first) ? settle(first, MAX_ROUNDS) : first;
}

const hasToken = (runs: readonly TokenRun[]): boolean => runs.some(({ kind }) => kind === 'token');

/** Only a text that held a token has new texts beside it to look at. */
const settle = (runs: readonly TokenRun[], rounds: number): readonly TokenRun[] =>
  textBetween(runs).flatMap((run) => {
    if (run.kind !== 'text') return [run];
    const alone = tokenRuns(run.raw);
    return rounds > 1 && hasToken(alone) ? settle(alone, rounds - 1) : alone;
  });

/** Text and addresses between two tokens as one text. */
function textBetween(runs: readonly TokenRun[]): readonly TokenRun[] {
  const result: TokenRun[] = [];
  let texts: string[] = [];
  const close = () => {
    if (texts.length > 0) result.push({ kind: 'text', raw: texts.join('') });
    texts = [];
  };
  for (const run of runs) {
    if (run.kind !== 'token') texts.push(run.raw);
    else {
      close();
      result.push(run);
    }
  }
  close();
  return result;
}

/** Where the tokens of a line start and end, for comparing what is meant with what would be read. */
function tokenSpans(parts: readonly { readonly isToken: boolean; readonly raw: string }[]): string {
  const found: string[] = [];
  let at = 0;
  for (const { isToken, raw } of parts) {
    if (isToken) found.push(`${at}+${raw.length}`);
    at += raw.length;
  }
  return found.join();
}

/** Whether text and tokens side by side read as these tokens and no others. */
export const readsAs = (parts: readonly { readonly isToken: boolean; readonly raw: string }[]): boolean =>
  tokenSpans(parts) ===
  tokenSpans(
    settledRuns(parts.map(({ raw }) => raw).join('')).map(({ kind, raw }) => ({ isToken: kind === 'token', raw })),
  );
