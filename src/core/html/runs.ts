import { settledRuns } from '../markdown/tokenRuns';
import type { InlineMark, InlineNode } from '../model/doc';
import { isCjkPunctuation, isHan } from '../text/han';

/** Text as it stands in the page, before white space is settled; `pre` keeps every space. */
export type RawInline =
  | { readonly type: 'text'; readonly text: string; readonly marks: readonly InlineMark[]; readonly pre: boolean }
  | { readonly type: 'break' };

/**
 * The paragraphs of a run of inlines: white space as a browser shows it, two line breaks in a row begin a new paragraph
 * (the way chat tools and old editors write them), hashtags, mentions and fields as tokens.
 */
export function paragraphsOf(raw: readonly RawInline[]): readonly (readonly InlineNode[])[] {
  const paragraphs: RawInline[][] = [[]];
  for (let at = 0; at < raw.length; at += 1) {
    const run = raw[at] as RawInline;
    if (run.type === 'break' && isBreakNext(raw, at)) {
      while (isBreakNext(raw, at)) at = nextSolid(raw, at);
      paragraphs.push([]);
    } else paragraphs.at(-1)?.push(run);
  }
  return paragraphs.map((runs) => joined(spaced(runs)).flatMap(tokens)).filter((content) => content.length > 0);
}

const isBlank = (run: RawInline | undefined): boolean =>
  run?.type === 'text' && !run.pre && /^[ \t\n\r\f]*$/.test(run.text);

function nextSolid(raw: readonly RawInline[], at: number): number {
  let next = at + 1;
  while (isBlank(raw[next])) next += 1;
  return next;
}
const isBreakNext = (raw: readonly RawInline[], at: number): boolean => raw[nextSolid(raw, at)]?.type === 'break';

/** Collapsed white space, none at the ends of lines; a line end between Chinese characters is no space at all. */
function spaced(runs: readonly RawInline[]): readonly InlineNode[] {
  const lines: InlineNode[] = [];
  let pending = '';
  let last = '';
  for (const run of runs) {
    if (run.type === 'break') {
      lines.push({ type: 'hardBreak' });
      pending = '';
      last = '';
      continue;
    }
    let text = '';
    for (const part of clean(run.text).split(run.pre ? /(\n)/ : /([ \t\n\r\f]+)/)) {
      if (part === '') continue;
      if (run.pre && part === '\n') {
        if (text !== '') lines.push(withText(text, run.marks));
        lines.push({ type: 'hardBreak' });
        text = '';
        last = '';
      } else if (!run.pre && /^[ \t\n\r\f]/.test(part)) pending += part;
      else {
        if (pending !== '' && last !== '' && !joins(last, pending, part)) {
          if (text === '') spaceBetween(lines, run.marks);
          else text += ' ';
        }
        pending = '';
        text += part;
        last = part;
      }
    }
    if (text !== '') lines.push(withText(text, run.marks));
  }
  const from = lines.findIndex(({ type }) => type !== 'hardBreak');
  return from < 0 ? [] : lines.slice(from, lines.findLastIndex(({ type }) => type !== 'hardBreak') + 1);
}

/** A space between two looks stands outside both where it can: Markdown does not read `** so**` back. */
function spaceBetween(lines: InlineNode[], marks: readonly InlineMark[]): void {
  const before = lines.at(-1);
  const shared =
    before?.type === 'text' ? (before.marks ?? []).filter((mark) => marks.some((one) => sameMark(one, mark))) : [];
  lines.push(withText(' ', shared));
}
const sameMark = (one: InlineMark, other: InlineMark): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A page of Chinese is wrapped in its source; browsers show a space there that nobody wrote. */
const joins = (before: string, space: string, after: string): boolean =>
  space.includes('\n') && isCjk(lastCode(before)) && isCjk(after.codePointAt(0) ?? 0);
const lastCode = (text: string): number => [...text.slice(-2)].at(-1)?.codePointAt(0) ?? 0;
const isCjk = (code: number): boolean => isHan(code) || isCjkPunctuation(code);

/** Spaces that only hold a place, and signs nobody sees. Joiners inside emoji stay. */
const clean = (text: string): string =>
  text.replace(/\u00a0/g, ' ').replace(/[\u200b\u2060\ufeff\u00ad]|(?![\t\n\r\f])\p{Cc}/gu, '');

const withText = (text: string, marks: readonly InlineMark[]): InlineNode =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };

function joined(nodes: readonly InlineNode[]): readonly InlineNode[] {
  const result: InlineNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(node.marks) === JSON.stringify(last.marks))
      result[result.length - 1] = { ...last, text: last.text + node.text };
    else result.push(node);
  }
  return result;
}

function tokens(node: InlineNode): readonly InlineNode[] {
  if (node.type !== 'text' || (node.marks ?? []).some(({ type }) => type === 'code')) return [node];
  const inLink = (node.marks ?? []).some(({ type }) => type === 'link');
  return settledRuns(node.text).map((run) =>
    run.kind === 'token' && (run.node.type === 'field' || !inLink) ? run.node : { ...node, text: run.raw },
  );
}
