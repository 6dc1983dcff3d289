import { remoteName, type RemoteParty } from '../call/selectors.ts';
import type { Contact } from './contact.ts';

/** Someone at the other end of a call, and the own address that they called, or that called them. */
export type NamedParty = RemoteParty & { readonly localUri: string };

/** Who is who, by the person's contacts. A new object after each change, so that whoever selects from it looks again. */
export interface ContactNames {
  readonly find: (party: Pick<NamedParty, 'remoteUri' | 'localUri'>) => Contact | null;
}

/** What a party is called: as the person's contacts have it, else as the headers do. */
export const partyName = (names: ContactNames, party: NamedParty): string =>
  names.find(party)?.name ?? remoteName(party);

/** Nobody is known. */
export const noNames: ContactNames = { find: () => null };
