import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { imageFacts } from '../../../src/core/media/imageHeader';
import { sampleFiles } from '../../../src/core/sample/files';
import { sampleSource } from '../../../src/core/sample/schema';

const folder = join(import.meta.dirname, '../../../resources/sample/images');
const { files } = sampleSource.parse(sampleFiles).images;
const KILOBYTE = 1_024;

it.each(files)('$file is the picture that images.json describes', ({ file, sha256, bytes, mime, width, height }) => {
  const content = readFileSync(join(folder, file));
  expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  expect(content.length).toBe(bytes);
  expect(imageFacts(content)).toMatchObject({ mime, width, height });
});

it('ships only described pictures, all of them different and small', () => {
  expect(readdirSync(folder).sort()).toEqual(files.map(({ file }) => file).sort());
  expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(files.length);
  expect(files.length).toBeGreaterThanOrEqual(14);
  expect(files.filter(({ bytes }) => bytes > 200 * KILOBYTE)).toEqual([]);
  expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(3 * KILOBYTE * KILOBYTE);
});

it('describes every picture in both languages but the one left out on purpose', () => {
  expect(files.flatMap(({ slug, alt }) => (alt === undefined ? slug : []))).toEqual(['crane']);
});
