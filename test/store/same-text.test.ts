import { afterEach, expect, it } from 'vitest';
import { createOp } from '../../src/core/plan/ops';
import { wallDate } from '../../src/core/time/wall';
import { bridge, type TestBridge, value } from '../helpers/bridge';

/** The same paragraph on two accounts of one platform, on real SQLite. */
let studio: TestBridge;
afterEach(() => studio.close());

const paragraph = '老周把外套拉链拉到顶，说今晚不测锐度，也不测噪点，只数灯。我们六个人跟着他，从公司后门出去。';
const docOf = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});

async function settle(): Promise<void> {
  while (await studio.store.idle());
}

async function write(id: string, text: string): Promise<void> {
  const { version } = value(await studio.call('piece.open', { id }));
  value(await studio.call('piece.write', { id, doc: docOf(text), base: version, session: id }));
}

async function pieceOn(accountId: string, day: string, text: string) {
  const { id } = value(await studio.call('piece.create', { title: text.slice(0, 6), kind: 'scene', lang: 'zh' }));
  await write(id, text);
  const placed = await studio.call('placement.plan', {
    pieceId: id,
    accountId,
    day: wallDate(day),
    format: 'weibo/post',
    time: null,
  });
  return { id, placement: value(placed).id };
}

it('the same paragraph on two accounts of a platform is said of both, until one is written anew', async () => {
  studio = await bridge();
  value(
    await studio.call('change.make', {
      label: { code: 'account_edit', params: {} },
      ops: [
        createOp('account', 'a_first', { platform: 'weibo', name: '大号', lang: 'zh' }),
        createOp('account', 'a_second', { platform: 'weibo', name: '小号', lang: 'zh' }),
      ],
    }),
  );
  const first = await pieceOn('a_first', '2026-10-20', `开头不同。\n${paragraph}`);
  const second = await pieceOn('a_second', '2026-10-22', paragraph);
  await settle();
  const said = async (id: string) => value(await studio.call('piece.open', { id })).sameText;
  const worst = async () =>
    value(await studio.call('placement.reports', { ids: [first.placement, second.placement], lang: 'zh' })).map(
      (one) => one.warnings,
    );
  expect(await said(first.id)).toMatchObject([
    { placementId: first.placement, finding: { code: 'same_text', params: { count: 1, where: '小号 2026-10-22' } } },
  ]);
  expect(await said(second.id)).toMatchObject([{ finding: { params: { where: '大号 2026-10-20' } } }]);
  const before = await worst();

  await write(
    second.id,
    '巷口的面馆还开着，一碗面十二元，卤蛋另算。老板娘问我们是不是拍广告的，老周说不是，是来数灯的。',
  );
  await settle();
  expect([await said(first.id), await said(second.id)]).toEqual([[], []]);
  expect(await worst()).toEqual(before.map((count) => count - 1));

  await write(second.id, paragraph);
  await settle();
  expect(await said(first.id)).toHaveLength(1);
  value(await studio.call('placement.remove', { ids: [second.placement] }));
  await settle();
  expect(await said(first.id)).toEqual([]);
});
