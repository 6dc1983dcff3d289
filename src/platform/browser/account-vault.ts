import { type IDBPDatabase, openDB } from 'idb';
import type { AccountSettings } from '#core/config/phone-config.ts';
import type { AccountVault } from '#core/registration/sign-in-memory.ts';

/** How an account lies in the database: an AES key that cannot be read out, and what was written with it. */
interface Safe {
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const storeName = 'safes';
const algorithm = 'AES-GCM';

async function inDatabase<Result>(run: (database: IDBPDatabase) => Promise<Result>): Promise<Result> {
  const database = await openDB('sign-in', 1, {
    upgrade: (made) => void made.createObjectStore(storeName),
  });
  try {
    return await run(database);
  } finally {
    database.close();
  }
}

async function seal(settings: AccountSettings): Promise<Safe> {
  const key = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(settings));
  return { key, iv, sealed: await crypto.subtle.encrypt({ name: algorithm, iv }, key, text) };
}

async function unseal({ key, iv, sealed }: Safe): Promise<AccountSettings | null> {
  try {
    const opened = await crypto.subtle.decrypt({ name: algorithm, iv }, key, sealed);
    return JSON.parse(new TextDecoder().decode(opened)) as AccountSettings;
  } catch {
    return null;
  }
}

/**
 * Accounts in IndexedDB, each encrypted (AES-GCM, 256 bits) with a key that this browser made and gives to nobody, not even to
 * this page: it can be used here, and not be copied. A new one for every write. For secure contexts: others have no WebCrypto.
 */
export const createAccountVault = (): AccountVault => ({
  async read() {
    const reading = inDatabase((database) => database.getAll(storeName) as Promise<Safe[]>);
    const safes = await reading.catch(() => []);
    return (await Promise.all(safes.map(unseal))).filter((settings) => settings !== null);
  },
  async keep(accountId, settings) {
    const safe = await seal(settings);
    await inDatabase((database) => database.put(storeName, safe, accountId));
  },
  forget: (accountId) => inDatabase((database) => database.delete(storeName, accountId)),
});
