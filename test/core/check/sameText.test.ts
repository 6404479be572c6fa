import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSameTextIndex, type Placed, sameTextFinding, sketchesOf } from '../../../src/core/check/sameText';
import { langs } from '../../../src/core/model/records';
import { sayFindingLine } from '../../../src/core/words/findings';
import { hostileText } from '../text/hostile';

const paragraph = '老周把外套拉链拉到顶，说今晚不测锐度，也不测噪点，只数灯。我们六个人跟着他，从公司后门出去。';
const other = '巷口的面馆还开着，一碗面十二元，卤蛋另算。老板娘问我们是不是拍广告的，老周说不是，是来数灯的。';

const placed = (id: string, body: string, given: Partial<Placed> = {}): Placed => ({
  id,
  platform: 'weibo',
  accountId: id,
  account: `账号${id}`,
  day: '2026-10-03',
  sketches: sketchesOf({ body, parts: [body] }),
  ...given,
});

const found = (a: string, b: string, given: Partial<Placed> = {}) =>
  sameTextFinding(placed('a', a), [placed('b', b, given)])?.params;

describe('the same paragraph on several accounts', () => {
  it('is named with the accounts and days', () => {
    const finding = sameTextFinding(placed('a', `开头不同。\n\n${paragraph}`), [
      placed('b', `${paragraph}\n结尾也不同。`, { day: '2026-10-05' }),
      placed('c', paragraph, { day: null }),
      placed('d', other),
    ]);
    expect(finding).toMatchObject({
      code: 'same_text',
      severity: 'warning',
      field: 'body',
      params: { count: 2, where: '账号b 2026-10-05 · 账号c' },
    });
    for (const lang of langs) expect(sayFindingLine(lang, finding as never)).toMatch(/账号b 2026-10-05/);
  });

  it('is seen through signs, width, tags, addresses and a changed word', () => {
    expect(found(paragraph, paragraph.replaceAll('，', ' '))).toBeDefined();
    expect(found(paragraph, `${paragraph} #夜拍# https://example.com @河边`)).toBeDefined();
    expect(found(paragraph, paragraph.replace('公司后门', '公司前门'))).toBeDefined();
    expect(found(paragraph, other)).toBeUndefined();
  });

  it('is nothing on one account, on another platform, a month apart, or in a greeting', () => {
    expect(found(paragraph, paragraph, { accountId: 'a' })).toBeUndefined();
    expect(found(paragraph, paragraph, { platform: 'zhihu' })).toBeUndefined();
    expect(found(paragraph, paragraph, { day: '2026-11-03' })).toBeUndefined();
    expect(found('大家晚上好，今晚河边见。', '大家晚上好，今晚河边见。')).toBeUndefined();
  });

  it('is found by an index that follows every change, as by looking at all', () => {
    const bodies = [paragraph, other, `${paragraph}\n${other}`, paragraph.replace('六个人', '七个人'), '短。'];
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), body: fc.constantFrom(...bodies, null) }), {
          maxLength: 20,
        }),
        (steps) => {
          const index = createSameTextIndex();
          const now = new Map<string, Placed>();
          for (const { id, body } of steps) {
            if (body === null) {
              index.remove(id);
              now.delete(id);
            } else {
              index.put(placed(id, body));
              now.set(id, placed(id, body));
            }
          }
          for (const one of now.values()) {
            const others = [...now.values()].filter(({ id }) => id !== one.id);
            expect(index.findingOf(one.id)).toEqual(sameTextFinding(one, others));
          }
          expect(index.findingOf('gone')).toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never throws, whatever the text, and is always found between a text and itself', () => {
    fc.assert(
      fc.property(hostileText, (body) => {
        const mine = placed('a', body);
        const finding = sameTextFinding(mine, [{ ...mine, id: 'b', accountId: 'b' }]);
        expect(finding !== null).toBe(mine.sketches.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});
