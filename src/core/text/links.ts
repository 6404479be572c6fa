import { punycodeLength } from './punycode';
import { remembered } from './remembered';
import { LONGEST_TLD, tlds } from './tlds';

/**
 * Addresses in a text, with or without protocol, found exactly as the reference library for X finds them
 * (twitter-text 3.1.0, proven against it by a property test), but in time linear in the text: the reference's
 * expression is quadratic on long Chinese runs, because it takes Chinese characters for parts of a domain.
 */
export type Link = {
  /** UTF-16 index of the first unit and of the one after the last. */
  readonly start: number;
  readonly end: number;
  readonly url: string;
  /** false for a bare `mi.com`. */
  readonly hasProtocol: boolean;
};

const MAX_URL = 4096;
const MAX_TCO_SLUG = 40;

export const urlsIn = (text: string): readonly Link[] => (mayHoldLink.test(text) ? linksIn(text) : none);
const none: readonly Link[] = [];

const linksIn = remembered((text: string): readonly Link[] => {
  const found: Link[] = [];
  const chains = readChains(text);
  let from = 0;
  let domain: Hit | null | undefined;
  let protocol: Hit | null | undefined;
  for (;;) {
    // A hit stays the next one until the reading passes it, so each part of the text is looked at once.
    if (domain === undefined || (domain !== null && domain.start <= from)) domain = nextDomain(text, chains, from);
    if (protocol === undefined || (protocol !== null && protocol.start <= from)) protocol = nextProtocol(text, from);
    const hit = protocol !== null && (domain === null || protocol.start <= domain.start) ? protocol : domain;
    if (hit === null) return found;
    const end = tailEnd(text, hit.domainEnd);
    collect(text, hit, end, found);
    from = end;
  }
});

/** A dot with something behind it that a top-level domain can begin with: most full stops have none. */
const mayHoldLink = /\.[A-Za-z0-9\u0080-\uffff]/;

/** A label followed by a dot, and the end of the longest domain that starts with it. */
type Chain = {
  readonly start: number;
  /** Index of its dot. */
  readonly end: number;
  /** Index after the top-level domain when at least one more label stands between; -1 for none. */
  readonly deep: number;
  /** Index after a top-level domain directly behind this label's dot; -1 for none. */
  readonly direct: number;
  /** Last underscore in the label, -1 for none: allowed in a sub-domain only. */
  readonly underscore: number;
};

/** Where an address would begin, before its validity is known. */
type Hit = { readonly start: number; readonly domainStart: number; readonly domainEnd: number };

/** Every label that stands before a dot, in order, each knowing how far a domain starting in it can reach. */
function readChains(text: string): readonly Chain[] {
  const labels: { start: number; end: number; underscore: number }[] = [];
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    // Nothing can follow the full stop of a sentence, neither a label nor a top-level domain.
    if (endsNothing(text.charCodeAt(dot + 1))) continue;
    let start = dot;
    let underscore = -1;
    const floor = labels.at(-1)?.end ?? -1;
    while (start - 1 > floor && isLabelUnit(text.charCodeAt(start - 1))) {
      start -= 1;
      if (underscore < 0 && text.charCodeAt(start) === UNDERSCORE) underscore = start;
    }
    labels.push({ start, end: dot, underscore });
  }
  const chains: Chain[] = new Array(labels.length);
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const label = labels[index];
    if (label === undefined) continue;
    const next = chains[index + 1];
    let deep = -1;
    if (next !== undefined && next.start === label.end + 1 && next.start < next.end) {
      const whole = reach(text, next, next.start);
      if (whole >= 0) deep = whole;
    }
    chains[index] = { ...label, deep, direct: tldEnd(text, label.end + 1) };
  }
  return chains;
}

const endsNothing = (unit: number): boolean => Number.isNaN(unit) || unit === 0x20 || unit === 0x0a || unit === DOT;

/** The end of the longest domain whose first label begins at `start` inside this chain's label; -1 for none. */
function reach(text: string, chain: Chain, start: number): number {
  if (!isDomainUnit(text.charCodeAt(start)) || !isDomainUnit(text.charCodeAt(chain.end - 1))) return -1;
  if (chain.deep >= 0) return chain.deep;
  return chain.underscore < start ? chain.direct : -1;
}

/** The leftmost place at or after `from` where a domain can start behind an allowed character. */
function nextDomain(text: string, chains: readonly Chain[], from: number): Hit | null {
  for (let index = firstAfter(chains, from); index < chains.length; index += 1) {
    const chain = chains[index];
    if (chain === undefined || (chain.deep < 0 && chain.direct < 0)) continue;
    if (!isDomainUnit(text.charCodeAt(chain.end - 1))) continue;
    for (let start = Math.max(chain.start, from); start < chain.end; start += 1) {
      if (!startsAfter(text, start, from)) continue;
      const domainEnd = reach(text, chain, start);
      if (domainEnd < 0) continue;
      // The reference tries a first character as the one before the address, and only then as its beginning.
      const at = start === 0 && chain.end > 1 && startsAfter(text, 1, 0) && reach(text, chain, 1) >= 0 ? 1 : start;
      return { start: at, domainStart: at, domainEnd };
    }
  }
  return null;
}

/** Index of the first chain whose dot stands after `from`. */
function firstAfter(chains: readonly Chain[], from: number): number {
  let low = 0;
  let high = chains.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chains[middle]?.end ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The leftmost `http://` or `https://` at or after `from` that is followed by a domain. */
function nextProtocol(text: string, from: number): Hit | null {
  const pattern = /https?:\/\//gi;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (!startsAfter(text, match.index, from)) continue;
    const domainStart = match.index + match[0].length;
    const domainEnd = domainEndAt(text, domainStart);
    if (domainEnd >= 0) return { start: match.index, domainStart, domainEnd };
  }
  return null;
}

/** The end of the longest domain that begins exactly here; -1 for none. */
function domainEndAt(text: string, start: number): number {
  let best = -1;
  let label = start;
  let at = start;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === DOT) {
      if (at === label || !isDomainUnit(text.charCodeAt(label)) || !isDomainUnit(text.charCodeAt(at - 1))) break;
      if (!text.slice(label, at).includes('_')) best = Math.max(best, tldEnd(text, at + 1));
      label = at + 1;
    } else if (!isLabelUnit(unit)) break;
    at += 1;
  }
  return best;
}

/** Whether an address may start here: at the very beginning, or behind a character that does not belong to a word. */
function startsAfter(text: string, start: number, from: number): boolean {
  if (start === 0) return true;
  if (start <= from) return false;
  const unit = text.charCodeAt(start - 1);
  return !isAsciiAlnum(unit) && !wordSigns.has(unit);
}

/** Checks the hit and adds what the reference reports for it. */
function collect(text: string, hit: Hit, end: number, found: Link[]): void {
  const domain = text.slice(hit.domainStart, hit.domainEnd);
  const hasProtocol = hit.start < hit.domainStart;
  const prefix = hasProtocol ? hit.domainStart - hit.start : 'https://'.length;
  if (!isRealDomain(domain) || prefix + end - hit.start > MAX_URL) return;
  if (hasProtocol) {
    const url = text.slice(hit.start, end);
    const short = /^https?:\/\/t\.co\/([a-z0-9]+)(?:\?[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*[a-z0-9\-_&=#/])?/i.exec(url);
    if (short !== null && (short[1]?.length ?? 0) > MAX_TCO_SLUG) return;
    const kept = short === null ? url : short[0];
    found.push({ start: hit.start, end: hit.start + kept.length, url: kept, hasProtocol });
    return;
  }
  if (hit.start > 0 && '-_./'.includes(text.charAt(hit.start - 1))) return;
  const parts = asciiDomains(domain);
  let reported = 0;
  for (const [index, part] of parts.entries()) {
    // The reference reports where the same letters first stand behind the last one, and so do we.
    reported = domain.indexOf(domain.slice(part.start, part.start + part.length), reported);
    const start = hit.start + reported;
    const tail =
      index === parts.length - 1 && /^(?::[0-9]+)?\//.test(text.slice(hit.domainEnd, end)) ? end - hit.domainEnd : 0;
    const stop = start + part.length + tail;
    reported += part.length;
    found.push({ start, end: stop, url: text.slice(start, stop), hasProtocol });
  }
}

/** The Latin domains inside a bare run such as `官网mi.com`: without a protocol only they become links. */
function asciiDomains(domain: string): readonly { start: number; length: number }[] {
  const parts: { start: number; length: number }[] = [];
  let at = 0;
  while (at < domain.length) {
    if (!isAsciiDomainUnit(domain.charCodeAt(at))) {
      at += 1;
      continue;
    }
    let best = -1;
    let end = at;
    let label = at;
    while (end < domain.length) {
      const unit = domain.charCodeAt(end);
      if (unit === DOT) {
        if (end === label) break;
        best = Math.max(best, tldEnd(domain, end + 1));
        label = end + 1;
      } else if (!isAsciiDomainUnit(unit)) break;
      end += 1;
    }
    if (best > at) {
      parts.push({ start: at, length: best - at });
      at = best;
    } else at = Math.max(end, at + 1);
  }
  return parts;
}

/** Each label must fit into 63 characters of its ASCII form. */
function isRealDomain(domain: string): boolean {
  if (/^xn--/.test(domain) && asciiDomains(domain).length === 0) return false;
  return domain.split('.').every((label) => {
    const length = punycodeLength(label);
    return length >= 1 && length <= 63;
  });
}

/** Top-level domains are made of letters of any script; of ASCII, no sign is in one. */
const mayBeOfTld = (unit: number): boolean => unit >= 0x80 || isAsciiAlnum(unit);

/** The end of a known top-level domain at this index; -1 for none. The longest wins. */
function tldEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (!(first >= 0x80 || isAsciiAlnum(first))) return -1;
  let longest = 1;
  const most = Math.min(LONGEST_TLD, text.length - start);
  while (longest < most && mayBeOfTld(text.charCodeAt(start + longest))) longest += 1;
  for (let length = longest; length >= 2; length -= 1) {
    if (start + length < text.length && endsNoTld(text.charCodeAt(start + length))) continue;
    if (tlds.has(text.slice(start, start + length).toLowerCase())) return start + length;
  }
  const puny = /^xn--[-0-9a-z]+/i.exec(text.slice(start, start + 80));
  return puny === null ? -1 : start + puny[0].length;
}

/** Port, path and query behind a domain. */
function tailEnd(text: string, domainEnd: number): number {
  let at = domainEnd;
  const port = /^:[0-9]+/.exec(text.slice(at, at + 64));
  if (port !== null) at += port[0].length;
  if (text.charAt(at) === '/') at = pathEnd(text, at + 1);
  if (text.charAt(at) === '?') {
    let end = at;
    for (let query = at + 1; query < text.length && queryUnits.has(text.charCodeAt(query)); query += 1) {
      if (queryEndUnits.has(text.charCodeAt(query))) end = query + 1;
    }
    at = end;
  }
  return at;
}

/** A path ends with a letter, digit or one of `+-=_#/`, or with balanced brackets (two levels). */
function pathEnd(text: string, start: number): number {
  let end = start;
  let at = start;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (isPathUnit(unit)) {
      at += 1;
      if (isPathEndUnit(unit)) end = at;
    } else if (unit === OPEN) {
      const closed = bracketEnd(text, at, 2);
      if (closed < 0) break;
      at = closed;
      end = closed;
    } else break;
  }
  return end;
}

function bracketEnd(text: string, open: number, levels: number): number {
  let at = open + 1;
  let inner = false;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === CLOSE) return at > open + 1 ? at + 1 : -1;
    if (isPathUnit(unit)) at += 1;
    else if (unit === OPEN && levels > 1 && !inner) {
      at = bracketEnd(text, at, levels - 1);
      if (at < 0) return -1;
      inner = true;
    } else return -1;
  }
  return -1;
}

const DOT = 0x2e;
const UNDERSCORE = 0x5f;
const OPEN = 0x28;
const CLOSE = 0x29;
const units = (chars: string): ReadonlySet<number> => new Set([...chars].map((char) => char.charCodeAt(0)));
const alnum = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const wordSigns = units('@＠$#＃\uFFFE\uFEFF\uFFFF');
const notInDomain = units(
  "!'#%&()*+,\\-./:;<=>?@[]^_{|}~$\t\n\v\f\r \u0085\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008" +
    '\u2009\u200a\u2028\u2029\u202f\u205f\u3000\uFFFE\uFEFF\uFFFF\u202a\u202b\u202c\u202d\u202e\u061c\u200e\u200f\u2066\u2067\u2068\u2069',
);
const pathSigns = units("!*';:=+,.$/%#[]-\u2013_~@|&");
const pathEndSigns = units('+-=_#/');
const queryUnits = units(`${alnum}!?*'@();:&=+$/%#[]-_.,~|`);
const queryEndUnits = units(`${alnum}-_&=#/`);

const isAsciiAlnum = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a && unit < 0x80);
const isDomainUnit = (unit: number): boolean => !Number.isNaN(unit) && !notInDomain.has(unit);
const isLabelUnit = (unit: number): boolean => unit === 0x2d || unit === UNDERSCORE || isDomainUnit(unit);
const isAccented = (unit: number): boolean =>
  (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) ||
  accentedSigns.has(unit) ||
  (unit >= 0x300 && unit <= 0x36f) ||
  (unit >= 0x1e00 && unit <= 0x1eff);
const accentedSigns = units('\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b\u02bb');
const isAsciiDomainUnit = (unit: number): boolean => unit === 0x2d || isAsciiAlnum(unit) || isAccented(unit);
const isCyrillic = (unit: number): boolean => unit >= 0x400 && unit <= 0x4ff;
const isPathUnit = (unit: number): boolean =>
  isAsciiAlnum(unit) || pathSigns.has(unit) || isAccented(unit) || isCyrillic(unit);
const isPathEndUnit = (unit: number): boolean =>
  isAsciiAlnum(unit) || pathEndSigns.has(unit) || isAccented(unit) || isCyrillic(unit);
const endsNoTld = (unit: number): boolean => isAsciiAlnum(unit) || unit === 0x40 || unit === 0x2b || unit === 0x2d;
