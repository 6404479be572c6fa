import { afterEach, describe, expect, it } from 'vitest';
import { variantId } from '../../../src/core/model/ids';
import { createOp } from '../../../src/core/plan/ops';
import { undoable } from '../../../src/renderer/state/history';
import { bridge, TODAY, value } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

let shown: TestWindow | null = null;
afterEach(async () => {
  await shown?.close();
  shown = null;
});

/** The desk of the sample at 12:28, and what was copied there. */
async function aDesk() {
  const copied: string[] = [];
  const pictures: string[] = [];
  const api = await bridge({
    seed: { kind: 'sample', edition: 'zh', today: TODAY },
    shell: {
      'studio.copy': ({ text }) => {
        copied.push(text);
        return null;
      },
      'studio.copy_picture': ({ assetId }) => {
        pictures.push(assetId);
        return null;
      },
    },
  });
  const window = await openWindow(api);
  shown = window;
  await window.studio.getState().openDesk(null);
  await window.until(() => (window.studio.getState().commandSets.copy ?? []).length > 0);
  /** The placement the middle is about, as the store has it. */
  const chosen = async () => {
    const id = window.find('[data-here]').dataset.deskRow;
    const list = value(
      await api.call('desk.list', { since: '2026-08-01' as never, from: TODAY, to: '2026-11-01' as never }),
    );
    const card = list.cards.find((one) => one.id === id);
    if (card === undefined) throw new Error(`Nothing is chosen: ${id}`);
    return card;
  };
  const type = async (selector: string, text: string) => {
    const field = window.find(selector) as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await window.until(() => field.value === text);
  };
  return { window, api, copied, pictures, chosen, type };
}
const outcomeIs = async (desk: Awaited<ReturnType<typeof aDesk>>, outcome: string) => {
  for (let turn = 0; turn < 200; turn += 1) {
    if ((await desk.chosen()).outcome === outcome) return;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error(`It never became ${outcome}.`);
};

describe('the hand-over desk', () => {
  it('opens at the first post that can be handed over, says what is left, and draws no more rows for many', async () => {
    const { window, chosen, api } = await aDesk();
    expect((await chosen()).time).toBe('18:30');
    expect(window.find('[data-testid="desk-left"]').textContent).toBe('还有 5 件，下一件 18:30');
    expect(window.text()).toContain('这里只备稿，不替你发布');
    const heads = window.all('[data-group]').map(({ textContent }) => textContent);
    expect(heads[0]).toContain('待回填 1');
    expect(heads[1]).toContain('今天 8');
    expect(heads[2]).toContain('现在就能定时');

    expect(window.find('nav button[aria-current="page"]').getAttribute('aria-label')).toBe('交接台，5 件要处理');
    const card = await chosen();
    const plan = (minute: number) =>
      createOp('placement', `l_many_${minute}`, {
        pieceId: null,
        accountId: card.accountId,
        format: card.format,
        day: card.day,
        time: `${String(13 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` as never,
        zone: card.zone,
      });
    value(
      await api.call('change.make', {
        label: { code: 'placement_plan', params: { count: 150 } },
        ops: Array.from({ length: 150 }, (_, minute) => plan(minute)),
      }),
    );
    await window.until(() => window.find('[data-testid="desk-left"]').textContent?.includes('还有 155 件') === true);
    expect(window.all('[data-desk-row]').length).toBeLessThan(40);
  });

  it('copies by number keys, pictures one after the other, and says when', async () => {
    const { window, copied, pictures, chosen } = await aDesk();
    await window.press('1');
    await window.until(() => copied.length === 1);
    expect(copied).toEqual(['凌晨一点，手持也拍清这碗粉']);
    await window.until(() => window.text().includes('已复制 12:28'));
    expect(window.studio.getState().announcement.text).toBe('已复制标题');
    const key = window.all('[data-desk-copy]').find(({ textContent }) => textContent?.includes('张图'))
      ?.dataset.deskCopy;
    await window.press(key ?? '');
    await window.until(() => pictures.length === 1);
    await window.press(key ?? '');
    await window.until(() => pictures.length === 2);
    expect(new Set(pictures).size).toBe(2);
    expect((await chosen()).outcome).toBe('planned');
  });

  it('hands over and takes it back by undo, without touching the plan or the piece', async () => {
    const desk = await aDesk();
    const before = await desk.chosen();
    await desk.window.press('h');
    await outcomeIs(desk, 'handed_over');
    expect(await desk.chosen()).toEqual({
      ...before,
      outcome: 'handed_over',
      handedDay: '2026-10-09',
      handedTime: '12:28',
    });
    await desk.window.until(() => undoable(desk.window.studio.getState())?.code === 'placement_handed');
    await desk.window.studio.getState().undo(0);
    expect(await desk.chosen()).toEqual(before);
  });

  it('says before the hand-over that a copy was changed after it was approved', async () => {
    const desk = await aDesk();
    const { pieceId, format, accountId, id } = await desk.chosen();
    if (pieceId === null || format === null) throw new Error('the chosen post is complete');
    const warned = () => desk.window.text().includes('这份文案通过之后又改过');
    expect(warned()).toBe(false);
    const at = { kind: 'set', type: 'variant', id: variantId(pieceId, format, accountId) } as const;
    const approved = [
      { ...at, register: 'approval', value: 'approved' },
      { ...at, register: 'approvedHash', value: '0'.repeat(64) },
    ] as const;
    value(await desk.api.call('change.make', { label: { code: 'other' }, ops: [...approved] }));
    await desk.window.until(warned);
    expect(desk.window.find(`[data-desk-row="${id}"]`).textContent).toContain('通过后又改过');
    await desk.window.press('h');
    await outcomeIs(desk, 'handed_over');
    await desk.window.until(() => !warned());
  });

  it('names who posts what was handed over, and who read it before', async () => {
    const desk = await aDesk();
    const { id, pieceId } = await desk.chosen();
    desk.window.studio.getState().chooseAtDesk(id);
    const [member] = desk.window.studio.getState().outline?.member ?? [];
    if (member === undefined) throw new Error('the sample has a team');
    const label = { code: 'other' } as const;
    const review = createOp('review', 'r_desk', { pieceId, verdict: 'approve', byMemberId: member.id, onDay: TODAY });
    const to = { kind: 'set', type: 'placement', id, register: 'handTo', value: member.id } as const;
    value(await desk.api.call('change.make', { label, ops: [review, to] }));
    await desk.window.until(() =>
      desk.window.all('[data-testid="reviewed"]').some((one) => one.textContent === `${member.name} 10月9日审过，通过`),
    );
    await desk.window.press('h');
    await desk.window.until(() => desk.window.text().includes(`已交接，由${member.name}发`));
  });

  it('goes live with a link that is one, refuses what is none in words, and keeps the actual time', async () => {
    const desk = await aDesk();
    const { window } = desk;
    await desk.type('input[inputmode="url"]', '复制打开小红书 https://xhslink.com/a');
    await window.press('l');
    await window.until(() => window.all('[role="alert"]').length === 1);
    expect(window.find('[role="alert"]').textContent).toContain('只贴地址本身');
    expect((await desk.chosen()).outcome).toBe('planned');
    await desk.type('input[inputmode="url"]', 'https://xhslink.com/a');
    await desk.type('input[inputmode="numeric"]', '9:05');
    (document.activeElement as HTMLElement | null)?.blur();
    await window.press('l');
    await outcomeIs(desk, 'live');
    const live = await desk.chosen();
    expect([live.liveLink, live.liveDay, live.liveTime]).toEqual(['https://xhslink.com/a', '2026-10-09', '09:05']);
    expect([live.day, live.time]).toEqual(['2026-10-09', '18:30']);
  });

  it('leaves out with a reason, remembers ticks, and walks by J and K', async () => {
    const desk = await aDesk();
    const { window } = desk;
    const first = await desk.chosen();
    await window.click('aside input[type="checkbox"]');
    await window.until(() => window.find('aside').textContent?.includes('1 / ') === true);
    expect((await desk.chosen()).ticks).toEqual({ account: true });
    await window.press('j');
    expect((await desk.chosen()).id).not.toBe(first.id);
    await window.press('k');
    expect((await desk.chosen()).id).toBe(first.id);
    await window.press('x');
    // The form for the reason takes the place of the one for the link, and the keyboard.
    await window.until(() => document.activeElement === window.all('footer input')[0]);
    await desk.type('footer input', '与直播撞时');
    await window.press('Enter');
    await outcomeIs(desk, 'skipped');
    expect((await desk.chosen()).skipReason).toBe('与直播撞时');
  });
});
