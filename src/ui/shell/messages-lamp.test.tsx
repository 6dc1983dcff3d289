import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { asAccountId } from '#core/shared/ids.ts';
import type { MessageSummary } from '#core/subscription/message-summary.ts';
import { aliceAtExample, createFakeSoftphone, type FakeSoftphone } from '#testing/fake-softphone.ts';
import { renderPhone } from '#testing/render-phone.tsx';

const alice = asAccountId('alice@example.com');
const wait = (phone: FakeSoftphone, summary: Partial<MessageSummary> = {}) =>
  act(() =>
    phone.waitingMessages.setState(
      new Map([[alice, { isWaiting: true, newCount: 2, voicemailUri: 'sip:*97@example.com', ...summary }]]),
    ),
  );
const lamp = () => screen.getByRole('button', { name: '2 new messages: call the voicemail' });

describe('the lamp of waiting messages', () => {
  it('is dark where none wait, and where nothing is known', () => {
    const { phone } = renderPhone();
    expect(screen.queryByText(/new message/)).not.toBeInTheDocument();
    wait(phone, { isWaiting: false });
    expect(screen.queryByText(/new message/)).not.toBeInTheDocument();
  });

  it('says how many wait, and calls the voicemail by its account', async () => {
    const { phone, user } = renderPhone();
    wait(phone);
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    await user.click(lamp());
    expect(phone.commands).toEqual([['placeCall', 'sip:*97@example.com', alice]]);
    expect(screen.getByRole('region', { name: /^Call with/ })).toBeInTheDocument();
  });

  it('calls what the account says in the place of what the server says', async () => {
    const { phone, user } = renderPhone(createFakeSoftphone({ ...aliceAtExample, voicemail: '86' }));
    wait(phone);
    await user.click(lamp());
    expect(phone.commands).toEqual([['placeCall', '86', alice]]);
  });

  it('is no button where nobody says what to call', () => {
    const { phone } = renderPhone();
    wait(phone, { voicemailUri: null, newCount: 1 });
    expect(screen.getByRole('img', { name: '1 new message' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /new message/ })).not.toBeInTheDocument();
  });

  it('cannot be pressed while the account is not registered', () => {
    const { phone } = renderPhone();
    wait(phone);
    act(() => phone.setRegistration({ status: 'connecting', error: null }));
    expect(lamp()).toBeDisabled();
  });
});
