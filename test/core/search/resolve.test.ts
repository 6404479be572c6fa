import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/core/search/query';
import { resolveFields } from '../../../src/core/search/resolve';
import { sayQueryNote } from '../../../src/core/words/search';

const names = {
  personas: [
    { id: 'n_1', name: '林夏' },
    { id: 'n_2', name: '林舟' },
  ],
  campaigns: [{ id: 'g_1', name: '百万夜景' }],
  tags: ['夜', '夜拍', '手持', 'X9'],
};
const resolve = (query: string) => resolveFields(parseQuery(query), names);

describe('the fields of a query', () => {
  it('take an id, a shown name in either language, or its beginning', () => {
    const story = [[{ field: 'kind', values: ['story'], not: false }]];
    for (const query of ['kind:story', 'kind:Story', '类型:故事', 'kind:sto'])
      expect(resolve(query).conditions).toEqual(story);
    expect(resolve('kind:创始人').conditions).toEqual([[{ field: 'subkind', values: ['founder'], not: false }]]);
    expect(resolve('state:在审').conditions).toEqual([[{ field: 'state', values: ['in_review'], not: false }]]);
    expect(resolve('tag:ｘ9').conditions).toEqual([[{ field: 'tag', values: ['X9'], not: false }]]);
    expect(resolve('活动:g_1').conditions).toEqual(resolve('campaign:百万').conditions);
  });

  it('prefer a whole name to a beginning, and take every name that begins so', () => {
    expect(resolve('tag:夜').conditions).toEqual([[{ field: 'tag', values: ['夜'], not: false }]]);
    expect(resolve('persona:林').conditions).toEqual([[{ field: 'persona', values: ['n_1', 'n_2'], not: false }]]);
  });

  it('tell a name nobody goes by instead of dropping it', () => {
    const { conditions, unknown } = resolve('kind:诗 夜');
    expect(conditions).toEqual([]);
    expect(unknown).toEqual([{ code: 'unknown_value', operator: 'kind', value: '诗' }]);
    expect(unknown.map((note) => sayQueryNote('zh', note))).toEqual(['没有叫「诗」的类型，试试：场景、故事、互动']);
  });

  it('deny each of several', () => {
    expect(resolve('-persona:林').conditions).toEqual([[{ field: 'persona', values: ['n_1', 'n_2'], not: true }]]);
  });

  it('ask for any of what a piece has only one of, and for every tag', () => {
    expect(resolve('kind:场景 kind:创始人 state:ready').conditions).toEqual([
      [
        { field: 'kind', values: ['scene'], not: false },
        { field: 'subkind', values: ['founder'], not: false },
      ],
      [{ field: 'state', values: ['ready'], not: false }],
    ]);
    expect(resolve('tag:手持 tag:夜').conditions).toHaveLength(2);
    expect(resolve('kind:场景 -kind:创始人').conditions).toHaveLength(2);
  });
});
