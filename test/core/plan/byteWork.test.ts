import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ByteWork, plainWork } from '../../../src/core/plan/file/byteWork';
import { byteWork } from '../../../src/disk/byteWork';

const bytes = fc.uint8Array({ maxLength: 600 });
/** Text of every script, with the marks and halves that decoders disagree about. */
const nearText = fc
  .array(fc.constantFrom('ab', '中文', '🌃', '\u0000', '\ufeff', '\uffff'), { maxLength: 12 })
  .map((parts) => new TextEncoder().encode(parts.join('')));
const spoilt = (source: fc.Arbitrary<Uint8Array>) =>
  fc.tuple(source, fc.nat(), fc.nat(255)).map(([whole, at, byte]) => {
    const changed = whole.slice();
    if (changed.length > 0) changed[at % changed.length] = byte;
    return changed;
  });

const work: ByteWork = byteWork;

describe('the work on bytes by Node', () => {
  it('answers sums as core does', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(work.crc32(data)).toBe(plainWork.crc32(data));
        expect(work.sha256(data)).toBe(plainWork.sha256(data));
        expect(work.sha256(data)).toBe(createHash('sha256').update(data).digest('hex'));
      }),
      { numRuns: 200 },
    );
  });

  it('reads as text what core reads as text, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, nearText, spoilt(nearText)), (data) => {
        expect(work.text(data)).toBe(plainWork.text(data));
        // A view into something larger is read by its own bounds.
        const inside = new Uint8Array([0x41, 0xe4, ...data, 0xe4]).subarray(2, 2 + data.length);
        expect(work.text(inside)).toBe(plainWork.text(data));
      }),
      { numRuns: 200 },
    );
  });

  it('inflates to the same bytes, and stops at the same bound', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, nearText), fc.integer({ min: -2, max: 2 }), (data, over) => {
        const packed = deflateSync(data);
        const most = Math.max(0, data.length + over);
        const found = work.inflate(packed, most);
        expect(found).toEqual(plainWork.inflate(packed, most));
        expect(found === 'more').toBe(most < data.length);
      }),
      { numRuns: 200 },
    );
  });

  it('finds spoilt packed data damaged, or inflates it to what core does', () => {
    const packed = fc.oneof(bytes, nearText).map((data) => deflateSync(data));
    fc.assert(
      fc.property(spoilt(packed), (data) => {
        const found = work.inflate(data, 4_096);
        if (typeof found !== 'string') expect(found).toEqual(plainWork.inflate(data, 4_096));
      }),
      { numRuns: 200 },
    );
    for (const cut of [0, 1, 2, 9])
      expect(work.inflate(deflateSync(new Uint8Array(900).fill(7)).subarray(0, cut), 900)).toBe('damaged');
  });
});
