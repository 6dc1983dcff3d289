import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { SoftphoneProvider } from '../shared/softphone-context.ts';
import { RecordingDetails } from './RecordingDetails.tsx';

afterEach(() => vi.restoreAllMocks());

const stored: RecordingItem = {
  meta: buildRecordingMeta({ recordingId: asRecordingId('bob') }),
  progress: { phase: 'stored', url: '/recordings/bob' },
  durationMs: 120_000,
  bytes: 1_000_000,
  localCopy: null,
  allows: ['notes'],
};

function renderDetails(first = stored) {
  const phone = createFakeSoftphone(aliceAtExample);
  const withItem = (item: RecordingItem) => (
    <SoftphoneProvider value={phone}>
      <RecordingDetails item={item} onDeleteCopy={null} />
    </SoftphoneProvider>
  );
  const { rerender, unmount } = render(withItem(first));
  return {
    phone,
    unmount,
    show: (item: RecordingItem) => rerender(withItem(item)),
    field: () => screen.getByRole('textbox', { name: 'Notes' }),
    sent: () => phone.commands.filter(([command]) => command === 'setNotes'),
    user: userEvent.setup(),
  };
}

it('keeps notes when one leaves them', async () => {
  const { user, field, sent } = renderDetails();
  await user.type(field(), 'call back');
  await user.tab();
  expect(sent()).toEqual([['setNotes', 'bob', 'call back']]);
});

it.each([
  ['goes to another page', ({ unmount }: { readonly unmount: () => void }) => unmount()],
  [
    'hides the page',
    () => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
      document.dispatchEvent(new Event('visibilitychange'));
    },
  ],
])('keeps notes once, when one %s in the middle of them', async (_name, leave) => {
  const { user, field, sent, unmount } = renderDetails();
  await user.type(field(), 'call back');
  leave({ unmount });
  expect(sent()).toEqual([['setNotes', 'bob', 'call back']]);
  unmount();
  expect(sent()).toHaveLength(1);
});

it('keeps notes a moment after the last key, and when one leaves them those that could not be', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { phone, field, sent } = renderDetails();
  vi.spyOn(phone, 'setNotes').mockRejectedValueOnce(new Error('away'));
  fireEvent.change(field(), { target: { value: 'call back' } });
  await act(() => vi.advanceTimersByTimeAsync(2000));
  expect(screen.getByRole('alert')).toHaveTextContent('Your notes could not be kept.');
  await act(async () => {
    fireEvent.blur(field());
    await Promise.resolve();
  });
  expect(sent()).toEqual([['setNotes', 'bob', 'call back']]);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('leaves notes alone that were written elsewhere meanwhile', () => {
  const { show, sent, unmount } = renderDetails();
  show({ ...stored, notes: 'by somebody else' });
  unmount();
  expect(sent()).toEqual([]);
});

it('shows notes that the store did not take, where none can be written any more', () => {
  const refused = { ...stored, notes: 'call back', notesRefused: true, localCopy: { endsAtMs: null } };
  const { show, field } = renderDetails(refused);
  expect(field()).toHaveValue('call back');
  show({ ...refused, allows: ['delete'] });
  expect(screen.queryByRole('textbox', { name: 'Notes' })).not.toBeInTheDocument();
  expect(screen.getByText('call back')).toBeVisible();
});

it('keeps what is typed while the recording arrives at the store, and writes it down there', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { show, field, sent } = renderDetails();
  const { allows: _, ...justArrived } = stored;
  show(justArrived);
  fireEvent.change(field(), { target: { value: 'call back' } });
  fireEvent.blur(field());
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(field()).toHaveValue('call back');
  expect(sent()).toEqual([]);
  show(stored);
  await act(() => vi.advanceTimersByTimeAsync(2000));
  expect(sent()).toEqual([['setNotes', 'bob', 'call back']]);
});
