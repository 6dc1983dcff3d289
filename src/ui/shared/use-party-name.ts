import { useStore } from 'zustand';
import { type NamedParty, partyName } from '#core/contacts/known-names.ts';
import { useSoftphone } from './softphone-context.ts';

/** What the person's contacts call the party of a call or recording; null when they do not know it, or there is none. */
export const useKnownName = (party: NamedParty | undefined): string | null =>
  useStore(useSoftphone().people.names, (names) =>
    party === undefined ? null : (names.find(party)?.name ?? null),
  );

/** What the party of a call or recording is called: as the person's contacts have it, else as the headers do. */
export const usePartyName = (party: NamedParty): string =>
  useStore(useSoftphone().people.names, (names) => partyName(names, party));
