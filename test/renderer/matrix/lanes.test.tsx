import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, type TestWindow } from '../screen';

let window: TestWindow;
beforeAll(async () => {
  window = await openWindow();
  await window.until(() => window.all('[data-lane]').length > 3);
});
afterAll(() => window.close());

const order = (): readonly (string | undefined)[] => window.all('[data-lane]').map((lane) => lane.dataset.lane);
const fold = (role: string): HTMLElement => window.find(`[data-lane="${role}"]`);
const type = async (field: HTMLInputElement, text: string) => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((done) => setTimeout(done, 5));
};
const field = (): HTMLInputElement => window.find('[role=rowheader] input') as HTMLInputElement;

describe('a lane', () => {
  it('is renamed in place with F2, for everybody and with one undo; emptied it has its usual name again', async () => {
    fold('depth').focus();
    await window.press('F2');
    await window.until(() => document.activeElement === field());
    expect(field().value).toBe('深度阅读');
    // The arrows belong to the field, not to the grid around it.
    await window.press('ArrowDown');
    expect(document.activeElement).toBe(field());
    await type(field(), '长文阵地');
    await window.press('Enter');
    await window.until(() => fold('depth').textContent?.includes('长文阵地') === true);
    expect(window.studio.getState().outline?.workspace[0]?.roleNames.depth).toBe('长文阵地');
    await window.until(() => document.activeElement === fold('depth'));
    await window.press('z', { ctrlKey: true });
    await window.until(() => fold('depth').textContent?.includes('深度阅读') === true);

    await window.press('F2');
    await type(field(), '');
    await window.press('Enter');
    await window.until(() => window.studio.getState().outline?.workspace[0]?.roleNames.depth === undefined);
    await window.press('z', { ctrlKey: true });
    await window.until(() => fold('depth').textContent?.includes('深度阅读') === true);
  });

  it('keeps its name on Escape', async () => {
    fold('depth').focus();
    await window.press('F2');
    await type(field(), '别的名字');
    await window.press('Escape');
    await window.until(() => document.activeElement === fold('depth'));
    expect(window.studio.getState().outline?.workspace[0]?.roleNames.depth).toBe('深度阅读');
  });

  it('moves up and down with Alt and an arrow, keeps the focus, is told, and comes back by undo', async () => {
    const before = order();
    fold('depth').focus();
    await window.press('ArrowUp', { altKey: true });
    await window.until(() => order()[0] === 'depth');
    expect(document.activeElement).toBe(fold('depth'));
    expect(window.studio.getState().announcement.text).toContain('第 1 组');
    // At the top it stays.
    await window.press('ArrowUp', { altKey: true });
    expect(order()[0]).toBe('depth');
    await window.studio.getState().undo();
    await window.until(() => order().join() === before.join());
  });

  it('stays folded when the matrix is opened again', async () => {
    await window.click(fold('niche'));
    await window.until(() => fold('niche').getAttribute('aria-expanded') === 'false');
    window.studio.getState().go({ screen: 'settings', group: 'accounts' });
    await window.until(() => window.all('[data-lane]').length === 0);
    window.studio.setState({ foldedRoles: new Set() });
    window.studio.getState().go({ screen: 'matrix' });
    await window.until(() => window.all('[data-lane]').length > 0);
    expect(fold('niche').getAttribute('aria-expanded')).toBe('false');
    await window.click(fold('niche'));
  });

  it('takes new targets of the kinds as one change, and says what they come to', async () => {
    const bars = window.all('button').find((button) => button.getAttribute('aria-label')?.includes('类型目标'));
    await window.click(bars ?? document.body);
    await window.until(() => window.all('[role=dialog] input').length === 3);
    const [scene, story, interactive] = window.all('[role=dialog] input') as readonly HTMLInputElement[];
    for (const [input, text] of [
      [scene, '100'],
      [story, '0'],
      [interactive, '0'],
    ] as const)
      if (input !== undefined) await type(input, text);
    const form = window.find('[role=dialog] form') as HTMLFormElement;
    form.requestSubmit();
    await window.until(() => window.studio.getState().outline?.workspace[0]?.kindTargets.scene === 100);
    expect(window.studio.getState().outline?.workspace[0]?.kindTargets).toMatchObject({ story: 0, interactive: 0 });
    expect(window.text()).toContain('场景欠');
    expect(window.text()).not.toContain('故事欠');
    await window.studio.getState().undo();
    await window.until(() => window.studio.getState().outline?.workspace[0]?.kindTargets.scene !== 100);
    expect(window.studio.getState().outline?.workspace[0]?.kindTargets.story).toBeGreaterThan(0);
  });
});
