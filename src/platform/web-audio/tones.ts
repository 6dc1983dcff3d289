/** One stretch of a tone: its frequencies sound together. */
interface Burst {
  readonly atSec: number;
  readonly lengthSec: number;
  readonly frequenciesHz: readonly number[];
}

/** A tone that repeats. Amplitudes are 0 to 1 at the peak of all frequencies together. */
export interface Tone {
  readonly periodSec: number;
  readonly amplitude: number;
  readonly bursts: readonly Burst[];
}

/** What the caller hears while the other phone rings: 425 Hz, 1 s on and 4 s off (ITU-T E.180, most of Europe). */
export const ringbackTone: Tone = {
  periodSec: 5,
  amplitude: 0.12,
  bursts: [{ atSec: 0, lengthSec: 1, frequenciesHz: [425] }],
};

/** Another call waits: two short pips every 4 s, some 10 dB under a voice, so that nothing of it is missed (ITU-T E.180). */
export const callWaitingTone: Tone = {
  periodSec: 4,
  amplitude: 0.05,
  bursts: [
    { atSec: 0, lengthSec: 0.2, frequenciesHz: [425] },
    { atSec: 0.4, lengthSec: 0.2, frequenciesHz: [425] },
  ],
};

/** The phone answers by itself: three rising steps, which are neither a ring nor a call that waits. */
export const autoAnswerTone: Tone = {
  periodSec: 1.2,
  amplitude: 0.3,
  bursts: [
    { atSec: 0, lengthSec: 0.2, frequenciesHz: [660] },
    { atSec: 0.25, lengthSec: 0.2, frequenciesHz: [880] },
    { atSec: 0.5, lengthSec: 0.35, frequenciesHz: [1320] },
  ],
};

/** That a line is recorded: 1400 Hz for 200 ms, as 47 CFR 64.501 (USA) had it, every 12 to 15 s in practice. */
export const recordingBeepTone = (everySeconds: number): Tone => ({
  periodSec: everySeconds,
  amplitude: 0.15,
  bursts: [{ atSec: 0, lengthSec: 0.2, frequenciesHz: [1400] }],
});

/** Our own ring: two soft falling fifths, then quiet, so that eight hours of it can be borne. */
export const ringTone: Tone = {
  periodSec: 3.2,
  amplitude: 0.35,
  bursts: [
    { atSec: 0, lengthSec: 0.34, frequenciesHz: [784, 1568] },
    { atSec: 0.36, lengthSec: 0.5, frequenciesHz: [523, 1046] },
    { atSec: 1, lengthSec: 0.34, frequenciesHz: [784, 1568] },
    { atSec: 1.36, lengthSec: 0.6, frequenciesHz: [523, 1046] },
  ],
};

/** Ramp at both ends of a burst, against clicks. */
const rampSec = 0.02;

/** One period of a tone as mono samples, `[-amplitude, amplitude]`. */
export function renderTone(tone: Tone, sampleRateHz: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(tone.periodSec * sampleRateHz));
  for (const { atSec, lengthSec, frequenciesHz } of tone.bursts) {
    const first = Math.round(atSec * sampleRateHz);
    const count = Math.round(lengthSec * sampleRateHz);
    for (let index = 0; index < count; index += 1) {
      const timeSec = index / sampleRateHz;
      const envelope = Math.min(1, timeSec / rampSec, (lengthSec - timeSec) / rampSec);
      const sum = frequenciesHz.reduce((total, hz) => total + Math.sin(2 * Math.PI * hz * timeSec), 0);
      samples[first + index] = (tone.amplitude * envelope * sum) / frequenciesHz.length;
    }
  }
  return samples;
}
