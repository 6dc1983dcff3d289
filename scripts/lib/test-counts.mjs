import { readFileSync } from 'node:fs';

/** @typedef {{ readonly passed: number, readonly failed: number }} TestCounts */

/**
 * Counts from Vitest's JSON report. A file that could not be run counts as one failure.
 * @param {string} path
 * @returns {TestCounts}
 */
export function readVitestCounts(path) {
  const report = readReport(path);
  if (report === null) return noReport;
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults ?? [];
  const brokenFiles = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}

/**
 * Counts from Playwright's JSON report. A test that passed at a second try has failed; so has the run when it broke.
 * @param {string} path
 * @returns {TestCounts}
 */
export function readPlaywrightCounts(path) {
  const report = readReport(path);
  if (report === null) return noReport;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0) };
}

/** A runner that wrote nothing did not get as far as its first test. */
const noReport = { passed: 0, failed: 1 };

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
