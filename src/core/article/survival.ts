import { type Attribute, type Element, type Markup, printTree, readTree, treeText } from '../html/tree';
import type { PasteRules } from '../platforms/pack';
import { readStyle, writeStyle } from './styles';
import { type Fate, livingStyle } from './survivingStyles';

/**
 * What becomes of HTML in a platform's own editor, and what goes there instead. The rules are the pack's (`paste`), from
 * public sources with their dates; nobody outside the platform knows all of them, so this is a model, and pasting back
 * (`pasteBack.ts`) tells where it is wrong. Whatever would be lost is replaced by something that lives, words first of
 * all: they are never lost. Law: once more changes nothing.
 */
export type ChangeCode =
  /** With all that is in it: no words are. */
  | 'tag_gone'
  /** The tag goes, its words stay. */
  | 'tag_opened'
  | 'tag_rewritten'
  | 'attribute_gone'
  | 'size_to_style'
  | 'style_gone'
  | 'variable_baked'
  | 'spaces_written'
  | 'row_to_cells'
  | 'link_to_note'
  | 'anchor_gone'
  | 'image_to_upload'
  | 'list_moved'
  | 'outside_wrapped';

/** One thing that would not live: what it is, what stands for it, and where: how the nearest block reads. */
export type Change = {
  readonly code: ChangeCode;
  readonly what: string;
  readonly becomes: string;
  readonly where: string;
};

export type Survival = {
  /** What to copy. */
  readonly html: string;
  readonly changes: readonly Change[];
};

export type SurvivalOptions = {
  readonly rules: PasteRules;
  /** What stands where a picture has to be uploaded; pictures are numbered from 1. */
  readonly picture: (number: number, alt: string) => string;
};

/** Rewriting may bring something to light that the parser then reads otherwise; it comes to rest long before this. */
const MOST_PASSES = 12;

/** Null when the text nests too deep to be read. */
export function survive(html: string, options: SurvivalOptions): Survival | null {
  const changes: Change[] = [];
  let current = html;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const tree = readTree(current);
    if (tree === null) return null;
    const next = printTree(cleaned(tree, options, changes));
    // What has nothing to lose stays as it was written, to the letter.
    if (next === current || changes.length === 0) return { html: current, changes };
    current = next;
  }
  return { html: plainOf(current), changes };
}

/** The last resort: words alone, a paragraph a line. */
function plainOf(html: string): string {
  const lines = treeText(readTree(html) ?? []).split(/\s*\n\s*/);
  return printTree(
    lines.filter(Boolean).map((text): Markup => element('p', [], [{ kind: 'text', text: text.trim() }])),
  );
}

/** What is gathered on the way through one tree. */
type Walk = SurvivalOptions & {
  readonly note: (code: ChangeCode, what: string, becomes: string, where: string) => void;
  /** Addresses that become notes at the end. */
  readonly addresses: string[];
  pictures: number;
};
type Place = { readonly where: string; readonly keepsSpaces: boolean; readonly drawing: boolean };

function cleaned(tree: readonly Markup[], options: SurvivalOptions, changes: Change[]): readonly Markup[] {
  const walk: Walk = {
    ...options,
    note: (code, what, becomes, where) => changes.push({ code, what, becomes, where }),
    addresses: [],
    pictures: 0,
  };
  const place: Place = { where: '', keepsSpaces: false, drawing: false };
  const inside = wrapped(
    tree.flatMap((node) => nodeOf(node, place, walk)),
    walk,
  );
  const notes = walk.addresses.map((address, index) =>
    element('p', [['style', NOTE]], [{ kind: 'text', text: `[${index + 1}] ${address}` }]),
  );
  return [...inside, ...notes];
}
const NOTE = 'margin:0 0 4px;font-size:12px;color:#555';

/** The outermost element loses its ground and its inner edge: they move one element further in. */
function wrapped(nodes: readonly Markup[], { note }: Walk): readonly Markup[] {
  const solid = nodes.filter((node) => node.kind === 'element' || node.text.trim() !== '');
  const [only] = solid;
  if (solid.length !== 1 || only?.kind !== 'element' || only.tag !== 'section') return nodes;
  const style = only.attributes.find(([name]) => name === 'style')?.[1] ?? '';
  const outer = readStyle(style).filter(([name]) => /^(padding|background)/.test(name));
  if (outer.length === 0) return nodes;
  note('outside_wrapped', outer.map(([name]) => name).join(', '), 'section', '');
  return [element('section', [], [only])];
}

const element = (tag: string, attributes: readonly Attribute[], children: readonly Markup[]): Element => ({
  kind: 'element',
  tag,
  attributes,
  children,
});

function nodeOf(node: Markup, place: Place, walk: Walk): readonly Markup[] {
  if (node.kind === 'text') return textOf(node.text, place);
  const here: Place = { ...place, where: whereOf(node, place), drawing: place.drawing || node.tag === 'svg' };
  const { rules, note } = walk;
  if (rules.dropTags.includes(node.tag) || silent.has(node.tag)) {
    const keepsWords = speaking.has(node.tag);
    if (!silent.has(node.tag)) note(keepsWords ? 'tag_opened' : 'tag_gone', node.tag, '', here.where);
    return keepsWords ? node.children.flatMap((child) => nodeOf(child, here, walk)) : [];
  }
  if (node.tag === 'img') return [imageOf(node, here, walk)];
  if (node.tag === 'a') return linkOf(node, here, walk);
  const tag = rules.rewriteTags?.[node.tag] ?? node.tag;
  if (tag !== node.tag) note('tag_rewritten', node.tag, tag, here.where);
  else if (!here.drawing && rules.keepTags !== undefined && !rules.keepTags.includes(tag)) {
    note('tag_opened', node.tag, '', here.where);
    return node.children.flatMap((child) => nodeOf(child, here, walk));
  }
  return finished(node, tag, here, walk);
}

/** An element that lives under `tag`: its attributes, then what is in it. */
function finished(node: Element, tag: string, place: Place, walk: Walk): readonly Markup[] {
  const { attributes, spaces } = attributesOf(node, tag, place, walk);
  const inside: Place = { ...place, keepsSpaces: place.keepsSpaces || spaces };
  if (spaces && tag !== 'pre') walk.note('spaces_written', 'white-space', '<br>', place.where);
  const children = rowOf(node, tag, place, walk).flatMap((child) => nodeOf(child, inside, walk));
  if (tag !== 'li') return [element(tag, attributes, children)];
  // A list within an item is put behind it by the editor; better to be there already.
  const isList = (child: Markup) => child.kind === 'element' && /^(ul|ol)$/.test(child.tag);
  const lists = children.filter(isList);
  if (lists.length > 0) walk.note('list_moved', 'li', '', place.where);
  return [
    element(
      tag,
      attributes,
      children.filter((child) => !isList(child)),
    ),
    ...lists,
  ];
}

/** Never holds words a reader sees; nobody has to be told of it. */
const silent: ReadonlySet<string> = new Set(['meta', 'title', 'base', 'template', 'noscript', 'param', 'source']);
/** Does not live, but holds words. */
const speaking: ReadonlySet<string> = new Set(['form', 'button', 'object', 'label', 'fieldset', 'legend', 'option']);

/** How the nearest block begins, by which a person finds it. */
function whereOf(node: Element, { where }: Place): string {
  if (!/^(p|h[1-6]|li|blockquote|pre|td|th|figure|figcaption|div|section|article|table)$/.test(node.tag)) return where;
  const text = treeText(node.children).replace(/\s+/g, ' ').trim();
  return text === '' ? where : [...text].slice(0, 24).join('');
}

function textOf(text: string, { keepsSpaces }: Place): readonly Markup[] {
  if (!keepsSpaces || !/\n| {2}/.test(text)) return [{ kind: 'text', text }];
  return text.split(/\r?\n/).flatMap((line, index): readonly Markup[] => {
    const kept: Markup = { kind: 'text', text: line.replace(/ {2,}|^ /g, (run) => '\u00a0'.repeat(run.length)) };
    const words = line === '' ? [] : [kept];
    return index === 0 ? words : [element('br', [], []), ...words];
  });
}

/** Looks a tag had of itself and loses with its name. */
const nativeLooks: Readonly<Record<string, readonly [string, string]>> = {
  th: ['font-weight', 'bold'],
  center: ['text-align', 'center'],
};

function attributesOf(node: Element, tag: string, { where }: Place, { rules, note }: Walk) {
  const kept: Attribute[] = [];
  let spaces = false;
  const written = readStyle(node.attributes.find(([name]) => name === 'style')?.[1] ?? '');
  const native = tag === node.tag ? undefined : nativeLooks[node.tag];
  const all = native === undefined || written.some(([name]) => name === native[0]) ? written : [...written, native];
  const fates = all.map((declaration): Fate => livingStyle(declaration, rules, tag));
  for (const fate of fates) {
    if (fate.kind === 'gone') note('style_gone', fate.what, '', where);
    if (fate.kind === 'baked') note('variable_baked', fate.what, fate.declaration[1], where);
    if (fate.kind === 'spaces') spaces = true;
  }
  const style = writeStyle(fates.flatMap((fate) => ('declaration' in fate ? [fate.declaration] : [])));
  for (const [name, value] of node.attributes) {
    if (name === 'style') continue;
    if (rules.dropAttributes.includes(name) || /^on/.test(name)) note('attribute_gone', name, '', where);
    else kept.push([name, value]);
  }
  return { attributes: style === '' ? kept : ([['style', style], ...kept] as readonly Attribute[]), spaces };
}

/** The ground of a row does not show: its cells take it over, unless they have their own. */
function rowOf(node: Element, tag: string, { where }: Place, { note }: Walk): readonly Markup[] {
  if (tag !== 'tr') return node.children;
  const looks = readStyle(node.attributes.find(([name]) => name === 'style')?.[1] ?? '').filter(([name]) =>
    /^(background|color|font)/.test(name),
  );
  if (looks.length === 0) return node.children;
  let told = false;
  return node.children.map((cell) => {
    if (cell.kind !== 'element') return cell;
    const own = readStyle(cell.attributes.find(([name]) => name === 'style')?.[1] ?? '');
    const taken = looks.filter(([name]) => !own.some(([known]) => known === name));
    if (taken.length === 0) return cell;
    if (!told) note('row_to_cells', looks.map(([name]) => name).join(', '), 'td', where);
    told = true;
    const rest = cell.attributes.filter(([name]) => name !== 'style');
    return { ...cell, attributes: [['style', writeStyle([...own, ...taken])], ...rest] };
  });
}

function imageOf(node: Element, place: Place, walk: Walk): Markup {
  const src = node.attributes.find(([name]) => name === 'src')?.[1] ?? '';
  if (walk.rules.ownImages && !isAt(src, walk.rules.imageHosts ?? [])) {
    walk.pictures += 1;
    const alt = node.attributes.find(([name]) => name === 'alt')?.[1] ?? '';
    const text = walk.picture(walk.pictures, alt.trim());
    walk.note('image_to_upload', 'img', text, place.where === '' ? alt : place.where);
    return element('span', [['style', PICTURE]], [{ kind: 'text', text }]);
  }
  const { attributes } = attributesOf(node, 'img', place, walk);
  const sizes = attributes.filter(([name]) => name === 'width' || name === 'height');
  if (sizes.length === 0) return element('img', attributes, []);
  walk.note('size_to_style', sizes.map(([name]) => name).join(', '), 'style', place.where);
  const style = readStyle(attributes.find(([name]) => name === 'style')?.[1] ?? '');
  const added = sizes
    .filter(([name]) => !style.some(([known]) => known === name))
    .map(([name, value]) => [name, /^\d+$/.test(value) ? `${value}px` : value] as const);
  const rest = attributes.filter((attribute) => attribute[0] !== 'style' && !sizes.includes(attribute));
  return element('img', [['style', writeStyle([...style, ...added])], ...rest], []);
}
const PICTURE = 'padding:2px 6px;background-color:#f5f5f5;color:#555;font-size:14px';

function linkOf(node: Element, place: Place, walk: Walk): readonly Markup[] {
  const href = node.attributes.find(([name]) => name === 'href')?.[1].trim() ?? '';
  const { rules, note, addresses } = walk;
  if (rules.linkHosts.length === 0 || isAt(href, rules.linkHosts)) return finished(node, 'a', place, walk);
  const words = node.children.flatMap((child) => nodeOf(child, place, walk));
  const { attributes } = attributesOf(node, 'span', place, walk);
  const style = attributes.filter(([name]) => name === 'style');
  const inside = style.length === 0 ? words : [element('span', style, words)];
  if (!/^(https?:\/\/|mailto:)/i.test(href)) {
    note('anchor_gone', href === '' ? 'a' : href, '', place.where);
    return inside;
  }
  if (!addresses.includes(href)) addresses.push(href);
  const sign = `[${addresses.indexOf(href) + 1}]`;
  note('link_to_note', href, sign, place.where);
  return [...inside, element('sup', [['style', 'font-size:12px;color:#555']], [{ kind: 'text', text: sign }])];
}

/** Whether an address leads to one of these hosts, or to a part of one. */
function isAt(address: string, hosts: readonly string[]): boolean {
  const host = /^(?:https?:)?\/\/([^/?#:@\s]+)(?::\d+)?(?:[/?#]|$)/i.exec(address)?.[1]?.toLowerCase();
  return host !== undefined && hosts.some((known) => host === known || host.endsWith(`.${known}`));
}

/** Changes of one sort together, in the order they are met. */
export type ChangeGroup = Omit<Change, 'where'> & { readonly count: number; readonly places: readonly string[] };
export function groupChanges(changes: readonly Change[]): readonly ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const { code, what, becomes, where } of changes) {
    // Pictures and links differ each time; what they have in common is what happens to them.
    const key = code === 'image_to_upload' || code === 'link_to_note' ? code : `${code} ${what}`;
    const known = groups.get(key);
    const places = known?.places ?? [];
    groups.set(key, {
      code,
      what: known?.what ?? what,
      becomes: known?.becomes ?? becomes,
      count: (known?.count ?? 0) + 1,
      places: where === '' || places.includes(where) ? places : [...places, where],
    });
  }
  return [...groups.values()];
}
