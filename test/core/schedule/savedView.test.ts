import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomes, pieceKinds, pieceStates } from '../../../src/core/model/vocabulary';
import { zooms } from '../../../src/core/schedule/days';
import { findingKinds, noFilter } from '../../../src/core/schedule/filter';
import {
  opensPlan,
  printPlanSetup,
  readPlanSetup,
  samePlanSetup,
  withOpens,
} from '../../../src/core/schedule/savedView';

const some = <T>(list: readonly T[]) => fc.uniqueArray(fc.constantFrom(...list));
const setups = fc.record({
  filter: fc.record({
    campaignIds: some(['c1', 'c2']),
    kinds: some(pieceKinds),
    personaIds: some(['p1', 'p2']),
    platforms: some(['weibo', 'douyin']),
    states: some(pieceStates),
    outcomes: some(outcomes),
    findings: some(findingKinds),
  }),
  zoom: fc.constantFrom(...zooms),
});

describe('a saved view of the plan', () => {
  it('reads back as it was kept, in whatever order things were ticked', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const read = readPlanSetup(printPlanSetup(setup));
        expect(samePlanSetup(read, setup)).toBe(true);
        expect(read.zoom).toBe(setup.zoom);
      }),
    );
  });

  it('leaves out what it cannot read, so that it shows more and never something else', () => {
    const read = readPlanSetup('{"kinds":["story"],"states":["unheard of"],"zoom":"decade","more":1}');
    expect(read).toEqual({ filter: { ...noFilter, kinds: ['story'] }, zoom: 'fortnight' });
    for (const broken of ['', 'null', '[]', '{"kinds":', '7'])
      expect(readPlanSetup(broken)).toEqual({ filter: noFilter, zoom: 'fortnight' });
  });

  it('says beside what it shows whether the plan opens with it', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const kept = printPlanSetup(setup);
        const opening = withOpens(kept, true);
        expect([opensPlan(kept), opensPlan(opening), opensPlan(withOpens(opening, false))]).toEqual([
          false,
          true,
          false,
        ]);
        expect(readPlanSetup(opening)).toEqual(readPlanSetup(kept));
      }),
    );
    expect(opensPlan('')).toBe(false);
  });
});
