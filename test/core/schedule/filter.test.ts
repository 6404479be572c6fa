import { describe, expect, it } from 'vitest';
import { isFiltering, noFilter, type PlanFilter, passes, rowPasses } from '../../../src/core/schedule/filter';
import { accountsById } from '../../../src/core/schedule/planned';
import { anAccount, aPlacement } from './plan';

const accounts = accountsById([anAccount({ id: 'weibo', platform: 'weibo', personaId: 'lei' })]);
const facts = (errors: number, warnings = 0, behind = false) => ({ errors, warnings, behind });
const shown = (filter: Partial<PlanFilter>, card = aPlacement({ id: 'a' }), found?: ReturnType<typeof facts>) =>
  passes(card, { ...noFilter, ...filter }, accounts, found);

describe('what the plan leaves out', () => {
  it('is nothing without a filter', () => {
    expect(isFiltering(noFilter)).toBe(false);
    expect(shown({})).toBe(true);
  });

  it('goes by how far the piece is and by what became of the placement, each for itself', () => {
    const card = aPlacement({ id: 'a', pieceState: 'drafting', outcome: 'live' });
    expect(shown({ states: ['drafting'] }, card)).toBe(true);
    expect(shown({ states: ['ready'] }, card)).toBe(false);
    expect(shown({ outcomes: ['live', 'skipped'] }, card)).toBe(true);
    expect(shown({ outcomes: ['planned'] }, card)).toBe(false);
  });

  it('goes by findings as the tile shows them: any of those asked for', () => {
    const card = aPlacement({ id: 'a' });
    expect(shown({ findings: ['error'] }, card, facts(1))).toBe(true);
    expect(shown({ findings: ['warning'] }, card, facts(1))).toBe(false);
    expect(shown({ findings: ['warning', 'behind'] }, card, facts(0, 0, true))).toBe(true);
    expect(shown({ findings: ['clean'] }, card, facts(0))).toBe(true);
    expect(shown({ findings: ['clean'] }, card, facts(0, 2))).toBe(false);
    // What is live shows no findings, so no filter for findings may show it.
    expect(shown({ findings: ['error'] }, aPlacement({ id: 'b', outcome: 'live' }), facts(1))).toBe(false);
  });

  it('keeps the rows of accounts whatever is asked of pieces', () => {
    const account = { personaId: 'lei', platform: 'weibo' };
    expect(rowPasses(account, { ...noFilter, states: ['ready'], findings: ['error'] })).toBe(true);
    expect(rowPasses(account, { ...noFilter, platforms: ['douyin'] })).toBe(false);
  });
});
