import { toMulaw } from './g711.ts';

const toneHz = 440;
const toneAmplitude = 0.5;
const sampleRateHz = 8000;
const packetMs = 20;
export const packetFrames = (sampleRateHz * packetMs) / 1000;

/** One second of the tone in µ-law; 440 whole periods, so that it repeats without a seam. */
const second = Buffer.from(
  Array.from({ length: sampleRateHz }, (_, frame) =>
    toMulaw(toneAmplitude * Math.sin((2 * Math.PI * toneHz * frame) / sampleRateHz)),
  ),
);

/** The payload of packet number `index` (≥ 0): 160 frames of PCMU. */
function tonePayload(index: number): Buffer {
  const start = (index * packetFrames) % sampleRateHz;
  return second.subarray(start, start + packetFrames);
}

/** Calls `send` for every packet that is due, 50 a second on average, however unevenly the process wakes up. */
export function startTone(send: (payload: Buffer, index: number) => void): () => void {
  const startedAtMs = performance.now();
  let next = 0;
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() - startedAtMs) / packetMs);
    // After a long pause the missed packets are left out instead of sent in a burst.
    if (due - next > 10) next = due;
    for (; next <= due; next += 1) send(tonePayload(next), next);
  }, packetMs);
  return () => clearInterval(timer);
}
