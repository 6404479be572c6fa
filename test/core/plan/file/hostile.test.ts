import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../src/core/plan/file/crc32';
import { limits } from '../../../../src/core/plan/file/limits';
import { readPlanEntries } from '../../../../src/core/plan/file/read';
import { encodePlan } from '../../../../src/core/plan/file/write';
import { writeZip } from '../../../../src/core/plan/file/zip';
import { bomb } from './bomb';
import { at, bytesOf, codeOf, node, packed, plan, read, small, watchThePrototype, withPlan, written } from './handmade';

watchThePrototype();

describe('a hostile file', () => {
  it('I5: leads nowhere outside', () => {
    const paths = [
      '../evil.txt',
      'a/../../evil.txt',
      '/etc/passwd',
      'C:\\evil.txt',
      'c:evil',
      '\\\\server\\share\\x',
      'a\\b',
      'a//b',
      './a',
      'a/./b',
      'nul',
      'NUL.txt',
      'assets/con',
      'COM1',
      'lpt9.json',
      'a/aux.x',
      'name.',
      'name ',
      'a./b',
      'x\0y',
      'a\nb',
      'a:stream',
      'a\u202etxt.exe',
      '..',
      '.',
      'assets/..',
      'a*b',
      'a?b',
      'a|b',
      '"q"',
      '<x>',
    ];
    for (const path of paths) {
      expect(codeOf(withPlan(plan({}), (entries) => [...entries, { path, bytes: bytesOf('x') }])), path).toBe(
        'file_unsafe_path',
      );
      expect(readPlanEntries([...encodePlan(small), { path, bytes: bytesOf('x') }], 'x'), path).toMatchObject({
        error: { code: 'file_unsafe_path' },
      });
    }
  });

  it('I5: cannot hold one name twice, in whatever spelling', () => {
    for (const path of ['plan.json', 'PLAN.JSON', 'Manifest.json', 'ｐlan.json'])
      expect(codeOf(withPlan(plan({}), (entries) => [...entries, { path, bytes: bytesOf('x') }])), path).toBe(
        'file_damaged',
      );
  });

  it('I5: cannot hold links', () => {
    const zip = withPlan(plan({}));
    const view = new DataView(zip.buffer);
    const directory = view.getUint32(zip.length - 6, true);
    view.setUint32(directory + 38, (0o120777 << 16) >>> 0, true);
    expect(codeOf(zip)).toBe('file_unsafe_path');
  });

  it('I4: is stopped on what really comes out, whatever the header says', () => {
    const zeros = new Uint8Array(64 * 1024 * 1024).fill(0x20);
    const data = deflateSync(zeros, { level: 9 });
    expect(read(bomb([{ path: 'plan.json', data, size: zeros.length }]))).toMatchObject({
      error: { code: 'file_too_big', params: { limit: '1:200' } },
    });
    expect(codeOf(bomb([{ path: 'plan.json', data, size: 8192 }]))).toMatch(/^file_(too_big|damaged)$/);
  });

  it('I4: is stopped when entries that are modest each add up', () => {
    const plain = new Uint8Array(32 * 1024 * 1024).map((_, index) =>
      index % 4096 < 400 ? (Math.imul(index, 2654435761) >>> 24) & 0xff : 0,
    );
    const data = deflateSync(plain, { level: 1 });
    expect(plain.length / data.length).toBeLessThan(limits.ratio);
    const entries = Array.from({ length: 9 }, (_, index) => ({
      path: `assets/${index}.bin`,
      data,
      size: plain.length,
      crc: crc32(plain),
    }));
    expect(read(bomb(entries))).toMatchObject({ error: { code: 'file_too_big', params: { limit: '256 MB' } } });
  });

  it('I4: may not hold more packed JSON than the limit', () => {
    const bytes = new Uint8Array(limits.packedJson + 1).fill(0x20);
    expect(read(writeZip([{ path: 'plan.json', bytes }], () => true))).toMatchObject({
      error: { code: 'file_too_big', params: { limit: '64 MB' } },
    });
  });

  it('I4: is stopped when entries share their data, or are too many', () => {
    const data = deflateSync(
      new Uint8Array(20 * 1024 * 1024).map((_, index) => (index % 97) ^ ((index >> 8) % 89)),
      { level: 6 },
    );
    const many = Array.from({ length: 40 }, (_, index) => ({
      path: `assets/${index}.bin`,
      data,
      size: 20 * 1024 * 1024,
    }));
    expect(codeOf(bomb(many, true))).toBe('file_damaged');
    const names = Array.from({ length: limits.entries + 1 }, (_, index) => ({
      path: `${index}`,
      data: new Uint8Array(0),
      size: 0,
    }));
    expect(codeOf(bomb(names))).toBe('file_too_big');
  });

  it('I9: cannot be deeper, longer or larger than the limits', () => {
    const deep = (levels: number) =>
      codeOf(
        withPlan(
          plan({ piece: { p1: { at: 0, fields: { title: 0 } } } }).replace(
            '"title":0',
            `"title":${'['.repeat(levels)}${']'.repeat(levels)}`,
          ),
        ),
      );
    expect(deep(50)).toBe('read');
    for (const levels of [65, 1000, 10_000, 1_000_000]) expect(deep(levels)).toBe('file_damaged');
    const title = (length: number) =>
      codeOf(withPlan(plan({ piece: { p1: { at: 0, fields: { title: '字'.repeat(length) } } } })));
    expect(title(limits.stringLength)).toBe('read');
    expect(title(limits.stringLength + 1)).toBe('file_damaged');
    const wide = Object.fromEntries(Array.from({ length: limits.partsOfRecord + 1 }, (_, index) => [`f${index}`, 0]));
    expect(codeOf(withPlan(plan({ piece: { p1: { at: 0, fields: wide } } })))).toBe('file_too_big');
    const many = Object.fromEntries(Array.from({ length: limits.records + 1 }, (_, index) => [`p${index}`, {}]));
    expect(codeOf(withPlan(plan({ piece: many })))).toBe('file_too_big');
  });

  it('I8: poisons nothing by its keys', () => {
    const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length', 'toJSON'];
    for (const key of keys) {
      const value = `{"polluted":true,"${key}":{"polluted":true}}`;
      const texts = [
        `{"clocks":["${written(at(1))}"],"format":"juzhen","nodes":["${node}"],"records":{"piece":{"${key}":{"at":0,"fields":{"${key}":${value}}}}},"version":1,"workspace":"w1"}`,
        `{"clocks":["${written(at(1))}"],"format":"juzhen","nodes":["${node}"],"records":{"piece":{"p1":{"sets":{"${key}":{"${key}":0}}}}},"version":1,"workspace":"w1"}`,
        `{"clocks":["${written(at(1))}"],"format":"juzhen","nodes":["${node}"],"records":{"piece":{"p1":{"at":0,"fields":{"x":1},"sets":{"${key}":["${key}"]}}}},"version":1,"workspace":"w1"}`,
        `{"clocks":[],"format":"juzhen","nodes":[],"records":{},"version":1,"workspace":"w1","${key}":${value}}`,
        `{"clocks":[],"format":"juzhen","nodes":[],"records":{"${key}":${value}},"version":1,"workspace":"w1"}`,
      ];
      for (const text of texts) {
        const result = read(withPlan(text));
        if (result.ok) {
          const again = read(packed(result.value));
          expect(again.ok && packed(again.value)).toEqual(packed(result.value));
        } else expect(result.error.code).toBe('file_damaged');
        expect(Object.getPrototypeOf({})).toBe(Object.prototype);
      }
    }
  });

  it('I10: with broken characters is refused', () => {
    const text = (title: string) => plan({ piece: { p1: { at: 0, fields: { title: 'T' } } } }).replace('"T"', title);
    for (const title of ['"\\ud83d"', '"\\ude00"', '"\\ud83dx"', '"\\ud83d\\u0041"', '"\\uD83D\\uD83D"'])
      expect(codeOf(withPlan(text(title)))).toBe('file_damaged');
    for (const title of ['"\\ud83d\\ude00"', '"\\u4e00"', '"\\\\ud83d"'])
      expect(codeOf(withPlan(text(title)))).toBe('read');
    for (const raw of [
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xe4, 0xb8],
      [0xf5, 0x80, 0x80, 0x80],
      [0x80],
      [0xf0, 0x80, 0x80, 0x80],
      [0xff],
    ]) {
      const [before, after] = text('"T"').split('T') as [string, string];
      expect(codeOf(withPlan(Uint8Array.from([...bytesOf(before), ...raw, ...bytesOf(after)])))).toBe('file_damaged');
    }
  });
});
