import { describe, expect, it } from 'vitest';
import { findBoundaryFaults } from './lib/boundaries.mjs';

describe('the check of the boundaries (npm run boundaries)', () => {
  it('notices a rule that was lost', { timeout: 60_000 }, async () => {
    const faults = await findBoundaryFaults({
      adaptLintSettings: (settings) =>
        settings.replace('"import/no-cycle": "error"', '"import/no-cycle": "off"'),
    });
    expect(faults).toEqual([
      'src/core/call/cycle-a.ts should have been rejected by no-cycle, but was not.',
      'src/core/call/cycle-b.ts should have been rejected by no-cycle, but was not.',
    ]);
  });

  it('notices a rule that rejects too much', { timeout: 60_000 }, async () => {
    const faults = await findBoundaryFaults({
      adaptLintSettings: (settings) => settings.replaceAll('(platform|workers|ui|app|testing)/', '.'),
    });
    expect(faults).toContain('server/target.ts should be allowed, but no-restricted-imports rejects it.');
  });
});
