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
        { name: 'broken.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
        {
          status: 'failed',
          assertionResults: [
            {
              status: 'failed',
              fullName: 'a call ends',
              failureMessages: ['\u001B[31mexpected 2\u001B[39m\n\nto be 1'],
            },
            { status: 'failed', fullName: 'a call begins', failureMessages: [] },
          ],
        },
        { status: 'passed', assertionResults: [{ status: 'passed', fullName: 'a call is held' }] },
      ],
    });
    expect(readVitestCounts(path)).toEqual({
      passed: 7,
      failed: 3,
      failures: [
        'broken.test.ts\n    no such module',
        'a call ends\n    expected 2\n    to be 1',
        'a call begins\n    it says nothing',
      ],
    });
  });

  it('come from Playwright, with a test that needed a second try as a failure', () => {
    const tests = [{ projectName: 'embedded', results: [{ errors: [{ message: 'expected 2' }] }] }];
    const path = report({
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 },
      errors: [{ message: 'no browser' }],
      suites: [
        {
          specs: [{ title: 'rings', ok: true, file: 'call.spec.ts', line: 3, tests }],
          suites: [{ specs: [{ title: 'ends', ok: false, file: 'call.spec.ts', line: 9, tests }] }],
        },
      ],
    });
    expect(readPlaywrightCounts(path)).toEqual({
      passed: 5,
      failed: 3,
      failures: ['the run\n    no browser', '[embedded] call.spec.ts:9 ends\n    expected 2'],
    });
  });

  it('are one failure when the runner wrote no report', () => {
    const missing = join(directory, 'missing.json');
    const none = { passed: 0, failed: 1, failures: ['the runner wrote no report'] };
    expect(readVitestCounts(missing)).toEqual(none);
    expect(readPlaywrightCounts(missing)).toEqual(none);
  });
});
