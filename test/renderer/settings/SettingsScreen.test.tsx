import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, it } from 'vitest';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { SettingsScreen } from '../../../src/renderer/features/settings/SettingsScreen';
import { StudioProvider } from '../../../src/renderer/state/StudioProvider';
import { createStudio, type Studio } from '../../../src/renderer/state/studio';
import { ThemeProvider } from '../../../src/renderer/theme/ThemeProvider';
import { SlotProvider } from '../../../src/renderer/ui/Slot';
import { bridge, TODAY, value } from '../../helpers/bridge';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

async function theSettings(): Promise<{ readonly studio: Studio; readonly host: HTMLElement }> {
  const api = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
  open.push(api.close);
  const studio = createStudio(api, {
    now: () => Date.now(),
    machine: 'Linux',
    afterPaint: (work) => setTimeout(work, 0),
  });
  open.push(studio.stop);
  await studio.getState().start();
  studio.setState({ packs: new Map(shippedPacks().map((pack) => [pack.id, pack])) });
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  open.push(() => act(() => root.unmount()));
  await act(async () => {
    root.render(
      <StudioProvider studio={studio}>
        <ThemeProvider theme="light">
          <SlotProvider>
            <SettingsScreen />
          </SlotProvider>
        </ThemeProvider>
      </StudioProvider>,
    );
  });
  return { studio, host };
}

const button = (host: HTMLElement, name: string): HTMLButtonElement => {
  const found = [...host.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
  if (found === undefined) throw new Error(`There is no button ${name}.`);
  return found;
};
const field = (host: HTMLElement, label: string): HTMLInputElement => {
  const found = [...host.querySelectorAll('label')].find((one) => one.textContent === label)?.htmlFor ?? '';
  const input = document.getElementById(found);
  if (!(input instanceof HTMLInputElement)) throw new Error(`There is no field ${label}.`);
  return input;
};
async function write(input: HTMLInputElement, text: string): Promise<void> {
  await act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(() => input.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
}
async function until(check: () => boolean): Promise<void> {
  const end = Date.now() + 8_000;
  while (!check()) {
    if (Date.now() > end) throw new Error('It did not happen within eight seconds.');
    await act(() => new Promise((next) => setTimeout(next, 20)));
  }
}

describe('settings', () => {
  it('saves a field of an account when it is left, as one step of undo', async () => {
    const { studio, host } = await theSettings();
    await act(() => button(host, '账号').click());
    const before = field(host, '名称').value;
    await write(field(host, '名称'), '换了名字');
    await until(() => studio.getState().outline?.account.some(({ name }) => name === '换了名字') ?? false);
    await act(() => studio.getState().undo());
    await until(() => field(host, '名称').value === before);
  });

  it('does not take a weekly ceiling that is not a whole number', async () => {
    const { studio, host } = await theSettings();
    await act(() => button(host, '账号').click());
    const before = field(host, '每周上限').value;
    await write(field(host, '每周上限'), '2.5');
    await act(() => new Promise((next) => setTimeout(next, 100)));
    expect(field(host, '每周上限').value).toBe(before);
    expect(studio.getState().history.undo?.code).not.toBe('account_edit');
  });

  it('refuses a zone nobody knows and says how one is written', async () => {
    const { studio, host } = await theSettings();
    await act(() => button(host, '这个工作区').click());
    await write(field(host, '时区'), '北京时间');
    expect(host.textContent).toContain('「北京时间」不是时区名');
    expect(value(await studio.api.call('plan.outline', {})).workspace[0]?.zone).toBe('Asia/Shanghai');
  });

  it('shows the team’s own figure of a rule pack, and that it is the team’s', async () => {
    const { studio, host } = await theSettings();
    await act(() => button(host, '规则包').click());
    const own = studio.getState().outline?.platform.find(({ overrides }) => 'post.body_max' in overrides);
    const pack = [...host.querySelectorAll<HTMLButtonElement>('button[aria-expanded]')].find((one) =>
      one.textContent?.includes('团队另设'),
    );
    await act(() => pack?.click());
    expect(host.textContent).toContain(Number(own?.overrides['post.body_max']).toLocaleString('en-US'));
  });
});
