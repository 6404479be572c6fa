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
export function makeTile(): HTMLButtonElement {
  return pattern().cloneNode(true) as HTMLButtonElement;
}

let made: HTMLButtonElement | null = null;
function pattern(): HTMLButtonElement {
  if (made !== null) return made;
  made = document.createElement('button');
  made.type = 'button';
  made.className = classes.tile ?? '';
  made.tabIndex = -1;
  made.draggable = true;
  made.setAttribute('aria-pressed', 'false');
  const kind = document.createElement('i');
  kind.className = classes.kind ?? '';
  const time = document.createElement('span');
  time.className = classes.time ?? '';
  // What it is called says it all in order; what is seen is not said again.
  time.setAttribute('aria-hidden', 'true');
  const called = document.createElement('span');
  called.className = 'visually-hidden';
  made.append(kind, time, called);
  return made;
}

/** Shows a face on a tile, whatever it showed before. The element stays, and with it the focus. */
export function fillTile(element: HTMLButtonElement, { tile, size, label, title, zones, coverId }: TileFace): void {
  const brief = size === 'mini' || size === 'compact';
  const { dataset } = element;
  dataset.size = size;
  dataset.edge = tile.edge;
  mark(element, 'past', tile.past);
  mark(element, 'dashed', tile.dashed);
  mark(element, 'struck', tile.struck);
  mark(element, 'behind', tile.behind);
  const hint = [brief ? `${tile.time ?? ''} ${title}`.trim() : '', zones ?? ''].filter((part) => part !== '');
  if (hint.length > 0) element.title = hint.join('\n');
  else element.removeAttribute('title');
  const [kind, time, called] = element.children as unknown as [HTMLElement, HTMLElement, HTMLElement];
  called.textContent = label;
  kind.dataset.kind = tile.kind;
  time.textContent = size === 'mini' ? '' : (tile.time ?? '–');
  while (element.childElementCount > 3) element.lastElementChild?.remove();
  if (tile.finding !== null) {
    const dot = document.createElement('span');
    dot.className = `${classes.dot} ${marks.finding}`;
    dot.dataset.severity = tile.finding;
    element.append(dot);
  }
  if (!brief) {
    const words = document.createElement('span');
    words.className = classes.title ?? '';
    words.setAttribute('aria-hidden', 'true');
    words.textContent = title;
    element.append(words);
  }
  if (size === 'comfortable' && coverId !== null) {
    const cover = document.createElement('img');
    cover.className = classes.cover ?? '';
    cover.alt = '';
    cover.loading = 'lazy';
    cover.draggable = false;
    cover.src = `/assets/${coverId}`;
    element.append(cover);
  }
}

/** Sets or takes away a `data-` mark that has no value. */
export function mark(element: HTMLElement, name: string, on: boolean): void {
  if (on) element.dataset[name] = 'true';
  else delete element.dataset[name];
}
