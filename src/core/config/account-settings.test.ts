import { describe, expect, it } from 'vitest';
import { checkAccountSettings } from './account-settings.ts';
import type { AccountSettings } from './phone-config.ts';

const valid: AccountSettings = {
  address: 'alice@example.com',
  displayName: 'Alice',
  credentials: { kind: 'password', password: 'secret' },
  servers: ['wss://sip.example.com/ws'],
};

describe('checkAccountSettings', () => {
  it('trims, and drops the scheme of the address', () => {
    const checked = checkAccountSettings({
      ...valid,
      address: ' sip:alice@example.com ',
      displayName: '  ',
      servers: [' wss://sip.example.com/ws '],
    });
    expect(checked).toEqual({ ...valid, displayName: null });
  });

  it.each([
    [{ address: 'alice' }, 'account/invalid-address'],
    [{ credentials: { kind: 'password', password: '' } }, 'account/missing-password'],
    [{ servers: [] }, 'signalling/invalid-server'],
    [{ servers: ['https://sip.example.com'] }, 'signalling/invalid-server'],
    [{ servers: ['ws://'] }, 'signalling/invalid-server'],
  ] as const)('refuses %j', (wrong, code) => {
    expect(() => checkAccountSettings({ ...valid, ...wrong })).toThrow(code);
  });
});
