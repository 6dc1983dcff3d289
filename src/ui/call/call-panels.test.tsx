import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { CallInfo } from '#core/call/call-info.ts';
import { PhoneError } from '#core/errors/phone-error.ts';
import { asAccountId, asCallId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import { renderPhone } from '#testing/render-phone.tsx';

const callId = asCallId('call-1');
const card = () => screen.getByRole('region', { name: 'Call with bob' });
const button = (name: string) => within(card()).getByRole('button', { name });

function renderCall(changes: Partial<CallInfo> = {}) {
  const rendered = renderPhone();
  act(() => rendered.phone.book.add(buildCall({ state: 'Connected', connectedAt: Date.now(), ...changes })));
  return rendered;
}

describe('the keypad of a call', () => {
  it('sends what is typed, pressed and pasted, each once, and keeps what was sent', async () => {
    const { phone, user } = renderCall();
    await user.click(button('Keypad'));
    const field = within(card()).getByLabelText('Digits');
    expect(field).toHaveFocus();
    await user.keyboard('1');
    await user.click(button('#'));
    await user.click(field);
    await user.paste('55-0 1');
    await user.keyboard('{Backspace}');
    expect(phone.commands).toEqual([
      ['sendDtmf', callId, '1'],
      ['sendDtmf', callId, '#'],
      ['sendDtmf', callId, '5501'],
    ]);
    expect(field).toHaveValue('1#5501');
  });

  it('says what is no digit, and forgets it', async () => {
    const { phone, user } = renderCall();
    vi.spyOn(phone, 'sendDtmf').mockRejectedValueOnce(new PhoneError({ code: 'call/invalid-digits' }));
    await user.click(button('Keypad'));
    await user.keyboard('x');
    expect(card()).toHaveTextContent('These are not keys of a telephone.');
    expect(within(card()).getByLabelText('Digits')).toHaveValue('');
  });

  it('keeps what was sent before a digit failed, and what is typed meanwhile', async () => {
    const { phone, user } = renderCall();
    let fail = () => {};
    vi.spyOn(phone, 'sendDtmf').mockImplementationOnce((_callId, _digits, onSent) => {
      for (const digit of '12') onSent?.(digit);
      return new Promise((_resolve, reject) => {
        fail = () => reject(new PhoneError({ code: 'call/refused-by-peer' }));
      });
    });
    await user.click(button('Keypad'));
    await user.paste('1234');
    await user.keyboard('5');
    expect(within(card()).getByLabelText('Digits')).toHaveValue('12345');
    await act(async () => fail());
    expect(within(card()).getByLabelText('Digits')).toHaveValue('125');
    expect(card()).toHaveTextContent('The other phone did not agree.');
  });

  it('shows what comes in, and so does the call without it', async () => {
    const { phone, user } = renderCall();
    expect(card()).not.toHaveTextContent('Received');
    act(() => phone.receivedDigits.setState(new Map([[callId, '42#']])));
    expect(card()).toHaveTextContent('Received: 42#');
    await user.click(button('Keypad'));
    expect(within(card()).getAllByText('Received: 42#')).toHaveLength(1);
  });
});

describe('the transfer of a call', () => {
  it('goes to whom the person types, and nonsense is said to be', async () => {
    const { phone, user } = renderCall();
    await user.click(button('Transfer'));
    expect(button('Transfer now')).toBeDisabled();
    vi.spyOn(phone, 'transfer').mockRejectedValueOnce(new PhoneError({ code: 'call/invalid-target' }));
    await user.keyboard('a b');
    await user.click(button('Transfer now'));
    expect(within(card()).getByLabelText('Transfer to')).toBeInvalid();
    expect(within(card()).getByLabelText('Transfer to')).toHaveValue('a b');
    await user.clear(within(card()).getByLabelText('Transfer to'));
    await user.keyboard('carol{Enter}');
    expect(phone.commands).toEqual([['transfer', callId, 'carol']]);
  });

  it('asks them first by the account of the call', async () => {
    const { phone, user } = renderCall({ accountId: asAccountId('alice@work.example') });
    await user.click(button('Transfer'));
    await user.keyboard('carol');
    await user.click(button('Ask them first'));
    expect(phone.commands).toEqual([['placeCall', 'carol', 'alice@work.example']]);
  });

  it('connects with another call that is on', async () => {
    const { phone, user } = renderCall({ state: 'Connected', onHold: true });
    const other = asCallId('call-2');
    act(() =>
      phone.book.add(
        buildCall({ callId: other, state: 'Connected', onHold: true, remoteUri: 'sip:carol@example.com' }),
      ),
    );
    await user.click(button('Transfer'));
    await user.click(button('Connect with carol'));
    expect(phone.commands).toEqual([['transferToCall', callId, other]]);
  });

  it('leaves a conversation to its two other parties', async () => {
    const { phone, user } = renderCall();
    const other = asCallId('call-2');
    act(() =>
      phone.book.add(buildCall({ callId: other, state: 'Connected', remoteUri: 'sip:carol@example.com' })),
    );
    expect(screen.queryByRole('button', { name: 'Leave the two to talk' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Talk to all together' }));
    await user.click(screen.getByRole('button', { name: 'Leave the two to talk' }));
    expect(phone.commands).toEqual([['bringTogether'], ['transferToCall', callId, other]]);
  });

  it.each([
    ['Requested', 'Waiting for the other side to call carol@example.com…'],
    ['Accepted', 'Waiting for the other side to call carol@example.com…'],
    ['Ringing', 'It rings at carol@example.com…'],
  ] as const)('says once what it waits for: %j', (status, text) => {
    const transfer = { targetUri: 'sip:carol@example.com', consultation: null, status };
    renderCall({ state: 'Connected', transfer: { initiator: 'local', ...transfer } });
    expect(within(card()).getAllByText(text)).toHaveLength(1);
  });

  it('that fails says why in words until it is dismissed, and on other pages that it did', async () => {
    const status = { Failed: '486 Busy Here' };
    const transfer = { targetUri: 'sip:carol@example.com', consultation: null, status };
    const { phone, user } = renderCall({ state: 'Connected', transfer: { initiator: 'local', ...transfer } });
    const alert = () => within(card()).getByRole('alert');
    expect(alert()).toHaveTextContent('did not work. The call is with you again.carol@example.com is busy.');
    expect(
      within(alert())
        .getByText(/486 Busy Here/)
        .closest('details'),
    ).not.toHaveAttribute('open');
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    expect(alert()).toHaveTextContent(/The call is with you again\.$/);
    await user.click(button('Dismiss'));
    expect(within(card()).queryByRole('alert')).not.toBeInTheDocument();
    expect(phone.commands).toEqual([['dismissTransfer', callId]]);
  });

  it('is offered on the card of a consultation, to send on the one who is held', async () => {
    const { phone, user } = renderCall({ state: 'Connected', onHold: true });
    const asked = asCallId('call-2');
    expect(screen.queryByRole('button', { name: 'Connect with bob' })).not.toBeInTheDocument();
    act(() =>
      phone.book.add(buildCall({ callId: asked, state: 'Ringing', remoteUri: 'sip:carol@example.com' })),
    );
    expect(screen.queryByRole('button', { name: 'Connect with bob' })).not.toBeInTheDocument();
    act(() => phone.book.change(asked, { state: 'Connected' }));
    await user.click(screen.getByRole('button', { name: 'Connect with bob' }));
    expect(phone.commands).toEqual([['transferToCall', callId, asked]]);
  });

  it('that the other side wants is made only when the person says so', async () => {
    const transfer = { targetUri: 'sip:carol@example.com', consultation: null, status: 'Requested' } as const;
    const { phone, user } = renderCall({ transfer: { initiator: 'remote', ...transfer } });
    expect(within(card()).getByRole('alert')).toHaveTextContent('asks you to call carol@example.com instead');
    await user.click(button('Call them'));
    await user.click(button('Stay here'));
    expect(phone.commands).toEqual([
      ['acceptTransfer', callId],
      ['declineTransfer', callId],
    ]);
    expect(within(card()).queryByRole('alert')).not.toBeInTheDocument();
  });
});
