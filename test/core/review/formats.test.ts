import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { deskPart, packSlip, readSlip } from '../../../src/core/desk/slip';
import { digestBytes } from '../../../src/core/model/ids';
import { makeStamp, type NodeId } from '../../../src/core/model/stamp';
import { canonical } from '../../../src/core/plan/canonical';
import { applyOp, createOp } from '../../../src/core/plan/ops';
import type { Failure, Result } from '../../../src/core/result';
import { readMarks, writeMarks } from '../../../src/core/review/marksFile';
import type { MaybeNewer } from '../../../src/core/review/newer';
import { packReview, readReview, withReviewId } from '../../../src/core/review/reviewFile';
import { type ReviewSchema, reviewJsonSchema, reviewSchemas } from '../../../src/core/review/schema';
import { textHash } from '../../../src/core/review/texts';
import { wallDate } from '../../../src/core/time/wall';

/*
 * The three files of a review and of the hand-over desk. `format-1.*` are files the first version wrote: a change that
 * cannot open them any more, or a schema that does not say what is written, fails here.
 */

const DAY = wallDate('2026-10-09');
const NOW = Date.UTC(2026, 9, 10);
const picture = strToU8('a small picture');
const pictureName = `${digestBytes(picture)}.webp`;
const target = { pieceId: 'p1', format: 'weibo/post', accountId: 'a1' };
const texts = [{ field: 'body', text: '今晚七点，龙门石窟见。\n别忘了带伞。' }];

const review = packReview({
  workspaceId: 'w1',
  page: withReviewId({
    title: '夜游',
    lang: 'zh',
    by: '小林',
    day: DAY,
    note: '五点前',
    items: [
      {
        target,
        title: '夜游龙门',
        lang: 'zh',
        platform: '微博',
        format: '微博',
        account: '官微',
        day: DAY,
        time: null,
        hash: textHash(texts),
        texts,
        pictures: [{ file: pictureName, alt: '灯', name: '灯.jpg' }],
      },
    ],
  }),
  pictures: new Map([[pictureName, picture]]),
});
const aMark = {
  id: 'm1',
  target,
  hash: textHash(texts),
  field: '',
  at: null,
  quote: '',
  comment: '',
  suggestion: null,
};
const page = {
  format: 'juzhen-marks',
  version: 1 as const,
  workspace: 'w1',
  review: 'rv_1',
  reader: 'k1',
  by: '老周',
  day: DAY,
  marks: [
    { ...aMark, kind: 'approve' as const },
    {
      ...aMark,
      id: 'm2',
      kind: 'suggest' as const,
      field: 'body',
      at: 12,
      quote: '别忘了带伞。',
      suggestion: '带伞。',
    },
  ],
};
const marks = strToU8(writeMarks(page as never));
const placed = [
  createOp('placement', 'l1', { pieceId: 'p1', accountId: 'a1', format: 'weibo/post', day: DAY }),
  { kind: 'set', type: 'placement', id: 'l1', register: 'outcome', value: 'live' } as const,
  { kind: 'set', type: 'placement', id: 'l1', register: 'liveLink', value: 'https://weibo.example.com/1' } as const,
  { kind: 'set', type: 'placement', id: 'l1', register: 'ticks.order', value: true } as const,
].reduce(
  (state, op, index) =>
    applyOp(state, op, makeStamp({ millis: 1_000 + index, counter: 0, node: 'aaaaaaaaaaaaaaaa' as NodeId }))?.state ??
    state,
  null as Parameters<typeof applyOp>[0],
);
const slip = packSlip({ workspaceId: 'w1', by: '小满', day: DAY, states: placed === null ? [] : deskPart([placed]) });

const today: Readonly<Record<ReviewSchema, Uint8Array>> = { review, marks, slip };
const kinds = Object.keys(today) as readonly ReviewSchema[];
const open = (kind: ReviewSchema, bytes: Uint8Array): Result<MaybeNewer, Failure> =>
  kind === 'review' ? readReview(bytes, 'x') : kind === 'marks' ? readMarks(bytes, 'x') : readSlip(bytes, 'x', NOW);
const codeOf = (read: Result<unknown, Failure>): string | null => (read.ok ? null : read.error.code);
const json = (bytes: Uint8Array | undefined): Record<string, unknown> => JSON.parse(new TextDecoder().decode(bytes));

/** The JSON files of one, by name. */
const jsonOf = (kind: ReviewSchema): readonly Record<string, unknown>[] =>
  kind === 'marks'
    ? [json(marks)]
    : Object.entries(unzipSync(today[kind])).flatMap(([path, bytes]) => (path.endsWith('.json') ? [json(bytes)] : []));

type Change = { readonly manifest?: object; readonly page?: object; readonly files?: Readonly<Record<string, string>> };
/** The same as another version might write it, its digests right. */
function changed(kind: ReviewSchema, { manifest = {}, page: other = {}, files = {} }: Change): Uint8Array {
  if (kind === 'marks') return strToU8(canonical({ ...json(marks), ...manifest, ...other } as never));
  const { 'manifest.json': head, ...rest } = unzipSync(today[kind]);
  const path = `${kind}.json`;
  const more = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  const whole = { ...rest, [path]: strToU8(canonical({ ...json(rest[path]), ...other } as never)), ...more };
  const entries = Object.entries(whole)
    .map(([name, bytes]) => ({ bytes: bytes.length, path: name, sha256: digestBytes(bytes) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return zipSync({ ...whole, 'manifest.json': strToU8(canonical({ ...json(head), entries, ...manifest } as never)) });
}

describe.each(kinds)('the %s file', (kind) => {
  it('has its schema in resources, and what is written satisfies it', async () => {
    await expect(`${JSON.stringify(reviewJsonSchema(kind), null, 2)}\n`).toMatchFileSnapshot(
      `../../../resources/${kind}-file.schema.json`,
    );
    for (const one of jsonOf(kind)) expect(reviewSchemas[kind].safeParse(one).error).toBeUndefined();
  });

  it('is written today as the shipped file of its format, and every shipped one opens', () => {
    const folder = new URL('../../fixtures/review/', import.meta.url);
    const released = readdirSync(folder).filter((name) => new RegExp(`^format-\\d+\\.juzhen-${kind}$`).test(name));
    expect(released).toEqual([`format-1.juzhen-${kind}`]);
    for (const name of released) {
      const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
      expect(open(kind, bytes)).toEqual(open(kind, today[kind]));
      expect(codeOf(open(kind, bytes))).toBeNull();
    }
  });

  it('of a later version opens as far as it is understood, and says how much is not', () => {
    const later = changed(kind, {
      manifest: { version: 7, madeBy: 'a later studio' },
      page: kind === 'marks' ? { marks: [...page.marks, { ...aMark, id: 'm3', kind: 'sing' }] } : { weather: 'fair' },
      files: { 'voice.json': '{}' },
    });
    const read = open(kind, later);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { newer, ...known } = read.value;
    expect(newer).toEqual({ version: 7, leftOut: 1 });
    const now = open(kind, today[kind]);
    expect(now.ok && now.value).toEqual(known);
  });

  it('of a later version that says older readers must not read it, or tells its page otherwise, is refused as newer', () => {
    expect(codeOf(open(kind, changed(kind, { manifest: { version: 7, reads: 2 } })))).toBe('file_future');
    expect(codeOf(open(kind, changed(kind, { manifest: { version: 7 }, page: { day: 'soon' } })))).toBe('file_future');
    expect(codeOf(open(kind, changed(kind, { page: { day: 'soon' } })))).toBe('file_damaged');
  });

  it('is refused with a place when it is torn, mutated, no file of ours, or names the prototype (I1–I3, I8, I9, I10)', () => {
    const bad: (string | null)[] = [];
    const bytes = today[kind];
    for (let length = 0; length < bytes.length; length += Math.ceil(bytes.length / 40))
      bad.push(codeOf(open(kind, bytes.subarray(0, length))));
    const other = kinds.filter((one) => one !== kind);
    bad.push(...other.map((one) => codeOf(open(kind, today[one]))));
    bad.push(codeOf(open(kind, changed(kind, { page: { by: { toString: 1 } } }))));
    bad.push(codeOf(open(kind, strToU8(`{"format":"juzhen-${kind}","version":1,"x":${'['.repeat(1e5)}`))));
    bad.push(codeOf(open(kind, Uint8Array.of(0x7b, 0x22, 0xc0, 0xaf))));
    if (kind !== 'marks') bad.push(codeOf(open(kind, changed(kind, { files: { 'evil.json': '{}' } }))));
    expect(new Set(bad)).toEqual(new Set(['file_not_kind', 'file_damaged']));
    const proto = changed(kind, { page: JSON.parse('{"__proto__":{"polluted":1}}') });
    open(kind, proto);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('never reads as whole with another word in it: any byte flipped is refused or says the same', () => {
    const whole = open(kind, today[kind]);
    fc.assert(
      fc.property(fc.nat(today[kind].length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        if (kind === 'marks') return; // Plain text without a digest: what it says is checked against the plan.
        const bytes = Uint8Array.from(today[kind]);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const read = open(kind, bytes);
        if (read.ok) expect(read).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  it('leads nowhere outside and unpacks to no bomb (I4, I5)', () => {
    if (kind === 'marks') {
      expect(codeOf(open(kind, new Uint8Array(9 * 1024 * 1024)))).toBe('file_too_big');
      return;
    }
    for (const path of ['../evil.json', '/etc/evil', 'C:\\evil', 'assets/../../evil'])
      expect(codeOf(open(kind, changed(kind, { files: { [path]: 'x' } })))).toMatch(/file_unsafe_path|file_not_kind/);
    const bomb = zipSync({ ...unzipSync(today[kind]), [`${kind}.json`]: new Uint8Array(30 * 1024 * 1024) });
    expect(codeOf(open(kind, bomb))).toMatch(/file_too_big|file_damaged/);
  });
});
