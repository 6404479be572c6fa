import { describe, expect, it } from 'vitest';
import { failed, notRun, outcomeOfVitest, passed, summary } from '../../scripts/checks/outcome.mjs';

const aReport = (changes = {}) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
    ...changes,
  });

describe('the outcome of a vitest run', () => {
  it('is the counts of its report', () => {
    expect(outcomeOfVitest('unit', 0, aReport({ numPendingTests: 2 }))).toEqual({
      name: 'unit',
      passed: 3,
      failed: 0,
      skipped: 2,
    });
  });

  it('counts failed tests once, not their file too', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
    expect(outcomeOfVitest('unit', 1, aReport({ numFailedTests: 1, testResults }))).toMatchObject({
      passed: 3,
      failed: 1,
    });
  });

  it('counts a file that could not be loaded', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(outcomeOfVitest('unit', 1, aReport({ testResults }))).toMatchObject({ passed: 3, failed: 1 });
  });

  it('is failed when a worker crashed and no test did', () => {
    expect(outcomeOfVitest('unit', 1, aReport())).toMatchObject({ failed: 1, note: expect.stringContaining('code 1') });
  });

  it.each([
    ['missing', ''],
    ['cut off', aReport().slice(0, 40)],
    ['something else', '{}'],
    ['null', 'null'],
  ])('is failed when the report is %s, whatever the exit code', (_case, report) => {
    expect(outcomeOfVitest('unit', 0, report)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the summary', () => {
  const last = ({ lines }) => lines.at(-1);

  it('ends with one plain line and is good when nothing failed', () => {
    const all = summary([passed('types'), { name: 'tests', passed: 40, failed: 0 }], { everythingMustRun: true });
    expect([last(all), all.ok]).toEqual(['41 passed, 0 failed', true]);
  });

  it('is not good when anything failed', () => {
    const all = summary([failed('lint'), passed('types')], { everythingMustRun: false });
    expect([last(all), all.ok]).toEqual(['1 passed, 1 failed', false]);
  });

  it('says why a check was not run, and lets it count only where everything must run', () => {
    const outcomes = [passed('types'), notRun('e2e', 'no display')];
    const here = summary(outcomes, { everythingMustRun: false });
    expect(here.lines).toContain('  e2e  not run: no display');
    expect([last(here), here.ok]).toEqual(['1 passed, 0 failed', true]);
    const onServer = summary(outcomes, { everythingMustRun: true });
    expect([last(onServer), onServer.ok]).toEqual(['1 passed, 1 failed', false]);
  });

  it('is not good when nothing ran at all', () => {
    expect(summary([{ name: 'tests', passed: 0, failed: 0 }], { everythingMustRun: false }).ok).toBe(false);
  });
});
