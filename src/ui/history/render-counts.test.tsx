import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { asCallId } from '#core/shared/ids.ts';
import { createFakePeople } from '#testing/fake-people.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { layOut } from '#testing/lay-out.ts';
import { buildEntry } from '#testing/people-builders.ts';
import { SoftphoneProvider } from '../shared/softphone-context.ts';
import { HistoryPage } from './HistoryPage.tsx';

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

/** A call that notes when its row renders: nobody else asks how it sounded. */
function notingEntry(name: string, rendered: string[]): HistoryEntry {
  const entry = buildEntry({
    callId: asCallId(name),
    remoteUri: `sip:${name}@example.com`,
    remoteDisplayName: null,
  });
  return Object.defineProperty(entry, 'quality', {
    get() {
      rendered.push(name);
      return null;
    },
  });
}

it('renders no call again that a search goes on finding', async () => {
  const rendered: string[] = [];
  const calls = ['bob', 'carol', 'dave'].map((name) => notingEntry(name, rendered));
  const phone = createFakeSoftphone(aliceAtExample, { people: createFakePeople({ calls }).openPage() });
  render(
    <SoftphoneProvider value={phone}>
      <HistoryPage part={null} />
    </SoftphoneProvider>,
  );
  await waitFor(() => expect(new Set(rendered).size).toBe(3));
  rendered.length = 0;
  const user = userEvent.setup();
  await user.type(screen.getByRole('searchbox'), 'example');
  expect(rendered).toEqual([]);
  await user.type(screen.getByRole('searchbox'), ' carol');
  await waitFor(() => expect(screen.queryByText('bob')).not.toBeInTheDocument());
});
