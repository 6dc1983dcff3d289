import { describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/for-another-machine': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};

describe('isInstalled', () => {
  it('is content with the locked packages, and with optional ones missing', () => {
    expect(isInstalled(locked, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } })).toBe(true);
  });

  it('notices a missing, an older and an altered package, and an install that was cut off', () => {
    expect(isInstalled(locked, {})).toBe(false);
    expect(isInstalled(locked, { 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } })).toBe(
      false,
    );
    expect(isInstalled(locked, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-z' } })).toBe(
      false,
    );
  });
});
