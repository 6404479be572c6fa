import type { ExportChoice } from '../../../contract';
import { type RecordType, recordTypes } from '../../../core/model/records';
import { INTERNAL_RECORDS, partOf } from '../../../core/plan/part';
import { isAlive } from '../../../core/plan/state';
import { exportWords } from '../../../core/words/export';
import { sayRecordType } from '../../../core/words/recordTypes';
import { speaker } from '../../../core/words/say';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { allStates } from '../rows';
import type { Pace } from './pace';
import { planAbout } from './planAbout';

/** What a plan file of this choice would hold, as a preview shows it: a row for each type of record that is there. */
export async function planTable(
  store: StoreContext,
  choice: ExportChoice,
  pace: Pace,
): Promise<readonly (readonly string[])[]> {
  const t = speaker(exportWords, choice.lang);
  const about = await planAbout(store, choice, pace);
  const counts =
    about === null
      ? wholeCounts(store.db, choice.plan.notes)
      : partCounts(store.db, { about, notes: choice.plan.notes });
  const rows = recordTypes.flatMap((type) => {
    const count = counts.get(type) ?? 0;
    return count === 0 ? [] : [[sayRecordType(choice.lang, type), String(count)]];
  });
  return [[t('plan.what'), t('plan.count')], ...rows];
}

type Counts = ReadonlyMap<RecordType, number>;

/** Counted by the database: a whole library is not read for a preview. */
const wholeCounts = (db: ReadDb, notes: boolean): Counts =>
  new Map(
    recordTypes
      .filter((type) => notes || !INTERNAL_RECORDS.has(type))
      .map((type) => [
        type,
        (prepared(db, `SELECT count(*) AS n FROM ${type} WHERE alive = 1`).get() as { n: number }).n,
      ]),
  );

function partCounts(db: ReadDb, part: Parameters<typeof partOf>[1]): Counts {
  const alive = partOf(allStates(db), part).filter(isAlive);
  return new Map(recordTypes.map((type) => [type, alive.filter((state) => state.type === type).length]));
}
