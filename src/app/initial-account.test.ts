import { describe, expect, it } from 'vitest';
import { parseConfig } from '#core/config/parse-config.ts';
import { initialAccounts } from './initial-account.ts';

const read = (config: object, search: string) =>
  initialAccounts(parseConfig(JSON.stringify(config), 'http://localhost:8080'), search);

describe('who is there when the page opens', () => {
  it('is the account of the demo that the address names', () => {
    expect(read({ demo: true }, '?account=carol')).toMatchObject({
      accounts: [{ address: 'carol@localhost', displayName: 'Carol' }],
      unknownAccount: null,
    });
  });

  it('is several of them, when it names several', () => {
    const { accounts } = read({ demo: true }, '?account=alice&account=carol');
    expect(accounts.map(({ address }) => address)).toEqual(['alice@localhost', 'carol@localhost']);
  });

  it.each(['zed', 'toString'])('is nobody for "%s", which the demo does not have', (name) => {
    expect(read({ demo: true }, `?account=${name}`)).toEqual({ accounts: [], unknownAccount: name });
  });

  it.each([
    [{ demo: true }, ''],
    [{ demo: true }, '?account='],
    [{ demo: false }, '?account=alice'],
    [{ demo: false }, '?account=zed'],
  ])('is nobody for %j with "%s"', (config, search) => {
    expect(read(config, search)).toEqual({ accounts: [], unknownAccount: null });
  });

  it('is the account of the deployment whatever the address says', () => {
    const account = { address: 'eve@example.com', password: 'secret' };
    expect(read({ demo: true, account }, '?account=zed')).toMatchObject({
      accounts: [{ address: 'eve@example.com' }],
      unknownAccount: null,
    });
  });
});
