/**
 * What one check came to:
 *
 *   { name, passed, failed, skipped?, notRun?, note? }
 *
 * A check that could not run has the reason in `notRun`. `note` says why something that is not a
 * test counts as failed.
 */
export const passed = (name) => ({ name, passed: 1, failed: 0 });
export const failed = (name, note) => ({ name, passed: 0, failed: 1, note });
export const notRun = (name, reason) => ({ name, passed: 0, failed: 0, notRun: reason });

/**
 * Counts a vitest JSON report. The exit code has the last word: a worker that crashed, an error
 * outside any test or a report that is missing or broken fails the run even if no test failed.
 */
export function outcomeOfVitest(name, code, report) {
  const results = parse(report);
  if (!results) return failed(name, `vitest ended with code ${code} and without a readable report`);

  const brokenFiles = results.testResults.filter((file) => file.status === 'failed' && !hasFailedTest(file)).length;
  const outcome = {
    name,
    passed: results.numPassedTests,
    failed: results.numFailedTests + brokenFiles,
    skipped: results.numPendingTests + results.numTodoTests,
  };
  if (code !== 0 && outcome.failed === 0) {
    return { ...outcome, failed: 1, note: `vitest ended with code ${code} though no test failed` };
  }
  return brokenFiles > 0 ? { ...outcome, note: `${brokenFiles} test file(s) could not be loaded` } : outcome;
}

const hasFailedTest = (file) => file.assertionResults.some((test) => test.status === 'failed');

function parse(report) {
  try {
    const results = JSON.parse(report);
    const isComplete = Array.isArray(results.testResults) && Number.isInteger(results.numPassedTests);
    return isComplete ? results : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The closing lines, the plain count last. On a build server nothing may be left out, so there a
 * check that could not run counts as failed; and a run in which nothing ran at all has failed.
 */
export function summary(outcomes, { everythingMustRun }) {
  const sum = (of) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const missed = everythingMustRun ? outcomes.filter((outcome) => outcome.notRun).length : 0;
  const total = { passed: sum((o) => o.passed), failed: sum((o) => o.failed) + missed };
  const nothingRan = total.passed + total.failed === 0;
  return {
    lines: [
      ...outcomes.map(lineOf),
      ...(nothingRan ? ['Nothing ran: no test matches.'] : []),
      `${total.passed} passed, ${total.failed} failed`,
    ],
    ok: total.failed === 0 && !nothingRan,
  };
}

function lineOf(outcome) {
  if (outcome.notRun) return `  ${outcome.name}  not run: ${outcome.notRun}`;
  const skipped = outcome.skipped ? `, ${outcome.skipped} skipped` : '';
  const note = outcome.note ? ` (${outcome.note})` : '';
  return `  ${outcome.name}  ${outcome.failed === 0 ? 'passed' : 'FAILED'}: ${outcome.passed} passed, ${outcome.failed} failed${skipped}${note}`;
}
