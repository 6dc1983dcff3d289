import { describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/for-another-machine': { version: '1.0.0', optional: true },
  'node_modules/tool': { version: '2.0.0', integrity: 'sha512-t', dev: true },
};
const a = { version: '1.0.0', integrity: 'sha512-a' };
const tool = { version: '2.0.0', integrity: 'sha512-t' };

describe('isInstalled', () => {
  it('asks for the tools only where they are wanted, and never for what is for another machine', () => {
    expect(isInstalled(locked, { 'node_modules/a': a }, { tools: false })).toBe(true);
    expect(isInstalled(locked, { 'node_modules/a': a }, { tools: true })).toBe(false);
    expect(isInstalled(locked, { 'node_modules/a': a, 'node_modules/tool': tool }, { tools: true })).toBe(
      true,
    );
  });

  it('notices a missing, an older and an altered package, and an install that was cut off', () => {
    const others = [
      {},
      { 'node_modules/a': { ...a, version: '0.9.0' } },
      { 'node_modules/a': { ...a, integrity: 'z' } },
    ];
    for (const installed of others) expect(isInstalled(locked, installed, { tools: false })).toBe(false);
  });
});
