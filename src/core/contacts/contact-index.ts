import { remoteUriOf } from '../call/selectors.ts';
import { addressKeys, isSameNumber, type NumberKey, partyKeys } from './address-keys.ts';
import { type Contact, contactFingerprint } from './contact.ts';
import type { ContactNames } from './known-names.ts';

interface NumberEntry {
  readonly key: NumberKey;
  readonly contact: Contact;
}

/** The index behind `ContactNames`, which is written while contacts are read. */
export interface ContactIndex {
  readonly add: (contact: Contact) => void;
  readonly remove: (contact: Contact) => void;
  /** Whether one of them says the same as this fingerprint, however many share its addresses. */
  readonly knows: (fingerprint: string) => boolean;
  /** What is known now, as a new object. */
  readonly names: () => ContactNames;
}

/** Who shares an address with so many others is not found by it: a bad file must not make every call slow. */
const mostPerKey = 100;

function put<Entry>(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else if (entries.length < mostPerKey) entries.push(entry);
}

function take<Entry>(map: Map<string, Entry[]>, key: string, isGone: (entry: Entry) => boolean): void {
  const rest = (map.get(key) ?? []).filter((entry) => !isGone(entry));
  if (rest.length === 0) map.delete(key);
  else map.set(key, rest);
}

const partyKeysKept = new WeakMap<object, ReturnType<typeof partyKeys>>();

/** Under what a party may be found. Costs 20 µs, so it is kept with the call. */
export function keysOfParty(party: Parameters<ContactNames['find']>[0]): ReturnType<typeof partyKeys> {
  const known = partyKeysKept.get(party);
  if (known !== undefined) return known;
  const { remoteUri, localUri } = party;
  const keys = partyKeys(remoteUriOf({ remoteUri }), remoteUriOf({ remoteUri: localUri }));
  partyKeysKept.set(party, keys);
  return keys;
}

/** An index of nobody. Adding, removing and finding take the same time however many are in it. */
export function createContactIndex(): ContactIndex {
  const byAddress = new Map<string, Contact[]>();
  const byNumberEnd = new Map<string, NumberEntry[]>();
  /** How many have each fingerprint. */
  const fingerprints = new Map<string, number>();

  const findNumber = (key: NumberKey): Contact | null => {
    const same = (byNumberEnd.get(key.end) ?? []).filter((entry) => isSameNumber(entry.key, key));
    // Written in full is surer than the end of it.
    return (same.find((entry) => entry.key.digits === key.digits) ?? same[0])?.contact ?? null;
  };

  const find: ContactNames['find'] = (party) => {
    const { addresses, number } = keysOfParty(party);
    for (const address of addresses) {
      const contact = byAddress.get(address)?.[0];
      if (contact !== undefined) return contact;
    }
    return number === null ? null : findNumber(number);
  };

  return {
    add(contact) {
      const fingerprint = contactFingerprint(contact);
      fingerprints.set(fingerprint, (fingerprints.get(fingerprint) ?? 0) + 1);
      for (const { value } of contact.addresses) {
        const { address, number } = addressKeys(value);
        put(byAddress, address, contact);
        if (number !== null) put(byNumberEnd, number.end, { key: number, contact });
      }
    },
    remove(gone) {
      const { contactId, addresses } = gone;
      const fingerprint = contactFingerprint(gone);
      const rest = (fingerprints.get(fingerprint) ?? 0) - 1;
      if (rest > 0) fingerprints.set(fingerprint, rest);
      else fingerprints.delete(fingerprint);
      for (const { value } of addresses) {
        const { address, number } = addressKeys(value);
        take(byAddress, address, (contact) => contact.contactId === contactId);
        if (number !== null) take(byNumberEnd, number.end, ({ contact }) => contact.contactId === contactId);
      }
    },
    knows: (fingerprint) => fingerprints.has(fingerprint),
    names: () => ({ find }),
  };
}
