import { expect, it } from 'vitest';
import { connect, hungUp, setUp } from '#testing/phone-bench.ts';

async function connectMuted() {
  const parts = setUp();
  const call = await connect(parts);
  expect(parts.microphone.open()).toBe(1);
  parts.phone.setMuted(call.callId, true);
  // The call's own copy and the one that listens.
  await expect.poll(parts.microphone.open).toBe(2);
  return { ...parts, ...call };
}

it('who talks while muted is told, and not any more once unmuted', async () => {
  const { phone, callAudio, clock, microphone, callId } = await connectMuted();
  callAudio.setLevel(0.001);
  clock.advance(1000);
  expect(phone.talkingWhileMuted.getState()).toBe(false);
  callAudio.setLevel(0.1);
  clock.advance(1000);
  expect(phone.talkingWhileMuted.getState()).toBe(true);
  callAudio.setLevel(0.001);
  clock.advance(3000);
  expect(phone.talkingWhileMuted.getState()).toBe(false);
  callAudio.setLevel(0.1);
  clock.advance(1000);
  phone.setMuted(callId, false);
  expect(phone.talkingWhileMuted.getState()).toBe(false);
  expect(microphone.open()).toBe(1);
});

it('nobody is listened to on hold, or after the call', async () => {
  const { phone, microphone, signalling, callId, sessionId } = await connectMuted();
  const holding = phone.hold(callId);
  signalling.sessionEvent(sessionId, { kind: 'holdChanged', originator: 'local', onHold: true });
  await holding;
  expect(microphone.open()).toBe(1);
  signalling.sessionEvent(sessionId, { kind: 'holdChanged', originator: 'local', onHold: false });
  await expect.poll(microphone.open).toBe(2);
  signalling.sessionEvent(sessionId, { kind: 'ended', confirmed: true, state: 'Terminated', end: hungUp });
  expect(microphone.open()).toBe(0);
});

it('nothing stays open when the call ends while the ear is being opened', async () => {
  const parts = setUp();
  const { callId } = await connect(parts);
  const allow = parts.microphone.hold();
  parts.phone.setMuted(callId, true);
  parts.phone.hangUp(callId);
  allow();
  await expect.poll(parts.microphone.open).toBe(0);
});
