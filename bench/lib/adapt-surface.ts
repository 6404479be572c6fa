/** What the bench and the campaign of adaptation need of the studio, in one bundle. */
export { adapt } from '../../src/core/adapt/adapt';
export { counters } from '../../src/core/platforms/counters';
export { formatsOf } from '../../src/core/platforms/registry';
export { shippedPacks } from '../../src/core/platforms/shipped';
export { graphemeCount } from '../../src/core/text/grapheme';
