import { digestBytes } from '../model/ids';
import type { Lang, RecordDraft, RecordType } from '../model/records';
import { makeStamp, type NodeId } from '../model/stamp';
import type { PlanContent } from '../plan/file/content';
import { applyOp, createOp } from '../plan/ops';
import type { RecordState } from '../plan/state';
import { addDays, type WallDate } from '../time/wall';
import type { SamplePlan } from './build';

/** The sample is "written" by a node no machine has, so that it is the same bytes everywhere on the same day. */
const SAMPLE_NODE = '00000000005a3e1e' as NodeId;
/** Records that do not say when they were made are as old as the campaign's first plan, in days before today. */
const PLANNED_BEFORE = 30;
const MINUTE = 60_000;

/** The sample's records with their stamps and pictures, as any other plan file's content. */
export function sampleContent(
  sample: SamplePlan,
  edition: Lang,
  today: WallDate,
  image: (path: string) => Uint8Array,
): PlanContent {
  const states = sample.records.map(({ type, id, draft, doc }, index): RecordState => {
    const day =
      'createdOn' in draft && typeof draft.createdOn === 'string' ? draft.createdOn : addDays(today, -PLANNED_BEFORE);
    const stamp = makeStamp({ millis: Date.parse(`${day}T01:00:00Z`) + index * MINUTE, counter: 0, node: SAMPLE_NODE });
    const applied = applyOp(null, createOp(type, id, draft as RecordDraft<RecordType>, doc), stamp);
    if (applied === null) throw new Error(`The sample's ${type} ${id} is empty.`);
    return applied.state;
  });
  const assets = new Map<string, Uint8Array>();
  for (const { path, hash } of sample.assets) {
    const bytes = image(path);
    if (digestBytes(bytes) !== hash) throw new Error(`The sample's picture ${path} is not the one described.`);
    assets.set(`${hash}.${path.split('.').at(-1)?.replace('jpeg', 'jpg') ?? 'bin'}`, bytes);
  }
  return { workspaceId: `sample-${edition}`, states, assets };
}
