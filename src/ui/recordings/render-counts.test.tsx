import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { layOut } from '#testing/lay-out.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { SoftphoneProvider } from '../shared/softphone-context.ts';
import { RecordingsPage } from './RecordingsPage.tsx';

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

it('renders the row of the recording that is sent, and no other', () => {
  const rendered: string[] = [];
  /** Nothing but its row looks at how large a recording is. */
  const itemOf = (id: string, sentBytes: number): RecordingItem => ({
    meta: buildRecordingMeta({ recordingId: asRecordingId(id) }),
    progress: { phase: 'sending', sentBytes, totalBytes: 100 },
    durationMs: 1000,
    localCopy: null,
    get bytes() {
      rendered.push(id);
      return 100;
    },
  });
  const others = ['one', 'two'].map((id) => itemOf(id, 0));
  const phone = createFakeSoftphone(aliceAtExample);
  const send = (sentBytes: number) =>
    phone.recordings.setState((state) => ({ ...state, items: [itemOf('sent', sentBytes), ...others] }));
  send(1);
  render(
    <SoftphoneProvider value={phone}>
      <main>
        <RecordingsPage part={null} />
      </main>
    </SoftphoneProvider>,
  );
  expect(new Set(rendered)).toEqual(new Set(['sent', 'one', 'two']));
  rendered.length = 0;
  act(() => send(42));
  expect(screen.getByText(/Sending 42%/)).toBeInTheDocument();
  expect(new Set(rendered)).toEqual(new Set(['sent']));
});
