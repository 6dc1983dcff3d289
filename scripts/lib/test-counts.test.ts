import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlaywrightCounts, readVitestCounts } from './test-counts.mjs';

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'sidetone-counts-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const report = (value: unknown): string => {
  const path = join(directory, 'report.json');
  writeFileSync(path, JSON.stringify(value));
  return path;
};

describe('the counts of a test run', () => {
  it('come from Vitest, with a file that could not be run as one failure', () => {
    const path = report({
      numPassedTests: 7,
      numFailedTests: 2,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}, {}] },
        { status: 'passed', assertionResults: [{}] },
      ],
    });
    expect(readVitestCounts(path)).toEqual({ passed: 7, failed: 3 });
  });

  it('come from Playwright, with a test that needed a second try as a failure', () => {
    const path = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] });
    expect(readPlaywrightCounts(path)).toEqual({ passed: 5, failed: 3 });
  });

  it('are one failure when the runner wrote no report', () => {
    const missing = join(directory, 'missing.json');
    expect(readVitestCounts(missing)).toEqual({ passed: 0, failed: 1 });
    expect(readPlaywrightCounts(missing)).toEqual({ passed: 0, failed: 1 });
  });
});
