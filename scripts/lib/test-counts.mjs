import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {{ readonly passed: number, readonly failed: number, readonly failures: readonly string[] }} TestCounts `failures`:
 *   each one's name and why, in a few lines: a log that is cut shows its end
 */

/**
 * Counts from Vitest's JSON report. A file that could not be run counts as one failure.
 * @param {string} path
 * @returns {TestCounts}
 */
export function readVitestCounts(path) {
  const report = readReport(path);
  if (report === null) return noReport;
  /** @type {{ name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[]} */
  const files = report.testResults ?? [];
  const brokenFiles = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    failures: [
      ...brokenFiles.map(({ name, message }) => describe(name, message)),
      ...files.flatMap(({ assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => describe(fullName, failureMessages?.[0])),
      ),
    ],
  };
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
  const errors = report.errors ?? [];
  return {
    passed: expected,
    failed: unexpected + flaky + errors.length,
    failures: [
      ...errors.map((/** @type {ErrorReport} */ { message }) => describe('the run', message)),
      ...(report.suites ?? []).flatMap(readFailedSpecs),
    ],
  };
}

/**
 * @typedef {{ readonly message?: string }} ErrorReport
 * @typedef {{ readonly title: string, readonly ok: boolean, readonly file: string, readonly line: number,
 *   readonly tests: readonly { readonly projectName: string, readonly results: readonly { readonly errors: readonly ErrorReport[] }[] }[] }} SpecReport
 * @typedef {{ readonly specs?: readonly SpecReport[], readonly suites?: readonly SuiteReport[] }} SuiteReport
 */

/**
 * @param {SuiteReport} suite
 * @returns {string[]}
 */
function readFailedSpecs({ specs = [], suites = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .flatMap(({ title, file, line, tests }) =>
      tests.map(({ projectName, results }) =>
        describe(
          `[${projectName}] ${file}:${line} ${title}`,
          results.flatMap(({ errors }) => errors)[0]?.message,
        ),
      ),
    );
  return [...own, ...suites.flatMap(readFailedSpecs)];
}

const longestLines = 12;

/**
 * @param {string} name
 * @param {string} [why]
 */
function describe(name, why = 'it says nothing') {
  const lines = stripVTControlCharacters(why)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [name, ...lines.slice(0, longestLines).map((line) => `    ${line}`)].join('\n');
}

/** A runner that wrote nothing did not get as far as its first test. */
const noReport = { passed: 0, failed: 1, failures: ['the runner wrote no report'] };

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
