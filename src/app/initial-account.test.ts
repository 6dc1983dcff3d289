import { describe, expect, it } from 'vitest';
import { parseConfig } from '#core/config/parse-config.ts';
import { initialAccount } from './initial-account.ts';

const read = (config: object, search: string) =>
  initialAccount(parseConfig(JSON.stringify(config), 'http://localhost:8080'), search);

describe('who is there when the page opens', () => {
  it('is the account of the demo that the address names', () => {
    expect(read({ demo: true }, '?account=carol')).toMatchObject({
      account: { address: 'carol@localhost', displayName: 'Carol' },
      unknownAccount: null,
    });
  });

  it.each(['zed', 'toString'])('is nobody for "%s", which the demo does not have', (name) => {
    expect(read({ demo: true }, `?account=${name}`)).toEqual({ account: null, unknownAccount: name });
  });

  it.each([
    [{ demo: true }, ''],
    [{ demo: true }, '?account='],
    [{ demo: false }, '?account=alice'],
    [{ demo: false }, '?account=zed'],
  ])('is nobody for %j with "%s"', (config, search) => {
    expect(read(config, search)).toEqual({ account: null, unknownAccount: null });
  });

  it('is the account of the deployment whatever the address says', () => {
    const account = { address: 'eve@example.com', password: 'secret' };
    expect(read({ demo: true, account }, '?account=zed')).toMatchObject({
      account: { address: 'eve@example.com' },
      unknownAccount: null,
    });
  });
});
