import type { Migration } from '../migrations';
import { recordTable } from './recordTable';

/** Series, in the shape every record has. */
export const series: Migration = {
  version: 110,
  name: 'series',
  up: /* sql */ `
${recordTable('series')}
`,
};
