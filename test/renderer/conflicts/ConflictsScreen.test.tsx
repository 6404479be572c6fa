import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { readPlanFile } from '../../../src/core/plan/file/read';
import { encodePlan, packPlan } from '../../../src/core/plan/file/write';
import type { RecordState } from '../../../src/core/plan/state';
import { HistorySheet } from '../../../src/renderer/features/editor/history/HistorySheet';
import { openSession } from '../../../src/renderer/features/editor/session';
import { WaitingTexts } from '../../../src/renderer/features/editor/WaitingTexts';
import { openFiles } from '../../../src/renderer/state/openFiles';
import { useStudioHandle } from '../../../src/renderer/state/StudioProvider';
import { ThemeProvider } from '../../../src/renderer/theme/ThemeProvider';
import { SlotProvider } from '../../../src/renderer/ui/Slot';
import { bridge, type TestBridge, value } from '../../helpers/bridge';
import { mail, setPiece, twoStudios, writeText } from '../merge/twoStudios';
import { openWindow, type TestWindow } from '../screen';

const opened: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

async function desks() {
  const both = await twoStudios();
  opened.push(both.theirs.close);
  return both;
}

async function windowOf(desk: TestBridge): Promise<TestWindow> {
  const window = await openWindow(desk);
  opened.push(window.close);
  return window;
}

/** The tray of a desk, with the keyboard on its list. */
async function trayOf(desk: TestBridge): Promise<TestWindow> {
  const window = await windowOf(desk);
  window.studio.getState().go({ screen: 'conflicts' });
  await window.until(() => window.all('[data-testid="settle"]').length === 1);
  return window;
}

/** Merges a plan file into a desk, to its end. */
async function merge(desk: TestBridge, path: string): Promise<void> {
  const until = async (phase: string): Promise<string> => {
    for (let turn = 0; turn < 600; turn += 1) {
      const state = value(await desk.call('plan.merge_state', {}));
      if (state?.phase === phase) return state.job;
      await new Promise((next) => setTimeout(next, 5));
    }
    throw new Error(`Never ${phase}.`);
  };
  value(await desk.call('plan.compare', { token: desk.choose(path) }));
  value(await desk.call('plan.merge', { job: await until('ready') }));
  await until('done');
}

const button = (window: TestWindow, text: string): HTMLButtonElement => {
  const found = window.all('button').find(({ textContent }) => textContent === text);
  if (!(found instanceof HTMLButtonElement)) throw new Error(`No button ${text}: ${window.text().slice(0, 600)}`);
  return found;
};
const settle = (window: TestWindow): string => window.all('[data-testid="settle"]')[0]?.textContent ?? '';
const titleOf = async (desk: TestBridge, id: string): Promise<string> =>
  value(await desk.call('piece.open', { id })).piece.title;
const deletePiece = async (desk: TestBridge, id: string): Promise<void> => {
  const label = { code: 'piece_purge', params: { count: 1 } } as const;
  value(await desk.call('change.make', { label, ops: [{ kind: 'delete', type: 'piece', id }] }));
};

describe('deleted by one and edited by the other', () => {
  it('asks with both names, says what was edited, and keeps it or deletes it as one step', async () => {
    const { mine, theirs, wait } = await desks();
    for (const id of ['p_0', 'p_1']) {
      wait(MINUTE);
      await deletePiece(mine, id);
      wait(MINUTE);
      await setPiece(theirs, id, 'title', `还在改的 ${id}`);
    }
    await merge(mine, mail(theirs));
    const window = await trayOf(mine);
    expect(window.all('[role="option"]')).toHaveLength(2);
    await window.until(() => settle(window).includes('留还是删？'));
    expect(settle(window)).toMatch(/删掉了《还在改的 p_\d》/);
    expect(settle(window)).toContain('删掉之后改的');
    const [first] = [...settle(window).matchAll(/还在改的 (p_\d)/g)].map((match) => match[1]);
    const other = first === 'p_0' ? 'p_1' : 'p_0';
    await window.click(button(window, '留下'));
    await window.until(() => window.all('[role="option"]').length === 1);
    expect(await titleOf(mine, first ?? '')).toBe(`还在改的 ${first}`);
    await window.until(() => settle(window).includes(`《还在改的 ${other}》`));
    await window.click(button(window, '删掉'));
    await window.until(() => window.text().includes('没有等你决定的'));
    expect((await mine.call('piece.open', { id: other })).ok).toBe(false);
    // Taken back, it waits again.
    value(await mine.call('history.undo', {}));
    await window.until(() => window.all('[role="option"]').length === 1);
    expect(await titleOf(mine, other)).toBe(`还在改的 ${other}`);
  });
});

describe('edits from a clock that ran ahead', () => {
  it('wait with the year they are from, and are taken as one’s own or left', async () => {
    const { mine, theirs, wait } = await desks();
    wait(400 * DAY);
    await setPiece(theirs, 'p_0', 'notes', '明年写的备注');
    await setPiece(theirs, 'p_1', 'notes', '搁着的备注');
    wait(-400 * DAY);
    await merge(mine, mail(theirs));
    const window = await trayOf(mine);
    await window.until(() => settle(window).includes('走到了未来（2027年11月'));
    await window.until(() => settle(window).includes('明年写的备注'));
    await window.click(button(window, '采用，算我改的'));
    await window.until(() => window.all('[role="option"]').length === 1);
    expect(value(await mine.call('piece.open', { id: 'p_0' })).piece.notes).toBe('明年写的备注');
    await window.until(() => settle(window).includes('搁着的备注'));
    await window.click(button(window, '不要了'));
    await window.until(() => window.text().includes('没有等你决定的'));
    expect(value(await mine.call('piece.open', { id: 'p_1' })).piece.notes).toBe('');
  });

  it('are found by their own author, who sees the date it is now and dates them anew', async () => {
    const { theirs, wait } = await desks();
    wait(400 * DAY);
    await setPiece(theirs, 'p_0', 'title', '明年的标题');
    wait(-400 * DAY);
    const window = await trayOf(theirs);
    await window.until(() => settle(window).includes('你有 1 条改动写在了未来（最晚 2027年11月'));
    expect(settle(window)).toContain('这台电脑现在的日期');
    await window.click(button(window, '日期没错，把这 1 条的时刻改成现在'));
    await window.until(() => window.text().includes('没有等你决定的'));
    await window.until(() => window.text().includes('时刻改好了'));
    expect(await titleOf(theirs, 'p_0')).toBe('明年的标题');
    await window.until(() => window.all('nav [aria-label^="待定"]').length === 0);
  });
});

describe('three texts of one piece', () => {
  it('are compared two at a time, and one choice settles all of them', async () => {
    const { mine, theirs, wait } = await desks();
    const third = await bridge({ seed: { kind: 'plan', path: mail(mine) }, now: mine.store.context.clock.now });
    opened.push(third.close);
    for (const [at, desk] of [mine, theirs, third].entries()) {
      wait(MINUTE);
      await writeText(desk, 'p_0', [`第 ${at + 1} 个人写的`, '一样的']);
    }
    for (const desk of [theirs, third]) await merge(mine, mail(desk));
    const window = await trayOf(mine);
    await window.until(() => settle(window).includes('一共 3 份正文'));
    const [left, right] = window.all('[data-testid="settle"] select') as unknown as HTMLSelectElement[];
    expect(left?.options).toHaveLength(3);
    expect(left?.value).not.toBe(right?.value);
    await window.click(button(window, '全用右边'));
    await window.until(() => !button(window, '就用这份').disabled);
    await window.click(button(window, '就用这份'));
    await window.until(() => window.text().includes('没有等你决定的'));
    const { doc, heads } = value(await mine.call('piece.open', { id: 'p_0' }));
    expect(heads).toBe(1);
    expect(JSON.stringify(doc)).toMatch(/第 [23] 个人写的/);
    // Whoever reads this hears of the choice, and has nothing left to choose.
    await merge(third, mail(mine));
    expect(value(await third.call('plan.conflicts', {}))).toEqual([]);
  });
});

/** A desk with two texts of two pieces each; the ids in the order of the tray. */
async function waitingDesk() {
  const { mine, theirs, wait } = await desks();
  for (const desk of [mine, theirs]) {
    wait(MINUTE);
    for (const id of ['p_0', 'p_1']) await writeText(desk, id, [`${desk === mine ? '我' : '同事'}写的 ${id}`]);
  }
  await merge(mine, mail(theirs));
  const [first = '', last = ''] = value(await mine.call('plan.conflicts', {})).map((card) => card.id);
  expect([first, last].toSorted()).toEqual(['p_0', 'p_1']);
  return { mine, first, last };
}

describe('a piece that waits', () => {
  it('says so in the editor until it is settled, and leads to itself in the tray', async () => {
    const { mine, first, last } = await waitingDesk();
    const window = await openWindow(
      mine,
      <ThemeProvider theme="light">
        {[first, last].map((id) => (
          <WaitingTexts key={id} pieceId={id} />
        ))}
      </ThemeProvider>,
    );
    opened.push(window.close);
    const said = () => window.all('[data-testid="waiting-texts"]').map(({ textContent }) => textContent);
    await window.until(() => said().length === 2);
    await window.click(window.all('[data-testid="waiting-texts"]')[1] as HTMLElement);
    expect(window.studio.getState().route).toEqual({ screen: 'conflicts', id: last });
    const what = { kind: 'body', type: 'piece', id: first } as const;
    const [text] = value(await mine.call('plan.conflict', what)).texts;
    value(await mine.call('plan.resolve', { ...what, choice: { how: 'text', version: text?.version ?? '' } }));
    await window.until(() => said().length === 1);
    expect(said()).toEqual(['有两份正文']);
  });

  it('stands chosen in the tray for who was led there, though it is not the first', async () => {
    const { mine, last } = await waitingDesk();
    const window = await windowOf(mine);
    window.studio.getState().go({ screen: 'conflicts', id: last });
    await window.until(() => settle(window).includes(`写的 ${last}`));
    expect(window.find('[role="option"][aria-selected="true"]').id).toBe(`conflict-body-piece-${last}`);
  });
});

describe('a plan of a newer version', () => {
  it('says before it is merged what is kept and not shown, and merging keeps it', async () => {
    const { mine, theirs, wait } = await desks();
    wait(MINUTE);
    await setPiece(theirs, 'p_0', 'title', '新版写的');
    const path = newer(mail(theirs));
    const window = await windowOf(mine);
    await openFiles(window.studio.getState, { token: window.bridge.choose(path), name: 'x.juzhen', count: 1 });
    await window.until(() => window.all('[data-testid="kept-aside"]').length === 1);
    const kept = window.find('[data-testid="kept-aside"]').textContent ?? '';
    for (const told of ['hologram', 'aura', 'tomorrow']) expect(kept).toContain(told);
    await window.click(window.all('button').find(({ textContent }) => textContent?.startsWith('合并 ')) as HTMLElement);
    await window.until(() => window.text().includes('合并好了'));
    const read = readPlanFile(readFileSync(mail(mine)), 'back.juzhen');
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.more).toEqual({ tomorrow: { works: true } });
    expect(read.value.states.find(({ type }) => type === 'hologram')?.registers.light).toBe('blue');
    expect(read.value.states.find(({ id }) => id === 'p_0')?.registers.aura).toBe(7);
  });
});

/** The same file with a member, a kind of record and a field that only a newer studio knows. */
function newer(path: string): string {
  const read = readPlanFile(readFileSync(path), 'x.juzhen');
  if (!read.ok) throw new Error(read.error.code);
  const states = read.value.states.map(
    (state): RecordState =>
      state.id === 'p_0'
        ? {
            ...state,
            registers: { ...state.registers, aura: 7 },
            stamps: { ...state.stamps, aura: state.stamps.title as never },
          }
        : state,
  );
  const piece = states.find(({ id }) => id === 'p_0') as RecordState;
  const hologram: RecordState = {
    ...piece,
    type: 'hologram',
    id: 'h1',
    registers: { light: 'blue' },
    stamps: { light: piece.stamps.title as never },
    sets: {},
    heads: [],
    versions: {},
    deleted: null,
  };
  const file = join(mkdtempSync(join(tmpdir(), 'juzhen-newer-')), '新版.juzhen');
  const content = { ...read.value, states: [...states, hologram], more: { tomorrow: { works: true } } };
  writeFileSync(file, packPlan(encodePlan(content)));
  return file;
}

/** The sheet of a piece's history, without the editor around it. */
function History({ opening }: { readonly opening: Parameters<typeof openSession>[1] }) {
  const studio = useStudioHandle();
  const [session] = useState(() => openSession(studio, opening, timers));
  return (
    <ThemeProvider theme="light">
      <SlotProvider>
        <HistorySheet session={session} aim={null} onClose={() => undefined} />
      </SlotProvider>
    </ThemeProvider>
  );
}
const timers = {
  now: () => performance.now(),
  set: (run: () => void, ms: number) => window.setTimeout(run, ms),
  clear: (id: number) => window.clearTimeout(id),
  idle: (run: () => void) => {
    const id = window.setTimeout(run, 0);
    return () => window.clearTimeout(id);
  },
};

describe('a value that a concurrent edit replaced', () => {
  it('stands in the history of its piece with both names and the way back', async () => {
    const { mine, theirs, wait } = await desks();
    wait(MINUTE);
    await setPiece(mine, 'p_0', 'notes', '我的备注');
    wait(MINUTE);
    await setPiece(theirs, 'p_0', 'notes', '他的备注');
    await merge(mine, mail(theirs));
    const opening = value(await mine.call('piece.open', { id: 'p_0' }));
    const window = await openWindow(mine, <History opening={opening} />);
    opened.push(window.close);
    await window.until(() => window.all('[data-testid="lost-values"] tbody tr').length === 1);
    expect(window.find('[data-testid="lost-values"] tbody').textContent).toContain('我的备注');
    await window.click(button(window, '改回这个值'));
    await window.until(() => window.studio.getState().history.undo?.code === 'lost_restore');
    expect(value(await mine.call('piece.open', { id: 'p_0' })).piece.notes).toBe('我的备注');
  });
});
