import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { SettingsScreen } from '../../../src/renderer/features/settings/SettingsScreen';
import { bridge, TODAY, value } from '../../helpers/bridge';
import { field, type Mounted, mount, until, write } from '../mount';

const theSettings = async (): Promise<Mounted> =>
  mount(await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } }), <SettingsScreen />);

const button = (host: HTMLElement, name: string): HTMLButtonElement => {
  const found = [...host.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
  if (found === undefined) throw new Error(`There is no button ${name}.`);
  return found;
};

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

  it('says what an account goes out with, and whose each word is', async () => {
    const { studio, host } = await theSettings();
    await act(() => button(host, '账号').click());
    const persona = studio.getState().outline?.persona.find(({ avoidWords }) => avoidWords.length > 0);
    const account = studio.getState().outline?.account.find(({ personaId }) => personaId === persona?.id);
    const item = [...host.querySelectorAll<HTMLButtonElement>('ul[aria-label] button')].filter((one) =>
      one.textContent?.includes(account?.name ?? '?'),
    );
    for (const one of item) {
      await act(() => one.click());
      if (host.querySelector('dl')?.textContent?.includes(persona?.avoidWords[0] ?? '?') === true) break;
    }
    expect(host.querySelector('dl')?.textContent).toContain(`${persona?.avoidWords[0]} ${persona?.name}`);
    await write(field(host, '结尾署名'), '灯还亮着');
    await until(() => host.querySelector('dl')?.textContent?.includes('灯还亮着 账号') ?? false);
    await write(field(host, '结尾署名'), '');
    await until(() => host.textContent?.includes(`空着，用${persona?.name}的`) ?? false);
  });
});

describe('platform rules', () => {
  const rules = async () => {
    const { studio, host } = await theSettings();
    await act(() => button(host, '平台规则').click());
    const item = (name: string) =>
      [...host.querySelectorAll<HTMLButtonElement>('ul[aria-label="平台列表"] button')].find((one) =>
        one.textContent?.includes(name),
      );
    const own = (label: string): HTMLInputElement => {
      const found = host.querySelector(`[aria-label="${label}：团队的值"]`);
      if (found === null) throw new Error(`There is no rule ${label}.`);
      return found as HTMLInputElement;
    };
    const limit = () => studio.getState().packs?.get('weibo')?.formats[0]?.limits.body_max;
    return { studio, host, item, own, limit };
  };
  const named = async (host: HTMLElement, label: string, text: string): Promise<void> => {
    const form = host.querySelector('form');
    const labels = [...(form?.querySelectorAll('label') ?? [])].filter((one) => one.textContent === label);
    for (const one of labels) {
      const input = document.getElementById(one.htmlFor);
      if (input instanceof HTMLInputElement && input.value === '') {
        await write(input, text);
        return;
      }
    }
    throw new Error(`There is no empty field ${label}.`);
  };

  it('show the shipped value and the team’s beside each other, and give it back', async () => {
    const { studio, host, own, limit } = await rules();
    expect(own('正文最多').value).toBe('500');
    expect(host.textContent).toContain('2,000 半角');
    await act(() => host.querySelector<HTMLButtonElement>('[aria-label="「正文最多」恢复出厂值"]')?.click());
    await until(() => limit() === 2000);
    expect(document.activeElement).toBe(own('正文最多'));
    expect(own('正文最多').value).toBe('');
    await act(() => studio.getState().undo());
    await until(() => limit() === 500);
  });

  it('take a value for every screen at once, as one step of undo, and refuse in place what does not fit', async () => {
    const { studio, host, own, limit } = await rules();
    await write(own('正文最多'), 'viel');
    await until(() => host.querySelector('[role="alert"]')?.textContent?.includes('「viel」没有存') ?? false);
    expect(limit()).toBe(500);
    await write(own('正文最多'), '140');
    await until(() => limit() === 140);
    expect(host.querySelector('[role="alert"]')).toBeNull();
    await write(own('正文最多'), '不限');
    await until(() => limit() === undefined);
    await act(() => studio.getState().undo());
    await until(() => limit() === 140);
  });

  it('let the team say when a platform takes copy for later, refuse what leaves no room, and go back by one button', async () => {
    const { studio, host, item } = await rules();
    await act(() => item('小红书')?.click());
    const figures = () => studio.getState().packs?.get('xiaohongshu')?.scheduler;
    expect(field(host, '最多提前').value).toBe('14');
    expect(host.textContent).toContain('默认：至少提前 60 分钟，最多提前 14 天 · 来源：');
    await write(field(host, '最多提前'), '7');
    await until(() => figures()?.mostDays === 7);
    expect(figures()?.confidence).toBe('team');
    expect(host.querySelector('summary')?.textContent).toContain('至少提前 60 分钟，最多提前 7 天');
    const alert = () => host.querySelector('[role="alert"]')?.textContent ?? '';
    await write(field(host, '至少提前'), '10080');
    await until(() => alert().includes('「10080」没有存。「至少提前」要比「最多提前」短'));
    await write(field(host, '至少提前'), '一小时');
    await until(() => alert().includes('「一小时」没有存。要 0 到 43200 之间的整数'));
    expect(figures()).toMatchObject({ leastMinutes: 60, mostDays: 7 });
    await act(() => button(host, '恢复默认').click());
    await until(() => figures()?.confidence === 'code');
    expect(document.activeElement?.textContent).toContain('能，按下面的数');
    expect(field(host, '最多提前').value).toBe('14');
    await act(() => studio.getState().undo());
    await until(() => figures()?.mostDays === 7);
  });

  it('wear an amber clock after half a year, until the team has checked them', async () => {
    const { studio, host, item } = await rules();
    expect(item('微博')?.textContent).not.toContain('超过半年没核对');
    await act(() => {
      const { boot } = studio.getState();
      if (boot !== null) studio.setState({ boot: { ...boot, today: '2027-06-01' as typeof boot.today } });
    });
    expect(item('微博')?.textContent).toContain('超过半年没核对');
    await act(() => button(host, '今天核对过了').click());
    await until(() => !(item('微博')?.textContent?.includes('超过半年没核对') ?? true));
    expect(host.textContent).toContain('2027-06-01 团队核对');
    expect(item('抖音')?.textContent).toContain('超过半年没核对');
  });

  it('gain a platform with a few fields, which can be changed rule by rule and taken out again', async () => {
    const { studio, host, item, own } = await rules();
    await act(() => button(host, '加平台').click());
    await act(() => button(host, '加上').click());
    expect(host.textContent).toContain('代号只能用小写字母');
    for (const [label, text] of [
      ['名称', '即刻'],
      ['代号', 'jike'],
      ['名称', '动态'],
      ['代号', 'post'],
      ['正文最多', '60'],
    ] as const)
      await named(host, label, text);
    await act(() => button(host, '加上').click());
    await until(() => item('即刻') !== undefined && host.querySelector('form') === null);
    expect(studio.getState().packs?.get('jike')?.formats[0]?.limits.body_max).toBe(60);
    await write(own('正文最多'), '30');
    await until(() => studio.getState().packs?.get('jike')?.formats[0]?.limits.body_max === 30);
    const field = (label: string): HTMLInputElement => {
      const found = [...host.querySelectorAll('label')].find(({ textContent }) => textContent === label);
      const input = document.getElementById(found?.htmlFor ?? '');
      if (!(input instanceof HTMLInputElement)) throw new Error(`There is no field ${label}.`);
      return input;
    };
    const pack = () => studio.getState().packs?.get('jike');
    await write(field('英文名'), 'Jike');
    await until(() => pack()?.en === 'Jike');
    await write(field('字标'), '刻');
    await until(() => pack()?.glyph === '刻');
    await write(field('发布页网址'), 'jike.example');
    await until(() => host.textContent?.includes('网址要以 https:// 开头') ?? false);
    await write(field('格式英文名'), 'Status');
    await until(() => pack()?.formats[0]?.en === 'Status');
    expect(pack()?.formats[0]?.limits.body_max).toBe(30);
    await act(() => button(host, '去掉这个平台').click());
    await act(() => button(host, '去掉这个平台').click());
    await until(() => item('即刻') === undefined);
    await act(() => studio.getState().undo());
    await until(() => pack()?.formats[0]?.limits.body_max === 30);
  });

  it('list values that cannot be used, and take them out', async () => {
    const { studio, host } = await rules();
    await act(async () => {
      value(
        await studio.api.call('change.make', {
          label: { code: 'other', params: {} },
          ops: [{ kind: 'set', type: 'platform', id: 'weibo', register: 'overrides.post.gone', value: '1' }],
        }),
      );
    });
    await until(() => host.textContent?.includes('有 1 个团队的值没有用上') ?? false);
    expect(host.textContent).toContain('这个版本没有这条规则');
    await act(() => button(host, '去掉它').click());
    await until(() => !(host.textContent?.includes('没有用上') ?? true));
  });

  it('are found by the name of a platform or of one of its formats', async () => {
    const { host, item } = await rules();
    const search = host.querySelector<HTMLInputElement>('input[type="search"]');
    if (search === null) throw new Error('There is a search.');
    await write(search, 'reels');
    expect(item('微博')).toBeUndefined();
    expect(host.querySelectorAll('ul[aria-label="平台列表"] li').length).toBeGreaterThan(0);
    await write(search, 'orkut');
    expect(host.textContent).toContain('没有叫「orkut」的平台或格式');
  });
});
