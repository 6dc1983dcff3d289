import type { Contact } from '#core/contacts/contact.ts';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { asCallId } from '#core/shared/ids.ts';
import type { BusyLamps } from '#core/subscription/busy-lamps.ts';
import { createFakePeople, type FakePeople } from '../fake-people.ts';
import { buildContact, buildEntry } from '../people-builders.ts';

const hourMs = 3_600_000;

const quality = (meanMosScore: number, meanPacketLossPercent: number): HistoryEntry['quality'] => ({
  measurements: 40,
  meanMosScore,
  worstMosScore: meanMosScore,
  meanPacketLossPercent,
  maxJitterMs: 12,
  roundTripMs: 40,
});

const variants: readonly Partial<HistoryEntry>[] = [
  { remoteDisplayName: 'Bob Okonkwo', quality: quality(4.3, 0.1) },
  { outcome: 'missed', remoteUri: 'sip:+4930901820@example.com', remoteDisplayName: null },
  {
    direction: 'Outgoing',
    remoteUri: 'sip:carol@example.com',
    remoteDisplayName: null,
    quality: quality(3.2, 4),
  },
  {
    direction: 'Outgoing',
    outcome: 'failed',
    remoteUri: 'sip:dave@example.com',
    remoteDisplayName: null,
    end: { cause: 'no-answer', initiator: 'remote', sipCode: 480 },
  },
  {
    outcome: 'cancelled',
    remoteUri: 'sip:reception@example.com',
    remoteDisplayName: 'Wolfeschlegelsteinhausenbergerdorff Konstantin-Maximilian von und zu Hohenlohe',
    end: { cause: 'answered-elsewhere', initiator: 'remote', sipCode: 200 },
  },
  { remoteUri: 'sip:sara@example.com', remoteDisplayName: 'שרה לוי', quality: quality(4.1, 0.4) },
  { outcome: 'rejected', remoteUri: 'sip:sales@example.net', remoteDisplayName: 'Sales' },
];

const callsOf = (count: number): readonly HistoryEntry[] => {
  const now = Date.now();
  return Array.from({ length: count }, (_, index) =>
    buildEntry({
      callId: asCallId(`recorded-${index}`),
      startedAtMs: now - index * 2.7 * hourMs - 60_000,
      ...variants[index % variants.length],
    }),
  );
};

const people: readonly Contact[] = [
  buildContact({
    id: 'bob',
    name: 'Bob Okonkwo',
    isFavourite: true,
    addresses: [
      { kind: 'work', value: 'bob@example.com' },
      { kind: 'mobile', value: '+491701234567' },
      { kind: 'home', value: '+4930901821' },
    ],
    note: 'Prefers the afternoon.\nSpeaks German.',
  }),
  buildContact({ id: 'carol', name: 'Carol Lindqvist', addresses: [{ kind: 'work', value: 'carol' }] }),
  buildContact({
    id: 'office',
    name: 'Büro Berlin',
    organisation: '',
    isFavourite: true,
    addresses: [{ kind: 'work', value: '+49 30 901820' }],
  }),
  buildContact({
    id: 'dave',
    name: 'Dave van der Bergen-Hohenlohe',
    isFavourite: true,
    addresses: [{ kind: 'work', value: 'dave' }],
  }),
  buildContact({
    id: 'arabic',
    name: 'عبد الرحمن بن محمد',
    addresses: [{ kind: 'mobile', value: '+971501234567' }],
  }),
  ...Array.from({ length: 40 }, (_, index) =>
    buildContact({
      id: `p${index}`,
      name: `Person ${index + 1}`,
      addresses: [{ kind: 'work', value: `10${index}` }],
    }),
  ),
];

/** What the server tells of the favourites. */
export const lampsOfPeople: BusyLamps = new Map([
  ['bob@example.com', 'busy'],
  ['+49 30 901820', 'ringing'],
  ['dave', 'idle'],
]);

/** The people of the scenes that are about them. */
export function peopleOf(scene: string): FakePeople {
  if (scene === 'history-empty' || scene === 'contacts-empty') return createFakePeople();
  const kept = createFakePeople({ calls: callsOf(scene === 'history-many' ? 10_000 : 60), contacts: people });
  if (scene === 'history-off') kept.calls.refuse('history/storage-failed');
  if (scene === 'contacts-off') kept.contacts.refuse('contacts/storage-failed');
  return kept;
}
