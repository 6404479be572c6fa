export { isRecordType } from '../../src/core/model/records';

/** What the measurements of plan files and exports touch, in one bundle. */
export { makeStamp } from '../../src/core/model/stamp';
export { comparePlans } from '../../src/core/plan/comparing/compare';
export { seenByPlan } from '../../src/core/plan/comparing/marks';
export { readPlanFile } from '../../src/core/plan/file/read';
export { encodePlan, packPlan, planJson } from '../../src/core/plan/file/write';
export { mergePlans } from '../../src/core/plan/merge';
export { applyOp, createOp } from '../../src/core/plan/ops';
export { bodyOf, isAlive, viewOf } from '../../src/core/plan/state';
export { writeWhole } from '../../src/disk/durable';
export { openDatabase } from '../../src/main/store/database';
export { planContent } from '../../src/main/store/files/planFiles';
export { writeFolder } from '../../src/main/store/files/writeFolder';
export { refreshSearch } from '../../src/main/store/library/indexing';
export { applying } from '../../src/main/store/merging/applying';
export { comparing, planTask, readIncoming } from '../../src/main/store/merging/incoming';
export { closeWorkspace, openWorkspace, startBlank } from '../../src/main/store/workspace';
export { fillQuickly } from './filling';
