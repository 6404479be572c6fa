import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/time/wall';
import { proposedKey, proposedOf } from '../../../src/renderer/state/proposing';
import { value } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

/** The proposal beside the matrix, over the real store: asked, looked through, taken in part, and taken back. */
let window: TestWindow;
beforeAll(async () => {
  window = await openWindow();
  await window.until(() => window.all('[data-tile]').length > 0);
});
afterAll(() => window.close());

const panel = '[data-testid="propose"]';
const button = (words: RegExp) => {
  const found = window.all(`${panel} button`).find((one) => words.test(one.textContent ?? ''));
  if (found === undefined) throw new Error(`No button says ${words}.`);
  return found;
};
const ghosts = () => window.studio.getState().proposing?.chosen.size ?? 0;
const boxes = () => window.all(`${panel} li input[type="checkbox"]`) as readonly HTMLInputElement[];
const planned = async () => {
  const range = window.studio.getState().range;
  if (range === null) throw new Error('Days are in view.');
  return value(await window.bridge.call('placement.range', range)).length;
};

/** Types into a field, or chooses in a list. */
async function change(field: HTMLInputElement | HTMLSelectElement, text: string): Promise<void> {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  await window.until(() => field instanceof HTMLSelectElement || field.value === text);
}

async function askedAndAnswered(): Promise<void> {
  if (window.all(panel).length === 0) {
    await window.press('P', { shiftKey: true });
    await window.until(() => window.all(panel).length > 0);
  }
  await window.until(() => !(button(/^排一版$/) as HTMLButtonElement).disabled);
  await window.click(button(/^排一版$/));
  await window.until(() => window.studio.getState().proposing?.state?.phase === 'done');
  await window.until(() => boxes().length > 0);
}

describe('a proposal beside the matrix', () => {
  it('opens by its key with the focus in it, and stands dashed on the cells once it is worked out', async () => {
    await askedAndAnswered();
    const { placed = [] } = window.studio.getState().proposing?.state?.proposal ?? {};
    expect(boxes()).toHaveLength(placed.length);
    await window.until(() => window.all('[data-proposed]').length > 0);
    const drawn = window.all('[data-proposed]').map((one) => one.dataset.proposed);
    expect(placed.map(({ pieceId, accountId }) => `${pieceId} ${accountId}`)).toEqual(expect.arrayContaining(drawn));
    expect(window.studio.getState().announcement.text).toMatch(/^排好了：\d+ 条建议/);
    expect(window.all('[data-proposed]').every((one) => one.getAttribute('aria-hidden') === 'true')).toBe(true);
  });

  it('tells every reason of the spot that is looked at, in the list and for a ghost alike', async () => {
    const [first] = boxes();
    first?.focus();
    await window.until(() => window.all(`${panel} [data-pointed] ul li`).length > 1);
    const [ghost] = window.all('[data-proposed]');
    ghost?.dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));
    await window.click(ghost as HTMLElement);
    await window.until(() => ghost?.dataset.pointed === 'true');
    expect(window.find(`${panel} li[data-pointed]`).textContent).toMatch(/\d+ 分/);
  });

  it('leaves out what is not chosen, plans the rest as one step, and undo brings the plan back', async () => {
    const before = await planned();
    const all = boxes().length;
    // One of them was moved first: it stays, and stays moved, when the others are taken.
    const { getState } = window.studio;
    const key = boxes()[0]?.dataset.takes ?? '';
    const [post] = proposedOf(getState().proposing);
    if (post === undefined || proposedKey(post) !== key)
      throw new Error('The first of the list is the first proposed.');
    for (let days = 1; days < 8 && getState().proposing?.moved.size === 0; days += 1)
      await getState().moveProposed(key, { accountId: post.accountId, day: addDays(post.day, days) });
    await window.until(() => window.find(`${panel} li`).textContent?.includes('你挪过') === true);
    await window.click(boxes()[0] as HTMLElement);
    await window.until(() => ghosts() === all - 1);
    await window.click(button(/^采纳 \d/));
    await window.until(() => window.studio.getState().announcement.text.includes('一步可撤销'));
    expect(boxes()).toHaveLength(1);
    expect(window.find(`${panel} li`).textContent).toContain('你挪过');
    expect(await planned()).toBeGreaterThan(before);
    value(await window.bridge.call('history.undo', {}));
    expect(await planned()).toBe(before);
  });

  it('moves a post by M and the arrows, says whose doing that was, and refuses what a rule forbids', async () => {
    const { getState } = window.studio;
    const [box] = boxes();
    const key = box?.dataset.takes ?? '';
    const before = proposedOf(getState().proposing).find((one) => proposedKey(one) === key);
    if (before === undefined) throw new Error('One post is left.');
    box?.focus();
    await window.press('m');
    await window.until(() => window.all('[data-outline]').length > 0);
    expect(document.activeElement).toBe(window.find('[data-testid="matrix"]'));
    expect(getState().announcement.text).toContain('方向键选位置');
    // Into the past: told, and still in hand.
    for (let turn = 0; turn < 4; turn += 1) await window.press('PageUp');
    await window.press('Enter');
    await window.until(() => getState().announcement.text.includes('已经过去'));
    await window.press('Escape');
    await window.until(() => document.activeElement === window.find(`[data-takes="${key}"]`));
    expect(proposedOf(getState().proposing)).toContain(before);

    await window.press('m');
    await window.until(() => window.all('[data-outline]').length > 0);
    const held = () => proposedOf(getState().proposing).find((one) => proposedKey(one) === key);
    for (let turn = 0; turn < 7 && held()?.day === before.day; turn += 1) {
      await window.press('ArrowRight');
      await window.press('Enter');
      const said = getState().announcement;
      await window.until(() => held()?.day !== before.day || getState().announcement !== said);
    }
    await window.until(() => document.activeElement === window.find(`[data-takes="${key}"]`));
    expect(getState().announcement.text).toContain('挪到了');
    expect(window.find(`${panel} li[data-pointed]`).textContent).toContain('你挪过');
    expect(getState().proposing?.chosen.has(key)).toBe(true);
    expect(window.all('[data-proposed]').map((one) => one.dataset.proposed)).toEqual([key]);

    // The menu of the ghost offers the same, and another place by hand.
    const ghost = window.find('[data-proposed]');
    ghost.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    await window.until(() => window.all('[role="menuitem"]').length === 3);
    expect(window.all('[role="menuitem"]').map((one) => one.textContent)).toEqual([
      expect.stringContaining('用方向键移动'),
      '移到…',
      '这条先不要',
    ]);
    await window.click(window.all('[role="menuitem"]')[1] as HTMLElement);
    await window.until(() => window.all('form input[type="date"]').length > 0);
    expect((window.all('form input[type="date"]').at(-1) as HTMLInputElement).value).toBe(held()?.day);
    window.find('form input[type="date"]').focus();
    await window.press('Escape');
    await window.until(() => window.all('form input[type="date"]').length === 0);
  });

  it('names the rule that keeps a post from an account', async () => {
    const { getState } = window.studio;
    const [post] = proposedOf(getState().proposing);
    if (post === undefined) throw new Error('One post is left.');
    const english = getState().outline?.account.find(({ lang }) => lang === 'en');
    const stands = await getState().moveProposed(proposedKey(post), { accountId: english?.id ?? '', day: post.day });
    expect(stands).toBe(false);
    expect(getState().announcement.text).toContain('账号是另一种语言');
    expect(proposedOf(getState().proposing)).toContain(post);
    await window.click(boxes()[0] as HTMLElement);
    await window.until(() => ghosts() === 0);
  });

  it('asks again without what was dropped, and leaves nothing behind when it is closed', async () => {
    const { proposing } = window.studio.getState();
    const [dropped] = proposing?.state?.proposal?.placed ?? [];
    await window.click(button(/其余重排/));
    await window.until(() => window.studio.getState().proposing?.state?.job !== proposing?.state?.job);
    await window.until(() => window.studio.getState().proposing?.state?.phase === 'done');
    const { placed = [] } = window.studio.getState().proposing?.state?.proposal ?? {};
    expect(
      placed.filter(
        (one) => one.pieceId === dropped?.pieceId && one.accountId === dropped.accountId && one.day === dropped.day,
      ),
    ).toEqual([]);
    await window.press('Escape');
    await window.until(() => window.all(panel).length === 0);
    expect(window.all('[data-proposed]')).toHaveLength(0);
    await window.until(() => window.all('[data-testid="inspector"]').length > 0);
  });

  it('takes hours of single platforms along, and groups what found no place by what hindered it', async () => {
    await window.press('P', { shiftKey: true });
    await window.until(() => window.all(`${panel} select`).length > 1);
    const pick = window.all(`${panel} select`).at(-1) as HTMLSelectElement;
    const platforms = [...pick.options].map(({ value: platform }) => platform).filter((one) => one !== '');
    expect(platforms).toContain('weibo');
    await change(pick, 'weibo');
    const times = () => window.all(`${panel} input[type="time"]`) as readonly HTMLInputElement[];
    await window.until(() => times().length === 4);
    await change(times()[2] as HTMLInputElement, '09:00');
    await change(times()[3] as HTMLInputElement, '18:30');
    // Everything on one day: most of it finds no place.
    const [from, to] = window.all(`${panel} input[type="date"]`) as readonly HTMLInputElement[];
    await change(to as HTMLInputElement, (from as HTMLInputElement).value);
    await askedAndAnswered();
    expect(window.studio.getState().proposing?.choice?.handOverBy).toEqual({ weibo: { from: '09:00', to: '18:30' } });
    const { unplaced = [] } = window.studio.getState().proposing?.state?.proposal ?? {};
    expect(unplaced.length).toBeGreaterThan(0);
    const heads = window.all(`${panel} h4`).map((head) => Number(/（(\d+)）$/.exec(head.textContent ?? '')?.[1]));
    expect(heads.reduce((sum, count) => sum + count, 0)).toBe(unplaced.length);
    expect(heads).toEqual(heads.toSorted((a, b) => b - a));
    await window.press('Escape');
  });
});
