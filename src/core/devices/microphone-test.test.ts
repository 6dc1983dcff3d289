import { expect, it } from 'vitest';
import { connect, hungUp, setUp } from '#testing/phone-bench.ts';

it('the microphone is listened to until the test is stopped', async () => {
  const { phone, microphone } = setUp();
  await phone.microphoneTest.start();
  expect([phone.microphoneTest.store.getState(), microphone.open()]).toEqual(['on', 1]);
  expect(phone.microphoneTest.rms()).toBeGreaterThan(0);
  microphone.replug();
  expect(phone.microphoneTest.rms()).toBeGreaterThan(0);
  phone.microphoneTest.stop();
  expect([phone.microphoneTest.store.getState(), microphone.open()]).toEqual(['off', 0]);
  expect(phone.microphoneTest.rms()).toBe(0);
});

it('a test that is stopped while the browser asks leaves nothing open', async () => {
  const { phone, microphone } = setUp();
  const allow = microphone.hold();
  const starting = phone.microphoneTest.start();
  expect(phone.microphoneTest.store.getState()).toBe('opening');
  phone.microphoneTest.stop();
  allow();
  await starting;
  expect([phone.microphoneTest.store.getState(), microphone.open()]).toEqual(['off', 0]);
});

it('a test that fails says why, and can be tried again', async () => {
  const { phone, microphone } = setUp();
  microphone.failWith('media/permission-denied');
  await expect(phone.microphoneTest.start()).rejects.toMatchObject({
    detail: { code: 'media/permission-denied' },
  });
  microphone.failWith(null);
  await phone.microphoneTest.start();
  expect(phone.microphoneTest.store.getState()).toBe('on');
});

it('a test ends with the last call, and so the lamp goes out', async () => {
  const parts = setUp();
  const { sessionId } = await connect(parts);
  await parts.phone.microphoneTest.start();
  expect(parts.microphone.open()).toBe(2);
  parts.signalling.sessionEvent(sessionId, {
    kind: 'ended',
    confirmed: true,
    state: 'Terminated',
    end: hungUp,
  });
  expect([parts.phone.microphoneTest.store.getState(), parts.microphone.open()]).toEqual(['off', 0]);
});

it('the ring and a tone are heard for two seconds each, one at a time', () => {
  const { phone, callAudio, clock } = setUp();
  phone.testOutput('ringer');
  expect(callAudio.sounding()).toEqual(['ring']);
  clock.advance(1500);
  phone.testOutput('speaker');
  expect(callAudio.sounding()).toEqual(['ringback']);
  clock.advance(1500);
  expect(callAudio.sounding()).toEqual(['ringback']);
  clock.advance(500);
  expect(callAudio.sounding()).toEqual([]);
});
