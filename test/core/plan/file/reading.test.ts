import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../../src/core/plan/canonical';
import { readPlanEntries } from '../../../../src/core/plan/file/read';
import { encodePlan, planJson } from '../../../../src/core/plan/file/write';
import { applyOp, createOp } from '../../../../src/core/plan/ops';
import type { RecordState } from '../../../../src/core/plan/state';
import { everyFeature } from '../everyFeature';
import { docOf, planArb } from '../universe';
import {
  at,
  bytesOf,
  made,
  packed,
  picture,
  pictureName,
  plan,
  read,
  small,
  watchThePrototype,
  withPlan,
} from './handmade';

watchThePrototype();

describe('a plan file', () => {
  it('reads back as it was written, and writes the same bytes again', () => {
    fc.assert(
      fc.property(planArb, (states) => {
        const bytes = packed({ workspaceId: 'w1', states, assets: new Map([[pictureName, picture]]) });
        const again = read(bytes);
        if (!again.ok) throw new Error(JSON.stringify(again.error));
        expect(packed(again.value)).toEqual(bytes);
        expect(again.value.assets.get(pictureName)).toEqual(picture);
      }),
      { numRuns: 500 },
    );
  });

  it('M15: does not depend on the order of records and keys, the time zone, or the day it is written', () => {
    const bytes = packed(small);
    const zone = process.env.TZ;
    try {
      for (const TZ of ['UTC', 'Asia/Shanghai', 'America/St_Johns', 'Pacific/Apia']) {
        process.env.TZ = TZ;
        const shuffled = [...small.states].reverse().map((state) => ({
          ...state,
          registers: Object.fromEntries(Object.entries(state.registers).reverse()),
          stamps: Object.fromEntries(Object.entries(state.stamps).reverse()),
        }));
        expect(packed({ ...small, states: shuffled })).toEqual(bytes);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('M13: carries types, fields, sets and values that this version does not know, byte for byte', () => {
    const records = {
      hologram: { h1: { at: 0, fields: { depth: { nested: [1, null, 'x'] }, 单位: '全息' } } },
      piece: {
        p1: {
          at: 0,
          body: [{ at: 0, doc: { type: 'doc', content: [{ type: 'hologram', attrs: { spin: 3 } }] } }],
          fields: { $alive: true, kind: 'not a kind we know', title: ['from the future'] },
          sets: { moods: ['calm'], tags: ['__proto__', 'x'] },
        },
      },
    };
    const bytes = withPlan(canonical(JSON.parse(plan(records, [at(1)], { tomorrow: { works: true } }))));
    const first = read(bytes);
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    expect(first.value.more).toEqual({ tomorrow: { works: true } });
    expect(planJson(first.value)).toBe(canonical(JSON.parse(plan(records, [at(1)], { tomorrow: { works: true } }))));
    const second = read(packed(first.value));
    expect(second.ok && packed(second.value)).toEqual(packed(first.value));
  });

  it('M22: keeps every well-formed text, composed and decomposed apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (title) => {
        const state = applyOp(null, createOp('piece', 'p1', { title, tags: [title] }), at(1))?.state as RecordState;
        const back = read(packed({ workspaceId: 'w1', states: [state], assets: new Map() }));
        expect(back.ok && back.value.states[0]).toEqual(state);
      }),
      { numRuns: 500 },
    );
    const titles = ['é', 'e\u0301', '\ufeff零宽', '\u2028', '👨‍👩‍👧', '\0'];
    for (const title of titles) {
      const state = applyOp(null, createOp('piece', 'p1', { title }), at(1))?.state as RecordState;
      const back = read(packed({ workspaceId: 'w1', states: [state], assets: new Map() }));
      expect(back.ok && back.value.states[0]?.registers.title).toBe(title);
    }
  });

  it('takes names that objects are born with as any other name', () => {
    const element = { adds: [at(1)], removes: [] };
    const state: RecordState = {
      ...made('piece', '__proto__', 1),
      registers: JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"brief.__proto__":"x"}'),
      stamps: JSON.parse(`{"__proto__":"${at(1)}","constructor":"${at(2)}","brief.__proto__":"${at(1)}"}`),
      sets: { tags: Object.fromEntries([['__proto__', element]]), ...JSON.parse('{"__proto__":{}}') },
    };
    const bytes = packed({ workspaceId: 'w1', states: [state], assets: new Map() });
    const back = read(bytes);
    if (!back.ok) throw new Error(JSON.stringify(back.error));
    expect(Object.entries(back.value.states[0]?.registers ?? {})).toHaveLength(3);
    expect(packed(back.value)).toEqual(bytes);
  });

  it('reads the same from an unpacked folder', () => {
    const result = readPlanEntries(encodePlan(small), 'folder');
    expect(result.ok && packed(result.value)).toEqual(packed(small));
  });

  it('leaves replaced body versions at home', () => {
    const first = made('piece', 'p1', 1);
    const second = applyOp(first, { kind: 'write', type: 'piece', id: 'p1', doc: docOf('新稿') }, at(5))
      ?.state as RecordState;
    expect(Object.keys(second.versions)).toHaveLength(2);
    const back = read(packed({ ...small, states: [second], assets: new Map() }));
    expect(back.ok && Object.keys(back.value.states[0]?.versions ?? {})).toEqual([at(5)]);
    expect(back.ok && back.value.states[0]?.versions[at(5)]?.replaces).toEqual([at(1)]);
  });

  it('names every file with its length and SHA-256', () => {
    const entries = encodePlan(small);
    const manifest = JSON.parse(new TextDecoder().decode(entries.find(({ path }) => path === 'manifest.json')?.bytes));
    expect(manifest).toEqual({
      entries: entries
        .filter(({ path }) => path !== 'manifest.json')
        .map(({ path, bytes }) => ({
          bytes: bytes.length,
          path,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        })),
      format: 'juzhen',
      version: 1,
      workspace: 'w1',
    });
  });

  it('of format 1, as first released, opens and is written again byte for byte', () => {
    const released = new Uint8Array(readFileSync(new URL('../../../fixtures/plan/format-1.juzhen', import.meta.url)));
    const result = read(released);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(packed(result.value)).toEqual(released);
    expect(packed(everyFeature)).toEqual(released);
  });

  it('refuses to write a record twice or an asset under a wrong name', () => {
    expect(() => planJson({ workspaceId: 'w1', states: [...small.states, small.states[0]] as RecordState[] })).toThrow(
      'twice',
    );
    expect(() => encodePlan({ ...small, assets: new Map([['../x.jpg', picture]]) })).toThrow('not the name');
  });
});

describe('size', () => {
  it('M16: a fresh plan takes at most a tenth more than its visible state as plain JSON', () => {
    const states = Array.from(
      { length: 400 },
      (_, index) =>
        applyOp(
          null,
          createOp(
            'piece',
            `p${index}`,
            {
              title: `夜里十一点的桥，第 ${index} 晚`,
              kind: 'story',
              product: '矩阵手机',
              tags: ['夜景', '手机摄影', `第${index}晚`],
              brief: {
                protagonist: '小满',
                obstacle: '手抖',
                turn: '靠着栏杆',
                outcome: '一张清楚的桥',
                evidence: '原片',
              },
            },
            {
              type: 'doc',
              content: Array.from({ length: 8 }, (_, block) => ({
                type: 'paragraph' as const,
                attrs: { id: `b${index}-${block}` },
                content: [
                  {
                    type: 'text' as const,
                    text: `第 ${block} 段：桥上的灯一盏盏亮起来，风很大，手里的机器有点凉，我等那班末班车开过去再按快门。`,
                  },
                ],
              })),
            },
          ),
          at(index),
        )?.state as RecordState,
    );
    const visible = states.map((state) => ({
      id: state.id,
      ...Object.fromEntries(Object.entries(state.registers).filter(([name]) => name !== '$alive')),
      ...Object.fromEntries(Object.entries(state.sets).map(([set, elements]) => [set, Object.keys(elements)])),
      body: state.versions[state.heads[0] as string]?.doc,
    }));
    const ratio =
      bytesOf(planJson({ workspaceId: 'w1', states })).length / bytesOf(JSON.stringify({ piece: visible })).length;
    expect(ratio).toBeLessThanOrEqual(1.1);
    expect(ratio).toBeGreaterThan(0.9);
  });
});
