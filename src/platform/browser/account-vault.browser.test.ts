import { deleteDB, openDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import type { AccountSettings } from '#core/config/phone-config.ts';
import { asAccountId } from '#core/shared/ids.ts';
import { createAccountVault } from './account-vault.ts';

const alice: AccountSettings = {
  address: 'alice@example.com',
  displayName: 'Alice',
  credentials: { kind: 'password', password: 'correct horse' },
  servers: ['wss://example.com/ws'],
};
const bob: AccountSettings = { ...alice, address: 'bob@example.com' };
const aliceId = asAccountId(alice.address);
const bobId = asAccountId(bob.address);
const lying = async () => {
  const database = await openDB('sign-in');
  const safe = (await database.get('safes', aliceId)) as
    | { readonly key: CryptoKey; readonly sealed: ArrayBuffer; readonly iv: Uint8Array }
    | undefined;
  return { database, safe };
};

beforeEach(() => deleteDB('sign-in'));

it('gives back what was kept, to the next page too, and nothing after it was taken back', async () => {
  expect(await createAccountVault().read()).toEqual([]);
  await createAccountVault().keep(aliceId, alice);
  expect(await createAccountVault().read()).toEqual([alice]);
  await createAccountVault().forget(aliceId);
  expect(await createAccountVault().read()).toEqual([]);
});

it('keeps what two pages put into it', async () => {
  const [one, other] = [createAccountVault(), createAccountVault()];
  await Promise.all([one.keep(aliceId, alice), other.keep(bobId, bob)]);
  expect(await createAccountVault().read()).toEqual([alice, bob]);
  await one.forget(aliceId);
  expect(await other.read()).toEqual([bob]);
});

it('keeps no word of it in the clear, by a key that cannot be read out', async () => {
  await createAccountVault().keep(aliceId, alice);
  const { database, safe } = await lying();
  database.close();
  expect(new TextDecoder('latin1').decode(safe?.sealed)).not.toMatch(/alice|correct|wss/);
  expect(safe?.key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', safe?.key as CryptoKey)).rejects.toThrow(/not extractable/i);
});

it('leaves out what somebody has changed', async () => {
  await createAccountVault().keep(aliceId, alice);
  await createAccountVault().keep(bobId, bob);
  const { database, safe } = await lying();
  await database.put('safes', { ...safe, sealed: new ArrayBuffer(64) }, aliceId);
  database.close();
  expect(await createAccountVault().read()).toEqual([bob]);
});
