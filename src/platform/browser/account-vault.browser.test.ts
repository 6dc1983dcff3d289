import { deleteDB, openDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import type { AccountSettings } from '#core/config/phone-config.ts';
import { createAccountVault } from './account-vault.ts';

const alice: AccountSettings = {
  address: 'alice@example.com',
  displayName: 'Alice',
  credentials: { kind: 'password', password: 'correct horse' },
  servers: ['wss://example.com/ws'],
};
const openVault = () => {
  const vault = createAccountVault();
  if (vault === null) throw new Error('this page can keep nothing');
  return vault;
};
const lying = async () => {
  const database = await openDB('sign-in');
  const safe = (await database.get('safe', 'accounts')) as
    | { readonly key: CryptoKey; readonly sealed: ArrayBuffer; readonly iv: Uint8Array }
    | undefined;
  return { database, safe };
};

beforeEach(() => deleteDB('sign-in'));

it('gives back what was kept, to the next page too, and nothing after it was taken back', async () => {
  expect(await openVault().read()).toEqual([]);
  await openVault().write([alice]);
  expect(await openVault().read()).toEqual([alice]);
  await openVault().write([]);
  expect(await openVault().read()).toEqual([]);
});

it('keeps no word of it in the clear, by a key that cannot be read out', async () => {
  await openVault().write([alice]);
  const { database, safe } = await lying();
  database.close();
  expect(new TextDecoder('latin1').decode(safe?.sealed)).not.toMatch(/alice|correct|wss/);
  expect(safe?.key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', safe?.key as CryptoKey)).rejects.toThrow(/not extractable/i);
});

it('has nothing where somebody has changed what was kept', async () => {
  await openVault().write([alice]);
  const { database, safe } = await lying();
  await database.put('safe', { ...safe, sealed: new ArrayBuffer(64) }, 'accounts');
  database.close();
  expect(await openVault().read()).toEqual([]);
});
