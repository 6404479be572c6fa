import { attribute, type HtmlElement } from './parse';
import { styleOf } from './style';

/** What never holds a writer's words: programs, looks, frames, controls. It goes with everything inside it. */
const filth: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'frame',
  'frameset',
  'noframes',
  'object',
  'embed',
  'applet',
  'param',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'source',
  'track',
  'map',
  'area',
  'button',
  'select',
  'option',
  'datalist',
  'textarea',
  'dialog',
  'link',
  'meta',
  'base',
]);

/** Whether an element is left out with everything below it. */
export function isFilth(element: HtmlElement): boolean {
  return filth.has(element.tagName) || isHidden(element) || isTracker(element);
}

/** What a reader of the page never saw: a preheader of a mail, a screen's own menu. */
function isHidden(element: HtmlElement): boolean {
  if (Object.hasOwn(element.properties, 'hidden')) return true;
  const style = styleOf(element);
  return (
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    /^0(px|pt|em|%)?$/.test(style.get('font-size') ?? '')
  );
}

/** A picture of one point that reports who opened the page. */
function isTracker(element: HtmlElement): boolean {
  if (element.tagName !== 'img') return false;
  const [width, height] = [attribute(element, 'width'), attribute(element, 'height')];
  return /^[01](px)?$/.test(width) && /^[01](px)?$/.test(height);
}

/** Nobody counts these: every page has them, and they hold no words. */
const silent: ReadonlySet<string> = new Set(['link', 'meta', 'base', 'param', 'source', 'track', 'option', 'area']);
export const isCounted = (element: HtmlElement): boolean => !silent.has(element.tagName);

/** Where a link may lead; anything else (`javascript:`, `data:`, `file:`) loses its address and keeps its words. */
export function safeAddress(href: string): string | null {
  const address = href.trim();
  if (address.length > 4_096 || /[\p{Cc}\s]/u.test(address)) return null;
  return /^(https?:\/\/|mailto:)[^\s]/i.test(address) ? address : null;
}
