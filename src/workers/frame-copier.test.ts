import { expect, it } from 'vitest';
import type { PassedFramesMessage } from '#core/recording/sn3-recorder.ts';
import { createFrameCopier } from './frame-copier.ts';

const frame = {
  data: new ArrayBuffer(160),
  timestamp: 160,
  getMetadata: () => ({ mimeType: 'audio/PCMU', payloadType: 0 }),
} as unknown as RTCEncodedAudioFrame;

/** How many frames a port is sent of three: one at once, one after `setPaused(false)`, one after `setPaused(true)`. */
function copiedOf(copier: ReturnType<typeof createFrameCopier>, paused: boolean): number {
  const sent: PassedFramesMessage[] = [];
  const port = { postMessage: (message: PassedFramesMessage) => sent.push(message) };
  copier.begin(port as unknown as MessagePort, paused);
  copier.copy(0, frame);
  copier.setPaused(false);
  copier.copy(0, frame);
  copier.setPaused(true);
  copier.copy(0, frame);
  copier.end();
  return sent.reduce((sum, message) => sum + (message.kind === 'frames' ? message.frames.length : 0), 0);
}

it('copies nothing before a recording that begins paused goes on, whatever the one before did', () => {
  const copier = createFrameCopier();
  expect(copiedOf(copier, false)).toBe(2);
  expect(copiedOf(copier, true)).toBe(1);
  expect(copiedOf(copier, false)).toBe(2);
});
