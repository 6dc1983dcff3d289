import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseWavHeader } from '#core/recording/wav.ts';
import { describeRecorderContract } from '#testing/recorder-contract.ts';
import {
  cleanRecordings,
  closeRecorders,
  newMeta,
  openRecorder,
  openTone,
  openToneStream,
  readChannels,
  recordFor,
  sampleRateHz,
  unexpected,
} from '#testing/recorder-stage.ts';
import { decodeStereoWav, toneDbfs } from '#testing/tones.ts';
import { toAudioSource } from '../media-handles.ts';

const quarterSecond = sampleRateHz / 4;
const isSilent = (samples: Float32Array) => samples.every((sample) => sample === 0);

beforeAll(cleanRecordings);
afterEach(closeRecorders);

describeRecorderContract(() => openRecorder().recorder, recordFor);

/** Sends a stream over a peer connection of this page to itself. */
async function sendOverWebRtc(stream: MediaStream) {
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  near.addEventListener('icecandidate', ({ candidate }) => void far.addIceCandidate(candidate ?? undefined));
  far.addEventListener('icecandidate', ({ candidate }) => void near.addIceCandidate(candidate ?? undefined));
  const received = new Promise<MediaStream>((resolve) => {
    far.addEventListener('track', ({ track }) => resolve(new MediaStream([track])));
  });
  for (const track of stream.getTracks()) near.addTrack(track, stream);
  await near.setLocalDescription();
  await far.setRemoteDescription(near.localDescription ?? unexpected());
  await far.setLocalDescription();
  await near.setRemoteDescription(far.localDescription ?? unexpected());
  const close = () => [near, far].forEach((connection) => connection.close());
  return { stream: await received, close };
}

describe('createWebAudioRecorder', () => {
  it('puts the remote party on the left and the microphone on the right, as long as the call', async () => {
    const { recorder } = openRecorder();
    const [remote, local] = [openTone(440), openTone(1000)];
    const beganMs = performance.now();
    const recording = await recorder.begin(newMeta(), unexpected);
    recording.setSource(0, remote);
    recording.setSource(1, local);
    await recordFor(1500);
    const file = await recording.finish();
    const wallMs = performance.now() - beganMs;

    const bytes = await file.read(0, file.byteLength);
    expect(parseWavHeader(bytes)).toEqual({ sampleRateHz, channels: 2, dataBytes: bytes.byteLength - 44 });
    expect(Math.abs(file.durationMs - wallMs)).toBeLessThan(100);

    const { left, right } = decodeStereoWav(bytes);
    const [remoteHeard, localHeard] = [left.subarray(quarterSecond), right.subarray(quarterSecond)];
    expect(toneDbfs(remoteHeard, sampleRateHz, 440)).toBeCloseTo(-6, 0);
    expect(toneDbfs(remoteHeard, sampleRateHz, 1000)).toBeLessThan(-70);
    expect(toneDbfs(localHeard, sampleRateHz, 1000)).toBeCloseTo(-6, 0);
    expect(toneDbfs(localHeard, sampleRateHz, 440)).toBeLessThan(-70);
    await recorder.deleteLocal(file.meta.recordingId);
    expect(await recorder.listLocal()).toEqual([]);
  });

  it('hears a remote party that nobody plays', async () => {
    const { recorder } = openRecorder();
    const remote = await sendOverWebRtc(openToneStream(440));
    const recording = await recorder.begin(newMeta(), unexpected);
    recording.setSource(0, toAudioSource(remote.stream));
    await recordFor(1500);
    const file = await recording.finish();
    remote.close();

    const { left, right } = await readChannels(file);
    expect(toneDbfs(left.subarray(left.length - 2 * quarterSecond), sampleRateHz, 440)).toBeGreaterThan(-12);
    expect(isSilent(right)).toBe(true);
    await recorder.deleteLocal(file.meta.recordingId);
  });

  it('writes silence while a channel, or both, have no source', async () => {
    const { recorder } = openRecorder();
    const recording = await recorder.begin(newMeta(), unexpected);
    recording.setSource(0, toAudioSource(new MediaStream()));
    await recordFor(300);
    recording.setSource(1, openTone(1000));
    await recordFor(300);
    recording.setSource(1, null);
    await recordFor(300);
    const file = await recording.finish();

    expect(file.durationMs).toBeGreaterThan(850);
    const { left, right } = await readChannels(file);
    expect(isSilent(left)).toBe(true);
    expect(isSilent(right.subarray(0, quarterSecond))).toBe(true);
    const middle = right.subarray(quarterSecond, right.length - quarterSecond);
    expect(toneDbfs(middle, sampleRateHz, 1000)).toBeGreaterThan(-20);
    expect(isSilent(right.subarray(right.length - quarterSecond))).toBe(true);
    await recorder.deleteLocal(file.meta.recordingId);
  });

  it('records several calls at once', async () => {
    const { recorder } = openRecorder();
    const tones = [500, 700, 900];
    const recordings = await Promise.all(
      tones.map(async (frequencyHz) => {
        const recording = await recorder.begin(newMeta(), unexpected);
        recording.setSource(0, openTone(frequencyHz));
        return { recording, frequencyHz };
      }),
    );
    await recordFor(500);
    for (const { recording, frequencyHz } of recordings) {
      const file = await recording.finish();
      const { left } = await readChannels(file);
      expect(toneDbfs(left.subarray(quarterSecond), sampleRateHz, frequencyHz)).toBeCloseTo(-6, 0);
      await recorder.deleteLocal(file.meta.recordingId);
    }
  });
});
