import { urlsIn } from './links';

export type Span = { readonly start: number; readonly end: number };

/**
 * Addresses with a protocol, sorted, none within another: what the counting rules call a link, and also hosts they do not know (`http://nas.local`,
 * `https://foo.unknowntld/a`). X makes no link of the latter, but nobody may divide them either.
 */
export function addressesIn(text: string): readonly Span[] {
  if (!text.includes('://')) return [];
  const spans: { start: number; end: number }[] = [];
  for (const { start, end, hasProtocol } of urlsIn(text)) if (hasProtocol) spans.push({ start, end });
  for (const match of text.matchAll(/https?:\/\/(?:(?!\{\{)[!-~])+/gi)) {
    const joined = /^\p{M}/u.test(text.slice(match.index + match[0].length)) ? 1 : 0;
    const length = match[0].slice(0, match[0].length - joined).replace(/[.,;:!?)'"\]}>]+$/, '').length;
    if (length > 'https://'.length) spans.push({ start: match.index, end: match.index + length });
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push(span);
  }
  return merged;
}
