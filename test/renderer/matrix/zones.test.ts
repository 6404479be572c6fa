import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWindow, type TestWindow } from '../screen';

/** Times of the sample plan on the walls of other zones. */
const TILE = 'placement-user-baker-weibo';

let window: TestWindow;
beforeAll(async () => {
  window = await openWindow();
  await window.until(() => window.all(`[data-tile="${TILE}"]`).length > 0);
});
afterAll(() => window.close());

const tile = () => window.find(`[data-tile="${TILE}"]`);
const named = () => tile().querySelector('.visually-hidden')?.textContent ?? '';

it('shows a second zone beside the times of tiles and list, chosen at the zone in the toolbar', async () => {
  expect(named()).not.toContain('America/New_York');
  await window.click('[data-testid=zone] button');
  const option = () => window.all('[role=menuitemradio]').find((one) => one.textContent?.includes('New York'));
  await window.until(() => option() !== undefined);
  await window.click(option() as HTMLElement);
  await window.until(() => named().includes('America/New_York 是 10月13日 周二 08:00'));
  expect(tile().title).toContain('America/New_York 是 10月13日 周二 08:00');
  expect(window.find('[data-testid=zone]').textContent).toContain('New York');

  await window.click(tile());
  await window.until(() => window.all('dd').some((one) => one.textContent?.includes('America/New_York 是')));
  window.studio.getState().setCalendarView('list');
  window.studio.getState().go({ screen: 'calendar' });
  await window.until(() => window.all(`[data-view=list] [data-tile="${TILE}"]`).length > 0);
  expect(tile().textContent).toContain('10月13日 周二 08:00');
  window.studio.getState().go({ screen: 'matrix' });
  await window.studio.getState().configure({ secondZone: '' });
  await window.until(() => !named().includes('America/New_York'));
});

it('finds any zone the machine knows by place, by name in either language, and by offset, and chooses it by keys', async () => {
  const { getState } = window.studio;
  await window.click('[data-testid=zone] button');
  await window.until(() => document.activeElement instanceof HTMLInputElement);
  const search = document.activeElement as HTMLInputElement;
  const options = () => window.all('[role=menuitemradio]').map(({ textContent }) => textContent);
  const type = async (query: string) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, query);
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await window.until(() => search.value === query && options().length < 40);
  };
  await type('东京');
  await window.until(() => options().join() === '东京 Tokyo · 日本标准时间');
  await type('nepal');
  await window.until(() => /^Kath?mandu · /.test(options().join()));
  await type('utc+5:45');
  expect(options().join()).toMatch(/Kath?mandu/);
  await type('没有这里');
  await window.until(() => window.text().includes('没有这样的时区'));
  await type('buenos');
  await window.press('ArrowDown');
  expect(document.activeElement?.textContent).toContain('Buenos Aires');
  await window.press('ArrowUp');
  expect(document.activeElement).toBe(search);
  await window.press('Enter');
  await window.until(() => getState().settings.secondZone?.endsWith('Buenos_Aires') === true);
  await window.until(() => document.activeElement === window.find('[data-testid=zone] button'));
  await getState().configure({ secondZone: '' });
});

it('says both times of a placement in a zone of its own on its tile', async () => {
  const { act } = window.studio.getState();
  await act('change.make', {
    label: { code: 'other', params: {} },
    ops: [{ kind: 'set', type: 'placement', id: TILE, register: 'zone', value: 'Europe/Berlin' }],
  });
  await window.until(() =>
    named().includes('Europe/Berlin 当地 10月13日 周二 20:00，工作区的钟是 10月14日 周三 02:00'),
  );
  expect(tile().title).toContain('工作区的钟是 10月14日 周三 02:00');
});
