import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '#core/errors/phone-error.ts';
import { asCallId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import { renderPhone } from '#testing/render-phone.tsx';

// However long the page takes to be drawn, a call is as old as the test makes it.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const callId = asCallId('call-1');
const carolId = asCallId('call-2');
const card = (name: string) => screen.getByRole('region', { name: `Call with ${name}` });

describe('several calls', () => {
  /** Bob is held, and Carol is talked to. */
  const renderTwo = () => {
    const rendered = renderPhone();
    const connected = { state: 'Connected', connectedAt: Date.now() } as const;
    act(() => {
      rendered.phone.book.add(buildCall({ ...connected, onHold: true }));
      rendered.phone.book.add(
        buildCall({ ...connected, callId: carolId, remoteUri: 'sip:carol@example.com' }),
      );
    });
    return rendered;
  };
  /** Only a card has it. */
  const isWhole = (name: string) => within(card(name)).queryByRole('button', { name: 'Keypad' }) !== null;

  it('are one that is whole and a line for each other, with what is needed in a hurry', async () => {
    const { phone, user } = renderTwo();
    expect([isWhole('bob'), isWhole('carol')]).toEqual([false, true]);
    expect(card('bob')).toHaveTextContent('On hold 0:00');
    act(() => phone.startRecording(callId));
    expect(within(card('bob')).getByText('Recording')).toBeInTheDocument();
    await user.click(within(card('bob')).getByRole('button', { name: 'Hang up' }));
    expect(phone.commands.at(-1)).toEqual(['hangUp', callId]);
    expect(isWhole('carol')).toBe(true);
  });

  it('change places when the held one is taken back, and the focus goes along', async () => {
    const { phone, user } = renderTwo();
    await user.click(within(card('bob')).getByRole('button', { name: 'Resume' }));
    act(() => phone.book.change(carolId, { onHold: true }));
    expect([isWhole('bob'), isWhole('carol')]).toEqual([true, false]);
    await waitFor(() => expect(card('bob')).toHaveFocus());
  });

  it('show the one whole that the person opens, until they are in another', async () => {
    const { phone, user } = renderTwo();
    await user.click(within(card('bob')).getByRole('button', { name: 'bob' }));
    expect([isWhole('bob'), isWhole('carol')]).toEqual([true, false]);
    act(() => phone.book.add(buildCall({ callId: asCallId('call-3'), remoteUri: 'sip:dave@example.com' })));
    expect([isWhole('bob'), isWhole('carol'), isWhole('dave')]).toEqual([false, false, true]);
  });

  it('say beside the line why a call could not be taken back', async () => {
    const { phone, user } = renderTwo();
    vi.spyOn(phone, 'resume').mockRejectedValueOnce(new PhoneError({ code: 'call/refused-by-peer' }));
    await user.click(within(card('bob')).getByRole('button', { name: 'Resume' }));
    expect(await within(card('bob')).findByRole('alert')).toHaveTextContent('The other phone did not agree.');
  });

  it('that are together can be muted and taken out one by one', async () => {
    const { phone, user } = renderTwo();
    await user.click(screen.getByRole('button', { name: 'Talk to all together' }));
    act(() => phone.book.change(callId, { onHold: false }));
    await user.click(within(card('bob')).getByRole('button', { name: 'Mute' }));
    await user.click(within(card('bob')).getByRole('button', { name: 'Take out and hold' }));
    expect(phone.commands.slice(1)).toEqual([
      ['setMuted', callId, true],
      ['takeApart', callId],
    ]);
  });
});
