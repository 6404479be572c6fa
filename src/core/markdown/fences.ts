import type { PhrasingContent } from 'mdast';
import { gap, type Written, written } from './syntax';

/**
 * Makes every fence (`**`, `*`, `~~`) of a line open or close where it stands. A fence beside punctuation forms only when
 * its other side is a space, punctuation or, for `*`, Chinese: in `**e.g.**night` it is two stars. There the letter
 * outside is written as a character reference, which any Markdown reads as the letter. Where one fence closes and the
 * next opens with the same sign, an empty comment keeps them apart. One pass, linear in the text.
 */
export function formingFences(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const line = joined(nodes);
  const result: PhrasingContent[] = [];
  for (let at = 0; at < line.length; ) {
    const first = line[at] as PhrasingContent;
    if (!isFence(first)) {
      result.push(first);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < line.length && sameRun(line[end], first)) end += 1;
    const run = line.slice(at, end);
    const before = at === 0 ? ' ' : lastChar(result.at(-1));
    const after = end === line.length ? ' ' : firstChar(line[end]);
    const sign = first.value.charAt(0);
    if (first.role === 'open') {
      if (mayBePunctuation(sign, after) && !letsForm(sign, before)) encodeLast(result);
      result.push(...run);
    } else {
      result.push(...run);
      const next = line[end];
      if (isFence(next) && next.value.charAt(0) === sign) result.push(gap());
      else if (mayBePunctuation(sign, before) && !letsForm(sign, after)) {
        const [letter, rest] = encodedFirst(next);
        result.push(...letter);
        if (rest === null) end += 1;
        else line[end] = rest;
      }
    }
    at = end;
  }
  return result;
}

type Fence = Written & { readonly role: 'open' | 'close' };

const isFence = (node: PhrasingContent | undefined): node is Fence =>
  node?.type === 'written' && (node.role === 'open' || node.role === 'close');

const sameRun = (node: PhrasingContent | undefined, first: Fence): boolean =>
  isFence(node) && node.role === first.role && node.value.charAt(0) === first.value.charAt(0);

/** Neighbouring texts as one, so that what must be escaped is seen whole. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  let texts: string[] = [];
  const close = () => {
    if (texts.length > 0) result.push({ type: 'text', value: texts.join('') });
    texts = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') texts.push(node.value);
    else {
      close();
      result.push(node);
    }
  }
  close();
  return result;
}

/** Characters of Chinese, Japanese and Korean text with their punctuation, as `micromark-extension-cjk-friendly` has it. */
const cjk = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3001-\u303e\uff01-\uff60\uffe0-\uffe6]$/u;
const punctuation = /^[\p{P}\p{S}]$/u;
const space = /^\s$/u;
/** The class of the character before it decides, so it counts as either. */
const variation = /^[\ufe00-\ufe0f]$/;

/** `~` looks at UTF-16 units, so half an emoji is a letter to it. */
const seen = (sign: string, char: string): string => (sign === '~' && char.length > 1 ? 'x' : char);

function mayBePunctuation(sign: string, inside: string): boolean {
  const char = seen(sign, inside);
  return variation.test(char) || (punctuation.test(char) && (sign === '~' || !cjk.test(char)));
}

function letsForm(sign: string, outside: string): boolean {
  const char = seen(sign, outside);
  return space.test(char) || punctuation.test(char) || (sign === '*' && cjk.test(char));
}

/** First character as printed; the signs of code, links and escapes are all punctuation. */
function firstChar(node: PhrasingContent | undefined): string {
  if (node?.type === 'break') return '\n';
  return node?.type === 'text' || node?.type === 'written' ? ([...node.value.slice(0, 2)][0] ?? ' ') : '`';
}

function lastChar(node: PhrasingContent | undefined): string {
  if (node?.type === 'break') return '\n';
  return node?.type === 'text' || node?.type === 'written' ? ([...node.value.slice(-2)].at(-1) ?? ' ') : '`';
}

const reference = (char: string): PhrasingContent =>
  written(`&#x${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()};`);

function encodeLast(nodes: PhrasingContent[]): void {
  const node = nodes.pop();
  if (node?.type !== 'text' && node?.type !== 'written') return;
  const char = lastChar(node);
  const rest = node.value.slice(0, -char.length);
  if (rest !== '') nodes.push({ ...node, value: rest });
  nodes.push(reference(char));
}

/** The reference of the first character, and what is left of its node. */
function encodedFirst(
  node: PhrasingContent | undefined,
): readonly [readonly PhrasingContent[], PhrasingContent | null] {
  if (node?.type !== 'text' && node?.type !== 'written') return [[], node ?? null];
  const char = firstChar(node);
  const rest = node.value.slice(char.length);
  return [[reference(char)], rest === '' ? null : { ...node, value: rest }];
}
