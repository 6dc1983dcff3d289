import { asContactId, type Contact } from '#core/contacts/contact.ts';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { asCallId, asSipCallId } from '#core/shared/ids.ts';

/** A call from Bob that was answered and took 47 seconds, with the given fields instead of the usual ones. */
export const buildEntry = (changes: Partial<HistoryEntry> = {}): HistoryEntry => {
  const startedAtMs = changes.startedAtMs ?? 1_700_000_000_000;
  return {
    callId: asCallId('call-1'),
    sipCallId: asSipCallId(`sip-${changes.callId ?? 'call-1'}`),
    direction: 'Incoming',
    localUri: 'sip:alice@example.com',
    remoteUri: 'sip:bob@example.com',
    remoteDisplayName: 'Bob',
    startedAtMs,
    connectedAtMs:
      changes.outcome === undefined || changes.outcome === 'answered' ? startedAtMs + 5000 : null,
    endedAtMs: startedAtMs + 52_000,
    outcome: 'answered',
    end: { cause: 'hung-up', initiator: 'remote', sipCode: null },
    errorCode: null,
    quality: null,
    ...changes,
  };
};

/** Bob, at work, with the given fields instead of the usual ones. */
export const buildContact = ({
  id = 'contact-1',
  ...changes
}: Partial<Contact> & { readonly id?: string } = {}): Contact => ({
  contactId: asContactId(id),
  name: 'Bob Okonkwo',
  organisation: 'Northwind',
  addresses: [{ kind: 'work', value: 'bob@example.com' }],
  note: '',
  isFavourite: false,
  ...changes,
});
