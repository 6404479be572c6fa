import FullCalendar from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import classic from '@fullcalendar/react/themes/classic';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import { type ReactNode, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Answer, CallName, StudioBridge } from '../../src/contract';
import { noHistory } from '../../src/contract/history';
import { cellsOf } from '../../src/core/schedule/cells';
import { daysOf, periodOf, weeksAround } from '../../src/core/schedule/days';
import { noFilter } from '../../src/core/schedule/filter';
import { columnsOf, FOLD_AT, rowEdges, rowsOf, touching } from '../../src/core/schedule/geometry';
import { lanesOf } from '../../src/core/schedule/lanes';
import type { WallDate } from '../../src/core/time/wallDate';
import { createDesk, DeskProvider } from '../../src/renderer/features/matrix/desk';
import { HEAD, LEFT } from '../../src/renderer/features/matrix/frame';
import { Grid } from '../../src/renderer/features/matrix/Grid';
import { usePeriod, useShownCards } from '../../src/renderer/state/plan';
import { StudioProvider } from '../../src/renderer/state/StudioProvider';
import { createStudio, type Studio } from '../../src/renderer/state/studio';
import '../../src/renderer/theme/styles';
import { type MatrixPlan, matrixPlan } from './matrix-plan';

/**
 * Runs in an empty window, all three in one page and one after another: the studio's matrix at month zoom (the real
 * parts over a store in this page), FullCalendar's month with the same events, and a grid of bare elements.
 */
const TODAY = '2026-10-14' as WallDate;
const WIDTH = 1040;
const HEIGHT = 640;
const MONTH = periodOf('month', TODAY, 1);

const host = document.createElement('div');
host.style.cssText = `position:absolute;inset:0 auto auto 0;width:${WIDTH}px;height:${HEIGHT}px;display:flex;flex-direction:column`;
document.body.replaceChildren(host);
document.documentElement.dataset.mantineColorScheme = 'light';

let plan: MatrixPlan = matrixPlan(0, MONTH.from, 31);
export function prepare(placements: number): void {
  plan = matrixPlan(placements, MONTH.from, 31);
}

// The machine's own pointer stands somewhere in the window; its moves are not part of the drags that are made here.
addEventListener('pointermove', (event) => event.stopImmediatePropagation(), true);

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

/** Until three frames went by in which nothing in the page changed. */
async function quiet(): Promise<void> {
  let changed = true;
  const observer = new MutationObserver(() => {
    changed = true;
  });
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
  for (let still = 0; still < 3; still += 1) {
    changed = false;
    await frame();
    if (changed) still = -1;
  }
  observer.disconnect();
}

/** Answers as the store does, a copy each time, as between processes. */
function storeOf(given: MatrixPlan): StudioBridge {
  let { cards } = given;
  const listeners = new Map<string, (fact: unknown) => void>();
  const answers: Partial<Record<CallName, (input: never) => unknown>> = {
    'plan.outline': () => given.outline,
    'placement.range': () => cards,
    'placement.cards': ({ ids }: { readonly ids: readonly string[] }) => cards.filter(({ id }) => ids.includes(id)),
    'placement.reports': () => [],
    'placement.move': ({ moves }: { readonly moves: readonly { readonly id: string; readonly day: WallDate }[] }) => {
      const byId = new Map(moves.map((move) => [move.id, move]));
      cards = cards.map((card) => ({ ...card, ...byId.get(card.id) }));
      setTimeout(
        () =>
          listeners.get('changed')?.({
            types: ['placement'],
            ids: [...byId.keys()],
            cause: 'edit',
            history: noHistory,
            wordsOnly: false,
          }),
        0,
      );
      return { moved: moves.length, followers: [] };
    },
    'history.state': () => noHistory,
  };
  const call = async (name: CallName, input: unknown): Promise<Answer<unknown>> => {
    const value = structuredClone(answers[name]?.(input as never) ?? []);
    await new Promise((resolve) => setTimeout(resolve, 0));
    return { ok: true, value };
  };
  return {
    call,
    drop: async () => ({ ok: false, failure: { code: 'cancelled', params: {} } }),
    on: (event: string, listener: (fact: unknown) => void) => {
      listeners.set(event, listener);
      return () => listeners.delete(event);
    },
  } as unknown as StudioBridge;
}

function openStudio(): Studio {
  const studio = createStudio(storeOf(plan), {
    now: () => 0,
    machine: 'Linux',
    afterPaint: (work) => setTimeout(work),
  });
  studio.setState({
    stage: { kind: 'open' },
    boot: { today: TODAY, workspace: { key: 'bench', name: '', sample: false, openedAt: 0 } } as never,
    settings: { lang: 'zh', theme: 'light', density: 'normal' },
    outline: plan.outline,
    cards: plan.cards,
    cardsReady: true,
    // What is drawn while something is carried stands too, as it does a moment after a start.
    painted: true,
    range: weeksAround('month', TODAY, 1),
    zoom: 'month',
  });
  return studio;
}

let root: Root | null = null;
let studio: Studio | null = null;

function Month({ zoom }: { readonly zoom: 'month' | 'fortnight' | 'week' | 'quarter' }) {
  const { period } = usePeriod(zoom);
  const { shown } = useShownCards(period);
  const [desk] = useState(createDesk);
  return (
    <DeskProvider value={desk}>
      <Grid period={period} shown={shown} />
    </DeskProvider>
  );
}

function Zoomed() {
  const zoom = (studio as Studio)((state) => state.zoom);
  return <Month zoom={zoom} />;
}

function show(node: ReactNode): void {
  root = createRoot(host);
  root.render(node);
}

export async function showMatrix(): Promise<void> {
  studio = openStudio();
  show(
    <StudioProvider studio={studio}>
      <Month zoom="month" />
    </StudioProvider>,
  );
  await quiet();
}

/** FullCalendar as it comes, every event on its day. */
export const showCalendar = (): Promise<void> => showFullCalendar({});
/** The same, four a day and a link to the rest: fewer events on the page than the matrix has. */
export const showShortCalendar = (): Promise<void> => showFullCalendar({ dayMaxEvents: 4 });

async function showFullCalendar(more: { readonly dayMaxEvents?: number }): Promise<void> {
  const events = plan.cards.map((card) => ({
    id: card.id,
    title: card.title,
    start: `${card.day}T${card.time}:00Z`,
  }));
  show(
    <FullCalendar
      plugins={[dayGrid, classic]}
      initialView="dayGridMonth"
      initialDate={TODAY}
      timeZone="UTC"
      firstDay={1}
      headerToolbar={false}
      height="100%"
      fixedWeekCount={false}
      events={events}
      {...more}
    />,
  );
  await quiet();
}

const element = (name: string, parent: Element, text = ''): HTMLElement => {
  const made = document.createElement(name);
  if (text !== '') made.textContent = text;
  parent.append(made);
  return made;
};

/** The floor: the same rows, days and tiles that are in view, as elements and nothing else, in one go. */
export async function showBare(): Promise<void> {
  const days = daysOf(MONTH);
  const lanes = lanesOf(plan.accounts, plan.outline.workspace[0], noFilter);
  const cells = cellsOf(plan.cards);
  const columns = columnsOf(days, 'month', 'normal', TODAY, WIDTH - LEFT);
  const rows = rowsOf(lanes, columns, cells, new Set(), new Set());
  const [, end] = touching(rowEdges(rows), 0, HEIGHT - HEAD, 0);
  const scroller = document.createElement('div');
  scroller.style.cssText = 'position:relative;flex:1;overflow:auto;font:11px/14px sans-serif';
  const place = (made: HTMLElement, left: number, top: number, width: number, height: number) => {
    made.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:${width}px;height:${height}px;border:1px solid #ddd;box-sizing:border-box;overflow:hidden`;
  };
  const shownDays = days.filter((_, index) => (columns.edges[index] ?? 0) < WIDTH - LEFT);
  const x = (index: number) => LEFT + (columns.edges[index] ?? 0);
  const width = (index: number) => (columns.edges[index + 1] ?? 0) - (columns.edges[index] ?? 0);
  shownDays.forEach((day, index) => {
    const head = element('div', scroller);
    place(head, x(index), 0, width(index), HEAD);
    element('b', head, day.slice(8));
    element('span', head, `${cells.size}`);
  });
  for (const row of rows.rows.slice(0, end)) {
    const line = element('div', scroller);
    place(line, 0, HEAD + row.top, LEFT + (columns.edges.at(-1) ?? 0), row.height);
    if (row.kind === 'lane') {
      element('b', line, row.lane.role);
      continue;
    }
    const who = element('div', line);
    place(who, 0, 0, LEFT, row.height);
    element('b', who, row.lane.accounts.find(({ id }) => id === row.accountId)?.name);
    element('span', who, '3/5');
    shownDays.forEach((day, index) => {
      const cell = element('div', line);
      cell.dataset.cell = `${row.accountId} ${day}`;
      place(cell, x(index), 0, width(index), row.height);
      const cards = cells.get(`${row.accountId} ${day}`) ?? [];
      for (const card of cards.slice(0, FOLD_AT)) {
        const tile = element('button', cell);
        tile.dataset.tile = card.id;
        tile.draggable = true;
        tile.style.cssText = 'display:flex;width:100%;height:20px;margin:0 0 3px;padding:0 4px;border:1px solid #ccc';
        element('i', tile, '■');
        element('span', tile, card.time ?? '');
      }
      if (cards.length > FOLD_AT) element('button', cell, `+${cards.length - FOLD_AT}`);
    });
  }
  host.append(scroller);
  scroller.addEventListener('dragover', carryBare);
  scroller.addEventListener('drop', dropBare);
  await quiet();
}

let ghost: HTMLElement | null = null;
function carryBare(event: DragEvent): void {
  event.preventDefault();
  ghost ??= element('div', host, 'ghost');
  ghost.style.cssText = `pointer-events:none;position:absolute;left:0;top:0;transform:translate(${event.clientX}px, ${event.clientY}px)`;
}
function dropBare(event: DragEvent): void {
  ghost?.remove();
  ghost = null;
  const cell = event.target instanceof Element ? event.target.closest('[data-cell]') : null;
  if (carried !== null) cell?.append(carried);
}

export async function clear(): Promise<void> {
  root?.unmount();
  root = null;
  studio?.stop();
  studio = null;
  host.replaceChildren();
  await frame();
}

export const nodes = (): number => host.querySelectorAll('*').length;

let carried: HTMLElement | null = null;
const STEPS = 24;

function fire(type: string, target: Element, x: number, y: number): void {
  const given = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y };
  target.dispatchEvent(new DragEvent(type, { ...given, dataTransfer: new DataTransfer() }));
}

const cellsInRow = (row: Element): readonly HTMLElement[] =>
  [...row.querySelectorAll<HTMLElement>('[data-cell]')].filter((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    return left > LEFT + 60 && right < WIDTH - 60;
  });

/** A tile ahead of today that can be carried along its row, and an empty-handed way to a later cell of it. */
function pickMove(): { readonly tile: HTMLElement; readonly to: HTMLElement } {
  for (const tile of host.querySelectorAll<HTMLElement>('[data-tile]')) {
    const cell = tile.closest<HTMLElement>('[data-cell]');
    const day = cell?.dataset.cell?.split(' ')[1] ?? '';
    if (cell === null || day < TODAY || cell.parentElement === null) continue;
    const row = cellsInRow(cell.parentElement);
    const at = row.indexOf(cell);
    const to = row.slice(at + 2).find((other) => other.querySelectorAll('[data-tile]').length < FOLD_AT);
    if (at >= 0 && to !== undefined) return { tile, to };
  }
  throw new Error('No tile in view can be carried.');
}

const middle = (target: Element): readonly [number, number] => {
  const { left, top, width, height } = target.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

/** Carries a tile over its row, one step a frame, up to the moment before it is let go. Answers late frames. */
export async function carry(): Promise<{ readonly frames: number; readonly late: number; readonly longest: number }> {
  const { tile, to } = pickMove();
  carried = tile;
  const [fromX, fromY] = middle(tile);
  const [toX, toY] = middle(to);
  tile.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  fire('dragstart', tile, fromX, fromY);
  const seen = { frames: 0, late: 0, longest: 0 };
  let last = performance.now();
  for (let step = 1; step <= STEPS; step += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = performance.now();
    seen.frames += 1;
    seen.longest = Math.max(seen.longest, now - last);
    if (now - last > 50) seen.late += 1;
    last = now;
    const x = fromX + ((toX - fromX) * step) / STEPS;
    const y = fromY + ((toY - fromY) * step) / STEPS;
    const under = document.elementFromPoint(x, y) ?? to;
    fire(step === 1 ? 'dragenter' : 'dragover', under, x, y);
    fire('dragover', under, x, y);
  }
  await quiet();
  dropAt = [toX, toY];
  dropOn = to;
  return seen;
}
let dropAt: readonly [number, number] = [0, 0];
let dropOn: HTMLElement | null = null;

/** Lets go, and waits until nothing changes any more. Answers the cells that were drawn anew meanwhile. */
export async function letGo(): Promise<{ readonly millis: number; readonly redrawn: readonly string[] }> {
  const on = dropOn;
  const tile = carried;
  if (on === null || tile === null) throw new Error('Nothing is being carried.');
  const id = tile.dataset.tile;
  const cell = on.dataset.cell;
  const start = performance.now();
  let settled = start;
  const redrawn = new Set<string>();
  const observer = new MutationObserver((changes) => {
    settled = performance.now();
    for (const { target, type } of changes) {
      const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined;
      // The mark of what is being carried goes from the tile itself; a cell that is drawn gains or loses something.
      if (cell !== undefined && type === 'childList') redrawn.add(cell);
    }
  });
  observer.observe(host, { childList: true, subtree: true, attributes: true });
  const under = document.elementFromPoint(...dropAt) ?? on;
  fire('drop', under, ...dropAt);
  fire('dragend', tile, ...dropAt);
  await quiet();
  observer.disconnect();
  const there = host.querySelector<HTMLElement>(`[data-tile="${id}"]`)?.closest<HTMLElement>('[data-cell]');
  if (there?.dataset.cell !== cell) throw new Error(`The tile stands in ${there?.dataset.cell}, not in ${cell}.`);
  carried = null;
  return { millis: settled - start, redrawn: [...redrawn] };
}

/** From two weeks to the month on the open matrix. */
export async function zoomOut(): Promise<void> {
  studio?.getState().setZoom('month');
  await quiet();
}
export async function showFortnight(): Promise<void> {
  studio = openStudio();
  studio.setState({ zoom: 'fortnight' });
  show(
    <StudioProvider studio={studio}>
      <Zoomed />
    </StudioProvider>,
  );
  await quiet();
}
