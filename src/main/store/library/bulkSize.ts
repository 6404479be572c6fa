import type { BulkTarget } from '../../../contract';

/** Pieces from which on an act is made in slices that give way to every call. */
export const LONG_ACT = 500;

/** Whether an act may be a long one; how many match is known only once it is looked up. */
export const isLargeAct = (target: BulkTarget): boolean => target.kind === 'matching' || target.ids.length >= LONG_ACT;
