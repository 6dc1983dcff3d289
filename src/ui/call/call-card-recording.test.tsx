import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { callId, card, renderCall } from '#testing/call-card.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { renderPhone } from '#testing/render-phone.tsx';

// However long the page takes to be drawn, a call is as old as the test makes it.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

describe('the card of a call that can be recorded', () => {
  it('says that the call is recorded while it is', () => {
    const { phone } = renderCall({ state: 'Connected', connectedAt: Date.now() });
    expect(within(card()).queryByText('Recording')).not.toBeInTheDocument();
    const sinceMs = Date.now() - 12_000;
    act(() => phone.setRecording(callId, { phase: 'on', sinceMs, paused: false, silent: [false, false] }));
    expect(within(card()).getByText('Recording').parentElement).toHaveTextContent('0:12');
    act(() => phone.setRecording(callId, { phase: 'off', error: { code: 'recording/storage-full' } }));
    expect(within(card()).queryByText('Recording')).not.toBeInTheDocument();
    expect(within(card()).getByRole('alert')).toHaveTextContent(/no room left/);
  });

  it('can be recorded again after that has failed', async () => {
    const { phone, user } = renderCall({ state: 'Connected', connectedAt: Date.now() });
    act(() => phone.setRecording(callId, { phase: 'off', error: { code: 'recording/storage-failed' } }));
    await user.click(within(card()).getByRole('button', { name: 'Record' }));
    expect(phone.commands).toEqual([['startRecording', callId]]);
    expect(within(card()).queryByRole('alert')).not.toBeInTheDocument();
  });

  it('can be paused and not stopped where every call is recorded', () => {
    const plain = createFakeSoftphone(aliceAtExample);
    const recordingRules = { ...plain.recordingRules, policy: 'always' } as const;
    const phone = { ...plain, recordingRules };
    renderPhone(phone);
    act(() => phone.book.add(buildCall({ state: 'Connected', connectedAt: Date.now() })));
    act(() => phone.startRecording(callId));
    expect(within(card()).getByRole('button', { name: 'Pause recording' })).toBeEnabled();
    expect(within(card()).queryByRole('button', { name: 'Stop recording' })).not.toBeInTheDocument();
  });

  it('asks whether the call is to be recorded, takes a no, and starts later all the same', async () => {
    const { phone, user } = renderCall({ state: 'Connected', connectedAt: Date.now() });
    expect(within(card()).queryByRole('button', { name: 'Record' })).not.toBeInTheDocument();
    act(() => phone.setRecording(callId, { phase: 'asking' }));
    expect(within(card()).getByText('Record this call?')).toBeInTheDocument();
    expect(within(card()).getByText('This call is recorded.')).toBeInTheDocument();
    await user.click(within(card()).getByRole('button', { name: 'Do not record' }));
    expect(within(card()).queryByText('Record this call?')).not.toBeInTheDocument();
    await user.click(within(card()).getByRole('button', { name: 'Record' }));
    expect(within(card()).getByText('Recording')).toBeInTheDocument();
    expect(phone.commands).toEqual([
      ['declineRecording', callId],
      ['startRecording', callId],
    ]);
  });

  it('pauses and ends the recording, and says so', async () => {
    const { phone, user } = renderCall({ state: 'Connected', connectedAt: Date.now() });
    act(() => phone.startRecording(callId));
    await user.click(within(card()).getByRole('button', { name: 'Pause recording' }));
    expect(within(card()).getByText('Recording paused')).toBeInTheDocument();
    await user.click(within(card()).getByRole('button', { name: 'Resume recording' }));
    expect(within(card()).getByText('Recording')).toBeInTheDocument();
    await user.click(within(card()).getByRole('button', { name: 'Stop recording' }));
    expect(within(card()).queryByText('Recording')).not.toBeInTheDocument();
    expect(within(card()).getByRole('button', { name: 'Record' })).toBeEnabled();
  });

  it('warns when a side that should be heard is silent', () => {
    const { phone } = renderCall({ state: 'Connected', connectedAt: Date.now() });
    const on = { phase: 'on', sinceMs: Date.now(), paused: false } as const;
    act(() => phone.setRecording(callId, { ...on, silent: [false, true] }));
    expect(within(card()).getByRole('alert')).toHaveTextContent(
      /^Nothing has been heard from your microphone/,
    );
    act(() => phone.setRecording(callId, { ...on, silent: [true, false] }));
    expect(within(card()).getByRole('alert')).toHaveTextContent(
      /^Nothing has been heard from the other side/,
    );
    act(() => phone.setRecording(callId, { ...on, silent: [false, false] }));
    expect(within(card()).queryByRole('alert')).not.toBeInTheDocument();
    act(() => phone.setRecording(callId, { ...on, silent: [false, false], soundless: true }));
    expect(within(card()).getByRole('alert')).toHaveTextContent(
      /^The recording gets no sound, only the packets/,
    );
  });
});

describe('the strip of a recorded call', () => {
  it('says that the call is recorded, and when that is paused', async () => {
    const { phone, user } = renderCall({ state: 'Connected', connectedAt: Date.now() });
    await user.click(screen.getByRole('link', { name: 'Recordings' }));
    act(() => phone.startRecording(callId));
    expect(within(card()).getByText('Recording')).toBeInTheDocument();
    act(() => phone.setRecordingPaused(callId, true));
    expect(within(card()).getByText('Recording paused')).toBeInTheDocument();
    expect(within(card()).queryByText('Recording')).not.toBeInTheDocument();
  });
});
