import type { Occasion } from '../../../core/model/records';

/** Kinds in the order people meet them. */
export const occasionKinds = [
  'own',
  'hot',
  'industry',
  'festival',
  'holiday',
] as const satisfies readonly Occasion['kind'][];
