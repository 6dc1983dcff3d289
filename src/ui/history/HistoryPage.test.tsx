import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { asCallId, asRecordingId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import { createFakePeople } from '#testing/fake-people.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { layOut } from '#testing/lay-out.ts';
import { buildContact, buildEntry } from '#testing/people-builders.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { renderPhone } from '#testing/render-phone.tsx';

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

const now = new Date(2026, 10, 28, 12).getTime();
const entry = (id: string, changes: Partial<HistoryEntry> = {}) =>
  buildEntry({
    callId: asCallId(id),
    startedAtMs: now,
    remoteUri: `sip:${id}@example.com`,
    remoteDisplayName: null,
    ...changes,
  });

async function openHistory(calls: readonly HistoryEntry[], contacts = [buildContact()]) {
  const keptPeople = createFakePeople({ calls, contacts });
  const phone = createFakeSoftphone(aliceAtExample, { people: keptPeople.openPage() });
  const { user } = renderPhone(phone);
  await act(() => phone.people.open());
  await user.click(screen.getByRole('link', { name: 'History' }));
  await screen.findByRole('searchbox', { name: 'Search' });
  return { phone, user, keptPeople };
}

const grid = () => screen.findByRole('grid', { name: 'Calls' });
const rowOf = async (name: string) => {
  const row = (await screen.findByText(name)).closest<HTMLElement>('[role="row"]');
  if (row === null) throw new Error(`${name} is in no row`);
  return row;
};

describe('the history', () => {
  it('says that there is nothing, and what would be', async () => {
    await openHistory([]);
    expect(await screen.findByRole('heading', { name: 'No calls yet' })).toBeInTheDocument();
  });

  it('that cannot be read is not said to be empty, and is read when it can be', async () => {
    const keptPeople = createFakePeople({ calls: [entry('bob')] });
    const phone = createFakeSoftphone(aliceAtExample, { people: keptPeople.openPage() });
    const { user } = renderPhone(phone);
    keptPeople.calls.refuse('history/storage-failed');
    await user.click(screen.getByRole('link', { name: 'History' }));
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.queryByRole('heading', { name: 'No calls yet' })).toBeNull();
    keptPeople.calls.refuse(null);
    await user.click(again);
    expect(await rowOf('bob')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('names the account of a call, unless it is the only one that is signed in', async () => {
    await openHistory(
      [
        entry('bob'),
        entry('carol', { localUri: 'sip:sales@example.com', direction: 'Outgoing' }),
        entry('dave', { localUri: 'sip:sales@example.com' }),
      ],
      [],
    );
    expect(await rowOf('bob')).not.toHaveTextContent('alice@example.com');
    expect(await rowOf('carol')).toHaveTextContent('as sales@example.com');
    expect(await rowOf('dave')).toHaveTextContent('to sales@example.com');
  });

  it('tells who was busy from whom one declined', async () => {
    const end = { cause: 'busy', initiator: 'remote', sipCode: 486 } as const;
    await openHistory(
      [
        entry('bob', { outcome: 'rejected', direction: 'Outgoing', end, connectedAtMs: null }),
        entry('carol', { outcome: 'rejected', direction: 'Incoming', connectedAtMs: null }),
      ],
      [],
    );
    expect(await rowOf('bob')).toHaveTextContent('Busy');
    expect(await rowOf('carol')).toHaveTextContent('Declined');
  });

  it('lists calls by day with what became of them, how they sounded and their recordings', async () => {
    const yesterday = now - 24 * 3_600_000;
    const quality = {
      measurements: 1,
      meanMosScore: 4.3,
      worstMosScore: 4.3,
      meanPacketLossPercent: 1,
      maxJitterMs: 1,
      roundTripMs: null,
    };
    vi.useFakeTimers({ now, toFake: ['Date'] });
    const { phone } = await openHistory([
      entry('bob', { quality }),
      entry('carol', { startedAtMs: yesterday, outcome: 'missed' }),
      entry('dave', { startedAtMs: yesterday - 1, outcome: 'failed', direction: 'Outgoing' }),
    ]);
    const meta = buildRecordingMeta({ recordingId: asRecordingId('r1'), callId: asCallId('bob') });
    const item = { meta, progress: { phase: 'queued' }, durationMs: 1, bytes: 1, localCopy: null } as const;
    act(() => phone.recordings.setState((state) => ({ ...state, items: [item] })));

    await grid();
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Today',
      'Yesterday',
    ]);
    const bob = await rowOf('Bob Okonkwo');
    expect(bob).toHaveTextContent(/0:47.*Sound good, 1% lost/);
    expect(within(bob).getByRole('link', { name: /^Recording of the call/ })).toHaveAttribute(
      'href',
      '#/recordings/r1',
    );
    expect(await rowOf('carol')).toHaveTextContent('Missed');
    expect(await rowOf('dave')).toHaveTextContent('Not reached');
    vi.useRealTimers();
  });

  it('calls a day yesterday from midnight on', async () => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    await openHistory([entry('bob')]);
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeInTheDocument();
    vi.setSystemTime(now + 24 * 3_600_000);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(screen.getByRole('heading', { name: 'Yesterday' })).toBeInTheDocument();
    vi.useRealTimers();
  });

  it('leads to the newest recording of a call that was recorded more than once, and says how many there are', async () => {
    const { phone } = await openHistory([entry('bob')]);
    const itemOf = (id: string, phase: 'queued' | 'recording') => ({
      meta: buildRecordingMeta({ recordingId: asRecordingId(id), callId: asCallId('bob') }),
      progress: { phase },
      durationMs: 1,
      bytes: 1,
      localCopy: null,
    });
    const items = [itemOf('second', 'recording'), itemOf('first', 'queued')];
    act(() => phone.recordings.setState((state) => ({ ...state, items })));
    const link = within(await rowOf('Bob Okonkwo')).getByRole('link', {
      name: '2 recordings of the call with Bob Okonkwo',
    });
    expect(link).toHaveAttribute('href', '#/recordings/second');
  });

  it('calls back, and goes where the call is', async () => {
    const { phone, user } = await openHistory([entry('carol')]);
    await user.click(await screen.findByRole('button', { name: 'Call carol' }));
    expect(phone.commands).toContainEqual(['placeCall', 'sip:carol@example.com', 'alice@example.com']);
    expect(location.hash).toBe('#/phone');
  });

  it('calls back by the account that was called, and nobody who hid', async () => {
    const { phone, user } = await openHistory([
      entry('carol', { localUri: 'sip:desk@example.net' }),
      entry('hidden', { remoteUri: 'sip:anonymous@anonymous.invalid', remoteDisplayName: 'Anonymous' }),
    ]);
    await user.click(await screen.findByRole('button', { name: 'Call carol' }));
    expect(phone.commands).toContainEqual(['placeCall', 'sip:carol@example.com', 'desk@example.net']);
    location.hash = '#/history';
    await grid();
    expect(screen.queryByRole('button', { name: 'Call Anonymous' })).not.toBeInTheDocument();
  });

  it('is searched, also by the names of contacts, and narrowed to missed calls', async () => {
    const { user } = await openHistory([entry('bob'), entry('carol', { outcome: 'missed' }), entry('dave')]);
    await grid();
    await user.type(screen.getByRole('searchbox'), 'okonkwo');
    await waitFor(() => expect(screen.queryByText('carol')).not.toBeInTheDocument());
    expect(screen.getByText('Bob Okonkwo')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Missed only' }));
    expect(await screen.findByText('carol')).toBeInTheDocument();
    expect(screen.queryByText('dave')).not.toBeInTheDocument();
    await user.type(screen.getByRole('searchbox'), 'nobody');
    expect(await screen.findByRole('heading', { name: 'No call is like that' })).toBeInTheDocument();
  });

  it('deletes a call and takes that back, and the focus stays in the list', async () => {
    const { user } = await openHistory([entry('carol'), entry('dave', { startedAtMs: now - 1 })]);
    await user.click(await screen.findByRole('button', { name: 'More about carol' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByText('carol')).not.toBeInTheDocument());
    expect(screen.getByText('The call was deleted.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('carol')).toBeInTheDocument();
  });

  it('offers to bring a call back until that has worked', async () => {
    const { user, keptPeople } = await openHistory([entry('carol'), entry('dave', { startedAtMs: now - 1 })]);
    await user.click(await screen.findByRole('button', { name: 'More about carol' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    keptPeople.calls.refuse('history/storage-failed');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/does not let the phone keep/);
    keptPeople.calls.refuse(null);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await rowOf('carol')).toBeInTheDocument();
    expect(screen.queryByText('The call was deleted.')).not.toBeInTheDocument();
  });

  it('says why a call cannot be deleted, and not that it was', async () => {
    const { user, keptPeople } = await openHistory([entry('carol'), entry('dave', { startedAtMs: now - 1 })]);
    const remove = async (name: string) => {
      await user.click(await screen.findByRole('button', { name: `More about ${name}` }));
      await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    };
    await remove('carol');
    expect(await screen.findByText('The call was deleted.')).toBeInTheDocument();
    keptPeople.calls.refuse('history/storage-failed');
    await remove('dave');
    expect(await screen.findByRole('alert')).toHaveTextContent(/does not let the phone keep/);
    expect(screen.queryByText('The call was deleted.')).not.toBeInTheDocument();
    expect(await rowOf('dave')).toBeInTheDocument();
  });

  it('deletes all calls only when asked twice', async () => {
    const { user, phone } = await openHistory([entry('carol')]);
    await grid();
    const deleteAll = async () => {
      await user.click(screen.getByRole('button', { name: 'More' }));
      await user.click(await screen.findByRole('menuitem', { name: 'Delete all calls' }));
    };
    await deleteAll();
    await user.click(screen.getByRole('button', { name: 'Keep them' }));
    expect(screen.getByText('carol')).toBeInTheDocument();
    await deleteAll();
    await user.click(screen.getByRole('button', { name: 'Delete all calls' }));
    expect(await screen.findByRole('heading', { name: 'No calls yet' })).toBeInTheDocument();
    expect((await phone.people.open()).history.store.getState().entries).toEqual([]);
  });

  it('goes by the keyboard from call to call, and through what can be done with one', async () => {
    const { user } = await openHistory([
      entry('carol'),
      entry('dave', { startedAtMs: now - 1 }),
      entry('erin', { startedAtMs: now - 2 }),
    ]);
    await grid();
    await act(async () => (await rowOf('carol')).focus());
    await user.keyboard('{ArrowDown}');
    expect(await rowOf('dave')).toHaveFocus();
    await user.keyboard('{End}');
    expect(await rowOf('erin')).toHaveFocus();
    await user.keyboard('{Home}{ArrowUp}');
    expect(await rowOf('carol')).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('button', { name: 'Call carol' })).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(await rowOf('carol')).toHaveFocus();
  });

  it('says that the browser keeps no calls, and lists those of the page', async () => {
    const { phone, keptPeople } = await openHistory([]);
    keptPeople.calls.refuse('history/storage-full');
    const { history } = await phone.people.open();
    act(() =>
      history.add(
        buildCall({
          remoteUri: 'sip:carol@example.com',
          remoteDisplayName: null,
          state: 'Failed',
          endedAt: now,
          end: { cause: 'busy', initiator: 'remote', sipCode: 486, reason: '' },
        }),
        null,
      ),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /no room left to keep your calls.+Free some space/,
    );
    expect(await within(await grid()).findByText('carol')).toBeInTheDocument();
  });
});

describe('missed calls', () => {
  it('are counted in the navigation until the history is opened', async () => {
    const keptPeople = createFakePeople({
      calls: [entry('carol', { outcome: 'missed' }), entry('dave', { outcome: 'missed' })],
    });
    const phone = createFakeSoftphone(aliceAtExample, { people: keptPeople.openPage() });
    const { user } = renderPhone(phone);
    await act(() => phone.people.open());
    const link = screen.getByRole('link', { name: 'History' });
    await waitFor(() => expect(link).toHaveAccessibleDescription('2 missed calls'));
    expect(link).toHaveTextContent('2');
    await user.click(link);
    await grid();
    await waitFor(() => expect(link).not.toHaveAccessibleDescription());
  });
});
