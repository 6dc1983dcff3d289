import { describe, expect, it } from 'vitest';
import { findSignInErrors, type SignInFields, toAccountSettings } from './sign-in-form.ts';

const valid: SignInFields = {
  address: 'alice@example.com',
  password: 'secret',
  displayName: '',
  server: 'wss://example.com/ws',
};

describe('the fields of the sign-in form', () => {
  it('finds nothing wrong with a plain account', () => {
    expect(findSignInErrors(valid, true)).toEqual({});
  });

  it.each([
    [{ address: 'alice smith' }, 'address'],
    [{ address: '' }, 'address'],
    [{ password: '' }, 'password'],
    [{ server: 'https://example.com' }, 'server'],
    [{ server: '' }, 'server'],
    [{ server: 'ws://example.com/ws' }, 'server'],
  ] as const)('says what is wrong with %j', (changes, field) => {
    expect(Object.keys(findSignInErrors({ ...valid, ...changes }, true))).toEqual([field]);
  });

  it('allows an unencrypted server to a page that is unencrypted itself', () => {
    expect(findSignInErrors({ ...valid, server: 'ws://localhost:8080/sip' }, false)).toEqual({});
  });

  it('says everything that is wrong at once', () => {
    const empty = { address: '', password: '', displayName: '', server: '' };
    expect(Object.keys(findSignInErrors(empty, false)).toSorted()).toEqual(['address', 'password', 'server']);
  });

  it.each([
    ['alice', 'wss://pbx.example.com:8443/ws', 'alice@pbx.example.com'],
    ['sip:1001', 'ws://127.0.0.1:8080/sip', '1001@127.0.0.1'],
    ['alice@example.com', 'wss://pbx.example.com/ws', 'alice@example.com'],
  ])('takes %s on %s for %s', (address, server, full) => {
    expect(findSignInErrors({ ...valid, address, server }, false)).toEqual({});
    expect(toAccountSettings({ ...valid, address, server }).address).toBe(full);
  });

  it('does not blame a name alone for a server that is none', () => {
    const errors = findSignInErrors({ ...valid, address: 'alice', server: 'example.com' }, true);
    expect(Object.keys(errors)).toEqual(['server']);
  });

  it('takes what surrounds the values off them, but never off the password', () => {
    const fields = {
      address: ' sip:alice@example.com ',
      password: ' s ',
      displayName: ' ',
      server: ' wss://a ',
    };
    expect(toAccountSettings(fields)).toEqual({
      address: 'alice@example.com',
      displayName: null,
      credentials: { kind: 'password', password: ' s ' },
      servers: ['wss://a'],
    });
  });
});
