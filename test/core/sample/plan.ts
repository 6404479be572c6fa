import { viewRecord } from '../../../src/core/model/record';
import type { Lang, RecordType, RecordView } from '../../../src/core/model/records';
import { records } from '../../../src/core/model/records';
import { draftOf } from '../../../src/core/plan/ops';
import { buildSample, type SamplePlan, type SampleRecord } from '../../../src/core/sample/build';
import { sampleFiles } from '../../../src/core/sample/files';
import { wallDate } from '../../../src/core/time/wall';

/** A Wednesday in the middle of a month, as far as the sample is concerned any day would do. */
export const TODAY = '2026-10-14';

export const sampleOn = (today: string, edition: Lang): SamplePlan =>
  buildSample({ today: wallDate(today), edition, files: sampleFiles });

/** The records of one type as screens see them, defaults filled in. */
export const viewsOf = <T extends RecordType>(plan: SamplePlan, type: T): readonly RecordView<T>[] =>
  plan.records.filter((record) => record.type === type).map((record) => viewOf(record) as RecordView<T>);

export function viewOf(record: SampleRecord): RecordView<RecordType> {
  const { registers, sets } = draftOf(record.type, record.draft);
  return viewRecord(records[record.type], record.id, registers, sets) as RecordView<RecordType>;
}
