import { afterEach, beforeAll } from 'vitest';
import type { AudioSource } from '#core/media/audio-source.ts';
import { describeMicrophoneContract } from '#testing/microphone-contract.ts';
import { createPhoneAudioContext } from '../web-audio/audio-context.ts';
import { createCallAudio } from '../web-audio/call-audio.ts';
import { toMediaStream } from '../media-handles.ts';
import { createMicrophone } from './microphone.ts';
import type { MicrophoneDevices } from './open-wished.ts';

/** Chromium's fake device beeps every half second; a busy machine may lose one. */
const patienceMs = 2000;
/** After the first copy was heard the others have had their chance with this. */
const togetherMs = 60;
/** A meter sees the last 21 ms. */
const intervalMs = 5;
/** What is under way in the audio threads when a copy is muted still comes through. */
const settleMs = 50;

const phoneContext = createPhoneAudioContext();
const { meter } = createCallAudio(phoneContext);
const opened: MediaStream[] = [];
/** The browser's own, which also tells what it has opened. */
const devices: MicrophoneDevices = {
  async getUserMedia(constraints) {
    const stream = await navigator.mediaDevices.getUserMedia(constraints);
    opened.push(stream);
    return stream;
  },
};

const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function heard(copies: readonly AudioSource[]): Promise<readonly AudioSource[]> {
  const meters = copies.map((source) => ({ source, ...meter(source) }));
  const loud = new Set<AudioSource>();
  await pass(settleMs);
  let untilMs = performance.now() + patienceMs;
  while (performance.now() < untilMs) {
    for (const { source, rms } of meters) {
      if (rms() === 0) continue;
      if (loud.size === 0) untilMs = performance.now() + togetherMs;
      loud.add(source);
    }
    await pass(intervalMs);
  }
  for (const { stop } of meters) stop();
  return copies.filter((source) => loud.has(source));
}

beforeAll(phoneContext.start);
afterEach(() => void opened.splice(0));

describeMicrophoneContract(() => ({
  microphone: createMicrophone(
    devices,
    {
      deviceId: null,
      groupId: null,
      processing: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    },
    () => Promise.resolve(true),
  ),
  heard,
  replug() {
    // As the browser does it: the device's own track ends, and with it every clone.
    const unplugged = opened.flatMap((stream) => stream.getTracks());
    for (const track of unplugged) track.stop();
    for (const track of unplugged) track.dispatchEvent(new Event('ended'));
  },
  async otherDevice() {
    const known = await navigator.mediaDevices.enumerateDevices();
    return known.findLast(({ kind }) => kind === 'audioinput')?.deviceId ?? '';
  },
  isFrom: (source, deviceId) =>
    toMediaStream(source).getAudioTracks()[0]?.getSettings().deviceId === deviceId,
  isOpen: () => opened.some((stream) => stream.getTracks().some(({ readyState }) => readyState === 'live')),
}));
