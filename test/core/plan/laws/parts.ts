/** Everything the laws are asked of, in one place: the mutants are this module with one line of one file changed. */
export { joinHorizons, laterStamp, makeStamp, nextStamp } from '../../../../src/core/model/stamp';
export { comparePlans } from '../../../../src/core/plan/comparing/compare';
export { repaired, withoutFuture } from '../../../../src/core/plan/comparing/future';
export { seenByPlan } from '../../../../src/core/plan/comparing/marks';
export { readPlanEntries, readPlanFile } from '../../../../src/core/plan/file/read';
export { encodePlan, packPlan, planJson } from '../../../../src/core/plan/file/write';
export { ancestorOf, headsOf, lineageOf, replacesVersion } from '../../../../src/core/plan/lineage';
export { clockAfter, keyOf, mergePlans, mergeStates, planHorizon } from '../../../../src/core/plan/merge';
export { asOps } from '../../../../src/core/plan/merging/asOps';
export { settleBody } from '../../../../src/core/plan/merging/settle';
export { applyOp, createOp } from '../../../../src/core/plan/ops';
export { elementsOf, emptyState, isAlive, shownVersion, viewOf } from '../../../../src/core/plan/state';
export { isWithin } from '../../../../src/core/plan/within';
