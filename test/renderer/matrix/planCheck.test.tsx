import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, type TestWindow } from '../screen';

/** The list of what the plan's check says, over the sample. */
let window: TestWindow;
beforeAll(async () => {
  window = await openWindow();
  await window.until(() => window.studio.getState().planCheck !== null);
}, 30_000);
afterAll(() => window.close());

const rows = (): readonly string[] => window.all('[data-row]').map((row) => row.dataset.row ?? '');
const open = async () => {
  if (!window.studio.getState().checkOpen) await window.press('K', { ctrlKey: true, shiftKey: true });
  await window.until(() => rows().length > 0);
};
const row = (code: string): HTMLElement => {
  const key = window.studio.getState().planCheck?.findings.find((finding) => finding.code === code)?.key;
  return window.find(`[data-row="${key}"]`);
};

describe('the list of the plan’s check', () => {
  it('opens by its button and its key, counts what the button counts, and closes with Escape', async () => {
    const button = window.find('[data-plan-check]');
    await window.click(button);
    await window.until(() => rows().length > 0);
    const counts = window.find('[data-testid="plan-check"] [role=status]').textContent ?? '';
    const [errors = 0, warnings = 0] = [...counts.matchAll(/\d+/g)].map(Number);
    expect(Number(button.dataset.planCheck)).toBe(errors + warnings);
    // What must be and what should be, each with the mark it wears on tiles.
    // What is heard of the button: everything that is not kept from the ear.
    const heard = [...button.children].filter((part) => part.getAttribute('aria-hidden') !== 'true');
    expect(heard.map(({ textContent }) => textContent)).toEqual([`计划检查，${errors} 处须改，${warnings} 处建议`]);
    const shown = [...button.querySelectorAll<HTMLElement>('b')].map((one) => [one.dataset.severity, one.textContent]);
    const expected = [
      ['error', String(errors)],
      ['warning', String(warnings)],
    ].filter(([, count]) => count !== '0');
    expect(shown).toEqual(expected);
    window.find('[data-row]').focus();
    await window.press('Escape');
    await window.until(() => window.all('[data-testid="plan-check"]').length === 0);
    expect(document.activeElement).toBe(window.find('[data-plan-check]'));
    await open();
  });

  it('takes the focus when its key opens it from the plan, keeps it through a reason not given, and gives it back', async () => {
    window.studio.getState().setCheckOpen(false);
    await window.until(() => window.all('[data-testid="plan-check"]').length === 0);
    window.find('[data-tile]').focus();
    await open();
    expect(document.activeElement?.textContent).toBe('计划检查');
    await window.press('ArrowDown');
    expect((document.activeElement as HTMLElement).dataset.row).toBe(rows()[0]);
    const at = row('over_capacity');
    at.focus();
    await window.press('i');
    await window.until(() => document.activeElement instanceof HTMLInputElement);
    await window.press('Escape');
    expect(document.activeElement).toBe(at);
    window.find('[data-testid="plan-check"] input[type=checkbox]').focus();
    await window.press('Escape');
    await window.until(() => window.all('[data-testid="plan-check"]').length === 0);
    expect(document.activeElement).toBe(window.find('[data-plan-check]'));
    await open();
  });

  it('is walked by arrows, goes to a tile that lights up, and keeps the focus to go on', async () => {
    await open();
    row('over_capacity').focus();
    const at = rows().indexOf((document.activeElement as HTMLElement).dataset.row ?? '');
    await window.press('ArrowDown');
    expect((document.activeElement as HTMLElement).dataset.row).toBe(rows()[at + 1]);
    await window.press('ArrowUp');
    const id = window.studio.getState().planCheck?.findings.find(({ code }) => code === 'over_capacity')
      ?.placementIds[0];
    await window.click(document.activeElement as HTMLElement);
    await window.until(() => window.studio.getState().litId === id);
    await window.until(() => (document.activeElement as HTMLElement).dataset.row === rows()[at]);
  });

  it('says first what a fix will change, fixes with F as one step of undo, and all of a kind with Shift+F', async () => {
    await open();
    const before = rows();
    row('over_capacity').focus();
    const key = (document.activeElement as HTMLElement).dataset.row;
    await window.until(() => /改到 \d+月/.test(window.find(`[data-check="${key}"]`).textContent ?? ''));
    await window.press('f');
    await window.until(() => !rows().includes(key ?? ''));
    expect(window.studio.getState().announcement.text).toBe('改好 1 处');
    await window.studio.getState().undo();
    await window.until(() => rows().join() === before.join());

    row('over_capacity').focus();
    await window.until(() => window.text().includes('这类一起改（2）'));
    await window.press('F', { shiftKey: true });
    await window.until(() => window.studio.getState().announcement.text === '改好 2 处');
    await window.until(() => !window.text().includes('上限 3 篇'));
    await window.studio.getState().undo();
    await window.until(() => rows().join() === before.join());
  });

  it('leaves a finding as it is with a reason, lists it, and takes it up again', async () => {
    await open();
    const before = rows();
    row('over_capacity').focus();
    await window.press('i');
    await window.until(() => window.all('[data-testid="plan-check"] form input').length === 1);
    const input = window.find('[data-testid="plan-check"] form input') as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '这周就多发一条');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await window.until(() => input.value === '这周就多发一条');
    (window.find('[data-testid="plan-check"] form') as HTMLFormElement).requestSubmit();
    await window.until(() => rows().length === before.length - 1);
    const fold = window.all('[data-testid="plan-check"] h3 button')[0];
    await window.click(fold ?? document.body);
    await window.until(() => window.text().includes('这周就多发一条'));
    const back = window.all('[data-testid="plan-check"] button').find(({ textContent }) => textContent === '不再忽略');
    await window.click(back ?? document.body);
    await window.until(() => rows().join() === before.join());
  });

  it('shows only what is in view when asked, and groups by kind', async () => {
    await open();
    const all = rows().length;
    await window.click('[data-testid="plan-check"] input[type=checkbox]');
    await window.until(() => rows().length < all);
    await window.click('[data-testid="plan-check"] input[type=checkbox]');
    await window.click('[data-testid="plan-check"] input[value=kind]');
    await window.until(() =>
      window.all('[data-testid="plan-check"] h3').some((head) => head.textContent?.startsWith('节奏') === true),
    );
  });

  it('marks the tile that is to be moved, beside what adaptation found', async () => {
    const { planMarks, planCheck } = window.studio.getState();
    const id = planCheck?.findings.find(({ code }) => code === 'over_capacity')?.placementIds[0] ?? '';
    expect(planMarks[id]).toEqual({ errors: 0, warnings: 1 });
    expect(window.find(`[data-tile="${id}"] .visually-hidden`).textContent).toMatch(/建议/);
  });
});

describe('a date of a series', () => {
  it('stands dashed on the matrix, opens its series, is skipped and not skipped, and its rule is changed for all', async () => {
    const slots = (): readonly string[] => window.all('[data-slot]').map((slot) => slot.dataset.slot ?? '');
    await window.until(() => slots().length > 0);
    const [first] = slots();
    await window.click(`[data-slot="${first}"]`);
    await window.until(() => window.all('[data-date]').length === 4);
    const act = (name: string) => window.all('[data-date] button').find(({ textContent }) => textContent === name);
    await window.click(act('跳过这一期') ?? document.body);
    await window.until(() => !slots().includes(first ?? ''));
    expect(window.all('[data-date]').length).toBe(4);
    await window.click(act('不跳过') ?? document.body);
    await window.until(() => slots().includes(first ?? ''));
    const monday = window.all('[data-testid="series"] fieldset input')[0];
    await window.click(monday ?? document.body);
    await window.until(() => window.studio.getState().outline?.series[0]?.weekdays.length === 2);
    for (let step = 0; step < 3; step += 1) await window.studio.getState().undo();
    await window.until(() => window.studio.getState().outline?.series[0]?.weekdays.length === 1);
    window.studio.getState().showSeries(null);
    await window.until(() => window.all('[data-testid="series"]').length === 0);
  });
});
