import { openDB } from 'idb';
import type { AccountSettings } from '#core/config/phone-config.ts';
import type { AccountVault } from '#core/registration/sign-in-memory.ts';

/** What lies in the database: an AES key that cannot be read out, and what was written with it. */
interface Safe {
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const storeName = 'safe';
const entry = 'accounts';
const algorithm = 'AES-GCM';

const open = () =>
  openDB('sign-in', 1, {
    upgrade: (database) => void database.createObjectStore(storeName),
  });

/**
 * Accounts in IndexedDB, encrypted (AES-GCM, 256 bits) by a key that this browser made and gives to nobody, not even to
 * this page: it can be used here, and not be copied. A new one for every write. Null where the page has no WebCrypto
 * (without TLS) or no database.
 */
export function createAccountVault(): AccountVault | null {
  // Both are missing on a page that is no secure context, whatever the types say.
  const subtle = (globalThis.crypto as { subtle?: SubtleCrypto } | undefined)?.subtle;
  if (subtle === undefined || !('indexedDB' in globalThis)) return null;

  return {
    async read() {
      try {
        const database = await open();
        const safe = (await database.get(storeName, entry)) as Safe | undefined;
        database.close();
        if (safe === undefined) return [];
        const opened = await subtle.decrypt({ name: algorithm, iv: safe.iv }, safe.key, safe.sealed);
        return JSON.parse(new TextDecoder().decode(opened)) as readonly AccountSettings[];
      } catch {
        return [];
      }
    },
    async write(accounts) {
      const database = await open();
      try {
        if (accounts.length === 0) {
          await database.delete(storeName, entry);
          return;
        }
        const key = await subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const text = new TextEncoder().encode(JSON.stringify(accounts));
        const sealed = await subtle.encrypt({ name: algorithm, iv }, key, text);
        await database.put(storeName, { key, iv, sealed } satisfies Safe, entry);
      } finally {
        database.close();
      }
    },
  };
}
