import { afterEach, expect, it } from 'vitest';
import { openWindow, type TestWindow } from '../screen';

let window: TestWindow | null = null;
afterEach(async () => {
  await window?.close();
  window = null;
});

it('a file of the export shows its post on the platform, ready to be copied, with the way to its piece', async () => {
  window = await openWindow();
  const shown = window;
  shown.studio.getState().go({ screen: 'export' });
  await shown.until(() => shown.all('[data-preview]').length > 0);
  expect(shown.all('button[data-copy]').length).toBeGreaterThan(0);
  await shown.click('input[value="file"]');
  expect(shown.all('[data-preview]')).toEqual([]);
  await shown.click('input[value="shown"]');
  const open = shown.all('button').find(({ textContent }) => textContent === '打开这一篇');
  if (open === undefined) throw new Error('No way to the piece.');
  await shown.click(open);
  expect(shown.studio.getState().route.screen).toBe('editor');
});

it('a choice is kept as a preset by name, taken up again from another one, and dropped as one step of undo', async () => {
  window = await openWindow();
  const shown = window;
  const { getState } = shown.studio;
  getState().go({ screen: 'export' });
  await shown.until(() => shown.all('[data-path]').length > 0);
  const checked = () => shown.all('input[type="checkbox"]:checked').length;
  const [pack] = shown.all('input[type="checkbox"]:checked');
  if (pack === undefined) throw new Error('Nothing chosen.');
  const before = checked();
  await shown.click('button[aria-label="把现在的选择存为预设"]');
  const name = shown.find('input[aria-label="预设的名字"]') as HTMLInputElement;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(name, '每周一');
  name.dispatchEvent(new Event('input', { bubbles: true }));
  await shown.until(() => !(shown.find('form button[type="submit"]') as HTMLButtonElement).disabled);
  shown.find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await shown.until(() => getState().outline?.view.some(({ screen }) => screen === 'export') === true);
  await shown.click(pack);
  await shown.until(() => checked() < before);
  await shown.until(() => shown.all('button[aria-label="按现在的选择更新这个预设"]').length === 1);
  await shown.click('button[aria-label="删掉这个预设"]');
  await shown.until(() => getState().outline?.view.every(({ screen }) => screen !== 'export') === true);
});

it('a plan file shows what it will hold: the workspace, or what is chosen with all it leans on', async () => {
  window = await openWindow();
  const shown = window;
  shown.studio.getState().go({ screen: 'export' });
  await shown.until(() => shown.all('[data-path]').length > 0);
  const forms = shown.all('input[type="checkbox"]:checked');
  const form = shown.all('label').find(({ textContent }) => textContent?.startsWith('计划文件'));
  const plan = shown.all('input[type="checkbox"]').find(({ id }) => id === form?.getAttribute('for'));
  if (plan === undefined) throw new Error('No plan file to choose.');
  await shown.click(plan);
  for (const other of forms) await shown.click(other);
  const file = () => shown.all('[data-path$=".juzhen"]')[0];
  await shown.until(() => file() !== undefined);
  await shown.click(file() as HTMLElement);
  const rows = () => shown.all('section table tbody tr').map(({ textContent }) => textContent);
  await shown.until(() => rows().length > 0);
  const whole = rows();
  await shown.click('input[value="chosen"]');
  await shown.until(() => rows().length > 0 && rows().length < whole.length);
  expect(rows()).toContain('战役1');
});
