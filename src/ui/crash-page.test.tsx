import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { asCallId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import { createFakeSoftphone } from '#testing/fake-softphone.ts';
import { CrashPage } from './CrashPage.tsx';

it('a page that has failed lets a call that goes on be ended, and says what a reload does to it', async () => {
  const phone = createFakeSoftphone();
  render(<CrashPage phone={phone} diagnose={() => Promise.resolve('')} />);
  expect(screen.queryByRole('button', { name: 'Hang up' })).not.toBeInTheDocument();
  const callIds = ['bob', 'carol'].map(asCallId);
  act(() => {
    for (const callId of callIds) phone.book.add(buildCall({ callId, state: 'Connected', connectedAt: 1 }));
  });
  expect(screen.getByText('Your call goes on. Loading the page again ends it.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Hang up' }));
  expect(phone.commands).toEqual(callIds.map((callId) => ['hangUp', callId]));
});
