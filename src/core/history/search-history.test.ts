import { describe, expect, it } from 'vitest';
import { createContactIndex } from '#core/contacts/contact-index.ts';
import { asCallId } from '#core/shared/ids.ts';
import { toSearch } from '#core/shared/search-text.ts';
import { buildContact, buildEntry } from '#testing/people-builders.ts';
import type { HistoryEntry } from './history-entry.ts';
import { writeHistoryTable } from './history-table.ts';
import { findCalls, groupByDay } from './search-history.ts';

const entry = (id: string, changes: Partial<HistoryEntry> = {}) =>
  buildEntry({
    callId: asCallId(id),
    remoteDisplayName: null,
    remoteUri: `sip:${id}@example.com`,
    ...changes,
  });

const calls = [
  entry('jörg', { remoteDisplayName: 'Jörg Müller' }),
  entry('office', { remoteUri: 'sip:+4930123456@trunk.example.net' }),
  entry('carol', { outcome: 'missed', direction: 'Incoming' }),
  entry('bob'),
];

const index = createContactIndex();
index.add(
  buildContact({
    name: 'Zoë Quartz',
    organisation: 'Northwind',
    addresses: [{ kind: 'work', value: 'bob' }],
  }),
);
index.add(
  buildContact({
    id: 'two',
    name: '=Evil()',
    organisation: '',
    addresses: [{ kind: 'work', value: '030 123456' }],
  }),
);
const names = index.names();

const found = (typed: string, missedOnly = false) =>
  findCalls(calls, { search: toSearch(typed), missedOnly }, names).map(({ callId }) => callId);

describe('a search in the history', () => {
  it.each([
    ['', ['jörg', 'office', 'carol', 'bob']],
    ['muller', ['jörg']],
    ['MÜLLER jor', ['jörg']],
    ['müller carol', []],
    ['zoe', ['bob']],
    ['northwind', ['bob']],
    ['+49 (30) 12', ['office']],
    ['030 123456', ['office']],
    ['trunk', ['office']],
    ['example.com', ['jörg', 'carol', 'bob']],
  ])('for %j finds %j', (typed, ids) => {
    expect(found(typed)).toEqual(ids);
  });

  it('finds missed calls alone', () => {
    expect(found('', true)).toEqual(['carol']);
    expect(found('bob', true)).toEqual([]);
  });
});

it('calls are grouped by the days of the person', () => {
  const dayMs = 86_400_000;
  const east = (atMs: number) => Math.floor((atMs + dayMs / 2) / dayMs) * dayMs - dayMs / 2;
  const times = [2.6, 2.4, 1.1, 0.2].map((days) => entry(`at ${days}`, { startedAtMs: days * dayMs }));
  const lines = groupByDay(times, east).map((line) =>
    line.kind === 'day' ? [line.dayMs / dayMs, line.calls] : line.entry.callId,
  );
  expect(lines).toEqual([[2.5, 1], 'at 2.6', [1.5, 1], 'at 2.4', [0.5, 1], 'at 1.1', [-0.5, 1], 'at 0.2']);
  expect(groupByDay([], east)).toEqual([]);
});

it('calls are written as a table that runs no formula', () => {
  const table = writeHistoryTable(calls.slice(1, 3), names, {
    headings: {
      when: 'When',
      name: 'Name',
      address: 'Address',
      account: 'Account',
      direction: 'Direction',
      outcome: 'Outcome',
      talkedSeconds: 'Seconds',
      quality: 'MOS',
      loss: 'Loss',
    },
    directions: { Incoming: 'in', Outgoing: 'out' },
    outcomes: { answered: 'answered', missed: 'missed', rejected: '', cancelled: '', failed: '' },
    writeTime: String,
  });
  expect([...table].join('').split('\r\n')).toEqual([
    '\uFEFFWhen,Name,Address,Account,Direction,Outcome,Seconds,MOS,Loss',
    "1700000000000,'=Evil(),'+4930123456@trunk.example.net,alice@example.com,in,answered,47,,",
    '1700000000000,carol,carol@example.com,alice@example.com,in,missed,,,',
    '',
  ]);
});
