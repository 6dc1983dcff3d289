import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { asRecordingId } from '#core/shared/ids.ts';
import { createStore } from '#core/shared/store.ts';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { createFakeDesk } from '#testing/fake-desk.ts';
import { createFakeDeviceStorage } from '#testing/fake-device-storage.ts';
import { createFakePeople } from '#testing/fake-people.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { buildContact, buildEntry } from '#testing/people-builders.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { renderPhone } from '#testing/render-phone.tsx';

const item = (id: string, changes: Partial<RecordingItem>): RecordingItem => ({
  meta: buildRecordingMeta({ recordingId: asRecordingId(id) }),
  progress: { phase: 'queued' },
  durationMs: 1000,
  bytes: 1_500_000,
  localCopy: { endsAtMs: null },
  ...changes,
});

async function openData({ storage = createFakeDeviceStorage() } = {}) {
  const people = createFakePeople({ calls: [buildEntry()], contacts: [buildContact()] });
  const phone = createFakeSoftphone(aliceAtExample, { people: people.openPage() });
  phone.recordings.setState((state) => ({
    ...state,
    items: [
      item('unsent-1', {}),
      item('unsent-2', {
        progress: { phase: 'waiting', error: { code: 'upload/refused' }, retryAtMs: null },
      }),
      item('copy', { progress: { phase: 'stored', url: '/recordings/copy' } }),
      item('far', { progress: { phase: 'stored', url: '/recordings/far' }, localCopy: null }),
    ],
  }));
  let staying = 1;
  const signIns = {
    last: () => ({ address: 'alice@example.com', displayName: '', server: '' }),
    error: createStore(null),
    canStay: true,
    stays: () => true,
    note: () => undefined,
    countStaying: () => Promise.resolve(staying),
    forgetAll() {
      staying = 0;
      return Promise.resolve();
    },
  };
  const { user } = renderPhone(phone, {}, null, null, createFakeDesk(), { storage, signIns });
  await user.click(screen.getByRole('link', { name: 'Settings' }));
  const region = await screen.findByRole('region', { name: 'Data' }, { timeout: 5000 });
  const row = (name: string) => within(region).getByRole('region', { name });
  const remove = async (name: string, answer: string) => {
    await user.click(within(region).getByRole('button', { name: `Delete: ${name}` }));
    await user.click(within(row(name)).getByRole('button', { name: answer }));
  };
  return { phone, user, storage, people, row, remove, region };
}

it('says what is kept, how much, and whether the browser keeps it', async () => {
  const storage = createFakeDeviceStorage();
  storage.keepSetting('dark');
  storage.leaveExports(2_500_000);
  const { row, user, region } = await openData({ storage });
  expect(await within(region).findByText('12 MB of 1 GB are used.')).toBeVisible();
  expect(row('Recordings that are not sent')).toHaveTextContent('2 recordings, 3 MB');
  expect(row('Copies of recordings that are stored')).toHaveTextContent('1 recording, 1.5 MB');
  expect(row('Files made to be saved')).toHaveTextContent('2.5 MB');
  expect(await within(region).findByRole('button', { name: 'Delete: Calls in the history' })).toBeVisible();
  expect(row('Contacts')).toHaveTextContent('1');
  expect(row('Sign-ins')).toHaveTextContent('an account that stays signed in');
  expect(row('Settings')).toHaveTextContent('4 byte');
  expect(region).toHaveTextContent('The browser may delete it by itself');
  storage.answer(false);
  await user.click(screen.getByRole('button', { name: 'Ask the browser to keep it' }));
  expect(region).toHaveTextContent('The browser did not agree.');
  storage.answer(true);
  await user.click(screen.getByRole('button', { name: 'Ask the browser to keep it' }));
  expect(region).toHaveTextContent('The browser keeps everything until you delete it.');
});

it('deletes no recording that was not sent without saying that it is nowhere else', async () => {
  const { phone, user, row, remove } = await openData();
  const name = 'Recordings that are not sent';
  await user.click(screen.getByRole('button', { name: `Delete: ${name}` }));
  expect(row(name)).toHaveTextContent('These 2 recordings are nowhere else. Delete them for good?');
  expect(screen.getByRole('button', { name: 'Keep them' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Keep them' }));
  expect(phone.commands).not.toContainEqual(['deleteLocalRecording', 'unsent-1']);
  await remove('Copies of recordings that are stored', 'Delete');
  const deleted = () => phone.commands.filter(([command]) => command === 'deleteLocalRecording');
  expect(deleted()).toEqual([['deleteLocalRecording', 'copy']]);
  await remove(name, 'Delete for good');
  expect(deleted().slice(1)).toEqual([
    ['deleteLocalRecording', 'unsent-1'],
    ['deleteLocalRecording', 'unsent-2'],
  ]);
});

it('deletes each kind by itself', async () => {
  const storage = createFakeDeviceStorage();
  storage.keepSetting('dark');
  storage.leaveExports(2_500_000);
  const { phone, row, remove } = await openData({ storage });
  await screen.findByRole('button', { name: 'Delete: Calls in the history' });
  await remove('Contacts', 'Delete');
  expect(await within(row('Contacts')).findByText('Nothing')).toBeVisible();
  const people = await phone.people.open();
  expect(people.history.store.getState().entries).toHaveLength(1);
  await remove('Calls in the history', 'Delete');
  expect(await within(row('Calls in the history')).findByText('Nothing')).toBeVisible();
  await remove('Files made to be saved', 'Delete');
  expect(await within(row('Files made to be saved')).findByText('Nothing')).toBeVisible();
  await remove('Sign-ins', 'Delete');
  expect(await within(row('Sign-ins')).findByText('The last address and server')).toBeVisible();
  await remove('Settings', 'Delete');
  expect(await within(row('Settings')).findByRole('button', { name: 'Reload the page' })).toBeVisible();
  expect(storage.settingsBytes()).toBe(0);
});

it('says that storage is switched off, and what that means', async () => {
  const storage = createFakeDeviceStorage();
  storage.switchOff();
  const { region } = await openData({ storage });
  expect(await within(region).findByText(/keeps nothing: storage is switched off/)).toBeVisible();
  expect(within(region).getByText(/Allow this page to save data/)).toBeVisible();
});
