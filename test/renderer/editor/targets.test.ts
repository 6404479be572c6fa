import { describe, expect, it } from 'vitest';
import { viewRecord } from '../../../src/core/model/record';
import { type Account, records } from '../../../src/core/model/records';
import { count } from '../../../src/core/platforms/counters';
import { plainMarks } from '../../../src/renderer/features/editor/extensions/blocks';
import { toggled } from '../../../src/renderer/features/editor/page/marginMarks';
import { switchFormat, targetsOf } from '../../../src/renderer/state/adapting/targets';
import { foldAt } from '../../../src/renderer/ui/plan/fold';

const anAccount = (id: string, platform: string, more: Partial<Account> = {}): Account => ({
  ...viewRecord(records.account, id, {}, {}),
  platform,
  name: id,
  defaultFormat: `${platform}/post`,
  formats: [`${platform}/post`],
  ...more,
});
const aPiece = { formats: [] as readonly string[], personaId: null as string | null, lang: 'zh' as const };

describe('the formats of a piece', () => {
  it('are where it is planned, each account for itself', () => {
    const placements = [
      { format: 'weibo/post', accountId: 'brand', outcome: 'planned' as const },
      { format: 'weibo/post', accountId: 'founder', outcome: 'planned' as const },
      { format: 'x/post', accountId: 'en', outcome: 'skipped' as const },
    ];
    const found = targetsOf({ ...aPiece, formats: ['weibo/post'] }, placements, []);
    expect(found.map(({ key, placed }) => [key, placed])).toEqual([
      ['weibo/post brand', true],
      ['weibo/post founder', true],
    ]);
  });

  it('are the usual one of every open account until someone chooses', () => {
    const accounts = [anAccount('w', 'weibo'), anAccount('x', 'x', { closed: true }), anAccount('b', 'bilibili')];
    expect(targetsOf(aPiece, [], accounts).map(({ key }) => key)).toEqual(['weibo/post w', 'bilibili/post b']);
  });

  it('take the voice of the account of the persona, else of the language', () => {
    const accounts = [
      anAccount('en', 'weibo', { lang: 'en' }),
      anAccount('brand', 'weibo'),
      anAccount('founder', 'weibo', { personaId: 'p1' }),
    ];
    const chosen = { ...aPiece, formats: ['weibo/post'] };
    expect(targetsOf(chosen, [], accounts)[0]?.accountId).toBe('brand');
    expect(targetsOf({ ...chosen, personaId: 'p1' }, [], accounts)[0]?.accountId).toBe('founder');
  });

  it('are written down by the first switch, so that nothing else appears or goes', () => {
    const shown = targetsOf(aPiece, [], [anAccount('w', 'weibo'), anAccount('b', 'bilibili')]);
    expect(switchFormat(aPiece, shown, 'weibo/post')).toEqual({ add: ['bilibili/post'], remove: [] });
    expect(switchFormat(aPiece, shown, 'x/post')).toEqual({
      add: ['weibo/post', 'bilibili/post', 'x/post'],
      remove: [],
    });
    const own = { ...aPiece, formats: ['weibo/post'] };
    expect(switchFormat(own, targetsOf(own, [], []), 'weibo/post')).toEqual({ add: [], remove: ['weibo/post'] });
  });
});

describe('block marks', () => {
  it('exclude what contradicts', () => {
    expect(toggled({ ...plainMarks, optional: true }, { kind: 'keep' })).toEqual({ keep: true, optional: false });
    expect(toggled({ ...plainMarks, not: ['x'] }, { kind: 'only', ref: 'weibo' })).toEqual({
      only: ['weibo'],
      not: [],
    });
  });
  it('switch a platform off together with its formats', () => {
    expect(toggled({ ...plainMarks, only: ['weibo/post', 'x'] }, { kind: 'only', ref: 'weibo' })).toEqual({
      only: ['x'],
      not: [],
    });
  });
});

describe('one format of a platform', () => {
  const among = ['weibo/post', 'weibo/article', 'weibo/video'];
  it('is marked alone, and taken out of a platform that was marked whole', () => {
    const choice = { kind: 'not', ref: 'weibo/article', among } as const;
    expect(toggled(plainMarks, choice)).toEqual({ not: ['weibo/article'], only: [] });
    expect(toggled({ ...plainMarks, not: ['weibo', 'x'] }, choice).not).toEqual(['weibo/post', 'weibo/video', 'x']);
    expect(toggled({ ...plainMarks, not: ['weibo/article'] }, choice)).toEqual({ not: [], only: [] });
  });
});

describe('the fold', () => {
  const rules = { limits: { fold: 140 }, count: { title: 'weibo_half', body: 'weibo_half', bodyOn: 'text' } } as const;
  it('stands where the platform cuts by its own measure, and loses nothing', () => {
    const text = '夜里的灯👨‍👩‍👧，latin words 和数字 123。'.repeat(30);
    const folded = foldAt(text, rules);
    expect(folded === null ? '' : folded.above + folded.below).toBe(text);
    expect(count('weibo_half', folded?.above ?? '')).toBeLessThanOrEqual(140);
  });
  it('is not drawn under a text that ends before it', () => {
    expect(foldAt('短', rules)).toBeNull();
  });
});
