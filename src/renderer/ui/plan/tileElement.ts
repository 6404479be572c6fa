import type { TileSize } from '../../../core/schedule/geometry';
import type { Tile } from '../../../core/schedule/tile';
import marks from '../marks.module.css';
import classes from './PlanTile.module.css';

/** What one tile of the matrix shows. */
export type TileFace = {
  readonly tile: Tile;
  readonly size: TileSize;
  /** What it is called in full, marks included. */
  readonly label: string;
  readonly title: string;
  /** What other walls show then, where there is something to say. */
  readonly zones: string | undefined;
  readonly coverId: string | null;
};

/**
 * A tile as bare elements. Hundreds stand on one screen and come and go with every scroll: they are copied from a
 * pattern and filled by hand, because a component for each costs several times what the browser needs for them. What it
 * looks like is the style it shares with `PlanTile`.
 */
export function makeTile(face: TileFace): HTMLButtonElement {
  const look = lookOf(face);
  const pattern = patterns.get(look) ?? dress(blank(), face);
  patterns.set(look, pattern);
  const element = pattern.cloneNode(true) as HTMLButtonElement;
  fill(element, face);
  return element;
}

/** Shows a face on a tile, whatever it showed before. The element stays, and with it the focus. */
export function showFace(element: HTMLButtonElement, before: TileFace, face: TileFace): void {
  if (lookOf(before) !== lookOf(face)) dress(element, face);
  fill(element, face);
}

/** Dressed tiles by look: there are few looks, and a copy of one costs less than to dress each. */
const patterns = new Map<string, HTMLButtonElement>();

/** What is alike in many tiles: everything but words and cover. */
const lookOf = ({ size, tile }: TileFace): string =>
  `${size} ${tile.edge} ${tile.kind} ${tile.finding} ${tile.past} ${tile.dashed} ${tile.struck} ${tile.behind}`;

const isBrief = (size: TileSize): boolean => size === 'mini' || size === 'compact';

function blank(): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = classes.tile ?? '';
  element.tabIndex = -1;
  element.draggable = true;
  element.setAttribute('aria-pressed', 'false');
  return element;
}

/** Gives a tile the parts and marks of its look. Words come after. */
function dress(element: HTMLButtonElement, { tile, size }: TileFace): HTMLButtonElement {
  const { dataset } = element;
  dataset.size = size;
  dataset.edge = tile.edge;
  mark(element, 'past', tile.past);
  mark(element, 'dashed', tile.dashed);
  mark(element, 'struck', tile.struck);
  mark(element, 'behind', tile.behind);
  const kind = document.createElement('i');
  kind.className = classes.kind ?? '';
  kind.dataset.kind = tile.kind;
  element.replaceChildren(kind);
  if (size !== 'mini') seen(element, classes.time);
  if (tile.finding !== null) {
    const dot = document.createElement('span');
    dot.className = `${classes.dot} ${marks.finding}`;
    dot.dataset.severity = tile.finding;
    element.append(dot);
  }
  if (isBrief(size)) return element;
  seen(element, classes.title);
  const called = document.createElement('span');
  called.className = 'visually-hidden';
  element.append(called);
  return element;
}

/** What a tile is called says it all in order; what is seen is not said again. */
function seen(element: HTMLElement, className: string | undefined): void {
  const words = document.createElement('span');
  words.className = className ?? '';
  words.setAttribute('aria-hidden', 'true');
  element.append(words);
}

/**
 * Puts the words. A brief tile shows its time alone, which is part of its label. Where the title is seen as well the words
 * stand inside: a label whose order differs from what is seen would name something else for those who speak to their machine.
 */
function fill(element: HTMLButtonElement, { tile, size, label, title, zones, coverId }: TileFace): void {
  const brief = isBrief(size);
  if (size !== 'mini') write(element.children[1], tile.time ?? '–');
  if (brief) element.setAttribute('aria-label', label);
  else {
    element.removeAttribute('aria-label');
    write(element.querySelector(`.${classes.title}`), title);
    write(element.querySelector('.visually-hidden'), label);
  }
  const hint = [brief ? `${tile.time ?? ''} ${title}`.trim() : '', zones ?? ''].filter((part) => part !== '');
  if (hint.length > 0) element.title = hint.join('\n');
  else element.removeAttribute('title');
  element.querySelector('img')?.remove();
  if (size !== 'comfortable' || coverId === null) return;
  const cover = document.createElement('img');
  cover.className = classes.cover ?? '';
  cover.alt = '';
  cover.loading = 'lazy';
  cover.draggable = false;
  cover.src = `/assets/${coverId}`;
  element.querySelector(`.${classes.title}`)?.after(cover);
}

const write = (element: Element | null | undefined, words: string): void => {
  if (element !== null && element !== undefined) element.textContent = words;
};

/** Sets or takes away a `data-` mark that has no value. */
export function mark(element: HTMLElement, name: string, on: boolean): void {
  if (on) element.dataset[name] = 'true';
  else delete element.dataset[name];
}
