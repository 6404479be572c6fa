import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordType } from '../../../src/core/model/records';
import { makeStamp } from '../../../src/core/model/stamp';
import { readPlanFile } from '../../../src/core/plan/file/read';
import { encodePlan, packPlan, planJson } from '../../../src/core/plan/file/write';
import { readFolder } from '../../../src/core/plan/folder/read';
import { encodeFolder } from '../../../src/core/plan/folder/write';
import { keyOf, mergePlans } from '../../../src/core/plan/merge';
import { applyOp, createOp } from '../../../src/core/plan/ops';
import { type PlanAbout, partOf } from '../../../src/core/plan/part';
import { isAlive, type RecordState } from '../../../src/core/plan/state';
import { buildSample } from '../../../src/core/sample/build';
import { sampleContent } from '../../../src/core/sample/content';
import { sampleFiles } from '../../../src/core/sample/files';
import { wallDate } from '../../../src/core/time/wall';
import { folderOfEntries } from './folder/inMemory';
import { docOf, nodes, planArb } from './universe';

const today = wallDate('2026-10-14');
const sample = sampleContent(
  buildSample({ today, edition: 'zh', files: sampleFiles }),
  'zh',
  today,
  (path) => new Uint8Array(readFileSync(new URL(`../../../resources/sample/${path}`, import.meta.url))),
).states;

const about = (named: { readonly [N in keyof PlanAbout]?: readonly string[] }): PlanAbout => ({
  pieces: new Set(named.pieces),
  placements: new Set(named.placements),
  campaigns: new Set(named.campaigns),
});
const ofType = (states: readonly RecordState[], type: RecordType) => states.filter((state) => state.type === type);
const idsOf = (states: readonly RecordState[], type: RecordType) => ofType(states, type).map(({ id }) => id);
const json = (states: readonly RecordState[]) => planJson({ workspaceId: 'w', states });
const stamp = (millis: number, node = 0) => makeStamp({ millis, counter: 0, node: nodes[node] as never });
const made = (type: RecordType, id: string, fields: object, millis = 1) =>
  applyOp(null, createOp(type, id, fields as never, type === 'piece' ? docOf('一') : undefined), stamp(millis))
    ?.state as RecordState;

describe('a part of a plan', () => {
  it('is about some posts, with the texts, accounts, voices and pictures they lean on, and nothing else', () => {
    const [post] = ofType(sample, 'placement').filter(({ registers }) => registers.waveId != null);
    if (post === undefined) throw new Error('The sample plans no waves.');
    const part = partOf(sample, { about: about({ placements: [post.id] }), notes: true });
    expect(idsOf(part, 'placement')).toEqual([post.id]);
    expect(idsOf(part, 'piece')).toEqual([post.registers.pieceId]);
    expect(idsOf(part, 'account')).toContain(post.registers.accountId);
    expect(idsOf(part, 'campaign')).toEqual([post.registers.campaignId]);
    expect(idsOf(part, 'wave').length).toBeLessThan(idsOf(sample, 'wave').length);
    expect(idsOf(part, 'workspace')).toEqual(idsOf(sample, 'workspace'));
    for (const { registers } of ofType(part, 'variant')) expect(registers.pieceId).toBe(post.registers.pieceId);
  });

  it('of a campaign has all its phases and waves', () => {
    const [campaign] = ofType(sample, 'campaign');
    if (campaign === undefined) throw new Error('The sample has no campaign.');
    const part = partOf(sample, { about: about({ campaigns: [campaign.id] }), notes: true });
    const of = (type: RecordType) =>
      ofType(sample, type).flatMap(({ id, registers }) => (registers.campaignId === campaign.id ? [id] : []));
    expect(idsOf(part, 'phase')).toEqual(of('phase'));
    expect(idsOf(part, 'wave')).toEqual(expect.arrayContaining(of('wave')));
    expect(idsOf(part, 'piece')).toEqual([]);
  });

  it('leaves no name hanging: what a chosen record names is there where the plan has it', () => {
    const part = partOf(sample, { about: about({ placements: idsOf(sample, 'placement') }), notes: true });
    const there = new Set(part.map(keyOf));
    const whole = new Set(sample.map(keyOf));
    for (const type of ['placement', 'piece', 'account', 'variant'] as const)
      for (const { registers } of ofType(part, type))
        for (const [register, to] of [
          ['pieceId', 'piece'],
          ['accountId', 'account'],
          ['personaId', 'persona'],
          ['communityId', 'community'],
          ['coverId', 'asset'],
        ] as const) {
          const id = registers[register];
          if (typeof id === 'string' && whole.has(keyOf({ type: to, id })))
            expect(there).toContain(keyOf({ type: to, id }));
        }
    expect(idsOf(part, 'asset').length).toBeGreaterThan(0);
  });

  it('takes the pictures of a text along, also out of blocks that this version does not know', () => {
    const picture = made('asset', 'a1', { name: '桥.jpg' });
    const other = made('asset', 'a2', { name: '别的.jpg' });
    const doc = {
      type: 'doc',
      content: [{ type: 'gallery', content: [{ type: 'image', attrs: { id: 'b1', src: 'a1' } }] }],
    };
    const piece = { ...made('piece', 'p1', { title: '桥' }), heads: ['v'.repeat(64)] };
    const states = [
      picture,
      other,
      { ...piece, versions: { [piece.heads[0] as string]: { id: 'v', replaces: [], doc } } },
    ];
    expect(idsOf(partOf(states as never, { about: about({ pieces: ['p1'] }), notes: true }), 'asset')).toEqual(['a1']);
  });

  it('without notes says nothing the team keeps to itself, and keeps everything else', () => {
    const secret = '只给自己看';
    const states = [
      made('piece', 'p1', { title: '桥', notes: secret }),
      made('placement', 'l1', { pieceId: 'p1', handNote: secret, skipReason: secret }),
      made('campaign', 'c1', { name: '秋', budgetNote: secret }),
      made('variant', 'v1', { pieceId: 'p1', note: secret }),
      made('review', 'r1', { pieceId: 'p1', comment: secret }),
      made('asset', 'a1', { name: '桥.jpg', consent: secret }),
      made('workspace', 'w', { name: '组', waived: { 'a b': secret } }),
    ];
    const part = partOf(states, { about: null, notes: false });
    expect(JSON.stringify(states).split(secret)).toHaveLength(9);
    expect(json(part)).not.toContain(secret);
    expect(part.map(({ id }) => id)).toEqual(['p1', 'l1', 'c1', 'v1', 'a1', 'w']);
    expect(part[0]?.registers.title).toBe('桥');
    expect(json(partOf(states, { about: null, notes: true }))).toBe(json(states));
  });

  it('says in the file that it is a part, in both its forms', () => {
    const content = { workspaceId: 'w', states: [], assets: new Map(), part: true } as const;
    const packed = readPlanFile(packPlan(encodePlan(content)), 'p.juzhen');
    const folder = readFolder(folderOfEntries(encodeFolder(content)), 'p');
    for (const read of [packed, folder]) expect(read).toMatchObject({ ok: true, value: { part: true } });
    const whole = readPlanFile(packPlan(encodePlan({ ...content, part: undefined })), 'p.juzhen');
    expect(whole.ok && Object.hasOwn(whole.value, 'part')).toBe(false);
  });

  it('of a deleted piece that only a note kept is still of a piece that is there', () => {
    const piece = made('piece', 'p1', { title: '桥' });
    const deleted = applyOp(piece, { kind: 'delete', type: 'piece', id: 'p1' }, stamp(2))?.state as RecordState;
    const noted = applyOp(
      piece,
      { kind: 'set', type: 'piece', id: 'p1', register: 'notes', value: '别删' },
      stamp(3, 1),
    )?.state as RecordState;
    const both = mergePlans([deleted], [noted]);
    const part = partOf(both, { about: null, notes: false });
    expect([...both, ...part].map(isAlive)).toEqual([true, true]);
    expect(json(mergePlans(both, part))).toBe(json(both));
  });

  it('changes nothing where it came from, whatever it is about (law)', () => {
    let cases = 0;
    fc.assert(
      fc.property(
        planArb,
        fc.subarray(['p1', 'p2', '__proto__', 'nowhere']),
        fc.boolean(),
        fc.boolean(),
        (states, pieces, whole, notes) => {
          cases += 1;
          const part = partOf(states, { about: whole ? null : about({ pieces }), notes });
          expect(json(mergePlans(states, part))).toBe(json(mergePlans(states, [])));
          expect(json(partOf(part, { about: whole ? null : about({ pieces }), notes }))).toBe(json(part));
          if (!whole) for (const { type, id } of part) if (type === 'piece') expect(pieces).toContain(id);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(cases).toBeGreaterThanOrEqual(2_000);
  });
});
