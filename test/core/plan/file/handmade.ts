import { afterEach, expect } from 'vitest';
import { digestBytes } from '../../../../src/core/model/ids';
import { makeStamp, type NodeId } from '../../../../src/core/model/stamp';
import { canonical } from '../../../../src/core/plan/canonical';
import type { PlanContent, PlanEntry } from '../../../../src/core/plan/file/content';
import { readPlanFile } from '../../../../src/core/plan/file/read';
import { encodePlan, packPlan } from '../../../../src/core/plan/file/write';
import { writeZip } from '../../../../src/core/plan/file/zip';
import { applyOp, createOp } from '../../../../src/core/plan/ops';
import type { RecordState } from '../../../../src/core/plan/state';
import { docOf } from '../universe';

export const node = '00000000000000aa' as NodeId;
export const at = (millis: number) => makeStamp({ millis: 1_790_000_000_000 + millis, counter: 0, node });
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const made = (type: 'piece' | 'persona', id: string, millis: number): RecordState => {
  const op =
    type === 'piece'
      ? createOp('piece', id, { title: `第 ${millis} 篇`, tags: ['夜景'] }, docOf('正文'))
      : createOp('persona', id, { name: '小满' });
  return applyOp(null, op, at(millis))?.state as RecordState;
};

export const picture = Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 251);
export const pictureName = `${digestBytes(picture)}.jpg`;
/** A plan of three records and one picture. */
export const small: PlanContent = {
  workspaceId: 'w1',
  states: [made('piece', 'p1', 1), made('piece', 'p2', 2), made('persona', 'n1', 3)],
  assets: new Map([[pictureName, picture]]),
};
export const packed = (content: PlanContent): Uint8Array => packPlan(encodePlan(content));
export const read = (bytes: Uint8Array) => readPlanFile(bytes, 'a.juzhen');
/** The code it is refused with, or `read`. */
export const codeOf = (bytes: Uint8Array): string => {
  const result = read(bytes);
  return result.ok ? 'read' : result.error.code;
};
/** The small plan with its `plan.json` replaced, the manifest made right again. */
export function withPlan(
  text: string | Uint8Array,
  change: (entries: PlanEntry[]) => PlanEntry[] = (entries) => entries,
): Uint8Array {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const files: PlanEntry[] = [{ path: 'plan.json', bytes }];
  const manifest = canonical({
    entries: files.map((file) => ({ path: file.path, bytes: file.bytes.length, sha256: digestBytes(file.bytes) })),
    format: 'juzhen',
    version: 1,
    workspace: 'w1',
  });
  return writeZip(change([...files, { path: 'manifest.json', bytes: bytesOf(manifest) }]), () => true);
}
/** A stamp of the one node as `clocks` has it. */
export const written = (stamp: string): string => `${stamp.slice(0, 12)}-0`;
/** The text of a `plan.json` that holds these records. */
export const plan = (records: unknown, clocks: readonly string[] = [at(1)], rest: object = {}): string =>
  JSON.stringify({
    clocks: clocks.map(written),
    format: 'juzhen',
    nodes: [node],
    records,
    version: 1,
    workspace: 'w1',
    ...rest,
  });

/** After each test of the file: no object was given a name by what was read. */
export function watchThePrototype(): void {
  afterEach(() => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
}
