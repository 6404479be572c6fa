import { describe, expect, it } from 'vitest';
import { readPlanEntries } from '../../../../src/core/plan/file/read';
import { encodePlan, planJson } from '../../../../src/core/plan/file/write';
import { writeZip } from '../../../../src/core/plan/file/zip';
import { bytesOf, codeOf, pictureName, read, small, watchThePrototype } from './handmade';

watchThePrototype();

describe('a file that is not ours, or not yet', () => {
  it('is told apart: no zip, another zip, a newer version', () => {
    expect(codeOf(bytesOf('# Markdown'))).toBe('file_not_plan');
    expect(codeOf(new Uint8Array(0))).toBe('file_not_plan');
    expect(codeOf(writeZip([{ path: 'word/document.xml', bytes: bytesOf('<w/>') }], () => false))).toBe(
      'file_not_plan',
    );
    const manifest = (value: unknown) =>
      codeOf(writeZip([{ path: 'manifest.json', bytes: bytesOf(JSON.stringify(value)) }], () => false));
    expect(manifest({ format: 'other', version: 1 })).toBe('file_not_plan');
    expect(manifest({ format: 'juzhen', version: 2, anything: ['else'] })).toBe('file_future');
    expect(manifest({ format: 'juzhen', version: 0 })).toBe('file_damaged');
    expect(manifest({ format: 'juzhen', version: '1' })).toBe('file_damaged');
    expect(manifest([])).toBe('file_damaged');
  });

  it('says which version it found and which it knows', () => {
    const bytes = writeZip([{ path: 'manifest.json', bytes: bytesOf('{"format":"juzhen","version":7}') }], () => false);
    expect(read(bytes)).toEqual({
      ok: false,
      error: { code: 'file_future', params: { file: 'a.juzhen', found: 7, known: 1 } },
    });
  });

  it('is refused when files are missing, changed, extra or misnamed', () => {
    const entries = encodePlan(small);
    const without = (path: string) =>
      readPlanEntries(
        entries.filter((entry) => entry.path !== path),
        'x',
      );
    expect(without('plan.json')).toMatchObject({ error: { code: 'file_damaged', params: { place: 'plan.json' } } });
    expect(without(`assets/${pictureName}`)).toMatchObject({ error: { code: 'file_damaged' } });
    const extra = readPlanEntries([...entries, { path: 'notes.txt', bytes: bytesOf('x') }], 'x');
    expect(extra).toMatchObject({ error: { code: 'file_damaged', params: { place: 'notes.txt' } } });
    const swapped = entries.map((entry) =>
      entry.path.startsWith('assets/') ? { ...entry, bytes: entry.bytes.slice().reverse() } : entry,
    );
    expect(readPlanEntries(swapped, 'x')).toMatchObject({ error: { code: 'file_damaged' } });
    const other = entries.map((entry) =>
      entry.path === 'plan.json' ? { ...entry, bytes: bytesOf(planJson({ ...small, workspaceId: 'w2' })) } : entry,
    );
    expect(readPlanEntries(other, 'x')).toMatchObject({ error: { code: 'file_damaged' } });
  });
});
