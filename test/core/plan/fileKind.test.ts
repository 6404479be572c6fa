import { describe, expect, it } from 'vitest';
import { canonical } from '../../../src/core/plan/canonical';
import { fileFormats } from '../../../src/core/plan/file/fileExtensions';
import { fileHeadOf, fileKindOf, MAX_MARKS } from '../../../src/core/plan/file/fileKind';
import { encodePlan, packPlan } from '../../../src/core/plan/file/write';
import { writeZip } from '../../../src/core/plan/file/zip';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const zipOf = (manifest: string): Uint8Array =>
  writeZip([{ path: 'manifest.json', bytes: utf8(manifest) }], () => false);

describe('which kind of file of the studio it is', () => {
  it('is told by what the file says inside', () => {
    expect(fileKindOf(packPlan(encodePlan({ workspaceId: 'w', states: [], assets: new Map() })))).toBe('plan');
    expect(fileKindOf(zipOf(canonical({ format: fileFormats.review })))).toBe('review');
    expect(fileKindOf(zipOf(canonical({ format: fileFormats.slip })))).toBe('slip');
    expect(fileKindOf(utf8(canonical({ format: fileFormats.marks })))).toBe('marks');
  });

  it('is told with the workspace it names, and without one where that is no id', () => {
    const head = (workspace: unknown) => fileHeadOf(zipOf(JSON.stringify({ format: fileFormats.review, workspace })));
    expect(head('w_1')).toEqual({ kind: 'review', workspace: 'w_1' });
    expect(head('../w')).toEqual({ kind: 'review', workspace: null });
    expect(head(undefined)).toEqual({ kind: 'review', workspace: null });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
    ['another zip', zipOf('{"format":"epub"}')],
    ['a zip whose manifest is no JSON', zipOf('{')],
    ['marks that pretend to be packed', zipOf(canonical({ format: fileFormats.marks }))],
    ['a review that is not packed', utf8(canonical({ format: fileFormats.review }))],
    ['a list', utf8('["format"]')],
    ['a name every object has', utf8('{"format":{"toString":1}}')],
    ['half a zip', zipOf(canonical({ format: fileFormats.slip })).subarray(0, 40)],
    ['marks larger than anybody writes', utf8(canonical({ format: fileFormats.marks, x: 'x'.repeat(MAX_MARKS) }))],
  ])('is none of them for %s', (_name, bytes) => {
    expect(fileKindOf(bytes)).toBeNull();
  });
});
