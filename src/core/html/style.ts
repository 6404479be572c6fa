import type { InlineMark } from '../model/doc';
import { attribute, type HtmlElement } from './parse';

/** What an element's own `style` says, as name → value in lower case. Nothing is evaluated. */
export function styleOf(element: HtmlElement): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of attribute(element, 'style').slice(0, 4_000).split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      found.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return found;
}

type Plain = Exclude<InlineMark['type'], 'link'>;

const byTag: Readonly<Record<string, Plain>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** Marks below an element: those of its tag and style, and those its style takes back (`<b style="font-weight: normal">`). */
export function marksBelow(element: HtmlElement, above: readonly InlineMark[]): readonly InlineMark[] {
  const style = styleOf(element);
  const on = new Set<Plain>();
  const off = new Set<Plain>();
  const tag = Object.hasOwn(byTag, element.tagName) ? byTag[element.tagName] : undefined;
  if (tag !== undefined) on.add(tag);
  const say = (mark: Plain, value: boolean | null): void => {
    if (value === null) return;
    on.delete(mark);
    (value ? on : off).add(mark);
  };
  say('bold', isBold(style.get('font-weight')));
  say('italic', isItalic(style.get('font-style')));
  const lines = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  // The line under a link is the link's own.
  if (lines.includes('underline') && !above.some(({ type }) => type === 'link')) on.add('underline');
  if (lines.includes('line-through')) on.add('strike');
  if (on.size === 0 && off.size === 0) return above;
  // Code takes no other mark: it is shown as it was typed.
  if (on.has('code')) return [{ type: 'code' }];
  const kept = above.filter(({ type }) => type === 'link' || !(off.has(type) || on.has(type)));
  return [...kept, ...[...on].map((type): InlineMark => ({ type }))];
}

function isBold(weight: string | undefined): boolean | null {
  if (weight === undefined) return null;
  if (/^(bold|bolder|[6-9]00)\b/.test(weight)) return true;
  return /^(normal|lighter|[1-5]00)\b/.test(weight) ? false : null;
}

function isItalic(style: string | undefined): boolean | null {
  if (style === undefined) return null;
  return style.startsWith('normal') ? false : /^(italic|oblique)/.test(style) ? true : null;
}
