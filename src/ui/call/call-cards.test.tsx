import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '#core/errors/phone-error.ts';
import { addMeasurement, noQuality } from '#core/quality/call-quality.ts';
import { toMediaQuality } from '#core/quality/media-quality.ts';
import { asCallId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import { callId, card, change, renderCall } from '#testing/call-card.ts';
import { renderPhone } from '#testing/render-phone.tsx';

// However long the page takes to be drawn, a call is as old as the test makes it.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

it('says that the person talks while muted, on the card of the call that is', () => {
  const { phone } = renderPhone();
  act(() => {
    phone.book.add(buildCall({ state: 'Connected', connectedAt: Date.now(), microphoneMuted: true }));
    phone.talkingWhileMuted.setState(true);
  });
  expect(screen.getByText('You are talking, but you are muted')).toBeVisible();
  act(() => phone.talkingWhileMuted.setState(false));
  expect(screen.getByText('You, muted')).toBeVisible();
});

it('says where a call was sent on to, and calls there when the person says so', async () => {
  const { phone, user } = renderPhone();
  act(() => phone.book.add(buildCall({ remoteUri: 'sip:bob@example.com' })));
  change(phone, {
    state: 'Failed',
    endedAt: Date.now(),
    end: {
      cause: 'redirected',
      initiator: 'remote',
      sipCode: 302,
      reason: '',
      movedTo: 'sip:carol@example.com',
    },
  });
  expect(card()).toHaveTextContent('bob asks you to call carol@example.com instead.');
  expect(phone.commands).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Call carol@example.com' }));
  expect(phone.commands).toEqual([['placeCall', 'sip:carol@example.com']]);
});

describe('the card of a call', () => {
  afterEach(() => vi.useRealTimers());

  it('follows the call in its state and in words', () => {
    vi.useFakeTimers({ now: 1_700_000_010_000 });
    const { phone } = renderCall();
    expect(card()).toHaveAttribute('data-call-state', 'Initiating');
    expect(card()).toHaveTextContent('Calling…');
    change(phone, { state: 'Ringing' });
    expect(card()).toHaveTextContent('Ringing…');
    change(phone, { state: 'Connected', connectedAt: 1_700_000_010_000 });
    expect(card()).toHaveAttribute('data-call-state', 'Connected');
    expect(card()).toHaveTextContent('In call 0:00');
    act(() => {
      vi.advanceTimersByTime(12_300);
    });
    expect(card()).toHaveTextContent('In call 0:12');
  });

  it('shows who it is and what it is about', () => {
    renderCall({ remoteDisplayName: 'Bob \u202Eoko', subject: 'Two boxes\r\nare missing' });
    expect(within(card('Bob oko')).getByText('bob@example.com')).toBeInTheDocument();
    expect(within(card('Bob oko')).getByText('Two boxes are missing')).toBeInTheDocument();
  });

  it('shows markup in a name as text', () => {
    renderCall({ remoteDisplayName: '<img src=x onerror=alert(1)>' });
    expect(card('<img src=x onerror=alert(1)>').querySelector('img')).toBeNull();
  });

  it('mutes and unmutes, once the call is answered', async () => {
    const { phone, user } = renderCall();
    expect(within(card()).getByRole('button', { name: 'Mute' })).toBeDisabled();
    change(phone, { state: 'Connected', connectedAt: Date.now() });
    await user.click(within(card()).getByRole('button', { name: 'Mute' }));
    expect(within(card()).getByText('You, muted')).toBeInTheDocument();
    await user.click(within(card()).getByRole('button', { name: 'Unmute' }));
    expect(phone.commands).toEqual([
      ['setMuted', callId, true],
      ['setMuted', callId, false],
    ]);
  });

  it('holds and resumes, says who holds, and why it could not', async () => {
    const { phone, user } = renderCall();
    expect(within(card()).getByRole('button', { name: 'Hold' })).toBeDisabled();
    change(phone, { state: 'Connected', connectedAt: Date.now() });
    await user.click(within(card()).getByRole('button', { name: 'Hold' }));
    expect(card()).toHaveTextContent('On hold 0:00');
    await user.click(within(card()).getByRole('button', { name: 'Resume' }));
    expect(card()).toHaveTextContent('In call 0:00');
    change(phone, { remoteOnHold: true });
    expect(card()).toHaveTextContent('Held by the other side 0:00');

    vi.spyOn(phone, 'hold').mockRejectedValueOnce(new PhoneError({ code: 'call/refused-by-peer' }));
    await user.click(within(card()).getByRole('button', { name: 'Hold' }));
    expect(await within(card()).findByRole('alert')).toHaveTextContent('The other phone did not agree.');
    await user.click(within(card()).getByRole('button', { name: 'Hold' }));
    expect(within(card()).queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says what the other phone is being asked until it has agreed, whoever has asked', () => {
    const { phone } = renderCall({ state: 'Connected', connectedAt: Date.now(), holdChange: 'holding' });
    expect(card()).toHaveTextContent('Holding… 0:00');
    expect(within(card()).getByRole('button', { name: 'Holding…' })).toHaveAttribute('aria-disabled', 'true');
    change(phone, { onHold: true, holdChange: null });
    expect(card()).toHaveTextContent('On hold 0:00');
    change(phone, { holdChange: 'resuming' });
    expect(card()).toHaveTextContent('Resuming… 0:00');
    expect(within(card()).getByRole('button', { name: 'Resuming…' })).toBeInTheDocument();
  });

  it('says that the call goes on while nothing comes through, and nothing else about its sound', () => {
    const { phone } = renderCall({ state: 'Connected', connectedAt: Date.now(), mediaLost: true });
    act(() => phone.quality.setState(new Map([[callId, { ...noQuality, oneWay: 'nothing-arrives' }]])));
    expect(card()).toHaveTextContent('Reconnecting');
    expect(within(card()).getByRole('alert')).toHaveTextContent(
      /^You cannot hear each other .* Your call goes on\.$/,
    );
    change(phone, { mediaLost: false });
    expect(card()).toHaveTextContent('In call');
  });

  it('says how the call sounds, with its figures, and afterwards how it sounded', () => {
    const { phone } = renderCall({ state: 'Connected', connectedAt: Date.now() });
    expect(card()).not.toHaveTextContent(/Sound/);
    const second = { atMs: 0, mosScore: 3.4, packetLossPercent: 7.25, jitterMs: 31, roundTripMs: 120 };
    act(() => phone.quality.setState(new Map([[callId, addMeasurement(noQuality, second)]])));
    change(phone, { quality: toMediaQuality(second) });
    expect(card()).toHaveTextContent('Sound fair');
    expect(
      within(card()).getByRole('img', {
        name: '7.3% of the sound lost, 31 ms jitter, 120 ms there and back',
      }),
    ).toBeInTheDocument();
    change(phone, { remoteOnHold: true });
    expect(card()).toHaveTextContent('Held by the other side');
    expect(card()).not.toHaveTextContent('Sound fair');
    change(phone, { state: 'Terminated', endedAt: Date.now(), wasConnectedWhenEnded: true });
    expect(card()).toHaveTextContent('Sound fair, 7.3% lost');
  });

  it.each([
    ['nothing-arrives', [true, false], /^No sound arrives from the other side/],
    ['nothing-leaves', [false, true], /^No sound leaves this computer/],
  ] as const)('says once that %s', (oneWay, silent, words) => {
    const { phone } = renderCall({ state: 'Connected', connectedAt: Date.now() });
    act(() => {
      phone.setRecording(callId, { phase: 'on', sinceMs: Date.now(), paused: false, silent });
      phone.quality.setState(new Map([[callId, { ...noQuality, oneWay }]]));
    });
    expect(within(card()).getByRole('alert')).toHaveTextContent(words);
    expect(within(card()).getByRole('alert')).not.toHaveTextContent('10 seconds');
  });

  it('stays when the call has ended, says why and how long it was, and calls again', async () => {
    const { phone, user } = renderCall({ state: 'Connected', connectedAt: 1_700_000_000_000 });
    change(phone, {
      state: 'Terminated',
      endedAt: 1_700_000_083_000,
      wasConnectedWhenEnded: true,
      end: { cause: 'hung-up', initiator: 'remote', sipCode: null, reason: '' },
    });
    expect(card()).toHaveAttribute('data-call-state', 'Terminated');
    expect(card()).toHaveTextContent('bob hung up.');
    expect(card()).toHaveTextContent('Lasted 1:23');
    await user.click(within(card()).getByRole('button', { name: 'Call again' }));
    expect(phone.commands).toEqual([['placeCall', 'sip:bob@example.com']]);
    expect(card()).toHaveAttribute('data-call-state', 'Initiating');
  });

  it('says what of ours went wrong, with the rest under "Details"', () => {
    const { phone } = renderCall();
    change(phone, {
      state: 'Failed',
      endedAt: Date.now(),
      error: { code: 'media/microphone-busy', details: 'NotReadableError' },
    });
    expect(card()).toHaveTextContent('Your microphone is in use by another program.');
    expect(within(card()).getByText(/NotReadableError/)).not.toBeVisible();
  });

  it('goes when it is dismissed, also after a look at another page', async () => {
    const { user } = renderCall();
    await user.click(within(card()).getByRole('button', { name: 'Hang up' }));
    await user.click(within(card()).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('region', { name: 'Call with bob' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Recordings' }));
    await user.click(screen.getByRole('link', { name: 'Phone' }));
    expect(screen.queryByRole('region', { name: 'Call with bob' })).not.toBeInTheDocument();
  });

  it('gives the room of the oldest of four ended calls to the newest', () => {
    const { phone } = renderPhone();
    for (const name of ['one', 'two', 'three', 'four']) {
      const id = asCallId(name);
      act(() => phone.book.add(buildCall({ callId: id, remoteUri: `sip:${name}@example.com` })));
      act(() => phone.book.change(id, { state: 'Failed', endedAt: Date.now() }));
    }
    const shown = screen
      .getAllByRole('region', { name: /Call with/ })
      .map((region) => region.getAttribute('aria-label'));
    expect(shown).toEqual(['Call with four', 'Call with three', 'Call with two']);
  });
});

describe('the strip', () => {
  it('keeps the call in reach on the other pages', async () => {
    const { phone, user } = renderCall({ state: 'Connected', connectedAt: Date.now() });
    await user.click(screen.getByRole('link', { name: 'Recordings' }));
    expect(card()).toHaveAttribute('data-call-state', 'Connected');
    expect(card()).toHaveTextContent('In call 0:00');
    await user.click(within(card()).getByRole('button', { name: 'Mute' }));
    await user.click(within(card()).getByRole('button', { name: 'Hang up' }));
    // The page looks for its recordings, sooner or later: it is loaded when it is first wanted.
    const names = phone.commands.map(([name]) => name).filter((name) => name !== 'refreshRecordings');
    expect(names).toEqual(['setMuted', 'hangUp']);
  });
});
