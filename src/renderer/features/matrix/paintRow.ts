import type { PlacementCard } from '../../../contract';
import { FOLD_AT, type TileSize } from '../../../core/schedule/geometry';
import { type TileFacts, tileOf } from '../../../core/schedule/tile';
import type { WallDate } from '../../../core/time/wall';
import { sayDay } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { say } from '../../../core/words/say';
import { sayZones } from '../../ui/plan/sayZones';
import { makeTile, mark, showFace, type TileFace } from '../../ui/plan/tileElement';
import { tileName, titleOrNone } from '../../ui/plan/tileWords';
import classes from './AccountRow.module.css';
import type { Look } from './look';

/**
 * The cells of an account as bare elements, kept between two drawings: what did not change is not touched, so that a drop
 * touches two cells. Rows, lanes and header are components; their hundreds of cells and tiles are drawn here.
 */
export type CellSpec = {
  readonly day: WallDate;
  /** Counted from 0 over the days of the period. */
  readonly column: number;
  readonly left: number;
  readonly width: number;
  readonly size: TileSize;
  readonly cards: readonly PlacementCard[];
};
export type RowSpec = {
  readonly accountId: string;
  readonly account: string;
  readonly opened: boolean;
  readonly today: WallDate;
  /** The day by which the Tab key comes in while the keyboard has no place yet; null in all rows but one. */
  readonly entry: WallDate | null;
  readonly cells: readonly CellSpec[];
};

/** Whether a row would be drawn as it stands: its cells hold the same, and what looks different is in other rows. */
export function standsAs(
  before: { readonly row: RowSpec; readonly look: Look },
  { row, look }: { readonly row: RowSpec; readonly look: Look },
): boolean {
  const { row: old, look: last } = before;
  return (
    old.accountId === row.accountId &&
    old.account === row.account &&
    old.opened === row.opened &&
    old.today === row.today &&
    old.entry === row.entry &&
    last.lang === look.lang &&
    last.walls.home === look.walls.home &&
    last.walls.second === look.walls.second &&
    last.facts === look.facts &&
    last.selected === look.selected &&
    last.linked === look.linked &&
    last.litId === look.litId &&
    (last.place === look.place || !(concerns(last.place, row) || concerns(look.place, row))) &&
    old.cells.length === row.cells.length &&
    row.cells.every((cell, index) => sameCell(old.cells[index], cell)) &&
    (last.carried === look.carried ||
      !row.cells.some(({ cards }) => cards.some(({ id }) => last.carried.has(id) || look.carried.has(id))))
  );
}

/** Without a place the row by which Tab comes in has the stop. */
const concerns = (place: Look['place'], row: RowSpec): boolean =>
  place === null ? row.entry !== null : place.accountId === row.accountId || row.entry !== null;

const sameCell = (old: CellSpec | undefined, cell: CellSpec): boolean =>
  old !== undefined &&
  old.day === cell.day &&
  old.column === cell.column &&
  old.left === cell.left &&
  old.width === cell.width &&
  old.size === cell.size &&
  old.cards === cell.cards;

type PaintedTile = {
  readonly element: HTMLButtonElement;
  card: PlacementCard;
  shown: string;
  face: TileFace;
  /** What it wears beside its face, as one word; empty: nothing. */
  worn: string;
};
type PaintedCell = {
  readonly element: HTMLElement;
  readonly tiles: Map<string, PaintedTile>;
  more: HTMLButtonElement | null;
  /** What the cell is called while the keyboard stands in it; an empty cell has it as its label. */
  called: HTMLElement | null;
  place: string;
  name: string;
};

const rows = new WeakMap<HTMLElement, Map<WallDate, PaintedCell>>();

/** Brings the cells in `host` to what the row and the look say. */
export function paintRow(host: HTMLElement, row: RowSpec, look: Look): void {
  const painted = rows.get(host) ?? new Map<WallDate, PaintedCell>();
  rows.set(host, painted);
  const wanted = new Set(row.cells.map(({ day }) => day));
  for (const [day, { element }] of painted)
    if (!wanted.has(day)) {
      painted.delete(day);
      element.remove();
    }
  let next = host.firstChild;
  for (const spec of row.cells) {
    const cell = painted.get(spec.day) ?? makeCell(row.accountId, spec.day);
    painted.set(spec.day, cell);
    paintCell(cell, spec, row, look);
    if (cell.element === next) next = next.nextSibling;
    else host.insertBefore(cell.element, next);
  }
}

function makeCell(accountId: string, day: WallDate): PaintedCell {
  const element = cellPattern().cloneNode() as HTMLElement;
  element.dataset.cell = `${accountId} ${day}`;
  return { element, tiles: new Map(), more: null, called: null, place: '', name: '' };
}

let madeCell: HTMLElement | null = null;
function cellPattern(): HTMLElement {
  if (madeCell !== null) return madeCell;
  madeCell = document.createElement('div');
  madeCell.className = classes.cell ?? '';
  madeCell.setAttribute('role', 'gridcell');
  madeCell.tabIndex = -1;
  return madeCell;
}

function paintCell(cell: PaintedCell, spec: CellSpec, row: RowSpec, look: Look): void {
  const { element } = cell;
  const { day, column, left, width, cards } = spec;
  const place = `left:${left}px;width:${width}px`;
  if (cell.place !== place) {
    cell.place = place;
    element.style.cssText = place;
    element.setAttribute('aria-colindex', String(column + 2));
  }
  const tab = tabStop(spec, row, look);
  const name = `${look.lang} ${cards.length} ${row.account} ${tab !== 'none'}`;
  if (cell.name !== name) {
    cell.name = name;
    callCell(
      cell,
      cards.length === 0 || tab !== 'none' ? nameOf(look, row.account, day, cards.length) : null,
      cards.length === 0,
    );
  }
  const stop = tab === 'cell' ? 0 : -1;
  if (element.tabIndex !== stop) element.tabIndex = stop;
  paintTiles(cell, spec, row, look, tab);
}

/**
 * A label would hide what the cell holds: with tiles in it, it is called by its content. The words that say which cell it is
 * stand first in it where the keyboard is; of the others the row and the day say it, and their tiles the rest.
 */
function callCell(cell: PaintedCell, name: string | null, isEmpty: boolean): void {
  if (isEmpty && name !== null) cell.element.setAttribute('aria-label', name);
  else cell.element.removeAttribute('aria-label');
  if (isEmpty || name === null) {
    cell.called?.remove();
    cell.called = null;
    return;
  }
  cell.called ??= document.createElement('span');
  cell.called.className = 'visually-hidden';
  cell.called.textContent = name;
  if (cell.called.parentElement === null) cell.element.prepend(cell.called);
}

const counts = new Map<string, string>();

/** What a cell is called. The count is worded once for all cells that hold as many. */
function nameOf({ lang }: Look, account: string, day: WallDate, count: number): string {
  const key = `${lang} ${count}`;
  const said = counts.get(key) ?? say(matrixWords, lang, 'cell.count', { count });
  counts.set(key, said);
  return [account, sayDay(lang, day), said].join(lang === 'zh' ? '，' : ', ');
}

/** Which of the cell and its tiles the Tab key stops at: none, the cell, or a tile by its number. */
function tabStop({ day }: CellSpec, row: RowSpec, { place }: Look): 'none' | 'cell' | number {
  if (place === null) return row.entry === day ? 'cell' : 'none';
  return place.accountId === row.accountId && place.day === day ? (place.tile ?? 'cell') : 'none';
}

function paintTiles(
  cell: PaintedCell,
  { cards, size }: CellSpec,
  row: RowSpec,
  look: Look,
  tab: 'none' | 'cell' | number,
): void {
  const { element, tiles } = cell;
  const shown = row.opened ? cards.length : Math.min(FOLD_AT, cards.length);
  const stale = new Set(tiles.keys());
  let next = cell.called === null ? element.firstChild : cell.called.nextSibling;
  for (let index = 0; index < shown; index += 1) {
    const card = cards[index];
    if (card === undefined) continue;
    stale.delete(card.id);
    const tile = shownTile(tiles.get(card.id), card, size, row.today, look);
    tiles.set(card.id, tile);
    wear(tile, card.id, look, tab === index);
    while (next !== null && next !== tile.element && isStale(next, stale)) next = next.nextSibling;
    if (tile.element === next) next = next.nextSibling;
    else element.insertBefore(tile.element, next);
  }
  for (const id of stale) {
    tiles.get(id)?.element.remove();
    tiles.delete(id);
  }
  paintMore(cell, cards.length - FOLD_AT, row.opened, look);
}

const isStale = (node: ChildNode, stale: ReadonlySet<string>): boolean =>
  node instanceof HTMLElement && stale.has(node.dataset.tile ?? '');

const factsKey = (facts: TileFacts | undefined): string =>
  facts === undefined ? '' : `${facts.errors} ${facts.warnings} ${facts.behind}`;

/** The tile of a card, made where there is none yet and left alone where it shows all of it. */
function shownTile(
  painted: PaintedTile | undefined,
  card: PlacementCard,
  size: TileSize,
  today: WallDate,
  look: Look,
): PaintedTile {
  const facts = look.facts(card.id);
  const { home, second } = look.walls;
  const shown = `${look.lang} ${size} ${today} ${home} ${second} ${factsKey(facts)}`;
  if (painted?.card === card && painted.shown === shown) return painted;
  const tile = tileOf(card, facts, today);
  const title = titleOrNone(look.lang, card.title);
  const zones = sayZones(look.lang, card, look.walls);
  const label = tileName(look.lang, tile, title, zones);
  const face: TileFace = { tile, size, label, title, zones, coverId: card.coverId };
  if (painted === undefined) {
    const element = makeTile(face);
    element.dataset.tile = card.id;
    return { element, card, shown, face, worn: '' };
  }
  showFace(painted.element, painted.face, face);
  painted.card = card;
  painted.shown = shown;
  painted.face = face;
  return painted;
}

/** What a tile wears while it is looked at; each is set only where it changes. */
function wear(painted: PaintedTile, id: string, look: Look, isStop: boolean): void {
  const worn = [
    look.selected.has(id) ? 'selected' : '',
    look.linked.has(id) ? 'linked' : '',
    look.carried.has(id) ? 'dragging' : '',
    look.litId === id ? 'flash' : '',
    isStop ? 'stop' : '',
  ]
    .join(' ')
    .trim();
  if (painted.worn === worn) return;
  painted.worn = worn;
  const { element } = painted;
  const wears = new Set(worn.split(' '));
  for (const name of ['selected', 'linked', 'dragging', 'flash'])
    if ((element.dataset[name] !== undefined) !== wears.has(name)) mark(element, name, wears.has(name));
  element.setAttribute('aria-pressed', String(wears.has('selected')));
  element.tabIndex = isStop ? 0 : -1;
}

/** "+2" opens the whole row; opened, it folds it again. */
function paintMore(cell: PaintedCell, more: number, opened: boolean, { lang }: Look): void {
  if (more <= 0) {
    cell.more?.remove();
    cell.more = null;
    return;
  }
  const words = opened ? say(matrixWords, lang, 'cell.less') : `+${more}`;
  cell.more ??= makeMore();
  const { more: button } = cell;
  if (button.parentElement !== cell.element || button.nextSibling !== null) cell.element.append(button);
  if (button.textContent === words) return;
  button.textContent = words;
  if (opened) button.removeAttribute('aria-label');
  else button.setAttribute('aria-label', `${words} ${say(matrixWords, lang, 'cell.more', { count: more })}`);
}

function makeMore(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.className = classes.more ?? '';
  button.dataset.more = 'true';
  return button;
}
