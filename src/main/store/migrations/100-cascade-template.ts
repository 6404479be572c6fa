import type { Migration } from '../migrations';
import { recordTable } from './recordTable';

/** A team's own cascades to start campaigns from: a record type of the usual shape. */
export const cascadeTemplate: Migration = {
  version: 100,
  name: 'cascade template',
  up: /* sql */ `
${recordTable('cascadeTemplate')}
`,
};
