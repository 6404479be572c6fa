import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { PlanEntry } from '../../../src/core/plan/file/content';
import { limits } from '../../../src/core/plan/file/limits';
import { readZip } from '../../../src/core/plan/file/unzip';
import { writeZip } from '../../../src/core/plan/file/zip';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const outcome = (bytes: Uint8Array): string => {
  const result = readZip(bytes, 'a');
  return result.ok
    ? 'read'
    : `${result.error.code} ${result.error.params.place ?? result.error.params.limit ?? ''}`.trim();
};

describe('a zip', () => {
  it('gives back what went in, deflated or stored', () => {
    const name = fc.stringMatching(/^[d-k]{1,8}(\/[d-k]{1,8})?$/);
    const entry: fc.Arbitrary<PlanEntry> = fc.record({ path: name, bytes: fc.uint8Array({ maxLength: 400 }) });
    const entries = fc.uniqueArray(entry, { selector: ({ path }) => path, maxLength: 6 });
    fc.assert(
      fc.property(entries, fc.boolean(), (files, plain) => {
        const result = readZip(
          writeZip(files, () => plain),
          'a',
        );
        if (files.length === 0) return;
        const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
        expect(result.ok && result.value.map(({ path, bytes }) => [path, [...bytes]])).toEqual(
          sorted.map(({ path, bytes }) => [path, [...bytes]]),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('stores what would deflate beyond what readers allow, so that our own files always open', () => {
    const spaces = new Uint8Array(4 * limits.ratioFrom).fill(0x20);
    expect(deflateSync(spaces).length * limits.ratio).toBeLessThan(spaces.length);
    const zip = writeZip([{ path: 'plan.json', bytes: spaces }], () => false);
    const result = readZip(zip, 'a');
    expect(result.ok && result.value[0]?.bytes.length).toBe(spaces.length);
  });

  it('is checked by its sums, whatever the entry', () => {
    const zip = writeZip([{ path: 'assets/x.bin', bytes: bytesOf('picture') }], () => true);
    const changed = zip.slice();
    changed[30 + 'assets/x.bin'.length] = 0;
    expect([outcome(zip), outcome(changed)]).toEqual(['read', 'file_damaged assets/x.bin']);
  });

  it('names nothing outside, and nothing twice', () => {
    const one = (path: string) => outcome(writeZip([{ path, bytes: bytesOf('x') }], () => true));
    expect(one('../x')).toBe('file_unsafe_path ../x');
    expect(one('C:/x')).toBe('file_unsafe_path C:/x');
    const two = writeZip(
      ['a.txt', 'A.TXT'].map((path) => ({ path, bytes: bytesOf('x') })),
      () => true,
    );
    expect(outcome(two)).toBe('file_damaged a.txt');
  });

  it('cannot hide one entry in the data of another', () => {
    const inner = writeZip([{ path: 'b', bytes: bytesOf('hidden') }], () => true);
    const view = new DataView(inner.buffer);
    const [size, start] = [view.getUint32(inner.length - 10, true), view.getUint32(inner.length - 6, true)];
    const directory = inner.slice(start, start + size);
    const outer = writeZip([{ path: 'a', bytes: inner.subarray(0, start) }], () => true);
    const end = outer.length - 22;
    // The inner entry's directory record, pointing into the outer entry's data.
    new DataView(directory.buffer).setUint32(42, 30 + 'a'.length, true);
    const both = Uint8Array.from([...outer.subarray(0, end), ...directory, ...outer.subarray(end)]);
    const last = new DataView(both.buffer);
    const at = both.length - 22;
    last.setUint16(at + 8, 2, true);
    last.setUint16(at + 10, 2, true);
    last.setUint32(at + 12, last.getUint32(at + 12, true) + size, true);
    expect([outcome(inner), outcome(outer), outcome(both)]).toEqual(['read', 'read', 'file_damaged zip directory']);
  });

  it('may come from another tool: folders, extra fields, a comment', () => {
    const zip = writeZip([{ path: 'plan.json', bytes: bytesOf('{}') }], () => false);
    const comment = bytesOf('made by hand');
    const commented = Uint8Array.from([...zip, ...comment]);
    new DataView(commented.buffer).setUint16(zip.length - 2, comment.length, true);
    expect(outcome(commented)).toBe('read');
    const folders = readZip(
      writeZip(
        [
          { path: 'assets/', bytes: new Uint8Array(0) },
          { path: 'plan.json', bytes: bytesOf('{}') },
        ],
        () => true,
      ),
      'a',
    );
    expect(folders.ok && folders.value.map(({ path }) => path)).toEqual(['plan.json']);
  });
});
