import type { PasteRules } from '../platforms/pack';
import { type Declaration, splitOutside } from './styles';

/** What becomes of one written style. */
export type Fate =
  | { readonly kind: 'lives'; readonly declaration: Declaration }
  | { readonly kind: 'gone'; readonly what: string }
  /** A variable's fallback stands for it. */
  | { readonly kind: 'baked'; readonly what: string; readonly declaration: Declaration }
  /** Spaces and line ends of the text have to be written out. */
  | { readonly kind: 'spaces' };

export function livingStyle([name, value]: Declaration, rules: PasteRules, tag: string): Fate {
  const lower = value.toLowerCase();
  if (name.startsWith('--')) return { kind: 'gone', what: name };
  if (/(^|[^a-z-])var\(/i.test(value)) {
    const baked = bakedOf(value);
    return baked === null
      ? { kind: 'gone', what: `${name}: var()` }
      : { kind: 'baked', what: name, declaration: [name, baked] };
  }
  if (/url\(|expression\(/i.test(value)) return { kind: 'gone', what: `${name}: url()` };
  if (rules.dropStyles.some((dropped) => name === dropped || name.startsWith(`${dropped}-`)))
    return { kind: 'gone', what: name };
  if (rules.dropValues?.[name]?.includes(lower)) return { kind: 'gone', what: `${name}: ${lower}` };
  // Within `pre` the element itself keeps them.
  if (name === 'white-space' && lower.startsWith('pre'))
    return tag === 'pre' ? { kind: 'lives', declaration: [name, value] } : { kind: 'spaces' };
  return { kind: 'lives', declaration: [name, value] };
}

/** The value with each variable replaced by its fallback; null when one has none. */
function bakedOf(value: string): string | null {
  let baked = value;
  for (let turn = 0; turn < 8; turn += 1) {
    const at = baked.search(/var\(/i);
    if (at < 0) return baked.trim() === '' ? null : baked.trim();
    const end = closingOf(baked, at + 3);
    if (end === null) return null;
    const [, ...fallback] = splitOutside(baked.slice(at + 4, end), ',');
    const instead = fallback.join(',').trim();
    if (instead === '') return null;
    baked = baked.slice(0, at) + instead + baked.slice(end + 1);
  }
  return null;
}

/** The bracket that closes the one at `open`. */
function closingOf(text: string, open: number): number | null {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text.charAt(at) === '(') depth += 1;
    if (text.charAt(at) === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return null;
}
