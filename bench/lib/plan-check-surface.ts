/** What the bench of the plan's check measures: the checker as it ships. */
export { checkPlan, createPlanChecker, createPlanLook } from '../../src/core/cadence/check';
export { planFix } from '../../src/core/cadence/fixes';
export { viewRecord } from '../../src/core/model/record';
export { records } from '../../src/core/model/records';
export { addDays } from '../../src/core/time/wallDate';
export { dayKind } from '../../src/core/time/workdays';
