import { expect, test } from 'vitest';
import { zipParts } from '../../../src/core/plan/file/zip';
import { checkZip, ZIP_BYTES, ZIP_FILES } from '../../../src/core/plan/file/zipLimits';

const nothing = new Uint8Array(0);
const tooBig = expect.objectContaining({ failure: expect.objectContaining({ code: 'zip_too_big' }) });
/** Vitest compares what is thrown with `toThrow` by message only. */
const thrown = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

test('as much as a plain zip holds is written, one file or byte more is refused by name', () => {
  expect(thrown(() => checkZip({ files: ZIP_FILES, bytes: ZIP_BYTES }))).toBeNull();
  expect(thrown(() => checkZip({ files: ZIP_FILES + 1, bytes: 0 }))).toEqual(tooBig);
  expect(thrown(() => checkZip({ files: 1, bytes: ZIP_BYTES + 1 }))).toEqual(tooBig);
});

test('a zip that grows beyond what it can count is stopped where it happens', () => {
  const zip = zipParts();
  const add = (number: number) => zip.add({ path: `${number}`, bytes: nothing }, true);
  for (let number = 0; number < ZIP_FILES; number += 1) add(number);
  expect(thrown(() => add(ZIP_FILES))).toEqual(tooBig);
});

test('four gigabytes in pieces are stopped before the piece that would not fit', () => {
  // The bytes are never looked at one by one: a view that claims to be a gigabyte stands for them.
  const work = { crc32: () => 0 } as never;
  const zip = zipParts(work);
  const gigabyte = { length: 2 ** 30 } as Uint8Array;
  for (const path of ['1', '2', '3']) zip.add({ path, bytes: gigabyte }, true);
  expect(thrown(() => zip.add({ path: '4', bytes: gigabyte }, true))).toEqual(tooBig);
});
